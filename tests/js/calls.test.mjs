// Each operation as it goes out: method, URL, the seven headers, body; and what it answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, Pigello, ValidationError } from "pigello-client";
import { credentials, empty, GOOD, ID, json, PERSONS, rejected, scripted, SEVEN, settled, thrown } from "./scripted.mjs";

const READ = { id: ID, ...GOOD, created_at: "2026-01-01T00:00:00Z" };

async function sent(answer, act, options) {
    const { pigello, persons, calls } = scripted(answer, options);
    const result = await act(persons, pigello);
    assert.equal(calls.length, 1);
    const [{ init, ...call }] = calls;
    assert.equal(init.redirect, "manual");
    return { call, result };
}

test("list", async () => {
    const { call, result } = await sent(json([READ]), (persons) => persons.list({ filter: { name: "Anna" } }));
    assert.deepEqual(call, {
        method: "GET",
        url: `${PERSONS}list/?name=Anna`,
        headers: { ...SEVEN },
        body: undefined,
    });
    assert.deepEqual(result, [READ]);
});

test("get", async () => {
    const { call, result } = await sent(json(READ), (persons) => persons.get(ID));
    assert.deepEqual([call.method, call.url, call.body], ["GET", `${PERSONS}${ID}/`, undefined]);
    assert.deepEqual(result, READ);
});

test("create", async () => {
    const { call, result } = await sent(json(READ, 201), (persons) => persons.create({ ...GOOD, email: null }));
    assert.deepEqual(call, {
        method: "POST",
        url: PERSONS,
        headers: { "content-type": "application/json", ...SEVEN },
        body: JSON.stringify({ ...GOOD, email: null }),
    });
    assert.deepEqual(result, READ);
});

test("update sends what is given, without what only the server writes", async () => {
    const { call } = await sent(json(READ), (persons) => persons.update(ID, { ...READ, title: "Chef", email: undefined }));
    assert.deepEqual([call.method, call.url], ["PATCH", `${PERSONS}${ID}/`]);
    assert.deepEqual(JSON.parse(call.body), { ...GOOD, title: "Chef" });
    const { call: nothing } = await sent(json(READ), (persons) => persons.update(ID, {}));
    assert.equal(nothing.body, "{}");
});

test("delete", async () => {
    const { call, result } = await sent(empty(204), (persons) => persons.delete(ID));
    assert.deepEqual([call.method, call.url, call.body, result], ["DELETE", `${PERSONS}${ID}/`, undefined, undefined]);
});

test("bulkWrite", async () => {
    const rows = [GOOD, { id: ID, email: null, tags: "not sent" }, { ...GOOD, id: null }];
    const { call, result } = await sent(json([READ, READ, READ], 201), (persons) => persons.bulkWrite(rows));
    assert.deepEqual([call.method, call.url], ["POST", `${PERSONS}list/`]);
    assert.deepEqual(JSON.parse(call.body), [GOOD, { id: ID, email: null }, GOOD]);
    assert.deepEqual(result, [READ, READ, READ]);
});

test("first asks for one row, statistics for statistics", async () => {
    const first = await sent(json([READ]), (persons) => persons.first({ orderBy: "-name" }));
    assert.equal(first.call.url, `${PERSONS}list/?_order_by=-name&_page=1&_page_size=1`);
    assert.deepEqual(first.result, READ);
    const none = await sent(json([]), (persons) => persons.first());
    assert.equal(none.result, undefined);
    const statistics = await sent(json({ count: 5 }), (persons) => persons.statistics());
    assert.equal(statistics.call.url, `${PERSONS}list/?_statistics=true`);
    assert.deepEqual(statistics.result, { count: 5 });
});

