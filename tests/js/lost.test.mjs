// Answers that are lost after the server did what was asked; headers that come late; answers that are very large.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { serve } from "./faults/server.mjs";
import { answer, hangBefore, loseAnswer } from "./faults/wire.mjs";
import { all, GOOD, open, rejected, settled } from "./scripted.mjs";

/** Carries the request out, and never answers. */
const swallow = async ({ carryOut }) => void (await carryOut());

async function clientOf(served, options = {}) {
    const server = await serve(served);
    const { baseUrl, credentials } = server;
    const pigello = new Pigello({ baseUrl, credentials, retry: { attempts: 3, baseDelayMs: 1 }, ...options });
    return { server, pigello, persons: pigello.organization.externalClientContactPerson };
}

for (const [how, fault, error] of [
    ["reset", loseAnswer, "NetworkError"],
    ["late", swallow, "TimeoutError"],
]) {
    const options = { timeoutMs: how === "late" ? 700 : 20_000 };

    test(`${how}: a POST whose answer is lost is sent once, its row is there once, and the error leaves it open`, async () => {
        const { server, persons, pigello } = await clientOf({ fault, times: 1 }, options);
        const found = await settled(rejected(persons.create({ ...GOOD, custom_id: "mine" })));
        assert.deepEqual([found.name, found.attempts, server.requests.length], [error, 1, 1]);
        // What a caller does then: look, by a key of their own.
        const there = await persons.list({ filter: { custom_id: "mine" } });
        assert.equal(there.length, 1);
        assert.equal(server.rows().length, server.seeded.length + 1);
        const path = "/organization/externalclientcontactperson/";
        assert.equal((await pigello.request("POST", path, { body: GOOD })).name, GOOD.name);
    });

    test(`${how}: a PATCH whose answer is lost is sent again, and the row is as it was to be`, async () => {
        const { server, persons } = await clientOf({ fault, times: 2 }, options);
        const [{ id }] = server.seeded;
        const row = await settled(persons.update(id, { title: "Jurist" }));
        assert.deepEqual([row.title, server.requests.length], ["Jurist", 3]);
        assert.deepEqual(server.rows().find((row) => row.id === id), row);
    });

    test(`${how}: a DELETE whose answer is lost has succeeded when the row is gone at the next try`, async () => {
        const { server, persons } = await clientOf({ fault, times: 1 }, options);
        const [{ id }] = server.seeded;
        assert.equal(await settled(persons.delete(id)), undefined);
        assert.equal(server.requests.length, 2);
        assert.equal((await rejected(persons.delete(id))).name, "NotFoundError");
    });

    test(`${how}: a chunk whose answer is lost is in doubt, is sent once, and its rows can be found`, async () => {
        const { server, persons } = await clientOf({ fault, from: 2, times: 1 }, options);
        const rows = Array.from({ length: 9 }, (_, at) => ({ ...GOOD, custom_id: `row-${at}` }));
        const { failed, written, remaining } = await settled(rejected(persons.bulkWrite(rows, { chunkSize: 3 })));
        assert.deepEqual(failed, { start: 3, end: 6, outcome: "unknown" });
        assert.deepEqual([written.length, remaining], [3, { start: 6, end: 9 }]);
        assert.equal(server.requests.length, 2);
        const keys = rows.slice(failed.start, failed.end).map((row) => row.custom_id);
        const there = await persons.list({ filter: { custom_id: { in: keys } } });
        assert.equal(there.length, 3);
    });
}

test("a refusal that follows a lost answer does not say that nothing was done", async () => {
    const busy = answer(429, { detail: "Request was throttled." }, { "retry-after": "0" });
    const fault = (met) => (met.number === 1 ? loseAnswer : busy)(met);
    for (const [act, done] of [
        [(persons, id) => persons.delete(id), (row) => row === undefined],
        [(persons, id) => persons.update(id, { title: "Jurist" }), (row) => row.title === "Jurist"],
        [(_, id, pigello) => pigello.request("DELETE", `/organization/externalclientcontactperson/${id}/`), (row) => row === undefined],
    ]) {
        const { server, persons, pigello } = await clientOf({ fault });
        const [{ id }] = server.seeded;
        const error = await settled(rejected(act(persons, id, pigello)));
        assert.ok(done(server.rows().find((row) => row.id === id)), "the server did it");
        // As after a lost answer alone: whoever asked has to look.
        assert.deepEqual([error.name, error.attempts, server.requests.length], ["NetworkError", 3, 3]);
    }
    // What only asks has nothing in doubt, and a refusal of every try is one.
    const { server, persons } = await clientOf({ fault });
    assert.equal((await settled(rejected(persons.get(server.seeded[0].id)))).name, "RateLimitError");
    const { server: other, persons: others } = await clientOf({ fault: busy });
    assert.equal((await settled(rejected(others.delete(other.seeded[0].id)))).name, "RateLimitError");
    assert.equal(other.rows().length, other.seeded.length);
});

