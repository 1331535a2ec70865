// stream: JSON lines as they arrive, split at any byte.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { DecodeError, NetworkError, ServerError, TimeoutError } from "pigello-client";
import { all, open, PERSONS, rejected, scripted, settled } from "./scripted.mjs";

const ROWS = [{ name: "Åsa 😀" }, { name: "Bo\\n" }, { name: "" }];
const TEXT = `\n${JSON.stringify(ROWS[0])}\n  \n\r\n${JSON.stringify(ROWS[1])}\r\n${JSON.stringify(ROWS[2])}`;

/** A body that hands out these pieces, and then ends, breaks or waits. */
function body(pieces, { end = (controller) => controller.close(), cancel = () => {} } = {}) {
    const left = [...pieces];
    return new ReadableStream({
        pull(controller) {
            return left.length > 0 ? controller.enqueue(left.shift()) : end(controller);
        },
        cancel,
    });
}

const streamed = (pieces, how, options) => scripted(() => new Response(body(pieces, how)), options).persons.stream();

test("lines are split at any byte, blank ones skipped, the last needs no end", async () => {
    const bytes = new TextEncoder().encode(TEXT);
    for (let at = 0; at <= bytes.length; at++) {
        assert.deepEqual(await all(streamed([bytes.slice(0, at), bytes.slice(at)])), ROWS);
    }
    assert.deepEqual(await all(streamed(Array.from(bytes, (byte) => Uint8Array.of(byte)))), ROWS);
    assert.deepEqual(await all(streamed([bytes, new TextEncoder().encode("\n\n")])), ROWS);
    assert.deepEqual(await all(streamed([])), []);
});

test("it asks for JSON lines once", async () => {
    const { persons, calls } = scripted(() => new Response(TEXT));
    assert.deepEqual(await all(persons.stream({ filter: { name: "Anna" }, orderBy: "name" })), ROWS);
    assert.deepEqual(calls.map(({ url }) => url), [`${PERSONS}list/?name=Anna&_jsonl=true&_order_by=name`]);
});

test("an answer without a stream is read as text, and Node's own streams are bodies too", async () => {
    const answer = { status: 200, headers: new Headers(), text: async () => TEXT };
    assert.deepEqual(await all(scripted(() => answer).persons.stream()), ROWS);
    async function* pieces() {
        for (const byte of new TextEncoder().encode(TEXT)) yield Buffer.of(byte);
    }
    assert.deepEqual(await all(scripted(() => ({ ...answer, body: pieces() })).persons.stream()), ROWS);
    async function* texts() {
        yield* TEXT;
    }
    assert.deepEqual(await all(scripted(() => ({ ...answer, body: texts() })).persons.stream()), ROWS);
});

test("an engine without TextDecoder reads bytes all the same", async () => {
    const { TextDecoder } = globalThis;
    const bytes = new TextEncoder().encode(TEXT);
    const answer = { status: 200, headers: new Headers(), text: async () => TEXT };
    delete globalThis.TextDecoder;
    try {
        for (let at = 0; at <= bytes.length; at++) {
            async function* pieces() {
                yield bytes.slice(0, at);
                yield bytes.slice(at);
            }
            assert.deepEqual(await all(scripted(() => ({ ...answer, body: pieces() })).persons.stream()), ROWS);
        }
    } finally {
        globalThis.TextDecoder = TextDecoder;
    }
});

test("rows are handed out as they arrive", async () => {
    const gate = open();
    const pieces = ['{"n":1}\n{"n":', "2}\n"].map((text) => new TextEncoder().encode(text));
    const iterator = streamed(pieces.slice(0, 1), {
        end: async (controller) => {
            await gate.promise;
            controller.enqueue(pieces[1]);
            controller.close();
        },
    });
    assert.deepEqual(await settled(iterator.next()), { done: false, value: { n: 1 } });
    const second = iterator.next();
    assert.equal(await Promise.race([second, sleep(20, "waiting")]), "waiting");
    gate.resolve();
    assert.deepEqual(await settled(second), { done: false, value: { n: 2 } });
    assert.deepEqual(await settled(iterator.next()), { done: true, value: undefined });
});

test("a line that is no object is a DecodeError after the rows before it", async () => {
    for (const line of ["{", "[]", "5", "null", '"x"', '{"a":1}{"b":2}']) {
        let cancelled = false;
        const pieces = [new TextEncoder().encode(`{"n":1}\n${line}\n{"n":2}\n`), new Uint8Array(3)];
        const iterator = streamed(pieces, { cancel: () => (cancelled = true) });
        assert.deepEqual((await iterator.next()).value, { n: 1 });
        const error = await rejected(iterator.next());
        assert.ok(error instanceof DecodeError, line);
        assert.deepEqual([error.status, error.snippet], [200, line]);
        assert.deepEqual(await iterator.next(), { done: true, value: undefined });
        assert.ok(cancelled);
    }
});

