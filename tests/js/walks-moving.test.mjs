// Walks over servers that page as they like, and over rows that come and go meanwhile: what is promised then.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { send, serve } from "./faults/server.mjs";
import { all, GOOD, rejected, settled } from "./scripted.mjs";

/** A client of a server whose list requests are changed on their way, and whose answers are. */
async function paged({ path = (path) => path, rows = (rows) => rows, count = 20 }) {
    const fault = async ({ response, asked, carryOut }) => {
        const answer = await carryOut(path(asked.path));
        const list = JSON.parse(answer.text);
        send(response, { ...answer, text: JSON.stringify(Array.isArray(list) ? rows(list, asked) : list) });
    };
    return clientOf(await serve({ fault, rows: count }));
}

function clientOf(server) {
    const { baseUrl, credentials } = server;
    const pigello = new Pigello({ baseUrl, credentials, retry: { attempts: 3, baseDelayMs: 1 } });
    return { server, persons: pigello.organization.externalClientContactPerson };
}

const ids = (rows) => rows.map(({ id }) => id).sort();

test("a server that ignores `_page` is found out at its second page", async () => {
    const { server, persons } = await paged({ path: (path) => path.replace(/_page=\d+/, "_page=1") });
    for (const walk of [() => all(persons.iterate({ pageSize: 5 })), () => persons.ids({ pageSize: 5 }), () => persons.getMany(ids(server.seeded))]) {
        server.requests.length = 0;
        const error = await settled(rejected(walk()));
        assert.deepEqual([error.name, server.requests.length], ["DecodeError", 2]);
        assert.match(error.message, /_page/);
    }
});

test("a server that caps `_page_size` costs requests, and no rows", async () => {
    const { server, persons } = await paged({ path: (path) => path.replace(/_page_size=\d+/, "_page_size=3") });
    assert.deepEqual(ids(await all(persons.iterate())), ids(server.seeded));
    assert.equal(server.requests.length, 8);
    assert.deepEqual(await persons.ids(), ids(server.seeded));
    assert.deepEqual(ids(await persons.getMany(ids(server.seeded))), ids(server.seeded));
});

test("a server that filters after paging gives short pages, and no row is lost while none of them is empty", async () => {
    // Each page loses all but its first row.
    const { server, persons } = await paged({ rows: (rows) => rows.slice(0, 1) });
    const sorted = [...server.seeded].sort((one, other) => (one.id < other.id ? -1 : 1));
    const wanted = sorted.filter((_, at) => at % 5 === 0);
    assert.deepEqual(await all(persons.iterate({ pageSize: 5 })), wanted);
    // An empty one is the end: that is what DECISIONS.md says, and nothing else could tell.
    const gap = await paged({ rows: (rows, { path }) => (path.includes("_page=2&") ? [] : rows) });
    assert.equal((await all(gap.persons.iterate({ pageSize: 5 }))).length, 5);
});

test("a server that answers pages after the last one with 404 ends a walk", async () => {
    const last = async ({ response, asked, carryOut }) => {
        const answer = await carryOut();
        send(response, answer.text === "[]" && !asked.path.includes("_page=1&") ? { ...answer, status: 404, text: "{}" } : answer);
    };
    const { server, persons } = clientOf(await serve({ fault: last, rows: 7 }));
    assert.deepEqual(ids(await all(persons.iterate({ pageSize: 3 }))), ids(server.seeded));
});

test("every row that is there from beginning to end is met, whatever is inserted meanwhile, and the walk ends", async () => {
    for (let round = 0; round < 5; round++) {
        const { server, persons } = clientOf(await serve({ rows: 30 }));
        const met = [];
        let inserted = 0;
        for await (const { id } of persons.iterate({ pageSize: 4 })) {
            met.push(id);
            if (met.length % 3 === 0 && inserted < 20) {
                await persons.create({ ...GOOD, name: `New ${inserted++}` });
            }
        }
        for (const { id } of server.seeded) assert.ok(met.includes(id), "a row was lost");
        const twice = met.length - new Set(met).size;
        assert.ok(twice <= inserted, `${twice} rows came twice, ${inserted} were inserted`);
    }
});

test("a whole page inserted before it between two requests is taken for a server that ignores `_page`: an error, not a loss", async () => {
    for (const [pageSize, inserted, name] of [
        [1, 1, "DecodeError"],
        [3, 3, "DecodeError"],
        [3, 2, undefined],
    ]) {
        const { server, persons } = clientOf(await serve({ rows: 6 }));
        const walk = persons.pages({ orderBy: "-created_at", pageSize });
        const { value: rows } = await walk.next();
        for (let at = 0; at < inserted; at++) await persons.create({ ...GOOD, name: `New ${at}` });
        if (name !== undefined) assert.equal((await rejected(all(walk))).name, name);
        else assert.deepEqual(ids([...new Map([...rows, ...(await all(walk)).flat()].map((row) => [row.id, row])).values()]), ids(server.seeded));
    }
});

test("for each row that is deleted meanwhile at most one other is left out, and none comes twice", async () => {
    for (let round = 0; round < 5; round++) {
        const { server, persons } = clientOf(await serve({ rows: 30 }));
        const met = [];
        const deleted = new Set();
        for await (const { id } of persons.iterate({ pageSize: 4 })) {
            met.push(id);
            if (met.length % 5 === 0) {
                const victim = met[met.length - 3];
                deleted.add(victim);
                await persons.delete(victim);
            }
        }
        assert.equal(new Set(met).size, met.length);
        const missed = server.seeded.filter(({ id }) => !met.includes(id) && !deleted.has(id));
        assert.ok(missed.length <= deleted.size, `${missed.length} missed, ${deleted.size} deleted`);
    }
});

test("whoever takes the ids first can delete all that a walk finds", async () => {
    const { server, persons } = clientOf(await serve({ rows: 23 }));
    for (const id of await persons.ids({ pageSize: 5 })) await persons.delete(id);
    assert.deepEqual(server.rows(), []);
});

test("a stream is one request: what the server wrote into it is what comes, whatever happens meanwhile", async () => {
    const { server, persons } = clientOf(await serve({ rows: 12 }));
    const met = [];
    for await (const { id } of persons.stream()) {
        met.push(id);
        await persons.delete(id);
    }
    assert.deepEqual([...met].sort(), ids(server.seeded));
    assert.deepEqual(server.rows(), []);
});
