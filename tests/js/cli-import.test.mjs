// `import` and `export`: what they write, take out, look up and refuse. How an import survives being stopped is the affair of
// cli-kill.test.mjs.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Pigello } from "pigello-client";
import { proxyTo } from "./cli-proxy.mjs";
import { command, serve, started } from "./cli-server.mjs";
import { all, GOOD } from "./scripted.mjs";

const PERSON = "externalclientcontactperson";
const CLIENT = GOOD.external_client.id;
let server;
let persons;
let folder;
let number = 0;
before(async () => {
    folder = mkdtempSync(join(tmpdir(), "cli-import-"));
    server = await serve();
    persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
});
after(() => server.end());

/** A file of its own, and a prefix for the keys in it. */
const fresh = (make, extension = "csv") => {
    const prefix = `t${++number}-`;
    const file = join(folder, `${prefix}.${extension}`);
    writeFileSync(file, make(prefix));
    return { file, prefix };
};
const csv = (prefix, rows) => `namn;extern kund;titel;eget id;e-post\n${rows.map((row) => row.replace("#", prefix).replace("@C", CLIENT)).join("\n")}\n`;
const run = (args, options = {}) => command(["import", PERSON, ...args], { env: server.env, ...options });
const there = async (prefix) => (await all(persons.iterate({ filter: { custom_id: { startswith: prefix } }, orderBy: "custom_id" }))).map(({ custom_id, title }) => `${custom_id.slice(prefix.length)} ${title}`);
const failedOf = (file) => file.replace(/\.(csv|jsonl)$/, ".failed.$1");

test("nothing is sent while a row is wrong: what is, stands at its line and column", async () => {
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;", "B;@C;;#2;b", ";;;#3;"]));
    for (const args of [[], ["--dry-run"]]) {
        const { code, stdout, stderr } = await run([file, "--locale", "sv", ...args]);
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(stderr, /^line 3, titel: Måste fyllas i$/m);
        assert.match(stderr, /^line 3, e-post: Måste vara en e-postadress$/m);
        assert.match(stderr, /^line 4, namn: /m);
    }
    assert.deepEqual(await there(prefix), []);
    assert.ok(!existsSync(`${file}.journal`));
});

test("a dry run of a good file sends nothing, and needs no server", async () => {
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;"]));
    const { code, stderr } = await run([file, "--dry-run"], { env: {} });
    assert.equal(code, 0, stderr);
    assert.deepEqual(await there(prefix), []);
});

test("with --skip-invalid the others are written, and the rows left out can be mended and imported", async () => {
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;", "B;@C;;#2;", "C;@C;T;#3;", 'D;@C;T;#4;"x'].slice(0, 3)));
    const { code, stderr } = await run([file, "--skip-invalid", "--key", "custom_id"]);
    assert.equal(code, 1, stderr);
    assert.deepEqual(await there(prefix), ["1 T", "3 T"]);
    const failed = failedOf(file);
    const text = readFileSync(failed, "utf8");
    assert.equal(text, `\ufeffimport_error;namn;extern kund;titel;eget id;e-post\r\ntitel: Must be filled in;B;${CLIENT};;${prefix}2;\r\n`);
    writeFileSync(failed, text.replace(`${CLIENT};;`, `${CLIENT};Mended;`));
    assert.equal((await run([failed, "--key", "custom_id"])).code, 0);
    assert.deepEqual(await there(prefix), ["1 T", "2 Mended", "3 T"]);
});

