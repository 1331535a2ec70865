// The client's secret stands in nothing that is handed out: no property, no text, no print, no event.

import assert from "node:assert/strict";
import { test } from "node:test";
import { format, inspect } from "node:util";
import { Pigello } from "pigello-client";
import { all, credentials, GOOD, ID, PERSONS, rejected, scripted, thrown } from "./scripted.mjs";

const SECRET = credentials.clientSecret;
const SPELLINGS = [SECRET, encodeURIComponent(SECRET), JSON.stringify(SECRET).slice(1, -1)];

/** Every text that can be reached from a value, by whatever property. */
function texts(value, seen = new Set()) {
    if (typeof value === "string") return [value];
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return [];
    seen.add(value);
    if (value === globalThis || seen.size > 20_000) return [];
    const found = [];
    for (let object = value; object !== null && object !== Object.prototype; object = Object.getPrototypeOf(object)) {
        for (const key of Reflect.ownKeys(object)) {
            found.push(String(key));
            let entry;
            try {
                entry = value[key];
            } catch {
                continue;
            }
            found.push(...texts(entry, seen));
        }
    }
    return found;
}

function assertHidden(value, what) {
    const shown = [
        inspect(value, { depth: 20, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null }),
        format("%o", value),
        format("%j", value),
        JSON.stringify(value) ?? "",
        ...texts(value),
    ];
    try {
        shown.push(String(value));
    } catch {
        // Not everything is text.
    }
    for (const text of shown) {
        for (const spelling of SPELLINGS) assert.ok(!text.includes(spelling), `${what}: ${text.slice(0, 300)}`);
    }
}

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

test("the constructor's complaints show no credential", () => {
    for (const wrong of [{ clientSecret: `${SECRET}\n` }, { clientCt: 5 }, { clientSecrett: SECRET }]) {
        assertHidden(thrown(() => new Pigello({ environment: "dev.api", credentials: { ...credentials, ...wrong } })), "constructor");
    }
});