test("request is the way around", async () => {
    const options = { query: { a: ["x", 1], b: true, c: undefined }, body: { at: new Date(0), deep: [null] }, headers: { "X-Own": "1" } };
    const { call, result } = await sent(json({ ok: 1 }), (_, pigello) => pigello.request("post", "/any/where/", options));
    assert.deepEqual([call.method, call.url], ["POST", "https://dev.api.pigello.io/any/where/?a=x%2C1&b=true"]);
    assert.deepEqual(call.headers, { "content-type": "application/json", "x-own": "1", ...SEVEN });
    assert.equal(call.body, '{"at":"1970-01-01T00:00:00.000Z","deep":[null]}');
    assert.deepEqual(result, { ok: 1 });
    const text = await sent(() => new Response("plain", { headers: { "content-type": "text/plain" } }), (_, p) => p.request("GET", "/x/"));
    assert.equal(text.result, "plain");
    assert.equal((await sent(empty(204), (_, p) => p.request("DELETE", "/x/"))).result, undefined);
});

test("request never leaves the base, and takes nothing that JSON cannot carry", async () => {
    const { pigello, calls } = scripted(json({}));
    for (const path of ["//evil.se/", "https://evil.se/", "x/", "", "/a/../b/", "/a/%2e%2E/b", "/a?b=c", "/a#b", "/a b", "/\\evil.se", undefined, 5]) {
        assert.ok((await rejected(pigello.request("GET", path))) instanceof ConfigError, String(path));
    }
    for (const method of ["", "TRACE", "GET /", 5, undefined]) {
        assert.ok((await rejected(pigello.request(method, "/x/"))) instanceof ConfigError, String(method));
    }
    for (const body of [NaN, { a: [5n] }, () => {}, new Map(), { a: Symbol("x") }]) {
        assert.ok((await rejected(pigello.request("POST", "/x/", { body }))) instanceof ConfigError, String(body));
    }
    assert.equal(calls.length, 0);
});

test("an id that is no uuid never reaches a URL", async () => {
    const { persons, calls } = scripted(json(READ));
    for (const id of ["..", "", ".", "7", `${ID}/`, ` ${ID}`, "%2e%2e", 5, null, undefined, {}, [ID], Symbol("x")]) {
        for (const act of [() => persons.get(id), () => persons.update(id, {}), () => persons.delete(id)]) {
            const error = await rejected(act());
            assert.ok(error instanceof ValidationError, String(id));
            assert.deepEqual(error.issues.map(({ path }) => path), [["id"]]);
        }
    }
    assert.equal(calls.length, 0);
});

test("a body that is not valid is not sent, unless it is not to be checked", async () => {
    const { persons, calls } = scripted(json(READ, 201));
    const error = await rejected(persons.create({ name: "" }));
    assert.ok(error instanceof ValidationError);
    assert.deepEqual(error.issues.map(({ path }) => path.join(".")), ["name", "external_client", "title"]);
    assert.equal(calls.length, 0);
    await persons.create({ name: "", titel: 5 }, { validate: false });
    assert.equal(calls[0].body, '{"name":"","titel":5}');
    assert.ok((await rejected(persons.create({ name: NaN }, { validate: false }))) instanceof ValidationError);
    const lax = scripted(json(READ, 201), { validate: false });
    await lax.persons.create({ name: 5 });
    assert.ok((await rejected(lax.persons.create({ name: 5 }, { validate: true }))) instanceof ValidationError);
});

test("unknownFields: pass lets them through", async () => {
    const { call } = await sent(json(READ, 201), (persons) => persons.create({ ...GOOD, more: { a: 1 } }), { unknownFields: "pass" });
    assert.deepEqual(JSON.parse(call.body), { ...GOOD, more: { a: 1 } });
});

test("what is read once is what is checked and sent", async () => {
    let asked = 0;
    const body = { ...GOOD, get name() { return asked++ === 0 ? "Anna" : 5; }, toJSON() { return { evil: true }; } };
    const { persons, calls } = scripted(json(READ, 201));
    assert.ok((await rejected(persons.create(body))) instanceof ValidationError);
    delete body.toJSON;
    asked = 0;
    await persons.create(body);
    assert.equal(JSON.parse(calls[0].body).name, "Anna");
    assert.equal(asked, 1);
});

test("a toJSON on a prototype is not asked", async () => {
    const { persons, calls } = scripted(() => new Response("{}", { status: 201 }));
    Object.defineProperty(Object.prototype, "toJSON", { value: () => "evil", configurable: true });
    try {
        await persons.create(GOOD);
    } finally {
        delete Object.prototype.toJSON;
    }
    assert.deepEqual(JSON.parse(calls[0].body), GOOD);
});