test("rows that the server refuses are taken out with its reasons, and the rest of their chunk is sent", async (t) => {
    // The server's own 400, for rows whose title it does not like, with errors by row.
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (_, { forward, reply, body }) => {
        const rows = JSON.parse(body);
        if (!rows.some(({ title }) => title === "Bad")) return undefined;
        const errors = rows.map(({ title }) => (title === "Bad" ? { title: ["Not this title."] } : {}));
        await reply({ status: 400, headers: {}, body: Buffer.from(JSON.stringify(errors)) });
        return forward && "done";
    });
    t.after(() => proxy.end());
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;Good;#1;", "B;@C;Bad;#2;", "C;@C;Good;#3;", "D;@C;Bad;#4;", "E;@C;Good;#5;"]));
    const { code, stderr } = await run([file, "--chunk", "3"], { env: { ...server.env, PIGELLO_BASE_URL: proxy.url } });
    assert.equal(code, 1);
    assert.match(stderr, /3 rows written, 2 failed/);
    assert.deepEqual(await there(prefix), ["1 Good", "3 Good", "5 Good"]);
    assert.deepEqual(readFileSync(failedOf(file), "utf8").trimEnd().split("\r\n").slice(1), [
        `titel: Not this title.;B;${CLIENT};Bad;${prefix}2;`,
        `titel: Not this title.;D;${CLIENT};Bad;${prefix}4;`,
    ]);
    const again = await run([file, "--chunk", "3"], { env: { ...server.env, PIGELLO_BASE_URL: proxy.url } });
    assert.equal(again.code, 1);
    assert.match(again.stderr, /imported already: 3 rows written, 2 failed/);
});

test("a refusal that names no row is narrowed down to the row", async (t) => {
    let asked = 0;
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (_, { reply, body }) => {
        asked++;
        if (!JSON.parse(body).some(({ title }) => title === "Bad")) return undefined;
        await reply({ status: 409, headers: {}, body: Buffer.from('{"detail":"There is such a row."}') });
        return "done";
    });
    t.after(() => proxy.end());
    const { file, prefix } = fresh((prefix) => csv(prefix, Array.from({ length: 16 }, (_, at) => `A;@C;${at === 11 ? "Bad" : "Good"};#${10 + at};`)));
    const { code } = await run([file], { env: { ...server.env, PIGELLO_BASE_URL: proxy.url } });
    assert.equal(code, 1);
    assert.equal((await there(prefix)).length, 15);
    assert.match(readFileSync(failedOf(file), "utf8"), new RegExp(`There is such a row\\..*;${prefix}21;`));
    assert.ok(asked <= 10, `${asked} requests`);
});

test("a server that refuses as such stops it, and it goes on once the server lets it", async (t) => {
    let refuses = true;
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, { reply }) => {
        if (write === 1 || !refuses) return undefined;
        await reply({ status: 403, headers: {}, body: Buffer.from('{"detail":"Not today."}') });
        return "done";
    });
    t.after(() => proxy.end());
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;", "B;@C;T;#2;", "C;@C;T;#3;"]));
    const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
    const first = await run([file, "--chunk", "1"], { env });
    assert.equal(first.code, 3);
    assert.match(first.stderr, /Not today\./);
    assert.match(first.stderr, /the same command goes on from here/);
    refuses = false;
    const second = await run([file, "--chunk", "1"], { env });
    assert.deepEqual([second.code, /goes on after 1 row/.test(second.stderr)], [0, true]);
    assert.deepEqual(await there(prefix), ["1 T", "2 T", "3 T"]);
});

test("an import that ended is not done twice, and what differs from it is told: `--again` imports it all the same", async () => {
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;"]));
    assert.equal((await run([file])).code, 0);
    const again = await run([file]);
    assert.equal(again.code, 0);
    assert.match(again.stderr, /it was imported already: 1 row written/);
    assert.deepEqual(await there(prefix), ["1 T"]);
    writeFileSync(file, csv(prefix, ["B;@C;T;#2;"]));
    for (const [args, said] of [[[], /the file was changed since/], [["--key", "custom_id"], /key was `null` and is `custom_id`/]]) {
        const other = await run([file, ...args]);
        assert.deepEqual([other.code, said.test(other.stderr), /`--again`/.test(other.stderr)], [2, true, true], other.stderr);
    }
    assert.deepEqual(await there(prefix), ["1 T"]);
    assert.equal((await run([file, "--again"])).code, 0);
    assert.deepEqual(await there(prefix), ["1 T", "2 T"]);
});

