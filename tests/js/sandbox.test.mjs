// The sandbox as JavaScript meets it: its fetch, what it remembers, faults. What it answers is tested in Rust.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, NetworkError, Pigello, RateLimitError, ServerError } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { all, CLIENT, GOOD, rejected, settled, thrown } from "./scripted.mjs";

const KEY = "organization.externalClientContactPerson";
const LIST = "https://sandbox.pigello.test/organization/externalclientcontactperson/list/";

function begin(seed, options = {}) {
    const sandbox = new Sandbox(seed === undefined ? undefined : { seed: { [KEY]: seed } });
    const { baseUrl, credentials, fetch } = sandbox;
    const pigello = new Pigello({ baseUrl, credentials, fetch, retry: { attempts: 3, baseDelayMs: 1 }, ...options });
    return { sandbox, persons: pigello.organization.externalClientContactPerson };
}
const seven = ({ credentials }) =>
    Object.entries(credentials).map(([name, value]) => [`X-PIGELLO-${name.replace(/[A-Z]/g, "-$&")}`.toUpperCase(), value]);

test("a client works on it: create, read, update, delete, bulk, filters, walks, streams", async () => {
    const { persons } = begin();
    const anna = await persons.create(GOOD);
    assert.deepEqual(await persons.get(anna.id), anna);
    assert.equal((await persons.update(anna.id, { first_name: "Anna-Karin" })).first_name, "Anna-Karin");
    const many = await persons.bulkWrite(
        Array.from({ length: 1_200 }, (_, i) => ({ ...GOOD, name: `N${String(i).padStart(4, "0")}`, email: i % 2 ? null : `n${i}@example.com` })),
    );
    assert.equal(many.length, 1_200);
    assert.equal((await persons.ids()).length, 1_201);
    assert.equal((await all(persons.stream({ filter: { email: { isnull: true } } }))).length, 601);
    assert.equal((await all(persons.iterate({ filter: { email: { not: "n0@example.com" } } }))).length, 1_200);
    assert.deepEqual(
        (await persons.list({ filter: { name: { startswith: "N00" } }, orderBy: "-name", page: 2, pageSize: 3 })).map(({ name }) => name),
        ["N0096", "N0095", "N0094"],
    );
    assert.equal((await persons.first({ orderBy: "-name" })).name, "N1199");
    await persons.delete(anna.id);
    assert.equal((await rejected(persons.get(anna.id))).status, 404);
});

test("it begins with its seed, and goes back to it", async () => {
    const { sandbox, persons } = begin([{ ...GOOD, created_at: new Date(0) }]);
    const [row] = await persons.list();
    assert.equal(row.name, "Anna");
    assert.match(row.created_at, /^1970-01-01T00:00:00/);
    await persons.delete(row.id);
    sandbox.failNext({ status: 500 });
    sandbox.reset();
    assert.deepEqual(sandbox.requests, []);
    assert.deepEqual(await persons.list(), [row]);
});

test("two sandboxes know nothing of each other", async () => {
    const [one, other] = [begin([GOOD]), begin()];
    assert.equal((await one.persons.list()).length, 1);
    assert.equal((await other.persons.list()).length, 0);
});

test("a wrong seed or option is a ConfigError that names it", () => {
    const of = (options) => thrown(() => new Sandbox(options));
    for (const [options, named] of [
        [{ seed: { [KEY]: [GOOD, { name: 5 }] } }, "[1]"],
        [{ seed: { "organization.person": [] } }, "organization.person"],
        [{ seed: [] }, "seed"],
        [{ seed: { [KEY]: [{ ...GOOD, custom_id: 5n }] } }, "seed"],
        [{ sede: {} }, "sede"],
        [null, "options"],
        ["seed", "options"],
    ]) {
        const error = of(options);
        assert.ok(error instanceof ConfigError, String(error));
        assert.ok(error.message.includes(named), error.message);
    }
    assert.throws(() => Sandbox(), { name: "TypeError", message: /new/ });
});

