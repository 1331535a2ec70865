// Where the engine gives wasm no more memory (or nowasm no larger array): every call is right or an error, each settles,
// and the calls after it find a wasm that was started anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

/** Whether there is no more memory than there is. */
let short = false;
let refused = 0;
const memories = [];

const { Instance } = WebAssembly;
WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
    if (short) fill();
    return instance;
};
globalThis.ArrayBuffer = class extends ArrayBuffer {
    constructor(length, ...others) {
        if (short && length > 8_000_000) {
            refused += 1;
            throw new RangeError("Array buffer allocation failed");
        }
        super(length, ...others);
    }
};

/** All that a wasm may have is its, but its allocator does not know it. */
function fill() {
    for (const memory of memories.splice(0)) {
        for (let pages = 4_096; pages >= 1; pages >>= 1) {
            try {
                while (true) memory.grow(pages);
            } catch {
                refused += 1;
            }
        }
    }
}

function runShort() {
    short = true;
    fill();
}

const { ExternalClientContactPerson: Schema, PigelloError } = await import("pigello-client");
const { credentials, GOOD, rejected, scripted, settled } = await import("./scripted.mjs");

const uncaught = [];
process.on("uncaughtException", (error) => uncaught.push(error));
process.on("unhandledRejection", (error) => uncaught.push(error));

const one = { maxUrlLength: 1e9, retry: false };
const asked = (length) => ({ filter: { name: { icontains: "å".repeat(length) } } });
const isInternal = (error) => error instanceof PigelloError && error.kind === "internal" && error.cause instanceof Error;

/** The issues of a body, or `undefined` where it could not be judged. */
function judged(body) {
    try {
        return Schema.validate(body, { mode: "create" }).issues ?? [];
    } catch (error) {
        if (isInternal(error)) return undefined;
        throw error;
    }
}

test("without memory each call is right or an error, and settles; with memory all is well again", async () => {
    const { persons, calls } = scripted(() => new Response("[]"), one);
    assert.deepEqual(judged(GOOD), []);
    runShort();
    const broken = [];
    for (let length = 2_000; broken.length < 6 && length < 10_000_000; length = Math.ceil(length * 1.3)) {
        calls.length = 0;
        await settled(persons.list(asked(length))).catch((error) => {
            assert.ok(isInternal(error), `${length}: ${error}`);
            broken.push(length);
        });
        for (const { url, headers } of calls) {
            assert.ok(url.endsWith(`/list/?name__icontains=${"%C3%A5".repeat(length)}`), `${length}: ${url.slice(0, 200)}`);
            assert.equal(headers["x-pigello-client-ct"], credentials.clientCt);
        }
        const issues = judged({ name: "x" });
        if (issues !== undefined) {
            assert.deepEqual(issues.map(({ path, code }) => `${path}:${code}`), ["external_client:required", "title:required"]);
        }
    }
    assert.ok(refused > 0 && broken.length > 0, "there was memory enough");
    short = false;
    judged(GOOD);
    for (const length of broken) {
        assert.deepEqual(await settled(persons.list(asked(length))), []);
        assert.ok(calls.at(-1).url.endsWith("%C3%A5".repeat(length)), String(length));
    }
    assert.deepEqual(uncaught, []);
});

test("calls that are under way when it happens reject, give back their turns, and never go on", async () => {
    short = false;
    judged(GOOD);
    const answers = [];
    const signals = [];
    const held = (_, { signal }) => new Promise((resolve) => (signals.push(signal), answers.push(resolve)));
    const { persons, calls } = scripted([held, () => new Response("[]")], { ...one, concurrency: 1 });
    const open = [persons.list(), persons.list(), persons.bulkWrite([GOOD]), persons.ids()].map(rejected);
    while (answers.length === 0) await wait(1);
    assert.equal(calls.length, 1, "the others wait for their turn");
    runShort();
    assert.equal(judged({ name: "å".repeat(20_000_000) }), undefined);
    short = false;
    for (const error of await settled(Promise.all(open))) assert.ok(isInternal(error), String(error));
    assert.equal(signals[0].aborted, true);
    // The turn is free, and whatever comes too late reaches nobody.
    assert.deepEqual(await settled(persons.list()), []);
    answers[0](new Response("[]"));
    await wait(20);
    assert.equal(calls.length, 2);
    assert.deepEqual(judged(GOOD), []);
    assert.deepEqual(uncaught, []);
});

test("whoever is called while it happens cannot start another under its feet", async () => {
    short = false;
    const seen = [];
    const fetch = () => {
        runShort();
        seen.push(judged({ name: "å".repeat(20_000_000) }));
        short = false;
        seen.push(judged(GOOD));
        return new Response("[]");
    };
    const { persons } = scripted(fetch, one);
    assert.ok(isInternal(await settled(rejected(persons.list()))));
    assert.deepEqual(seen, [undefined, undefined]);
    assert.deepEqual(judged(GOOD), []);
    assert.deepEqual(await settled(scripted(() => new Response("[]"), one).persons.list()), []);
    assert.deepEqual(uncaught, []);
});