test("headers come from the client, then from the call; functions are asked before each attempt", async () => {
    let asked = 0;
    const headers = async () => ({ "X-Trace": `t${++asked}`, "X-Both": "client" });
    const { persons, calls } = scripted([() => new Response("", { status: 503 }), json(READ)], { headers });
    await persons.get(ID, { headers: new Headers({ "x-both": "call" }) });
    assert.deepEqual(calls.map((call) => [call.headers["x-trace"], call.headers["x-both"]]), [["t1", "call"], ["t2", "call"]]);
    for (const given of [[["X-A", "1"]], new Map([["X-A", "1"]]), new Headers({ "X-A": "1" }), { "X-A": "1", "X-B": undefined }]) {
        const { call } = await sent(json(READ), (persons) => persons.get(ID), { headers: given });
        assert.equal(call.headers["x-a"], "1");
    }
});

test("what a headers function throws is what the call rejects with", async () => {
    for (const value of [new Error("no token"), "text", undefined, null, { kind: "aborted" }]) {
        for (const headers of [() => { throw value; }, () => Promise.reject(value)]) {
            const { persons, calls } = scripted(json(READ), { headers });
            let caught = "nothing";
            await persons.get(ID).catch((error) => (caught = error));
            assert.equal(caught, value);
            assert.equal(calls.length, 0);
        }
    }
});

test("headers that cannot be sent are a ConfigError", async () => {
    const bad = [{ "X-A": "a\nb" }, { "X A": "1" }, { "X-PIGELLO-CLIENT-SECRET": "x" }, { "content-type": "x" }, { "X-A": 5 }, [["X-A"]], 5, "X-A: 1"];
    for (const headers of bad) {
        const error = thrown(() => new Pigello({ environment: "dev.api", credentials, headers }));
        assert.ok(error instanceof ConfigError, JSON.stringify(headers));
        const { persons, calls } = scripted(json(READ));
        assert.ok((await rejected(persons.get(ID, { headers }))) instanceof ConfigError, JSON.stringify(headers));
        const lazy = scripted(json(READ), { headers: () => headers });
        assert.ok((await rejected(lazy.persons.get(ID))) instanceof ConfigError, JSON.stringify(headers));
        assert.equal(calls.length + lazy.calls.length, 0);
    }
});

test("observers are told, and what they throw is ignored", async () => {
    const events = [];
    const watch = (name) => (event) => {
        events.push([name, event]);
        if (name === "onRequest") throw new Error("thrown");
        return Promise.reject(new Error("rejected"));
    };
    const options = Object.fromEntries(["onRequest", "onResponse", "onRetry"].map((name) => [name, watch(name)]));
    const { persons } = scripted([() => new Response("", { status: 503 }), json(READ)], options);
    await persons.get(ID);
    const url = `${PERSONS}${ID}/`;
    assert.deepEqual(events.map(([name, { method, url, attempt, status }]) => [name, method, url, attempt, status]), [
        ["onRequest", "GET", url, 1, undefined],
        ["onResponse", "GET", url, 1, 503],
        ["onRetry", "GET", url, 1, 503],
        ["onRequest", "GET", url, 2, undefined],
        ["onResponse", "GET", url, 2, 200],
    ]);
    const retry = events[2][1];
    assert.equal(typeof retry.delayMs, "number");
    assert.equal(retry.error.name, "ServerError");
    assert.equal(retry.error.status, 503);
});

