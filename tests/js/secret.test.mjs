// The client's secret stands in nothing that is handed out: no property, no text, no print, no event.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { Pigello } from "pigello-client";
import { hides, texts } from "./hidden.mjs";
import { all, credentials, GOOD, ID, PERSONS, rejected, scripted, thrown } from "./scripted.mjs";

const SECRET = credentials.clientSecret;
const assertHidden = hides(SECRET);

test("the client holds it where nobody reaches it", () => {
    const { pigello, persons } = scripted(() => new Response("[]"));
    assertHidden(pigello, "client");
    assertHidden(persons, "resource");
    assertHidden(pigello.request, "request");
    assertHidden(Pigello, "class");
    assertHidden(persons.iterate(), "iterator");
});

test("no error and no event shows it, wherever it came back from", async () => {
    const events = [];
    const watch = (event) => events.push(event);
    const options = { onRequest: watch, onResponse: watch, onRetry: watch, retry: { attempts: 2, baseDelayMs: 1 } };
    const told = `you sent ${SECRET} and ${encodeURIComponent(SECRET)}`;
    const text = (status, value) => () => new Response(value, { status, headers: { "content-type": "application/json" } });
    class Axios extends Error {
        config = { headers: { "X-PIGELLO-CLIENT-SECRET": SECRET }, deep: [{ [SECRET]: new Map([["x", SECRET]]) }] };
    }
    const causes = [
        new TypeError(told, { cause: new Error(told) }),
        told,
        { headers: { secret: SECRET } },
        new Axios(told),
        [told],
        Object.assign(new Error("x"), { request: new Request("https://x.se", { headers: { "X-Secret": "s3cret" } }), note: SECRET }),
        new Proxy({ secret: SECRET }, { ownKeys() { throw new Error("trap"); } }),
    ];
    const answers = [
        text(400, JSON.stringify({ detail: told, name: [told], [SECRET]: "x" })),
        text(500, told),
        text(404, JSON.stringify(told)),
        text(200, told),
        text(200, JSON.stringify([told])),
        ...causes.map((cause) => () => Promise.reject(cause)),
    ];
    for (const [at, answer] of answers.entries()) {
        for (const act of [
            (persons) => persons.get(ID),
            (persons) => persons.create(GOOD),
            (persons) => persons.bulkWrite([GOOD]),
            (persons) => all(persons.stream()),
            (persons) => persons.list({ search: SECRET }),
        ]) {
            const { persons } = scripted(answer, options);
            let error;
            await act(persons).catch((thrown) => (error = thrown));
            if (error !== undefined) assertHidden(error, `error ${at}`);
        }
    }
    assert.ok(events.length > 50);
    assertHidden(events, "events");
});

