// Rows that a sandbox makes up, hands out and tells of.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as client from "pigello-client";
import { ConfigError, Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { GOOD, rejected, thrown } from "./scripted.mjs";

const KEY = "organization.externalClientContactPerson";

function personsOf(sandbox, options = {}) {
    const { baseUrl, credentials, fetch } = sandbox;
    return new Pigello({ baseUrl, credentials, fetch, ...options }).organization.externalClientContactPerson;
}

test("every generated row of every resource is valid", () => {
    const sandbox = new Sandbox();
    const schemas = Object.values(client).filter((value) => typeof value?.basePath === "string");
    const keys = Object.keys(sandbox.data());
    assert.equal(keys.length, schemas.length);
    for (const key of keys) {
        const schema = schemas.find(({ basePath, name }) => key.startsWith(`${basePath.split("/")[1]}.`) && key.toLowerCase().endsWith(`.${name.toLowerCase()}`));
        const rows = sandbox.generate(key, 500, { seed: 3 });
        assert.equal(rows.length, 500);
        for (const row of rows) assert.deepEqual(schema.validate(row).issues, [], `${key}: ${JSON.stringify(row)}`);
    }
});

test("the same seed makes the same rows, and more of them begin alike", () => {
    const [one, other] = [new Sandbox(), new Sandbox({ seed: { [KEY]: [GOOD] } })];
    const rows = one.generate(KEY, 1_000, { seed: 7 });
    assert.deepEqual(other.generate(KEY, 1_000, { seed: 7 }), rows);
    assert.deepEqual(one.generate(KEY, 10, { seed: 7 }), rows.slice(0, 10));
    assert.notDeepEqual(one.generate(KEY, 10, { seed: 8 }), rows.slice(0, 10));
    assert.notDeepEqual(one.generate(KEY, 10, { seed: -7 }), rows.slice(0, 10));
    assert.deepEqual(one.generate(KEY, 10), one.generate(KEY, 10, { seed: 0 }));
});

test("generated rows are a seed, and a bulk write; the sandbox stays as it is", async () => {
    const sandbox = new Sandbox();
    const rows = sandbox.generate(KEY, 1_000, { seed: 7 });
    const persons = personsOf(sandbox);
    assert.deepEqual(await persons.list(), []);
    const written = await persons.bulkWrite(rows);
    assert.equal(written.length, 1_000);
    const seeded = await personsOf(new Sandbox({ seed: { [KEY]: rows } })).list();
    for (const list of [written, seeded]) {
        assert.deepEqual(list.map(({ id, created_at, tags, customer_columns, ...row }) => row), rows.map((row) => ({ ...list[0], ...row })).map(({ id, created_at, tags, customer_columns, ...row }) => row));
    }
});

test("with store they are kept and answered as they are kept, until reset", async () => {
    const sandbox = new Sandbox();
    const persons = personsOf(sandbox, { checkResponses: true });
    const rows = sandbox.generate(KEY, 50, { seed: 7, store: true });
    assert.deepEqual(await persons.list(), rows);
    assert.deepEqual(await persons.get(rows[17].id), rows[17]);
    assert.deepEqual(sandbox.generate(KEY, 50, { seed: 7 }).map(({ name }) => name), rows.map(({ name }) => name));
    assert.equal((await persons.list({ filter: { ssn: { isnull: true } } })).length > 0, true);
    sandbox.reset();
    assert.deepEqual(await persons.list(), []);
});

test("what generate is asked wrongly is a ConfigError", () => {
    const { generate } = new Sandbox();
    for (const [asked, named] of [
        [[], "name of a resource"],
        [["organization.person", 1], `known are`],
        [["__proto__", 1], "__proto__"],
        [[KEY], "number of rows"],
        [[KEY, -1], "number of rows"],
        [[KEY, 1.5], "number of rows"],
        [[KEY, 1e9], "number of rows"],
        [[KEY, 1, 7], "options"],
        [[KEY, 1, { seed: "7" }], "seed"],
        [[KEY, 1, { seed: 0.5 }], "seed"],
        [[KEY, 1, { store: 1 }], "store"],
        [[KEY, 1, { sede: 1 }], "sede"],
    ]) {
        const error = thrown(() => generate(...asked));
        assert.ok(error instanceof ConfigError && error.message.includes(named), `${JSON.stringify(asked)}: ${error.message}`);
    }
    assert.deepEqual(generate(KEY, 0), []);
});

test("what a sandbox holds is the seed of another like it", async () => {
    const sandbox = new Sandbox();
    sandbox.generate(KEY, 20, { store: true });
    await personsOf(sandbox).create({ ...GOOD, name: "Ö\u2028\"" });
    const data = sandbox.data();
    assert.equal(data[KEY].length, 21);
    for (const seed of [data, JSON.stringify(data)]) {
        assert.deepEqual(await personsOf(new Sandbox({ seed })).list(), await personsOf(sandbox).list());
    }
    for (const seed of ["", "{", "[]", "null"]) assert.ok(thrown(() => new Sandbox({ seed })) instanceof ConfigError, seed);
});

test("onWrite is told of everything that is written, and of nothing else", async () => {
    const writes = [];
    const sandbox = new Sandbox({ onWrite: (write) => writes.push(write) });
    const persons = personsOf(sandbox, { retry: false });
    const anna = await persons.create(GOOD);
    const changed = await persons.update(anna.id, { title: "Chef" });
    const many = await persons.bulkWrite([GOOD, { id: anna.id, name: "Eva" }]);
    await persons.list();
    assert.equal((await rejected(persons.create({ ...GOOD, email: "x" }, { validate: false }))).status, 400);
    sandbox.failNext({ status: 500 });
    sandbox.failNext({ networkError: true });
    await rejected(persons.create(GOOD));
    await rejected(persons.create(GOOD));
    sandbox.failNext({ loseAnswer: true });
    await rejected(persons.delete(anna.id.toUpperCase()));
    const stored = sandbox.generate(KEY, 2, { store: true });
    sandbox.generate(KEY, 2);
    sandbox.reset();
    assert.deepEqual(writes, [
        { resource: KEY, rows: [anna], removed: [] },
        { resource: KEY, rows: [changed], removed: [] },
        { resource: KEY, rows: many, removed: [] },
        { resource: KEY, rows: [], removed: [anna.id] },
        { resource: KEY, rows: stored, removed: [] },
    ]);
    const [one, other] = await persons.bulkWrite([GOOD, GOOD]);
    const { headers } = sandbox.requests.at(-1);
    await sandbox.fetch(`${sandbox.requests.at(-1).url.replace("list/", `${one.id}/`)}?${other.id}`, { method: "DELETE", headers });
    assert.deepEqual(writes.at(-1).removed, [one.id], "a query names no row");
    assert.ok(thrown(() => new Sandbox({ onWrite: 5 })) instanceof ConfigError);
    const careless = new Sandbox({ onWrite: () => { throw new Error("mine"); } });
    assert.equal((await personsOf(careless).create(GOOD)).name, "Anna");
});
