// What a server really hears when ids, names, values, headers and addresses are meant to mislead: encoded rightly, or
// refused by name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, Pigello } from "pigello-client";
import { send, serve } from "./faults/server.mjs";
import { GOOD, ID, json, rejected, scripted, thrown } from "./scripted.mjs";

/** A server that answers anything with an empty list, and a client of it. */
async function listening(options = {}, path = "") {
    const fault = ({ response }) => send(response, { status: 200, headers: { "content-type": "application/json" }, text: "[]" });
    const server = await serve({ fault });
    const { baseUrl, credentials, requests } = server;
    const pigello = new Pigello({ baseUrl: baseUrl + path, credentials, ...options });
    return { pigello, persons: pigello.organization.externalClientContactPerson, requests, credentials, baseUrl };
}

const IDS = ["..", ".", "", "/", "a/b", "?", "#", "%", "%2e%2e", `${ID}/`, `${ID}\n`, `\n${ID}`, `${ID}?x=1`, `${ID}#`, `../${ID}`, ID.replace("-", "%"), "{pk}", "list"];

test("an id that is no uuid is refused by every method, and nothing is sent", async () => {
    const { persons, requests } = await listening();
    for (const id of IDS) {
        for (const act of [
            () => persons.get(id),
            () => persons.update(id, { title: "x" }),
            () => persons.delete(id),
            () => persons.getMany([ID, id]),
            async () => persons.prepare.get(id),
        ]) {
            const error = await rejected(act());
            assert.deepEqual([error.name, error.issues[0].path[0]], ["ValidationError", "id"], `${JSON.stringify(id)} ${act}`);
        }
    }
    assert.equal(requests.length, 0);
});

test("text in a filter, a search or a parameter arrives as it was given", async () => {
    const { persons, requests } = await listening();
    const texts = ["/", "?", "#", "%", "%41", "&a=b", "=", "+", " ", "..", "\n\r\t", "å😀", "'\"<>", "\\", "[secret]", ";,"];
    for (const text of texts) {
        await persons.list({ filter: { name: text }, search: text, extra: { [`x${text}`]: text } });
        const { path } = requests.at(-1);
        assert.ok(/^[!-~]*$/.test(path), path);
        const url = new URL(path, "http://x");
        assert.equal(url.pathname, "/organization/externalclientcontactperson/list/");
        assert.deepEqual([...url.searchParams], [["name", text], ["_search", text], [`x${text}`, text]]);
    }
});

test("`__proto__` and its friends are names like any other", async () => {
    const { persons, pigello, requests } = await listening({ unknownFields: "pass" });
    const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "toJSON", "then"];
    for (const name of names) {
        const body = JSON.parse(`{"${name}": {"polluted": "yes"}, "name": "Anna", "title": "x", "external_client": {"id": "${ID}"}}`);
        await persons.create(body).catch(() => {});
        assert.deepEqual(Object.entries(JSON.parse(requests.at(-1).body)), Object.entries(body), name);
        await pigello.request("POST", "/x/", { body, query: JSON.parse(`{"${name}": "q"}`) });
        assert.equal(requests.at(-1).path, `/x/?${name}=q`);
        const strict = scripted(json({}));
        const { issues } = await rejected(strict.persons.create(body));
        assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[[name], "unknown_field"]]);
        assert.equal((await rejected(strict.persons.list(JSON.parse(`{"filter": {"${name}": "x"}}`)))).name, "FilterError");
        assert.equal((await rejected(strict.persons.list(JSON.parse(`{"${name}": "x"}`)))).name, "FilterError");
        assert.ok((await rejected(strict.persons.get(ID, JSON.parse(`{"${name}": 1}`)))) instanceof ConfigError);
        assert.equal(strict.calls.length, 0);
    }
    assert.equal({}.polluted, undefined);
});