test("a body that breaks is a NetworkError with its cause, after the rows before it", async () => {
    for (const cause of [new TypeError("terminated"), "text", undefined, { kind: "x" }]) {
        const iterator = streamed([new TextEncoder().encode('{"n":1}\n{"n"')], { end: (c) => c.error(cause) });
        assert.deepEqual((await iterator.next()).value, { n: 1 });
        const error = await rejected(iterator.next());
        assert.ok(error instanceof NetworkError);
        assert.equal(error.cause, cause);
    }
});

test("the timeout is for a read that is pending, not for a slow reader", async () => {
    const pieces = [1, 2].map((n) => new TextEncoder().encode(`{"n":${n}}\n`));
    const slow = streamed(pieces, {}, { timeoutMs: 30 });
    await slow.next();
    await sleep(60);
    assert.deepEqual((await slow.next()).value, { n: 2 });
    assert.equal((await slow.next()).done, true);

    const stuck = streamed(pieces, { end: () => new Promise(() => {}) }, { timeoutMs: 30 });
    await stuck.next();
    await stuck.next();
    const error = await settled(rejected(stuck.next()));
    assert.ok(error instanceof TimeoutError);
    assert.equal(error.timeoutMs, 30);
});

test("leaving the loop cancels the body", async () => {
    let cancelled = false;
    const endless = scripted(
        () => new Response(body([], { end: (c) => c.enqueue(new TextEncoder().encode('{"n":1}\n')), cancel: () => (cancelled = true) })),
    ).persons.stream();
    let seen = 0;
    for await (const { n } of endless) {
        seen += n;
        if (seen === 100) break;
    }
    assert.equal(seen, 100);
    assert.ok(cancelled);
});

test("a body that comes in the moment of an abort, or of leaving, is cancelled", async () => {
    for (const end of [(controller) => controller.abort("enough"), (_, iterator) => void iterator.return()]) {
        const controller = new AbortController();
        const cancelled = open();
        const never = { end: () => new Promise(() => {}), cancel: () => cancelled.resolve("cancelled") };
        const { persons } = scripted(() => new Response(body([], never)), { onResponse: () => end(controller, iterator) });
        const iterator = persons.stream({}, { signal: controller.signal });
        const first = iterator.next().catch((reason) => reason);
        assert.equal(await settled(cancelled.promise), "cancelled");
        const came = await settled(first);
        assert.ok(came === "enough" || came.done, `${came}`);
    }
});

test("an abort ends a read that is pending, with its own reason", async () => {
    const controller = new AbortController();
    const { persons } = scripted(() => new Response(body([new TextEncoder().encode('{"n":1}\n{"n":2}\n')], { end: () => new Promise(() => {}) })));
    const iterator = persons.stream({}, { signal: controller.signal });
    assert.deepEqual((await iterator.next()).value, { n: 1 });
    assert.deepEqual((await iterator.next()).value, { n: 2 });
    const pending = rejected(iterator.next());
    controller.abort("enough");
    assert.equal(await settled(pending), "enough");
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
});

test("an abort between two rows rejects the next one at once and cancels the body, though nobody asks", async () => {
    for (const timeoutMs of [0, 30_000]) {
        const controller = new AbortController();
        const cancelled = open();
        const never = { end: () => new Promise(() => {}), cancel: () => cancelled.resolve("cancelled") };
        const { persons } = scripted(() => new Response(body([new TextEncoder().encode('{"n":1}\n')], never)), { timeoutMs });
        const iterator = persons.stream({}, { signal: controller.signal });
        assert.deepEqual((await iterator.next()).value, { n: 1 });
        controller.abort("enough");
        assert.equal(await settled(cancelled.promise), "cancelled");
        assert.equal(await settled(rejected(iterator.next())), "enough");
        assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    }
});

test("an abort after the last row is no silent end", async () => {
    const controller = new AbortController();
    const { persons } = scripted(() => new Response('{"n":1}'));
    const iterator = persons.stream({}, { signal: controller.signal });
    assert.deepEqual((await iterator.next()).value, { n: 1 });
    controller.abort("enough");
    assert.equal(await settled(rejected(iterator.next())), "enough");
});

test("leaving while a piece is awaited cancels the body at once", async () => {
    const cancelled = open();
    const never = { end: () => new Promise(() => {}), cancel: () => cancelled.resolve("cancelled") };
    const iterator = scripted(() => new Response(body([], never)), { timeoutMs: 0 }).persons.stream();
    const pending = iterator.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const left = iterator.return();
    assert.equal(await settled(cancelled.promise), "cancelled");
    assert.deepEqual(await settled(Promise.all([pending, left])), [
        { done: true, value: undefined },
        { done: true, value: undefined },
    ]);
});

const line = new TextEncoder().encode('{"n":1}\n');
const breaking = { end: (controller) => controller.error(new TypeError("reset")) };