test("a cause without it is handed on as it is", async () => {
    const cause = Object.assign(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") }), { code: 5 });
    const error = await rejected(scripted(() => Promise.reject(cause)).persons.get(ID));
    assert.equal(error.cause, cause);
});

test("a masked cause keeps what is not secret", async () => {
    const cause = Object.assign(new TypeError(`failed with ${SECRET}`), { code: "ECONNRESET" });
    const error = await rejected(scripted(() => Promise.reject(cause)).persons.get(ID));
    assert.equal(error.cause.message, "failed with [secret]");
    assert.equal(error.cause.name, "TypeError");
    assert.equal(error.cause.code, "ECONNRESET");
    assert.ok(error.cause instanceof Error);
});

test("the url of an error shows no secret that was put there", async () => {
    const error = await rejected(scripted(() => new Response("", { status: 404 })).persons.list({ search: SECRET }));
    assert.equal(error.url, `${PERSONS}list/?_search=[secret]`);
});

/** A client with this secret, whose answers repeat it. */
const withSecret = (clientSecret, answer, options = {}) => scripted(answer, { credentials: { ...credentials, clientSecret }, ...options });
const shown = (value) => texts(value).concat(inspect(value, { depth: 9, showHidden: true, getters: true })).join("\n");

test("spellings that JSON undoes are masked after parsing", async () => {
    const secret = `a&b"c<d>'e\\f/gé`;
    const escaped = (text) => Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    const bodies = [
        `{"detail": "${escaped(secret)}", "${escaped(secret)}": ["${escaped(secret)}"], "deep": [[{"x": ["${escaped(secret)}"]}]]}`,
        `"${escaped(secret)}"`,
        `[{"name": ["${escaped(secret)}"]}, "${escaped(secret)}"]`,
    ];
    for (const body of bodies) {
        for (const status of [400, 500, 200]) {
            const events = [];
            const watch = (event) => events.push(event);
            const answer = () => new Response(body, { status, headers: { "content-type": "application/json" } });
            const { persons } = withSecret(secret, answer, { onRequest: watch, onResponse: watch, onRetry: watch });
            for (const act of [() => persons.create(GOOD), () => persons.bulkWrite([GOOD, GOOD], { chunkSize: 1 }), () => all(persons.stream())]) {
                const error = await act().catch((error) => error);
                if (error instanceof Error) assert.ok(!shown(error).includes(secret), shown(error));
            }
            assert.ok(!shown(events).includes(secret));
        }
    }
});

test("what was written before a bulk write failed keeps its rows, without the secret", async () => {
    const row = { ...GOOD, id: ID, title: `has ${SECRET} in it` };
    const answers = [() => new Response(JSON.stringify([row])), () => new Response("", { status: 400 })];
    const error = await rejected(scripted(answers).persons.bulkWrite([GOOD, GOOD], { chunkSize: 1 }));
    assert.deepEqual(error.written, [{ ...row, title: "has [secret] in it" }]);
});

test("an error body stays whole, however large and deep, in the order it had", async () => {
    const deep = "[".repeat(20_000) + JSON.stringify(SECRET) + "]".repeat(20_000);
    const text = `{"a": 1, "${SECRET}": 2, "c": 3, "many": [${"1,".repeat(20_000)}1], "__proto__": "x", "deep": ${deep}}`;
    const { body } = await rejected(scripted(() => new Response(text, { status: 400 })).persons.get(ID));
    assert.deepEqual(Object.keys(body), ["a", "[secret]", "c", "many", "__proto__", "deep"]);
    assert.equal(body.many.length, 20_001);
    let inner = body.deep;
    while (Array.isArray(inner)) [inner] = inner;
    assert.equal(inner, "[secret]");
});

test("URLs and HTML spell it in many ways", async () => {
    const secret = `k/+ü&"'<>=`;
    const html = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
    const spellings = [
        encodeURIComponent(secret),
        encodeURIComponent(secret).toLowerCase(),
        encodeURIComponent(secret).replaceAll("'", "%27"),
        Array.from(secret, (c) => html[c] ?? c).join(""),
        Array.from(secret, (c) => (c === "'" ? "&#39;" : (html[c] ?? c))).join(""),
        Array.from(secret, (c) => `&#${c.charCodeAt(0)};`).join("").replace("&#107;", "k"),
        JSON.stringify(JSON.stringify(secret)).slice(3, -3),
        secret.replace("/", "\\/"),
    ];
    for (const spelling of spellings) {
        const error = await rejected(withSecret(secret, () => Promise.reject(new Error(`was: ${spelling}.`))).persons.get(ID));
        assert.equal(error.cause.message, "was: [secret].", spelling);
    }
});

test("a cause is handed on as it is only where all of it can be looked at", async () => {
    const hidden = SECRET;
    class Getter {
        get secret() {
            return hidden;
        }
    }
    class GetterError extends Error {
        get secret() {
            return hidden;
        }
    }
    class List extends Array {
        get secret() {
            return hidden;
        }
    }
    const causes = [
        new URL(`https://x.se/?a=${encodeURIComponent(SECRET)}`),
        new URLSearchParams({ a: SECRET }),
        new Getter(),
        new GetterError("x"),
        new List(),
        new Map([["a", SECRET]]),
        new Error("x", { cause: new Map([["a", SECRET]]) }),
        Object.assign(() => {}, { secret: SECRET }),
        { act: Object.assign(() => {}, { secret: SECRET }) },
        Object.create({ secret: SECRET }),
        Symbol(SECRET),
        { [Symbol(SECRET)]: 1 },
        { [Symbol.toStringTag]: SECRET },
        Object.defineProperty({}, "hidden", { value: SECRET }),
        { get asked() { return hidden; } },
        new AggregateError([new Error(SECRET)]),
        new DOMException(SECRET, "AbortError"),
    ];
    for (const [at, cause] of causes.entries()) {
        const error = await rejected(scripted(() => Promise.reject(cause)).persons.get(ID));
        assert.notEqual(error.cause, cause, `cause ${at}`);
        assertHidden(error, `cause ${at}`);
        if (error.cause instanceof URL || error.cause instanceof Map) assert.fail(`cause ${at}`);
    }
});

test("plain causes without it stay themselves", async () => {
    const causes = [
        new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET", errno: -104 }) }),
        new AggregateError([new Error("a"), new Error("b")], "all"),
        new DOMException("x", "NetworkError"),
        { plain: [1, { deep: null }, undefined, 5n, Symbol("x")] },
        Object.assign(Object.create(null), { a: 1 }),
        [],
        "text",
        5,
    ];
    for (const cause of causes) {
        const error = await rejected(scripted(() => Promise.reject(cause)).persons.get(ID));
        assert.equal(error.cause, cause);
    }
});

test("an error of the platform's own stays itself", async () => {
    const { persons } = scripted(() => fetch("http://127.0.0.1:1/"));
    const error = await rejected(persons.get(ID));
    assert.ok(error.cause instanceof TypeError);
    assert.ok(error.cause.cause instanceof Error);
});

test("issues that name what a user gave do not show it", async () => {
    const { persons } = scripted(() => new Response("{}"));
    const acts = [
        () => persons.create({ [SECRET]: 1 }),
        () => persons.update(ID, { [SECRET]: 1 }),
        () => persons.bulkWrite([{ [SECRET]: 1 }]),
        () => persons.list({ filter: { [SECRET]: 1 } }),
    ];
    for (const act of acts) assertHidden(await rejected(act()), String(act));
});

test("the line of a stream is masked before it is cut", async () => {
    const secret = "x".repeat(60) + "/" + "y".repeat(60);
    const row = JSON.stringify({ pad: "p".repeat(80), name: secret });
    const { persons } = withSecret(secret, () => new Response(`${row}\n`), { checkResponses: true });
    const error = await rejected(all(persons.stream()));
    assert.equal(error.kind, "decode");
    assert.ok(!error.snippet.includes("x".repeat(9)), error.snippet);
    assert.ok(error.snippet.includes("[secret]"), error.snippet);
});

test("the constructor's complaints show no credential", () => {
    for (const wrong of [{ clientSecret: `${SECRET}\n` }, { clientCt: 5 }, { clientSecrett: SECRET }]) {
        assertHidden(thrown(() => new Pigello({ environment: "dev.api", credentials: { ...credentials, ...wrong } })), "constructor");
    }
});