test("what is hung on prototypes is neither sent nor taken for an option", async () => {
    // Not over Node's own `fetch`, which fails by itself over some of these.
    const sent = [];
    const fetch = async (url, init) => {
        assert.equal(Object.getPrototypeOf(init), null, "what `fetch` reads there is what was set");
        sent.push([init.method, new URL(url).pathname + new URL(url).search, init.body, [...init.headers]]);
        return { status: 200, headers: { get: () => null }, body: undefined, text: async () => "[]" };
    };
    const given = { baseUrl: "https://x.se", fetch, headers: { "X-A": "1" } };
    const pigello = new Pigello(given);
    const persons = pigello.organization.externalClientContactPerson;
    const hung = { name: "polluted", timeoutMs: 1, headers: { "X-Evil": "1" }, baseUrl: "http://127.0.0.1:9", retry: false, body: "evil", method: "DELETE", validate: false, part: 7, dry: true, slim: true, query: { a: 1 }, signal: AbortSignal.abort("evil"), toJSON: () => "evil" };
    for (const [name, value] of Object.entries(hung)) {
        Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: name !== "toJSON", writable: true });
    }
    try {
        await persons.list();
        await persons.create(GOOD).catch(() => {});
        await persons.delete(ID);
        await pigello.request("POST", "/x/", { body: { a: {} } });
        const { externalClientContactPerson } = new Pigello(given).organization;
        await externalClientContactPerson.list({ filter: { name: "x" } });
        assert.equal(externalClientContactPerson.prepare.list().url, "https://x.se/organization/externalclientcontactperson/list/");
        assert.equal(externalClientContactPerson.prepare.list().method, "GET");
    } finally {
        for (const name of Object.keys(hung)) delete Object.prototype[name];
    }
    const base = "/organization/externalclientcontactperson/";
    const own = ["x-a", "1"];
    const json = ["content-type", "application/json"];
    assert.deepEqual(sent, [
        ["GET", `${base}list/`, undefined, [own]],
        ["POST", base, JSON.stringify(GOOD), [json, own]],
        ["DELETE", `${base}${ID}/`, undefined, [own]],
        ["POST", "/x/", '{"a":{}}', [json, own]],
        ["GET", `${base}list/?name=x`, undefined, [own]],
    ]);
});

test("header values arrive as they were given, or are refused by name", async () => {
    const { persons, requests } = await listening();
    for (const value of ["a b", "a\tb", "åäö ÿ", "\"'<>", "a, b; c=d", ""]) {
        await persons.list({}, { headers: { "X-Own": value } });
        // HTTP carries Latin-1; Node reads it so.
        assert.equal(requests.at(-1).headers["x-own"], value);
    }
    const { length } = requests;
    for (const value of ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "\u{7f}", "Ā", "😀", "\u{85}"]) {
        const error = await rejected(persons.list({}, { headers: { "X-Own": value } }));
        assert.ok(error instanceof ConfigError && error.message.includes("X-Own"), JSON.stringify(value));
    }
    for (const name of ["X-PIGELLO-CLIENT-SECRET", "x-pigello-anything", "Content-Type", "Host", "Content-Length", "Transfer-Encoding", "a b", "a:b", "", "å", "a\nb"]) {
        assert.ok((await rejected(persons.list({}, { headers: { [name]: "x" } }))) instanceof ConfigError, name);
        assert.ok((await rejected(persons.list({}, { headers: () => ({ [name]: "x" }) }))) instanceof ConfigError, name);
    }
    assert.equal(requests.length, length);
});

test("credentials that a header cannot carry are refused by name, before there is a client", () => {
    const { credentials } = scripted(json([]));
    for (const name of ["clientEntity", "clientSecret"]) {
        for (const value of ["a\nb", "a\r\nX-Evil: 1", "\0", "Ā", "", " a"]) {
            const given = { customerId: "a", applicationId: "a", serviceId: "a", serviceVersionId: "a", clientCt: "a", clientEntity: "a", clientSecret: "a", [name]: value };
            let error;
            try {
                new Pigello({ environment: "api", credentials: given });
            } catch (thrown) {
                error = thrown;
            }
            if (value === " a" && error === undefined) continue;
            assert.ok(error instanceof ConfigError && error.message.includes(name), `${name} ${JSON.stringify(value)}`);
        }
    }
    assert.equal(credentials, undefined);
});

test("a base URL with a path is kept, and one that hides something is refused by name", async () => {
    const { persons, requests } = await listening({}, "/pigello/v1/");
    await persons.list();
    assert.equal(requests[0].path, "/pigello/v1/organization/externalclientcontactperson/list/");
    for (const baseUrl of [
        "https://x.se/?a=b",
        "https://x.se/#a",
        "https://user:pass@x.se",
        "https://user@x.se",
        "https://x.se/a/../b",
        "https://x.se/%2e%2E/b",
        "https://x.se\\@evil.se",
        "https://x.se:99999",
        "ftp://x.se",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.se",
        "/api",
        "x.se",
        " https://x.se",
        "https://x.se\n",
        "",
        null,
        5,
        new URL("https://x.se"),
    ]) {
        const error = thrown(() => new Pigello({ baseUrl }));
        assert.ok(error instanceof ConfigError && error.message.includes("baseUrl"), `${String(baseUrl)}: ${error.message}`);
    }
});

test("paths of `request` never leave the base", async () => {
    const { pigello, requests } = await listening({}, "/api");
    for (const path of ["/../x", "/..", "/a/%2e%2e/b", "//evil.se/", "/\\evil.se", "https://evil.se/", "x", "", "/a?b", "/a#b", "/a\nb", "/%2f", "/a b", "/.", 5, null]) {
        const error = await rejected(pigello.request("GET", path));
        assert.ok(error instanceof ConfigError && error.message.includes("path"), JSON.stringify(path));
    }
    assert.equal(requests.length, 0);
    await pigello.request("GET", "/å/a..b/...");
    assert.equal(requests[0].path, "/api/%C3%A5/a..b/...");
});