test("it remembers what it was asked", async () => {
    const { sandbox, persons } = begin();
    await persons.create(GOOD);
    await persons.list({ search: "å" });
    assert.deepEqual(sandbox.requests.map(({ method, url, body }) => [method, url, body]), [
        ["POST", LIST.replace("list/", ""), JSON.stringify(GOOD)],
        ["GET", `${LIST}?_search=%C3%A5`, undefined],
    ]);
    assert.equal(sandbox.requests[0].headers["x-pigello-client-secret"], sandbox.credentials.clientSecret);
});

test("its fetch takes text, URLs and Requests, and answers a Response", async () => {
    const { sandbox } = begin([GOOD]);
    const { fetch } = sandbox;
    const headers = seven(sandbox);
    const answer = await fetch(LIST, { headers });
    assert.ok(answer instanceof Response && answer.ok);
    assert.equal((await answer.json()).length, 1);
    assert.equal((await fetch(new URL(LIST), { headers: new Headers(headers) })).status, 200);
    assert.equal((await fetch(new Request(LIST, { headers }))).status, 200);
    const base = LIST.replace("list/", "");
    const created = await fetch(new Request(base, { method: "POST", headers: [["Content-Type", "application/json"], ...headers], body: JSON.stringify(GOOD) }));
    assert.equal(created.status, 201);
    const { id } = await created.json();
    const deleted = await fetch(`${base}${id}/`, { method: "delete", headers });
    assert.equal(deleted.status, 204);
    assert.equal(deleted.body, null);
    const bytes = new TextEncoder().encode(JSON.stringify(GOOD));
    assert.equal((await fetch(base, { method: "POST", headers: [["Content-Type", "application/json"], ...headers], body: bytes })).status, 201);
    assert.equal((await fetch(LIST)).status, 401);
    assert.equal((await fetch("https://sandbox.pigello.test/nowhere/", { headers })).status, 404);
});

test("where there is no Response it answers something alike", async () => {
    const { sandbox, persons } = begin([GOOD]);
    const { Response } = globalThis;
    delete globalThis.Response;
    try {
        const answer = await sandbox.fetch(LIST, { headers: seven(sandbox) });
        assert.equal(answer.status, 200);
        assert.equal(answer.ok, true);
        assert.equal(answer.headers.get("CONTENT-TYPE"), "application/json");
        assert.equal(answer.headers.get("x-none"), null);
        assert.equal((await answer.json()).length, 1);
        assert.equal((await all(persons.stream())).length, 1);
    } finally {
        globalThis.Response = Response;
    }
});

test("faults happen to the next requests, in line", async () => {
    const { sandbox, persons } = begin([GOOD]);
    sandbox.failNext({ status: 429, headers: { "Retry-After": "0" }, times: 2 });
    assert.equal((await persons.list()).length, 1);
    assert.equal(sandbox.requests.length, 3);

    sandbox.failNext({ networkError: true, times: 3 });
    assert.ok((await rejected(persons.list())) instanceof NetworkError);
    sandbox.failNext({ status: 400, body: { name: ["Taken."] } });
    sandbox.failNext({ status: 500, body: "oops" });
    assert.deepEqual((await rejected(persons.create(GOOD))).issues.map(({ path, message }) => [path, message]), [[["name"], "Taken."]]);
    const failed = await rejected(persons.create(GOOD));
    assert.ok(failed instanceof ServerError);
    assert.equal(failed.body, "oops");
    assert.equal((await persons.list()).length, 1, "a fault writes nothing");

    sandbox.failNext({ status: 429 });
    const strict = begin(undefined, { retry: false });
    strict.sandbox.failNext({ status: 429 });
    assert.ok((await rejected(strict.persons.list())) instanceof RateLimitError);
});

