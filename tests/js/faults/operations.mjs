// What is asked of a server that misbehaves, and how it is seen that it was done. Not a test itself.

import assert from "node:assert/strict";
import { all, CLIENT, GOOD } from "../scripted.mjs";

export { CLIENT };

/** How many rows a bulk write sends, and how many of them in one request. */
export const BULK = { total: 6, chunkSize: 2 };

const rows = Array.from({ length: BULK.total }, (_, at) => ({ ...GOOD, name: `Row ${at}` }));
const sorted = (list) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));

/**
 * By name: the act, and what holds on the server once it has succeeded. `from`: which request meets the fault first;
 * `got`: what was handed out before an error, for iterators.
 */
export const OPERATIONS = {
    get: {
        act: (persons, { seeded }) => persons.get(seeded[0].id),
        holds: (row, { seeded }) => assert.deepEqual(row, seeded[0]),
    },
    list: {
        act: (persons) => persons.list(),
        holds: (list, { seeded }) => assert.deepEqual(sorted(list), sorted(seeded)),
    },
    iterate: {
        from: 2,
        act: (persons, _, got) => each(persons.iterate({ pageSize: 2 }), got),
        holds: (list, { seeded }) => assert.deepEqual(list, sorted(seeded)),
    },
    stream: {
        act: (persons, _, got) => each(persons.stream(), got),
        holds: (list, { seeded }) => assert.deepEqual(sorted(list), sorted(seeded)),
    },
    create: {
        act: (persons) => persons.create(GOOD),
        holds(row, { rows, seeded }) {
            assert.equal(row.title, GOOD.title);
            assert.equal(rows().length, seeded.length + 1);
        },
    },
    update: {
        act: (persons, { seeded }) => persons.update(seeded[0].id, { title: "Jurist" }),
        holds(row, { rows, seeded }) {
            assert.equal(row.title, "Jurist");
            assert.equal(rows().find(({ id }) => id === seeded[0].id).title, "Jurist");
        },
    },
    delete: {
        act: (persons, { seeded }) => persons.delete(seeded[0].id),
        holds(nothing, { rows, seeded }) {
            assert.equal(nothing, undefined);
            assert.ok(!rows().some(({ id }) => id === seeded[0].id));
        },
    },
    bulkWrite: {
        from: 2,
        act: (persons) => persons.bulkWrite(rows, { chunkSize: BULK.chunkSize }),
        holds(written, { rows: all, seeded }) {
            assert.deepEqual(written.map(({ name }) => name), rows.map(({ name }) => name));
            assert.equal(all().length, seeded.length + BULK.total);
        },
    },
};

async function each(iterator, got) {
    for await (const row of iterator) got.push(row);
    assert.deepEqual(await all(iterator), []);
    return got;
}
