// prepare: what would be sent, without sending it and without the secret.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { Pigello, ValidationError } from "pigello-client";
import { hides } from "./hidden.mjs";
import { CLIENT, credentials, GOOD, ID, json, PERSONS, scripted, SEVEN, thrown } from "./scripted.mjs";

const assertHidden = hides(credentials.clientSecret);
const MASKED = {
    "X-PIGELLO-CUSTOMER-ID": "customer",
    "X-PIGELLO-APPLICATION-ID": "application",
    "X-PIGELLO-SERVICE-ID": "service",
    "X-PIGELLO-SERVICE-VERSION-ID": "version",
    "X-PIGELLO-CLIENT-CT": "ct",
    "X-PIGELLO-CLIENT-ENTITY": "entity",
    "X-PIGELLO-CLIENT-SECRET": "[secret]",
};

/** The arguments of each method, and of what it sends first: the method, what follows the base, and the body. */
const FIRST = {
    list: [[{ filter: { name: "Å & B" } }], "GET", "list/?name=%C3%85%20%26%20B"],
    first: [[{}], "GET", "list/?_page=1&_page_size=1"],
    statistics: [[], "GET", "list/?_statistics=true"],
    stream: [[], "GET", "list/?_jsonl=true"],
    pages: [[{ pageSize: 7 }], "GET", "list/?_order_by=id&_page=1&_page_size=7"],
    iterate: [[], "GET", "list/?_order_by=id&_page=1&_page_size=500"],
    ids: [[], "GET", "list/?_order_by=id&_page=1&_page_size=500&_slim=true"],
    get: [[ID], "GET", `${ID}/`],
    getMany: [[[ID, CLIENT]], "GET", `list/?id__in=${ID}%2C${CLIENT}&_order_by=id&_page=1&_page_size=500`],
    create: [[GOOD], "POST", "", GOOD],
    update: [[ID, { title: "It's" }], "PATCH", `${ID}/`, { title: "It's" }],
    delete: [[ID], "DELETE", `${ID}/`],
    bulkWrite: [[[GOOD, GOOD, GOOD], { chunkSize: 2 }], "POST", "list/", [GOOD, GOOD]],
};

test("each method has its request prepared, which is the one that it sends, and nothing goes out", async () => {
    const { persons, calls } = scripted(json([]));
    assert.deepEqual(Object.keys(persons.prepare).sort(), Object.keys(FIRST).sort());
    for (const [name, [given, method, path, body]] of Object.entries(FIRST)) {
        const prepared = persons.prepare[name](...given);
        const type = body === undefined ? {} : { "Content-Type": "application/json" };
        const expected = { method, url: PERSONS + path, headers: { ...type, ...MASKED } };
        if (body !== undefined) expected.body = JSON.stringify(body);
        assert.deepEqual(prepared, expected, name);
        assert.equal(calls.length, 0, name);
        assertHidden(prepared, name);
        assertHidden(prepared.toCurl(), name);

        const sent = persons[name](...given);
        if (Symbol.asyncIterator in sent) await sent.next().catch(() => {});
        else await sent.catch(() => {});
        const [first] = calls.splice(0);
        assert.deepEqual([first.method, first.url, first.body], [method, prepared.url, expected.body], name);
        const headers = body === undefined ? SEVEN : { ...SEVEN, "content-type": "application/json" };
        assert.deepEqual(first.headers, headers, name);
    }
});

test("headers of the client and of the call are there, those of a function are not", () => {
    const { persons } = scripted(json([]), { headers: { "X-Trace": "1", "X-Both": "client" } });
    const { headers } = persons.prepare.get(ID, { headers: [["x-both", "call"], ["X-Empty", ""]] });
    assert.deepEqual(headers, { ...MASKED, "X-Trace": "1", "x-both": "call", "X-Empty": "" });
    const asked = scripted(json([]), { headers: () => assert.fail("no attempt is made") });
    assert.deepEqual(asked.persons.prepare.get(ID).headers, MASKED);
});

test("what is wrong is thrown, as the method rejects with it", () => {
    const { persons } = scripted(json([]));
    const { prepare } = persons;
    const name = (act) => thrown(act).name;
    assert.equal(name(() => prepare.get("..")), "ValidationError");
    assert.equal(name(() => prepare.create({})), "ValidationError");
    assert.equal(name(() => prepare.bulkWrite([{}])), "ValidationError");
    assert.equal(name(() => prepare.list({ filter: { nam: "x" } })), "FilterError");
    assert.equal(name(() => prepare.list({}, { timeout: 1 })), "ConfigError");
    assert.equal(name(() => prepare.getMany([ID, "x"])), "ValidationError");
    assert.ok(thrown(() => prepare.update(ID, { name: "" })) instanceof ValidationError);
});

test("the secret is masked wherever it was put", () => {
    const { persons } = scripted(json([]));
    const secret = credentials.clientSecret;
    for (const prepared of [
        persons.prepare.list({ search: secret }, { headers: { "X-Mine": `a ${secret}` } }),
        persons.prepare.create({ ...GOOD, name: secret }),
    ]) {
        assertHidden(prepared, "prepared");
        assertHidden(prepared.toCurl(), "curl");
    }
});

/** What a shell hands to curl. */
function argumentsOf(command) {
    const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\n${command}`;
    return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("toCurl is a command whose words a shell hands on as they are", () => {
    const { persons } = scripted(json([]), { headers: { "X-Quote": "it's \"$HOME\" `x` \\" } });
    const body = { ...GOOD, name: "it's \"$HOME\" `date` \\ 'x' @file\nå 😀" };
    const { toCurl } = persons.prepare.create(body, { headers: { "X-Empty": "" } });
    const words = argumentsOf(toCurl());
    assert.deepEqual(words.slice(0, 4), ["-g", "-X", "POST", PERSONS]);
    assert.deepEqual(words.slice(-2), ["--data-raw", JSON.stringify(body)]);
    const headers = words.slice(4, -2).filter((word) => word !== "-H");
    assert.deepEqual(headers.slice(-2), ["X-Quote: it's \"$HOME\" `x` \\", "X-Empty;"]);
    assert.ok(headers.includes("X-PIGELLO-CLIENT-SECRET: [secret]"));
    assert.ok(headers.includes("Content-Type: application/json"));
});

test("without credentials, as behind a proxy, none are prepared", () => {
    const { organization } = new Pigello({ baseUrl: "https://mine.se/api" });
    assert.deepEqual(organization.externalClientContactPerson.prepare.get(ID), {
        method: "GET",
        url: `https://mine.se/api/organization/externalclientcontactperson/${ID}/`,
        headers: {},
    });
});