test("wrong options are a ConfigError that names them", async () => {
    const base = { environment: "dev.api", credentials };
    const bad = [
        [undefined, "environment"],
        [{}, "environment"],
        [{ credentials }, "environment"],
        [{ environment: "api" }, "credentials"],
        [{ environment: "https://evil.se/#", credentials }, "environment"],
        [{ ...base, credentials: { ...credentials, clientSecret: undefined } }, "clientSecret"],
        [{ ...base, credentials: { ...credentials, clientCt: "" } }, "clientCt"],
        [{ ...base, credentials: { ...credentials, clientSecret: "a\nb" } }, "clientSecret"],
        [{ ...base, credentials: { ...credentials, extra: "x" } }, "extra"],
        [{ baseUrl: "http://example.com", credentials }, "https"],
        [{ baseUrl: "https://user:pass@example.com", credentials }, "baseUrl"],
        [{ baseUrl: "https://example.com/?a=b" }, "baseUrl"],
        [{ ...base, timeout: 5 }, "timeoutMs"],
        [{ ...base, timeoutMs: -1 }, "timeoutMs"],
        [{ ...base, timeoutMs: NaN }, "timeoutMs"],
        [{ ...base, retry: true }, "retry"],
        [{ ...base, retry: { attempts: 0 } }, "attempts"],
        [{ ...base, concurrency: 0 }, "concurrency"],
        [{ ...base, fetch: "fetch" }, "fetch"],
        [{ ...base, onRetry: {} }, "onRetry"],
        [{ ...base, locale: null }, "locale"],
        [null, "options"],
        ["dev.api", "options"],
    ];
    for (const [options, named] of bad) {
        const error = thrown(() => new Pigello(options));
        assert.ok(error instanceof ConfigError, `${named}: ${error}`);
        assert.ok(error.message.includes(named), `${named}: ${error.message}`);
        assert.ok(!error.message.includes(credentials.clientSecret));
    }
    const { persons } = scripted(json(READ));
    for (const request of [null, 5, { timeout: 5 }, { signal: {} }, { signal: "x" }, { retry: 3 }, { timeoutMs: "5" }, { validate: 1 }]) {
        assert.ok((await rejected(persons.get(ID, request))) instanceof ConfigError, JSON.stringify(request));
    }
    assert.ok((await rejected(persons.bulkWrite([GOOD], { chunkSize: 0 }))) instanceof ConfigError);
    assert.ok((await rejected(persons.bulkWrite([GOOD], { onProgress: 5 }))) instanceof ConfigError);
});

test("fromEnv reads the environment, and options win", async () => {
    const env = {
        PIGELLO_ENVIRONMENT: "dev.api",
        PIGELLO_CUSTOMER_ID: "customer",
        PIGELLO_APPLICATION_ID: "application",
        PIGELLO_SERVICE_ID: "service",
        PIGELLO_SERVICE_VERSION_ID: "version",
        PIGELLO_CLIENT_CT: "ct",
        PIGELLO_CLIENT_ENTITY: "entity",
        PIGELLO_CLIENT_SECRET: "s3cret/åäö?",
        PIGELLO_BASE_URL: "",
    };
    const calls = [];
    const fetch = async (url, init) => {
        calls.push([url, Object.fromEntries(new Headers(init.headers))]);
        return new Response(JSON.stringify(READ));
    };
    const { fromEnv } = Pigello;
    await fromEnv(env, { fetch }).organization.externalClientContactPerson.get(ID);
    await fromEnv(env, { fetch, baseUrl: "https://example.com/v1/" }).organization.externalClientContactPerson.get(ID);
    assert.deepEqual(calls[0], [`${PERSONS}${ID}/`, { ...SEVEN }]);
    assert.equal(calls[1][0], `https://example.com/v1/organization/externalclientcontactperson/${ID}/`);
    assert.ok(thrown(() => fromEnv({})).message.includes("environment"));
    assert.ok(thrown(() => fromEnv({ ...env, PIGELLO_CLIENT_CT: "" })).message.includes("clientCt"));
    for (const wrong of [undefined, null, "PIGELLO_ENVIRONMENT=api"]) {
        assert.ok(thrown(() => fromEnv(wrong)) instanceof ConfigError);
    }
});