test("an import that did not end belongs to its file, server, resource and key", async (t) => {
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (_, { reply }) => {
        await reply({ status: 401, headers: {}, body: Buffer.from("{}") });
        return "done";
    });
    t.after(() => proxy.end());
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;"]));
    const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
    assert.equal((await run([file], { env })).code, 3);
    for (const [args, said, other = env] of [
        [[file, "--key", "custom_id"], /key was `null`/],
        [[file], /address was `http/, server.env],
    ]) {
        const { code, stderr } = await run(args, { env: other });
        assert.equal(code, 2);
        assert.match(stderr, said);
    }
    writeFileSync(file, csv(prefix, ["B;@C;T;#1;"]));
    const changed = await run([file], { env });
    assert.deepEqual([changed.code, /the file was changed since/.test(changed.stderr)], [2, true]);
    writeFileSync(`${file}.journal`, "something else\n");
    assert.match((await run([file], { env })).stderr, /is no journal of an import/);
});

test("two imports of one file at once: the second one is refused", async (t) => {
    let go;
    const held = new Promise((resolve) => (go = resolve));
    let reached;
    const arrived = new Promise((resolve) => (reached = resolve));
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async () => (reached(), await held, undefined));
    t.after(() => proxy.end());
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;"]));
    const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
    const first = started(["import", PERSON, file], { env });
    await arrived;
    const second = await run([file], { env });
    assert.deepEqual([second.code, new RegExp(`process ${first.child.pid} imports it`).test(second.stderr)], [2, true]);
    go();
    assert.equal((await first.ended).code, 0);
    assert.deepEqual(await there(prefix), ["1 T"]);
});

test("keys: each row has one, and no two the same, and not every field will do", async () => {
    const { file } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;", "B;@C;T;;", "C;@C;T; #1 ;"]));
    const { code, stderr } = await run([file, "--key", "Eget id"]);
    assert.equal(code, 1);
    assert.match(stderr, /^line 3, custom_id: is the key, and empty$/m);
    assert.match(stderr, /^line 4, custom_id: is the key, and another row has the same$/m);
    for (const key of ["id", "external_client", "nothing", "created_at"]) assert.equal((await run([file, "--key", key])).code, 2, key);
});

test("rows in doubt are found by keys of any kind: with commas, with white space around, too many for one URL", async (t) => {
    let lost = false;
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (_, { forward, drop }) => {
        if (lost) return undefined;
        lost = true;
        await forward();
        drop();
        return "done";
    });
    t.after(() => proxy.end());
    const long = "å".repeat(100);
    const { file, prefix } = fresh((prefix) => csv(prefix, ["a,b", " c ", "é&=?", ...Array.from({ length: 40 }, (_, at) => `${at}${long}`)].map((key) => `A;@C;T;"#${key}";`)));
    const { code, stderr } = await run([file, "--key", "custom_id", "--settle", "0.1"], { env: { ...server.env, PIGELLO_BASE_URL: proxy.url } });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /rows on lines 2 to 44 were in doubt: 43 of 43 were on the server already, taken for written/);
    assert.equal((await there(prefix)).length, 43);
});

test("a disk that is full under the file of failed rows or an export stops it with 5, and both go on", async () => {
    const nodeArgs = ["--import", new URL("./cli-full-disk.mjs", import.meta.url).href];
    const { file, prefix } = fresh((prefix) => csv(prefix, ["A;@C;T;#1;", "B;@C;;#2;", "C;@C;T;#3;", "D;@C;;#4;"]));
    const args = [file, "--skip-invalid", "--chunk", "2", "--key", "custom_id"];
    const full = await run(args, { env: { ...server.env, FULL_FILE: ".failed.csv", FULL_AT: "2" }, nodeArgs });
    assert.deepEqual([full.code, /failed\.csv: the disk is full/.test(full.stderr)], [5, true], full.stderr);
    assert.equal((await run(args)).code, 1);
    assert.deepEqual(await there(prefix), ["1 T", "3 T"]);
    const failed = readFileSync(failedOf(file), "utf8").trimEnd().split("\r\n");
    assert.deepEqual(failed.slice(1).map((line) => line.split(";")[4]), [`${prefix}2`, `${prefix}4`]);

    const out = join(folder, `${prefix}.jsonl`);
    const exported = ["export", PERSON, "-o", out, "--page-size", "1", "--filter", `custom_id__startswith=${prefix}`];
    const stopped = await command(exported, { env: { ...server.env, FULL_FILE: ".part", FULL_AT: "2" }, nodeArgs });
    assert.deepEqual([stopped.code, existsSync(out)], [5, false], stopped.stderr);
    assert.equal((await command(exported, { env: server.env })).code, 0);
    assert.deepEqual(readFileSync(out, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line).custom_id).sort(), [`${prefix}1`, `${prefix}3`]);
});

test("--update changes rows by id, and only what is given; without it an id is refused", async () => {
    const { id } = await persons.create({ ...GOOD, custom_id: `u${++number}`, title: "Before", email: "a@x.se" });
    const { file } = fresh(() => `id,title,email\n${id},After,\n`);
    const refused = await run([file]);
    assert.deepEqual([refused.code, /line 2, id: with an id it changes a row/.test(refused.stderr)], [1, true]);
    assert.equal((await run([file, "--update"])).code, 0);
    const { title, email, name } = await persons.get(id);
    assert.deepEqual([title, email, name], ["After", null, GOOD.name]);
    const without = fresh(() => `title\nAfter\n`);
    assert.match((await run([without.file, "--update"])).stderr, /line 2, id: to change a row it takes its id, or `--key`/);
});

test("--update --key changes what the server has, creates what it has not, and judges each as what it is", async () => {
    const { file, prefix } = fresh((prefix) => `eget id,titel,namn,extern kund\n${prefix}1,Changed,,\n${prefix}2,Created,B,${CLIENT}\n${prefix}3,Neither,,\n`.replace(`Changed,,`, `Changed,A,${CLIENT}`));
    await persons.create({ ...GOOD, name: "A", title: "Before", custom_id: `${prefix}1` });
    const { code, stderr } = await run([file, "--update", "--key", "custom_id"]);
    // An empty name is none, new or not: the check tells before anything is sent.
    assert.equal(code, 1, stderr);
    const partial = fresh((own) => `{"custom_id":"${prefix}1","title":"Changed"}\n{"custom_id":"${prefix}2","title":"Created","name":"B","external_client":{"id":"${CLIENT}"}}\n{"custom_id":"${own}3","title":"Neither"}\n`, "jsonl");
    const second = await run([partial.file, "--update", "--key", "custom_id"]);
    assert.equal(second.code, 1, second.stderr);
    assert.match(second.stderr, /2 rows written, 1 failed/);
    assert.deepEqual(await there(prefix), ["1 Changed", "2 Created"]);
    const [failed] = readFileSync(failedOf(partial.file), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.match(failed.import_error, /^name: Must be filled in; external_client: /);
    // The same again changes nothing.
    rmSync(`${partial.file}.journal`);
    rmSync(failedOf(partial.file));
    assert.equal((await run([partial.file, "--update", "--key", "custom_id"])).code, 1);
    assert.deepEqual(await there(prefix), ["1 Changed", "2 Created"]);
});

test("rows of JSON go as they are: arrays, lines, relations as objects", async () => {
    const rows = (prefix) => [1, 2, 3].map((at) => ({ ...GOOD, custom_id: prefix + at, title: "J", created_at: "left out" }));
    for (const [extension, make] of [["jsonl", (prefix) => rows(prefix).map((row) => JSON.stringify(row)).join("\n")], ["json", (prefix) => JSON.stringify(rows(prefix), null, 2)]]) {
        const { file, prefix } = fresh(make, extension);
        const { code, stderr } = await run([file]);
        assert.equal(code, 0, stderr);
        assert.deepEqual(await there(prefix), ["1 J", "2 J", "3 J"]);
    }
});

test("standard input is imported with a journal to go on with", async () => {
    const prefix = `t${++number}-`;
    const input = csv(prefix, ["A;@C;T;#1;", "B;@C;T;#2;"]);
    assert.equal((await run(["-"], { input })).code, 2);
    const journal = join(folder, `${prefix}.journal`);
    assert.equal((await run(["-", "--journal", journal], { input })).code, 0);
    assert.match((await run(["-", "--journal", journal], { input })).stderr, /imported already/);
    assert.deepEqual(await there(prefix), ["1 T", "2 T"]);
});

test("an export is whole or not there, and what it says imports again", async () => {
    const own = mkdtempSync(join(tmpdir(), "cli-export-"));
    const prefix = `x${++number}-`;
    await persons.bulkWrite(Array.from({ length: 25 }, (_, at) => ({ ...GOOD, title: `"T";\n${at}`, custom_id: `${prefix}${at}` })));
    const filter = ["--filter", `custom_id__startswith=${prefix}`, "--page-size", "10"];
    const env = server.env;
    for (const name of ["rows.csv", "rows.jsonl"]) {
        const file = join(own, name);
        const { code, stdout, stderr } = await command(["export", PERSON, "-o", file, ...filter], { env });
        assert.deepEqual([code, stdout], [0, ""], stderr);
        assert.match(stderr, /^25 rows in /m);
    }
    assert.deepEqual(readdirSync(own).sort(), ["rows.csv", "rows.jsonl"]);
    const piped = await command(["export", PERSON, "-o", "-", ...filter], { env });
    assert.equal(piped.stdout, readFileSync(join(own, "rows.jsonl"), "utf8"));
    const rows = piped.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    const ids = rows.map(({ id }) => id);
    assert.deepEqual([ids.length, ids], [25, [...new Set(ids)].sort()]);
    const checked = await command(["validate", PERSON, join(own, "rows.csv")]);
    assert.equal(checked.code, 0, checked.stdout);
    const again = await command(["import", PERSON, join(own, "rows.csv"), "--update"], { env });
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(await all(persons.iterate({ filter: { custom_id: { startswith: prefix } } })), rows);
});

test("an export that was killed goes on: no row is lost and none is twice, whatever was inserted or deleted meanwhile", async (t) => {
    const own = mkdtempSync(join(tmpdir(), "cli-export-"));
    const prefix = `y${++number}-`;
    await persons.bulkWrite(Array.from({ length: 50 }, (_, at) => ({ ...GOOD, custom_id: `${prefix}${at}` })));
    const file = join(own, "rows.jsonl");
    const args = ["export", PERSON, "-o", file, "--filter", `custom_id__startswith=${prefix}`, "--page-size", "10"];
    const before = await all(persons.iterate({ filter: { custom_id: { startswith: prefix } } }));
    for (const meanwhile of ["nothing", "deleted", "inserted"]) {
        let pages = 0;
        let child;
        const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async () => undefined);
        t.after(() => proxy.end());
        proxy.onRead = async () => {
            if (++pages === 4) child.kill("SIGKILL");
        };
        const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
        const first = started(args, { env });
        child = first.child;
        assert.equal((await first.ended).code, "SIGKILL");
        assert.ok(!existsSync(file) && existsSync(`${file}.part`));
        proxy.onRead = undefined;
        const gone = meanwhile === "deleted" ? before.splice(2, 12) : [];
        for (const { id } of gone) await persons.delete(id);
        if (meanwhile === "inserted") {
            before.push(...(await persons.bulkWrite(Array.from({ length: 20 }, (_, at) => ({ ...GOOD, custom_id: `${prefix}n${at}` })))));
        }
        const { code, stderr } = await command(args, { env });
        assert.equal(code, 0, stderr);
        assert.match(stderr, /goes on after 30 rows/);
        const found = readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line).id);
        assert.equal(new Set(found).size, found.length);
        // All rows that were there from the beginning to the end.
        const always = before.filter(({ custom_id }) => meanwhile !== "inserted" || !custom_id.includes("-n"));
        for (const { id } of always) assert.ok(found.includes(id), `${meanwhile}: ${id} is lost`);
        rmSync(file);
    }
});

test("what was begun as another export is not gone on with, unless it is said to begin anew", async (t) => {
    const own = mkdtempSync(join(tmpdir(), "cli-export-"));
    const file = join(own, "rows.jsonl");
    writeFileSync(`${file}.part`, "x");
    writeFileSync(`${file}.part.journal`, '["another"]\n');
    const args = ["export", PERSON, "-o", file, "--filter", "custom_id=nobody"];
    const refused = await command(args, { env: server.env });
    assert.deepEqual([refused.code, /of another export/.test(refused.stderr)], [2, true]);
    assert.equal((await command([...args, "--restart"], { env: server.env })).code, 0);
    assert.equal(readFileSync(file, "utf8"), "");
    assert.equal((await command(["export", PERSON, "-o", join(own, "rows.csv"), "--filter", "custom_id=nobody"], { env: server.env })).code, 0);
    assert.match(readFileSync(join(own, "rows.csv"), "utf8"), /^id,name,external_client,/);
    assert.equal((await command(["export", PERSON, "-o", join(own, "rows")], { env: server.env })).code, 2);
});