test("a delay is waited for, and an abort ends it", async () => {
    const { sandbox, persons } = begin([GOOD]);
    sandbox.failNext({ delayMs: 30 });
    const start = Date.now();
    assert.equal((await persons.list()).length, 1);
    assert.ok(Date.now() - start >= 25);
    sandbox.failNext({ delayMs: 60_000 });
    const controller = new AbortController();
    const waiting = rejected(sandbox.fetch(LIST, { signal: controller.signal }));
    setTimeout(() => controller.abort("enough"), 5);
    assert.equal(await settled(waiting), "enough");
    assert.equal(await rejected(sandbox.fetch(LIST, { signal: AbortSignal.abort("over") })), "over");
    sandbox.failNext({ delayMs: 60_000, times: 5 });
    assert.equal((await settled(rejected(persons.list({}, { timeoutMs: 10, retry: false })))).name, "TimeoutError");
});

test("an answer can be lost: what was asked is done, and the caller does not know", async () => {
    const { sandbox, persons } = begin([GOOD]);
    sandbox.failNext({ loseAnswer: true });
    const lost = await rejected(persons.create({ ...GOOD, name: "Lost" }));
    assert.ok(lost instanceof NetworkError && lost.attempts === 1, "a create is not tried again");
    const rows = await persons.list({ orderBy: "name" });
    assert.deepEqual(rows.map(({ name }) => name), ["Anna", "Lost"]);

    // The second try of the delete meets a 404, which is what was wanted.
    sandbox.failNext({ loseAnswer: true });
    const before = sandbox.requests.length;
    await persons.delete(rows[1].id);
    assert.equal(sandbox.requests.length, before + 2);

    sandbox.failNext({ loseAnswer: true });
    const { failed, written } = await rejected(persons.bulkWrite([GOOD, GOOD]));
    assert.deepEqual([failed, written], [{ start: 0, end: 2, outcome: "unknown" }, []]);
    assert.equal((await persons.ids()).length, 3);
});

test("a body can end early: the reader fails after so many bytes", async () => {
    const { sandbox, persons } = begin([{ ...GOOD, name: "Åsa" }]);
    const headers = seven(sandbox);
    sandbox.failNext({ cutAfterBytes: 20 });
    const answer = await sandbox.fetch(LIST, { headers });
    assert.equal(answer.status, 200);
    const reader = answer.body.getReader();
    assert.equal((await reader.read()).value.length, 20);
    assert.equal((await rejected(reader.read())).name, "TypeError");
    sandbox.failNext({ cutAfterBytes: 0 });
    assert.equal((await rejected((await sandbox.fetch(LIST, { headers })).text())).name, "TypeError");
    const whole = await (await sandbox.fetch(LIST, { headers })).text();
    for (const [bytes, arrives] of [[Buffer.byteLength(whole), true], [Buffer.byteLength(whole) - 1, false]]) {
        sandbox.failNext({ cutAfterBytes: bytes });
        const text = (await sandbox.fetch(LIST, { headers })).text();
        if (arrives) assert.equal(await text, whole);
        else assert.equal((await rejected(text)).name, "TypeError");
    }

    // A read is tried again; of a create nobody knows.
    sandbox.failNext({ cutAfterBytes: 5, times: 2 });
    assert.equal((await persons.list()).length, 1);
    sandbox.failNext({ cutAfterBytes: 5 });
    assert.ok((await rejected(persons.create(GOOD))) instanceof NetworkError);
    assert.equal((await persons.list()).length, 2);
    await persons.bulkWrite(Array.from({ length: 100 }, () => GOOD));
    sandbox.failNext({ cutAfterBytes: 5_000 });
    const names = [];
    assert.ok((await rejected((async () => {
        for await (const { name } of persons.stream()) names.push(name);
    })())) instanceof NetworkError);
    assert.ok(names.length > 0 && names.length < 102, `${names.length} rows came before the end`);

    sandbox.failNext({ status: 503, body: "down for a while", cutAfterBytes: 4 });
    const down = await sandbox.fetch(LIST, { headers });
    assert.equal(down.status, 503);
    assert.equal((await rejected(down.text())).name, "TypeError");
});