test("fromEnv mixes no address of the options with one of the environment, and names the variables it misses", async () => {
    const env = Object.fromEntries(
        Object.entries(credentials).map(([name, value]) => [`PIGELLO_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`, value]),
    );
    const urls = [];
    const fetch = async (url) => {
        urls.push(url);
        return new Response(JSON.stringify(READ));
    };
    const both = { ...env, PIGELLO_ENVIRONMENT: "api", PIGELLO_BASE_URL: "https://proxy.se" };
    for (const options of [{}, { environment: "dev.api" }, { baseUrl: "https://mine.se" }]) {
        await Pigello.fromEnv(both, { fetch, ...options }).organization.externalClientContactPerson.get(ID);
    }
    assert.deepEqual(urls.map((url) => new URL(url).host), ["proxy.se", "dev.api.pigello.io", "mine.se"]);

    const complaint = (env, options) => {
        const error = thrown(() => Pigello.fromEnv(env, options));
        assert.ok(error instanceof ConfigError);
        return error.message;
    };
    const { PIGELLO_CLIENT_SECRET, ...without } = env;
    const missing = complaint({ ...without, PIGELLO_ENVIRONMENT: "api" });
    assert.ok(missing.includes("`credentials.clientSecret`") && missing.includes("PIGELLO_CLIENT_SECRET"), missing);
    assert.ok(!missing.includes("PIGELLO_CUSTOMER_ID"), missing);
    assert.ok(complaint({ PIGELLO_ENVIRONMENT: "api" }).includes("PIGELLO_CUSTOMER_ID"));
    const nowhere = complaint({});
    assert.ok(nowhere.includes("PIGELLO_ENVIRONMENT") && nowhere.includes("PIGELLO_BASE_URL"), nowhere);
    assert.ok(complaint({ ...env, PIGELLO_ENVIRONMENT: "https://x" }).includes("PIGELLO_ENVIRONMENT"));
    assert.ok(complaint({ ...env, PIGELLO_BASE_URL: "http://x.se" }).includes("PIGELLO_BASE_URL"));
    // What stands in the options does not come from the environment.
    const { clientCt, ...six } = credentials;
    assert.ok(!complaint(both, { credentials: six }).includes("PIGELLO_"));
    assert.ok(!complaint(env, { environment: "https://x" }).includes("PIGELLO_"));
    assert.ok(!complaint(both, { timeoutMs: -1 }).includes("PIGELLO_"));
});

test("a body too large for one text is a ConfigError that says so", async () => {
    const { pigello, persons, calls } = scripted(json(READ), { unknownFields: "pass" });
    const large = Array.from({ length: 20 }, () => "\u0001".repeat(2 ** 20));
    const longest = "x".repeat(2 ** 29 - 24);
    for (const act of [
        () => persons.create({ ...GOOD, large }),
        () => persons.update(ID, { large }),
        () => pigello.request("POST", "/x/", { body: large }),
        () => pigello.request("POST", "/x/", { body: [longest, longest] }),
        () => pigello.request("POST", `/${longest.slice(1)}`, { body: 5 }),
        () => pigello.request(longest, "/x/"),
        () => pigello.request("GET", "/x/", { query: { a: longest } }),
    ]) {
        const error = await rejected(act());
        assert.ok(error instanceof ConfigError, String(act));
    }
    assert.ok((await rejected(persons.create({ ...GOOD, large }))).message.includes("too large"));
    // An engine whose texts are shorter than ours.
    const { stringify } = JSON;
    JSON.stringify = () => {
        throw new RangeError("Invalid string length");
    };
    try {
        const error = await rejected(persons.create(GOOD));
        assert.ok(error instanceof ConfigError && error.message.includes("too large"), error.message);
    } finally {
        JSON.stringify = stringify;
    }
    assert.ok((await rejected(persons.get(longest))).name.match(/ConfigError|ValidationError/));
    assert.ok((await rejected(persons.list({ search: longest }))).name === "FilterError");
    assert.equal(calls.length, 0);
    await persons.create({ ...GOOD, more: "å".repeat(1_000_000) });
    assert.equal(calls.length, 1);
});