test("a connection is closed when an answer is late, when a call is aborted and when a loop is left", async () => {
    const { server, persons } = await clientOf({ fault: hangBefore }, { timeoutMs: 300, retry: false });
    const gone = async (what) => {
        const { socket } = server.requests.at(-1);
        for (let tries = 0; !socket.destroyed && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 20));
        assert.ok(socket.destroyed, what);
    };
    await rejected(persons.get(server.seeded[0].id));
    await gone("late");
    const controller = new AbortController();
    const call = rejected(persons.list({}, { signal: controller.signal, timeoutMs: 0 }));
    setTimeout(() => controller.abort("enough"), 100);
    assert.equal(await settled(call), "enough");
    await gone("aborted");
    const stream = persons.stream();
    const next = stream.next();
    setTimeout(() => stream.return(), 100);
    assert.deepEqual(await settled(next), { done: true, value: undefined });
    await gone("left");
    assert.equal(server.requests.length, 3);
});

test("headers that never come end the attempt in time, and nothing is sent", async () => {
    for (const act of [(persons, id) => persons.get(id), (persons) => persons.create(GOOD), (persons) => all(persons.stream())]) {
        const { server, persons } = await clientOf({}, { headers: () => new Promise(() => {}), timeoutMs: 50 });
        const error = await settled(rejected(act(persons, server.seeded[0].id)));
        assert.equal(error.name, "TimeoutError");
        assert.equal(server.requests.length, 0);
    }
});

test("each attempt asks for its headers anew, and sends what it was given", async () => {
    let asked = 0;
    const headers = async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        return { "X-Token": `t${++asked}` };
    };
    const { server, persons } = await clientOf({ fault: loseAnswer, times: 2 }, { headers });
    await persons.get(server.seeded[0].id);
    assert.deepEqual(server.requests.map(({ headers }) => headers["x-token"]), ["t1", "t2", "t3"]);
});

test("an abort while headers are asked for rejects at once, and nothing is sent", async () => {
    const controller = new AbortController();
    const asked = open();
    const { server, persons } = await clientOf({}, { headers: () => (asked.resolve(), new Promise(() => {})), concurrency: 1 });
    const call = rejected(persons.get(server.seeded[0].id, { signal: controller.signal }));
    await asked.promise;
    controller.abort("enough");
    assert.equal(await settled(call), "enough");
    assert.equal(server.requests.length, 0);
});

const MEGABYTES = 200;

/** An answer of 200 MB, sent as fast as it is taken. */
const large = (status, before, after, type = "application/json") => async ({ response }) => {
    response.writeHead(status, { "content-type": type });
    const piece = Buffer.alloc(2 ** 20, "x");
    response.write(before);
    for (let sent = 0; sent < MEGABYTES; sent++) {
        if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
    }
    response.end(after);
};

test(`an answer of ${MEGABYTES} MB is read`, async () => {
    const id = "5a4db0c5-0000-4000-8000-0000000000aa";
    const { persons } = await clientOf({ fault: large(200, `{"id":"${id}","text":"`, '"}') }, { timeoutMs: 0 });
    assert.equal((await settled(persons.get(id), 60_000)).text.length, MEGABYTES * 2 ** 20);
    const { persons: others } = await clientOf({ fault: large(200, `{"id":"${id}","text":"`, '"}\n{"id":"b"}') }, { timeoutMs: 0 });
    const lengths = [];
    for await (const { text, id } of others.stream()) lengths.push(text?.length ?? id);
    assert.deepEqual(lengths, [MEGABYTES * 2 ** 20, "b"]);
});

test(`an error of ${MEGABYTES} MB is an error, of which the beginning is kept`, async () => {
    for (const [before, after, type] of [['{"detail":"', '"}'], ["<html>", "</html>", "text/html"]]) {
        const { persons } = await clientOf({ fault: large(400, before, after, type) }, { timeoutMs: 0 });
        const error = await settled(rejected(persons.create(GOOD)), 60_000);
        assert.equal(error.name, "BadRequestError");
        assert.ok(error.body.startsWith(before) && error.body.length === 2 ** 22, `${error.body.length}`);
        assert.deepEqual(error.issues, []);
    }
    const { persons } = await clientOf({ fault: large(200, "<html>", "</html>", "text/html") }, { timeoutMs: 0 });
    const error = await settled(rejected(persons.list()), 60_000);
    assert.deepEqual([error.name, error.snippet.length], ["DecodeError", 200]);
});
