// `--faults` and `--latency`: what goes wrong over the wire goes wrong as it does with a real server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NetworkError, Pigello, RateLimitError, ServerError } from "pigello-client";
import { serve } from "./cli-server.mjs";
import { GOOD, rejected } from "./scripted.mjs";

const personsOf = ({ env }, options) => Pigello.fromEnv(env, options).organization.externalClientContactPerson;
const once = { retry: false };

test("a status in place of an answer, with Retry-After where the API has it", async (t) => {
    const server = await serve("--faults", "429:1");
    t.after(() => server.end());
    const throttled = await rejected(personsOf(server, once).create(GOOD));
    assert.ok(throttled instanceof RateLimitError);
    assert.equal(throttled.retryAfterMs, 1_000);
    assert.equal(throttled.body.detail, "Request was throttled. Expected available in 1 seconds.");
    const preflight = await fetch(`${server.env.PIGELLO_BASE_URL}/`, { method: "OPTIONS" });
    assert.equal(preflight.status, 204, "preflights meet no faults");
    assert.match((await server.log(1))[0], / 429 fault \d+ ms$/);

    const other = await serve("--faults", "503=30:1");
    t.after(() => other.end());
    const down = await rejected(personsOf(other, once).list());
    assert.ok(down instanceof ServerError);
    assert.equal(down.retryAfterMs, 30_000);
});

test("a lost answer was carried out, a broken connection was not, and a cut body ends early", async (t) => {
    const lost = await serve("--faults", "lose:0.5,seed=3");
    t.after(() => lost.end());
    const persons = personsOf(lost, once);
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => persons.create(GOOD).then(() => "answered", (error) => error.kind)));
    const answered = outcomes.filter((outcome) => outcome === "answered").length;
    assert.ok(answered > 5 && answered < 35, `${answered}`);
    assert.ok(outcomes.every((outcome) => outcome === "answered" || outcome === "network"), outcomes.join());
    assert.equal((await personsOf(lost, { retry: { attempts: 20, baseDelayMs: 1 } }).list()).length, 40);

    const broken = await serve("--faults", "network:0.5,seed=3");
    t.after(() => broken.end());
    const made = await Promise.all(Array.from({ length: 40 }, () => personsOf(broken, once).create(GOOD).then(() => 1, () => 0)));
    const rows = await personsOf(broken, { retry: { attempts: 20, baseDelayMs: 1 } }).list();
    assert.equal(rows.length, made.reduce((sum, one) => sum + one));

    const cut = await serve("--faults", "cut=10:1");
    t.after(() => cut.end());
    const failed = await rejected(personsOf(cut, once).create(GOOD));
    assert.ok(failed instanceof NetworkError, String(failed));
    assert.match((await cut.log(1))[0], / 201 cut \d+ ms$/);
});

test("the same seed makes the same faults", async (t) => {
    const statuses = async (...args) => {
        const server = await serve(...args);
        t.after(() => server.end());
        const all = [];
        for (let i = 0; i < 40; i++) all.push((await fetch(`${server.env.PIGELLO_BASE_URL}/`)).status);
        return all.join();
    };
    const [one, again, other] = [
        await statuses("--faults", "500:0.3,429:0.2,seed=5"),
        await statuses("--faults", "500:0.3,429:0.2,seed=5"),
        await statuses("--faults", "500:0.3,429:0.2,seed=6"),
    ];
    assert.equal(one, again);
    assert.notEqual(one, other);
    assert.ok(one.includes("500") && one.includes("429") && one.includes("404"), one);
});

test("requests take as long as they are told to", async (t) => {
    const server = await serve("--latency", "60-90", "--faults", "delay=100:1");
    t.after(() => server.end());
    const start = performance.now();
    await personsOf(server).list();
    const took = performance.now() - start;
    assert.ok(took >= 155 && took < 2_000, `${took} ms`);
});