test("a delay goes with every other fault", async () => {
    const { sandbox } = begin([GOOD]);
    const headers = seven(sandbox);
    for (const fault of [{ status: 500 }, { networkError: true }, { loseAnswer: true }, { cutAfterBytes: 1 }]) {
        sandbox.failNext({ ...fault, delayMs: 20 });
        const start = Date.now();
        const answer = await sandbox.fetch(LIST, { headers }).then((answer) => answer.text().catch(() => "cut"), () => "none");
        assert.ok(Date.now() - start >= 15, JSON.stringify(fault));
        assert.ok(["", "cut", "none"].includes(answer), answer);
    }
});

test("where there is no Response a body can end early, too", async () => {
    const { sandbox } = begin([GOOD]);
    const { Response } = globalThis;
    delete globalThis.Response;
    try {
        sandbox.failNext({ cutAfterBytes: 7 });
        const answer = await sandbox.fetch(LIST, { headers: seven(sandbox) });
        assert.equal(answer.status, 200);
        assert.equal((await rejected(answer.json())).name, "TypeError");
    } finally {
        globalThis.Response = Response;
    }
});

test("a wrong fault is a ConfigError that says what is right", () => {
    const { sandbox } = begin();
    for (const [fault, named] of [
        [undefined, "object"],
        [null, "object"],
        [{}, "loseAnswer"],
        [{ status: 99 }, "status"],
        [{ status: "500" }, "status"],
        [{ times: 3 }, "takes a"],
        [{ status: 500, times: 0 }, "times"],
        [{ status: 500, times: 1.5 }, "times"],
        [{ delayMs: -1 }, "delayMs"],
        [{ delayMs: Infinity }, "delayMs"],
        [{ networkError: "yes" }, "networkError"],
        [{ networkError: false }, "takes a"],
        [{ loseAnswer: 1 }, "loseAnswer"],
        [{ cutAfterBytes: -1 }, "cutAfterBytes"],
        [{ cutAfterBytes: 0.5 }, "cutAfterBytes"],
        [{ networkError: true, loseAnswer: true }, "exclude"],
        [{ networkError: true, cutAfterBytes: 1 }, "exclude"],
        [{ loseAnswer: true, status: 500 }, "exclude"],
        [{ delayMs: 5, body: "x" }, "go with a `status`"],
        [{ status: 204, body: "x" }, "no `body`"],
        [{ explode: true }, "explode"],
        [{ status: 500, headers: { a: 5 } }, "headers"],
    ]) {
        const error = thrown(() => sandbox.failNext(fault));
        assert.ok(error instanceof ConfigError, JSON.stringify(fault));
        assert.ok(error.message.includes(named), error.message);
    }
});

test("a sandbox lives as long as its fetch is held", async () => {
    const { fetch, credentials } = new Sandbox({ seed: { [KEY]: [{ ...GOOD, external_client: { id: CLIENT } }] } });
    const headers = seven({ credentials });
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal((await fetch(LIST, { headers })).status, 200);
});

test("with checkRelations a relation must lead to a row, and its option is a boolean", async () => {
    const sandbox = new Sandbox({ checkRelations: true });
    const { baseUrl, credentials, fetch } = sandbox;
    const { externalClient, externalClientContactPerson: persons } = new Pigello({ baseUrl, credentials, fetch }).organization;
    const error = await rejected(persons.create(GOOD));
    assert.equal(error.status, 400);
    assert.deepEqual(error.issues.map(({ path, code }) => [path, code]), [[["external_client", "id"], "server"]]);
    const client = await externalClient.create({ name: "of no declared field" });
    const person = await persons.create({ ...GOOD, external_client: client });
    assert.deepEqual(person.external_client, { id: client.id });
    assert.ok(thrown(() => new Sandbox({ checkRelations: "yes" })) instanceof ConfigError);
});
