// Ways in which a promise must not be left unsettled: whatever `fetch` rejects with or answers, the call settles, with
// an answer or an error of ours. (gloo-net's own `send` would hang or panic on many of these.)

import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, ExternalClientContactPerson, Pigello, PigelloError } from "pigello-client";
import { all, credentials, GOOD, ID, json, rejected, scripted, settled, thrown } from "./scripted.mjs";

const quick = { retry: { attempts: 2, baseDelayMs: 1, maxDelayMs: 2 } };
const trap = new Proxy({}, { get() { throw new Error("trap"); }, has() { throw new Error("trap"); }, ownKeys() { throw new Error("trap"); } });
const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
};

const acts = {
    get: (persons) => persons.get(ID),
    list: (persons) => persons.list(),
    create: (persons) => persons.create(GOOD),
    delete: (persons) => persons.delete(ID),
    ids: (persons) => persons.ids(),
    iterate: (persons) => all(persons.iterate()),
    stream: (persons) => all(persons.stream()),
    bulkWrite: (persons) => persons.bulkWrite([GOOD]),
};

/** Settles with an error of ours, or with an answer. */
async function isOurs(promise, what) {
    await settled(promise).catch((error) => {
        assert.ok(error instanceof PigelloError, `${what}: ${String(error)}`);
        assert.notEqual(error.kind, "internal", `${what}: ${error.cause}`);
    });
}

const raw = (fetch, options = {}) =>
    new Pigello({ environment: "dev.api", credentials, fetch, ...quick, ...options }).organization.externalClientContactPerson;

for (const [name, act] of Object.entries(acts)) {
    test(`${name}: fetch rejects or throws with anything`, async () => {
        const hostile = [trap, revoked()];
        const reasons = ["text", undefined, null, 5, 5n, Symbol("x"), {}, { message: 5 }, () => {}, new Error("x"), [], NaN, ...hostile];
        for (const reason of reasons) {
            for (const fetch of [() => Promise.reject(reason), () => { throw reason; }]) {
                const error = await settled(rejected(act(raw(fetch))));
                const cause = error.kind === "bulk" ? error.cause : error;
                assert.equal(cause.kind, "network");
                // What cannot be looked into might hold the secret, and is not handed on.
                const shown = typeof reason === "function" ? undefined : reason;
                if (!hostile.includes(reason)) assert.ok(Object.is(cause.cause, shown), String(reason));
            }
        }
    });

    test(`${name}: fetch answers rubbish`, async () => {
        const headers = { get: () => null };
        const text = async () => "[]";
        const answers = [
            undefined, null, 5, "text", 5n, Symbol("x"), {}, [], () => {}, trap, revoked(),
            { status: 200 },
            { status: 200, headers },
            { status: 200, text },
            { status: "200", headers, text },
            { status: NaN, headers, text },
            { status: -1, headers, text },
            { status: 1e9, headers, text },
            { status: 200, headers: null, text },
            { status: 200, headers: { get: "no" }, text },
            { status: 200, headers: { get() { throw "no"; } }, text },
            { status: 200, headers: { get: () => 5 }, text },
            { status: 200, headers, text: "no" },
            { status: 200, headers, text() { throw "no"; } },
            { status: 200, headers, text: () => Promise.reject("no") },
            { status: 200, headers, text: () => 5 },
            { status: 200, headers, text: () => undefined },
            { status: 200, headers, text: () => ({ length: 5 }) },
            { status: 200, headers, text, body: 5 },
            { status: 200, headers, text, body: {} },
            { status: 200, headers, text, body: trap },
            { status: 200, headers, text, body: { getReader() { throw "no"; } } },
            { status: 200, headers, text, body: { getReader: () => ({}) } },
            { status: 200, headers, text, body: { getReader: () => ({ read: () => 5, cancel: 5 }) } },
            { status: 200, headers, text, body: { getReader: () => ({ read: async () => undefined, cancel() { throw "no"; } }) } },
            { status: 200, headers, text, body: { getReader: () => ({ read: async () => ({ value: {} }), cancel: async () => { throw "no"; } }) } },
            { status: 200, headers, text, body: { [Symbol.asyncIterator]: 5 } },
            { status: 200, headers, text, body: { [Symbol.asyncIterator]() { return {}; } } },
            { status: 200, headers, text, body: { async *[Symbol.asyncIterator]() { throw "no"; } } },
            { get status() { throw "no"; }, headers, text },
            { status: 200, get headers() { throw "no"; }, text },
            { status: 200, headers, get text() { throw "no"; } },
            { status: 200, headers, text, get body() { throw "no"; } },
            Object.freeze({ status: 200, headers, text }),
            { status: 200, headers, text, then: undefined },
            { then(resolve) { resolve({ status: 200, headers, text }); } },
            { then() { throw "no"; } },
            { get then() { throw "no"; } },
            Response.error(),
        ];
        for (const [at, answer] of answers.entries()) {
            // Not `async`: a thenable stays what it is.
            await isOurs(act(raw(() => answer)), `${name}, answer ${at}`);
        }
        // A body that was read already.
        const used = new Response("[]");
        await used.text();
        await isOurs(act(raw(async () => used)), "used");
    });

    test(`${name}: headers with control characters settle as a ConfigError`, async () => {
        for (const value of ["a\nb", "a\r\nX: y", "a\0b", "\u{7f}", "ÿĀ", "😀"]) {
            const persons = raw(async () => json([])(), { headers: async () => ({ "X-Own": value }) });
            const error = await settled(rejected(act(persons)));
            const cause = error.kind === "bulk" ? error.cause : error;
            assert.ok(cause instanceof ConfigError, JSON.stringify(value));
        }
    });
}

test("a client without any fetch says so", async () => {
    const { fetch } = globalThis;
    delete globalThis.fetch;
    try {
        const pigello = new Pigello({ environment: "dev.api", credentials });
        const error = await settled(rejected(pigello.organization.externalClientContactPerson.get(ID)));
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, /fetch/);
    } finally {
        globalThis.fetch = fetch;
    }
});

test("an engine without Request and Headers is served by plain objects", async () => {
    const { Request, Headers, Response } = globalThis;
    delete globalThis.Request;
    delete globalThis.Headers;
    delete globalThis.Response;
    try {
        let seen;
        const answer = { status: 200, headers: { get: () => null }, text: async () => "[]" };
        const persons = raw(async (url, init) => ((seen = init), answer));
        assert.deepEqual(await persons.list(), []);
        assert.equal(Object.getPrototypeOf(seen.headers), Object.prototype);
        assert.equal(seen.headers["X-PIGELLO-CLIENT-CT"], "ct");
        assert.equal(seen.method, "GET");
        await persons.list({}, { headers: [["X-Trace", "1"], ["x-trace", "2"]] });
        assert.deepEqual(Object.entries(seen.headers).filter(([name]) => /trace/i.test(name)), [["x-trace", "2"]]);
    } finally {
        Object.assign(globalThis, { Request, Headers, Response });
    }
});

test("a hundred calls after all that still work", async () => {
    const { persons } = scripted(json({ id: ID }));
    const answers = await settled(Promise.all(Array.from({ length: 100 }, () => persons.get(ID))));
    assert.equal(answers.length, 100);
    assert.equal(ExternalClientContactPerson.validate(GOOD).valid, true);
    assert.ok(thrown(() => new Pigello({})) instanceof ConfigError);
});