test("only what the API offers exists, and methods need no this", async () => {
    const { pigello, persons } = scripted(json(READ));
    assert.deepEqual(Object.keys(pigello), ["accounts", "organization"]);
    assert.equal(pigello.organization.organizationUserSegment, undefined);
    assert.equal(persons.invite, undefined);
    // Made at the first use, and then the same; another may be put into its place.
    assert.equal(pigello.organization.externalClientContactPerson, persons);
    assert.ok(Object.keys(pigello.organization).includes("externalClientContactPerson"));
    const { organization } = new pigello.constructor({ baseUrl: "http://localhost:1" });
    const double = { list: () => "mine" };
    organization.externalClientContactPerson = double;
    assert.equal(organization.externalClientContactPerson, double);
    organization.externalClientContactPerson = undefined;
    assert.equal(organization.externalClientContactPerson, undefined);
    const { accounts } = new pigello.constructor({ baseUrl: "http://localhost:1" });
    assert.equal(typeof Object.freeze(accounts).tenant.list, "function");
    for (const name of ["value", "writable", "get", "set"]) {
        Object.defineProperty(Object.prototype, name, { value: undefined, configurable: true, writable: true });
        try {
            assert.ok(new pigello.constructor({ baseUrl: "http://localhost:1" }).accounts.tenant);
        } finally {
            delete Object.prototype[name];
        }
    }
    const { get } = persons;
    const { request } = pigello;
    assert.deepEqual(await get(ID), READ);
    assert.deepEqual(await get.call({ wrong: "this" }, ID), READ);
    assert.deepEqual(await request.call(null, "GET", "/x/"), READ);
});

test("a class called without new says so", () => {
    assert.throws(() => Pigello({}), { name: "TypeError", message: /new/ });
});

test("requests wait for their turn", async () => {
    let now = 0;
    let most = 0;
    const answer = async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now--;
        return new Response(JSON.stringify(READ));
    };
    const { persons, calls } = scripted(answer, { concurrency: 3 });
    await Promise.all(Array.from({ length: 20 }, () => persons.get(ID)));
    assert.deepEqual([calls.length, most], [20, 3]);
});

test("a 429 holds all requests for as long as it says", async () => {
    const busy = () => new Response("", { status: 429, headers: { "Retry-After": "1" } });
    const { persons, calls } = scripted([busy, json(READ)], { retry: { maxDelayMs: 2_000 } });
    const start = Date.now();
    const first = persons.get(ID);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([first, persons.get(ID)]);
    assert.ok(Date.now() - start >= 950);
    assert.equal(calls.length, 3);
});

test("Retry-After is seconds or a date, in whatever spelling; all else counts as absent", async () => {
    const date = (ms) => new Date(Date.now() + ms).toUTCString();
    const absent = [0, 1];
    for (const [header, [least, most]] of [
        ["120", [120_000, 120_000]],
        [" 0 ", [0, 0]],
        ["007", [7_000, 7_000]],
        [date(60_000), [58_000, 61_000]],
        [date(-60_000), [0, 0]],
        ["Sun, 06 Nov 1994 08:49:37 GMT", [0, 0]],
        ...["soon", "-1", "1.5", "1e3", "0x10", "5 GMT", "1 2", "12s", "Sun, 06 Nox 2994 08:49:37 GMT", "2994-11-06T08:49:37Z", "Sun Nov  6 08:49:37 2994"].map((garbage) => [garbage, absent]),
    ]) {
        const controller = new AbortController();
        const delays = [];
        const onRetry = ({ delayMs }) => (delays.push(delayMs), controller.abort("enough"));
        const { persons } = scripted(json({}, 429, { "retry-after": header }), { retry: { baseDelayMs: 1, maxDelayMs: 200_000 }, onRetry });
        assert.equal(await settled(rejected(persons.get(ID, { signal: controller.signal }))), "enough");
        assert.ok(delays.length === 1 && delays[0] >= least && delays[0] <= most, `${header}: ${delays}`);
    }
    // Longer than the longest wait: not waited for.
    for (const [header, least, most] of [
        ["201", 201_000, 201_000],
        ["9".repeat(400), Infinity, Infinity],
        [date(3_600_000), 3_590_000, 3_610_000],
    ]) {
        const { persons, calls } = scripted(json({}, 503, { "retry-after": header }), { retry: { maxDelayMs: 200_000 } });
        const { retryAfterMs, attempts } = await settled(rejected(persons.get(ID)));
        assert.deepEqual([attempts, calls.length], [1, 1]);
        assert.ok(retryAfterMs >= least && retryAfterMs <= most, `${header}: ${retryAfterMs}`);
    }
});
