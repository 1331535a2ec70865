// A file is brought over, again after a change, and not at all if something is wrong with it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { promisify } from "node:util";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { changesFor } from "../changes.mjs";
import { readPersons } from "../read.mjs";

const text = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const run = (...args) => promisify(execFile)(process.execPath, ["sync.mjs", ...args], { timeout: 60_000 });

test("what is not there is created, what differs is changed, and the rest is left alone", async () => {
    const { baseUrl, credentials, fetch } = new Sandbox();
    const persons = new Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;
    const { rows, mistakes } = readPersons(text("persons.csv"));
    assert.deepEqual(mistakes, []);
    assert.equal(rows[2].name, "Ek; Bo");

    const first = await changesFor(persons, rows);
    assert.deepEqual([first.created.length, first.updated.length, first.same], [3, 0, 0]);
    await persons.bulkWrite(first.created);

    const { rows: changed } = readPersons(text("persons.csv").replace("Ekonom", "Chef"));
    const second = await changesFor(persons, changed);
    assert.deepEqual([second.created.length, second.updated.length, second.same], [0, 1, 2]);
    assert.deepEqual(Object.keys(second.updated[0]), ["id", "title"]);
    await persons.bulkWrite(second.updated);
    assert.deepEqual(await changesFor(persons, changed), { created: [], updated: [], same: 3 });
});

test("mistakes name their line and their column", () => {
    assert.equal(`${readPersons(text("wrong.csv")).mistakes.join("\n")}\n`, text("wrong.txt"));
});

test("the script brings a file to a server, once, and refuses a wrong one", async () => {
    const keys = new RegExp(`^(?!0 new).*\\n3 of 3 written\\n$|^0 new, 0 changed, 3 as they are\\n$`);
    assert.match((await run("persons.csv", "--dry-run")).stdout, /^\d new, \d changed, \d as they are\n$/);
    assert.match((await run("persons.csv")).stdout, keys);
    assert.equal((await run("persons.csv")).stdout, "0 new, 0 changed, 3 as they are\n");
    await assert.rejects(run("wrong.csv"), ({ code, stderr }) => code === 1 && stderr === text("wrong.txt"));
});
