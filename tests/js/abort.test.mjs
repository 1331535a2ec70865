// The caller's signal: its own reason, at once, whatever it is.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { ConfigError } from "pigello-client";
import { all, GOOD, ID, json, open, rejected, scripted, settled } from "./scripted.mjs";

const acts = {
    list: (persons, request) => persons.list({}, request),
    get: (persons, request) => persons.get(ID, request),
    create: (persons, request) => persons.create(GOOD, request),
    update: (persons, request) => persons.update(ID, {}, request),
    delete: (persons, request) => persons.delete(ID, request),
    first: (persons, request) => persons.first({}, request),
    ids: (persons, request) => persons.ids({}, request),
    pages: (persons, request) => all(persons.pages({}, request)),
    iterate: (persons, request) => all(persons.iterate({}, request)),
    stream: (persons, request) => all(persons.stream({}, request)),
    bulkWrite: (persons, request) => persons.bulkWrite([GOOD], request),
    request: (_, request, pigello) => pigello.request("GET", "/x/", request),
};
const reasons = [new Error("mine"), "text", 5, null, { any: "object" }, Symbol("x")];

for (const [name, act] of Object.entries(acts)) {
    test(`${name}: a signal that is over sends nothing and rejects with its reason`, async () => {
        for (const reason of reasons) {
            const { pigello, persons, calls } = scripted(json([]));
            let caught = "nothing";
            await act(persons, { signal: AbortSignal.abort(reason) }, pigello).catch((error) => (caught = error));
            assert.equal(caught, reason);
            assert.equal(calls.length, 0);
        }
    });

    test(`${name}: an abort on the way rejects at once, though fetch never answers`, async () => {
        for (const reason of name === "bulkWrite" ? [] : reasons) {
            const controller = new AbortController();
            const started = open();
            const aborted = open();
            const { pigello, persons, calls } = scripted((_, { signal }) => {
                signal.addEventListener("abort", () => aborted.resolve(signal.reason));
                started.resolve();
                return new Promise(() => {});
            });
            let caught = "nothing";
            const call = act(persons, { signal: controller.signal }, pigello).catch((error) => (caught = error));
            await settled(started.promise);
            controller.abort(reason);
            await settled(call);
            assert.equal(caught, reason);
            assert.ok((await settled(aborted.promise)) instanceof Error, "fetch is told with an Error, whatever the reason");
            assert.equal(calls.length, 1);
        }
    });
}

for (const [name, act] of Object.entries(acts)) {
    if (name === "bulkWrite") continue;
    test(`${name}: an abort in the moment of the answer rejects with its reason, whatever the answer`, async () => {
        for (const answer of [json([]), json({}), json({ detail: "No." }, 400), json({}, 503), () => new Response("<html>")]) {
            const controller = new AbortController();
            const { pigello, persons, calls } = scripted(answer, { onResponse: () => controller.abort("enough") });
            assert.equal(await settled(rejected(act(persons, { signal: controller.signal }, pigello))), "enough");
            assert.equal(calls.length, 1);
        }
    });
}

test("an abort without a reason is an AbortError", async () => {
    const controller = new AbortController();
    const { persons } = scripted(() => new Promise(() => {}));
    const call = rejected(persons.get(ID, { signal: controller.signal }));
    controller.abort();
    assert.equal((await settled(call)).name, "AbortError");
});

test("AbortSignal.timeout rejects with its own TimeoutError, which is none of ours", async () => {
    const { persons } = scripted(() => new Promise(() => {}));
    // Its timer does not keep Node alive.
    const alive = setTimeout(() => {}, 1_000);
    const error = await settled(rejected(persons.get(ID, { signal: AbortSignal.timeout(20) })));
    clearTimeout(alive);
    assert.equal(error.name, "TimeoutError");
    assert.ok(!("kind" in error));
});

