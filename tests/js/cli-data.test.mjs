// `--data`: what the server begins with, and that nothing which it acknowledged is lost, however it ends.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync, appendFileSync, readdirSync, symlinkSync, lstatSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { run, serve } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const KEY = "organization.externalClientContactPerson";
const ID = "5a4db0c5-0000-4000-8000-0000000000aa";
const folder = () => mkdtempSync(join(tmpdir(), "pigello-"));
const personsOf = ({ env }) => Pigello.fromEnv(env, { retry: false, concurrency: 16 }).organization.externalClientContactPerson;
const held = (file) => JSON.parse(readFileSync(file, "utf8"));
const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

test("what is written stays in the file after a graceful end, and nothing stands beside it", async () => {
    const place = folder();
    const file = join(place, "rows.json");
    let server = await serve("--data", file);
    assert.ok(server.lines.some((line) => line.endsWith("rows.json is new")), server.lines[0]);
    const anna = await personsOf(server).create(GOOD);
    const [one, two] = await personsOf(server).bulkWrite([GOOD, { ...GOOD, name: "Åsa\u2028\nB" }]);
    await personsOf(server).update(anna.id, { title: "Chef" });
    await personsOf(server).delete(one.id);
    const rows = await personsOf(server).list();
    assert.deepEqual(await server.end("SIGTERM"), { code: 0, signal: null });
    assert.deepEqual(readdirSync(place), ["rows.json"]);
    assert.deepEqual(held(file)[KEY], rows);
    assert.equal(readFileSync(file, "utf8").match(/^\{"id"/gm).length, 2, "a line for each row");

    server = await serve("--data", file);
    assert.deepEqual(await personsOf(server).list(), rows);
    assert.equal((await personsOf(server).get(two.id)).name, "Åsa\u2028\nB");
    const other = await personsOf(server).create(GOOD);
    assert.ok(![anna.id, one.id, two.id].includes(other.id), "an id is not given twice");
    await server.end("SIGINT");
    assert.equal(held(file)[KEY].length, 3);
});

test("a file that was only read from stays as it is", async () => {
    const file = join(folder(), "rows.json");
    const text = JSON.stringify(new Sandbox({ seed: { [KEY]: [{ ...GOOD, id: ID }] } }).data(), null, 7);
    writeFileSync(file, text);
    const server = await serve("--data", file);
    assert.equal((await personsOf(server).get(ID)).name, "Anna");
    assert.equal(readFileSync(file, "utf8"), text);
    await server.end("SIGKILL");
    assert.equal(readFileSync(file, "utf8"), text);
});

test("what the sandbox fills in is the same after a kill", async () => {
    const file = join(folder(), "rows.json");
    writeFileSync(file, JSON.stringify({ [KEY]: [{ ...GOOD, id: ID }, GOOD] }));
    let server = await serve("--data", file);
    const told = await personsOf(server).list();
    await server.end("SIGKILL");
    server = await serve("--data", file);
    assert.deepEqual(await personsOf(server).list(), told);
    await server.end("SIGTERM");
});

for (const round of [1, 2, 3]) {
    test(`killed in the middle of writes it has lost nothing that it acknowledged (${round})`, async () => {
        const file = join(folder(), "rows.json");
        writeFileSync(file, JSON.stringify(new Sandbox().data()));
        const known = new Map();
        // A row of which an answer is outstanding may be as before or as wanted.
        const open = new Map();
        const gone = new Set();
        for (let life = 0; life < 3; life++) {
            const server = await serve("--data", file);
            const persons = personsOf(server);
            const found = byId(await persons.list());
            for (const [id, row] of known) {
                if (!open.has(id)) assert.deepEqual(found.get(id), row, `life ${life}`);
                else assert.ok([row, open.get(id)].some((may) => same(may, found.get(id))), `life ${life}, unacknowledged`);
            }
            for (const id of gone) assert.ok(!found.has(id), "a deleted row is back");
            assert.ok(found.size >= known.size - open.size);
            known.clear();
            open.clear();
            for (const [id, row] of found) known.set(id, row);

            let acknowledged = 0;
            let ended = false;
            const writer = async (number) => {
                for (let i = 0; !ended; i++) {
                    const name = `w${number}-${i}`;
                    const mine = [...known.keys()].filter((id) => Number.parseInt(id.slice(0, 2), 16) % 8 === number && !open.has(id));
                    const id = mine[i % Math.max(1, mine.length)];
                    const [act, wanted] = [
                        [() => persons.create({ ...GOOD, name })],
                        [() => persons.bulkWrite(Array.from({ length: 20 }, () => ({ ...GOOD, name })))],
                        id === undefined ? [() => persons.create(GOOD)] : [() => persons.update(id, { name }), { ...known.get(id), name }],
                        id === undefined || i % 3 > 0 ? [() => persons.create(GOOD)] : [() => persons.delete(id), undefined],
                    ][i % 4];
                    const touches = act.length === 0 && id !== undefined && (i % 4 === 2 || (i % 4 === 3 && i % 3 === 0));
                    if (touches) open.set(id, wanted);
                    let answer;
                    try {
                        answer = await act();
                    } catch {
                        return;
                    }
                    acknowledged++;
                    if (touches) open.delete(id);
                    if (touches && wanted === undefined) {
                        known.delete(id);
                        gone.add(id);
                    }
                    for (const row of [answer ?? []].flat()) known.set(row.id, row);
                }
            };
            const writers = Array.from({ length: 8 }, (_, number) => writer(number));
            while (acknowledged < 100 + 37 * round) await new Promise((resolve) => setTimeout(resolve, round));
            await server.end("SIGKILL");
            ended = true;
            await Promise.all(writers);
        }
    });
}

function same(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}

test("a last line that is not whole was never acknowledged and is left out; a damaged one is refused", async () => {
    const file = join(folder(), "rows.json");
    let server = await serve("--data", file);
    const rows = await personsOf(server).bulkWrite([GOOD, GOOD]);
    await server.end("SIGKILL");
    const journal = readFileSync(`${file}.journal`, "utf8");
    appendFileSync(`${file}.journal`, journal.slice(0, journal.length - 30));
    server = await serve("--data", file);
    assert.ok(server.lines.some((line) => line.includes("not whole")));
    assert.deepEqual(await personsOf(server).list(), rows);
    await personsOf(server).delete(rows[0].id);
    await server.end("SIGKILL");
    writeFileSync(`${file}.journal`, `{}\n${readFileSync(`${file}.journal`, "utf8")}`);
    const before = readFileSync(file, "utf8");
    const { code, stderr } = await run("sandbox", "--port", "0", "--data", file);
    assert.equal(code, 1);
    assert.match(stderr, /rows\.json\.journal line 1 is damaged/);
    assert.equal(readFileSync(file, "utf8"), before);
    assert.ok(existsSync(`${file}.journal`));
});

test("what is wrong with a file is said with its spot, and the file stays as it is", async () => {
    const file = join(folder(), "rows.json");
    for (const [text, named] of [
        ["{", "line 1 column 2"],
        ["", "line 1 column "],
        [`{\n  "${KEY}": [\n    {"name": Anna}\n]}`, "line 3 column 14"],
        ["[]", "not an object of rows"],
        [`{"${KEY}": {}}`, `\`${KEY}\` is not an array`],
        [JSON.stringify({ [KEY]: [GOOD, { ...GOOD, email: "x" }] }), `${KEY}[1].email`],
        [JSON.stringify({ [KEY]: [{ ...GOOD, id: ID }, { ...GOOD, id: ID }] }), `${KEY}[1].id`],
        [JSON.stringify({ [KEY]: [null] }), `${KEY}[0]`],
        [JSON.stringify({ "organization.person": [] }), "organization.person"],
    ]) {
        writeFileSync(file, text);
        const { code, stderr, stdout } = await run("sandbox", "--port", "0", "--data", file);
        assert.equal(code, 1, text);
        assert.equal(stdout, "");
        assert.ok(stderr.startsWith(`pigello-client: ${file}: `) && stderr.includes(named), stderr);
        assert.ok(!stderr.includes("    at "), stderr);
        assert.equal(readFileSync(file, "utf8"), text);
        assert.ok(!existsSync(`${file}.lock`) && !existsSync(`${file}.journal`));
    }
    const { code, stderr } = await run("sandbox", "--port", "0", "--data", tmpdir());
    assert.equal(code, 1);
    assert.match(stderr, /EISDIR/);
});

test("no two servers write to one file, and a dead one does not hold it", async (t) => {
    const file = join(folder(), "rows.json");
    const server = await serve("--data", file);
    t.after(() => server.end());
    const { code, stderr } = await run("sandbox", "--port", "0", "--data", file);
    assert.equal(code, 1);
    assert.match(stderr, /process \d+ keeps its data there/);
    await personsOf(server).create(GOOD);
    await server.end("SIGKILL");
    const next = await serve("--data", file);
    t.after(() => next.end());
    assert.equal((await personsOf(next).list()).length, 1);
});

test("a link stays a link", async () => {
    const place = folder();
    const [file, link] = [join(place, "rows.json"), join(place, "link.json")];
    writeFileSync(file, "{}");
    symlinkSync(file, link);
    const server = await serve("--data", link);
    await personsOf(server).create(GOOD);
    await server.end();
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(held(file)[KEY].length, 1);
});

test("a graceful end lets requests come to theirs", async () => {
    const file = join(folder(), "rows.json");
    const server = await serve("--data", file, "--latency", "300");
    const creating = personsOf(server).create(GOOD);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const ending = server.end("SIGTERM");
    const { id } = await creating;
    assert.deepEqual(await ending, { code: 0, signal: null });
    assert.deepEqual(held(file)[KEY].map((row) => row.id), [id]);
});