test("a body that breaks before its first row is asked for again, as often as any request", async () => {
    const told = [];
    const watch = (name) => ({ attempt, status, error, delayMs }) => told.push([name, attempt, status ?? error?.name, delayMs !== undefined]);
    const options = { onRequest: watch("request"), onResponse: watch("response"), onRetry: watch("retry") };
    const early = () => new Response(body([line.slice(0, 5)], breaking));
    const { persons, calls } = scripted([early, () => new Response("", { status: 503 }), () => new Response(body([line, line]))], options);
    assert.deepEqual(await all(persons.stream()), [{ n: 1 }, { n: 1 }]);
    assert.equal(calls.length, 3);
    assert.deepEqual(told, [
        ["request", 1, undefined, false],
        ["response", 1, 200, false],
        ["retry", 1, "NetworkError", true],
        ["request", 2, undefined, false],
        ["response", 2, 503, false],
        ["retry", 2, 503, true],
        ["request", 3, undefined, false],
        ["response", 3, 200, false],
    ]);
    const always = scripted(early, options);
    const error = await rejected(all(always.persons.stream()));
    assert.deepEqual([error.name, error.attempts, error.cause.message, always.calls.length], ["NetworkError", 3, "reset", 3]);
    const late = scripted(() => new Response(body([], { end: () => new Promise(() => {}) })), { timeoutMs: 20 });
    const timeout = await settled(rejected(all(late.persons.stream())));
    assert.deepEqual([timeout.name, timeout.attempts, timeout.timeoutMs, late.calls.length], ["TimeoutError", 3, 20, 3]);
    const never = scripted(early);
    assert.equal((await rejected(all(never.persons.stream({}, { retry: false })))).attempts, 1);
    assert.equal(never.calls.length, 1);
});

test("a body that breaks after its first row is not asked for again, nor one whose first row is wrong", async () => {
    const { persons, calls } = scripted([() => Promise.reject(new TypeError("x")), () => new Response(body([line], breaking))]);
    const iterator = persons.stream();
    assert.deepEqual(await iterator.next(), { done: false, value: { n: 1 } });
    const error = await rejected(iterator.next());
    assert.deepEqual([error.name, error.attempts, calls.length], ["NetworkError", 2, 2]);
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    const wrong = scripted(() => new Response("<html>"));
    assert.equal((await rejected(all(wrong.persons.stream()))).name, "DecodeError");
    assert.equal(wrong.calls.length, 1);
});

test("an abort while a broken stream waits for its next try ends it at once", async () => {
    const controller = new AbortController();
    const waits = { retry: { attempts: 3, baseDelayMs: 60_000, maxDelayMs: 60_000 }, onRetry: () => controller.abort("enough") };
    const { persons, calls } = scripted(() => new Response(body([], breaking)), waits);
    assert.equal(await settled(rejected(all(persons.stream({}, { signal: controller.signal })))), "enough");
    assert.equal(calls.length, 1);
});

test("the rows before a wrong line come first, and the error after them", async () => {
    const iterator = streamed([new TextEncoder().encode('{"n":1}\n{"n":2}\n{n:3}\n{"n":4}\n')]);
    assert.deepEqual((await iterator.next()).value, { n: 1 });
    assert.deepEqual((await iterator.next()).value, { n: 2 });
    assert.ok((await rejected(iterator.next())) instanceof DecodeError);
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
});

test("an abort holds back the rows that have come but were not asked for", async () => {
    const controller = new AbortController();
    const { persons } = scripted(() => new Response(body([line, line, line])));
    const iterator = persons.stream({}, { signal: controller.signal });
    await iterator.next();
    controller.abort("enough");
    assert.equal(await rejected(iterator.next()), "enough");
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
});

test("a failure before the body is the plain error", async () => {
    assert.ok((await rejected(all(scripted(() => new Response("", { status: 500 })).persons.stream()))) instanceof ServerError);
});

test("a stream gives its place in the queue back once its headers are in", async () => {
    const never = { end: () => new Promise(() => {}) };
    const { persons } = scripted(() => new Response(body([new TextEncoder().encode('{"n":1}\n')], never)), { concurrency: 1 });
    const first = persons.stream();
    await settled(first.next());
    const second = persons.stream();
    assert.deepEqual((await settled(second.next())).value, { n: 1 });
    await Promise.all([first.return(), second.return()]);
});

test("a long line in many pieces is not copied anew with each", async () => {
    const piece = new TextEncoder().encode("x".repeat(1_000));
    const pieces = [new TextEncoder().encode('{"text":"'), ...Array.from({ length: 20_000 }, () => piece), new TextEncoder().encode('"}')];
    const start = Date.now();
    const [{ text }] = await all(streamed(pieces));
    assert.equal(text.length, 20_000_000);
    assert.ok(Date.now() - start < 5_000);
});