test("an abort ends the wait for a retry and the wait for a turn", async () => {
    const retrying = scripted(() => new Response("", { status: 503 }), { retry: { attempts: 9, baseDelayMs: 60_000, maxDelayMs: 60_000 } });
    const controller = new AbortController();
    const waits = rejected(retrying.persons.get(ID, { signal: controller.signal }));
    setTimeout(() => controller.abort("enough"), 20);
    assert.equal(await settled(waits), "enough");
    assert.equal(retrying.calls.length, 1);

    const one = open();
    const { persons, calls } = scripted(() => one.promise.then(() => new Response("{}")), { concurrency: 1 });
    const first = persons.get(ID);
    const second = new AbortController();
    const queued = rejected(persons.get(ID, { signal: second.signal }));
    const third = persons.get(ID);
    second.abort("left");
    assert.equal(await settled(queued), "left");
    one.resolve();
    await settled(Promise.all([first, third]));
    assert.equal(calls.length, 2);
});

test("no listener stays on the caller's signal", async () => {
    let listeners = 0;
    class Counting extends EventTarget {
        aborted = false;
        addEventListener(...args) {
            listeners++;
            super.addEventListener(...args);
        }
        removeEventListener(...args) {
            listeners--;
            super.removeEventListener(...args);
        }
    }
    const signal = new Counting();
    const { persons } = scripted(json([]));
    await persons.list({}, { signal });
    await all(persons.iterate({}, { signal }));
    await all(persons.stream({}, { signal })).catch(() => {});
    await persons.get("..", { signal }).catch(() => {});
    const left = persons.iterate({}, { signal });
    await left.next();
    await left.return();
    assert.equal(listeners, 0);
});

test("what is no signal is a ConfigError", async () => {
    const { persons } = scripted(json([]));
    for (const signal of [{}, 5, null, "abort", new AbortController(), () => {}, new Proxy({}, { get() { throw new Error("trap"); } })]) {
        assert.ok((await rejected(persons.list({}, { signal }))) instanceof ConfigError);
    }
});

test("many calls with one signal leave one listener on it, and Node warns of nothing", async () => {
    const warnings = [];
    const warned = (warning) => warnings.push(warning.name);
    process.on("warning", warned);
    const controller = new AbortController();
    const { signal } = controller;
    let added = 0;
    const { addEventListener } = signal;
    signal.addEventListener = (...args) => {
        added++;
        addEventListener.apply(signal, args);
    };
    const waits = open();
    const { persons } = scripted(() => waits.promise, { concurrency: 100 });
    const calls = Array.from({ length: 30 }, () => rejected(persons.get(ID, { signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(added, 1);
    controller.abort("enough");
    assert.deepEqual(new Set(await settled(Promise.all(calls))), new Set(["enough"]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("warning", warned);
    assert.deepEqual(warnings, []);
});

test("a signal that two clients share ends the calls of both, and those of one go on when the other's are done", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const quick = scripted(json([]));
    const slow = scripted(() => new Promise(() => {}));
    const call = rejected(slow.persons.get(ID, { signal }));
    await quick.persons.list({}, { signal });
    controller.abort("enough");
    assert.equal(await settled(call), "enough");
});

test("a wait for a turn that nobody waits for any more keeps no process alive", () => {
    const script = `
        import { ID, rejected, scripted } from ${JSON.stringify(new URL("./scripted.mjs", import.meta.url).href)};
        const busy = () => new Response("", { status: 429, headers: { "Retry-After": "15" } });
        const { persons } = scripted(busy, { retry: { attempts: 1, maxDelayMs: 20_000 } });
        await rejected(persons.get(ID));
        const controller = new AbortController();
        const waits = rejected(persons.get(ID, { signal: controller.signal }));
        setTimeout(() => controller.abort("left"), 50);
        console.log(await waits);
    `;
    const start = Date.now();
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    assert.equal(stdout.trim(), "left", stderr);
    assert.ok(Date.now() - start < 8_000, `${Date.now() - start} ms`);
});
