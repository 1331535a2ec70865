// A hundred thousand calls, good and bad: the memory of neither side grows. In a process of its own, which can collect
// its garbage and sees the wasm's memory.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

const CALLS = 100_000;
const WARM = 20_000;

const script = `
    const { Instance } = WebAssembly;
    const memories = [];
    // Seen before the package asks for its instance.
    WebAssembly.Instance = new Proxy(Instance, {
        construct(target, given) {
            const instance = new target(...given);
            const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
            if (memory !== undefined) memories.push(memory);
            return instance;
        },
    });
    const { rejected, scripted, json, GOOD, ID, all } = await import(${JSON.stringify(new URL("./scripted.mjs", import.meta.url).href)});
    const row = { id: ID, ...GOOD };
    const quiet = { retry: { attempts: 2, baseDelayMs: 0, maxDelayMs: 0 }, onRequest: () => {}, onRetry: () => {} };
    const one = scripted(json(row), quiet);
    const many = scripted(json([row, row]), quiet);
    const none = scripted(json([]), quiet);
    const bad = scripted(json({ name: ["No."], detail: "x" }, 400), quiet);
    const lost = scripted(() => Promise.reject(new TypeError("reset")), quiet);
    const lines = scripted(() => new Response(JSON.stringify(row) + "\\n" + JSON.stringify(row)), quiet);
    const held = scripted(() => new Promise(() => {}), quiet);
    const shared = new AbortController();
    const acts = [
        () => one.persons.get(ID, { signal: shared.signal }),
        () => one.persons.create(GOOD),
        () => one.persons.update(ID, { title: "x" }),
        () => one.persons.delete(ID),
        () => many.persons.list({ filter: { name: { in: ["a", "b"] } } }, { headers: { "X-A": "1" } }),
        () => none.persons.ids(),
        () => none.persons.getMany([ID]),
        () => many.persons.bulkWrite([GOOD, GOOD]),
        () => rejected(bad.persons.create(GOOD)),
        () => rejected(bad.persons.bulkWrite([GOOD])),
        () => rejected(lost.persons.get(ID)),
        () => rejected(one.persons.create({})),
        () => rejected(one.persons.get("..")),
        () => all(lines.persons.stream()),
        () => one.persons.prepare.create(GOOD).toCurl(),
        () => {
            const own = new AbortController();
            const call = rejected(held.persons.get(ID, { signal: own.signal }));
            setImmediate(() => own.abort("enough"));
            return call;
        },
    ];
    const all_ = [one, many, none, bad, lost, lines, held];
    const run = async (count) => {
        for (let at = 0; at < count; at++) {
            await acts[at % acts.length]();
            // The scripts remember what they were asked.
            if (at % 100 === 0) for (const { calls } of all_) calls.length = 0;
        }
        for (const { calls } of all_) calls.length = 0;
        for (let times = 0; times < 5; times++) {
            await new Promise((resolve) => setTimeout(resolve, 20));
            gc();
        }
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        return { heap: heapUsed, buffers: arrayBuffers, wasm: memories.map(({ buffer }) => buffer.byteLength) };
    };
    const before = await run(${WARM});
    const start = performance.now();
    const after = await run(${CALLS});
    console.log(JSON.stringify({ before, after, took: performance.now() - start }));
`;

test(`after ${CALLS} calls both sides hold as much as before`, { timeout: 400_000 }, (t) => {
    const flags = ["--expose-gc", "--input-type=module", "-e", script];
    const text = execFileSync(process.execPath, flags, { encoding: "utf8", timeout: 380_000 });
    const { before, after, took } = JSON.parse(text);
    t.diagnostic(`${text.trim()}`);
    assert.deepEqual(after.wasm, before.wasm);
    assert.ok(after.heap - before.heap < 1_000_000, `the heap grew by ${after.heap - before.heap} bytes`);
    assert.ok(after.buffers - before.buffers < 100_000, `buffers grew by ${after.buffers - before.buffers} bytes`);
    assert.ok(took > 0);
});
