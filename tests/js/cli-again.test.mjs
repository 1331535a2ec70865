// `import` run again, or beside files that are somebody else's: what it refuses, what it never overwrites, and that it goes on
// where nobody listens.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CLIENT, fresh, PERSON, persons, run, server, there } from "./cli-persons.mjs";
import { proxyTo } from "./cli-proxy.mjs";
import { CLI, command, started } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

/** A proxy whose write with this number is refused for good until `calm()`. */
async function refusing(t, at) {
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, { reply }) => {
        if (write < at) return undefined;
        await reply({ status: 403, headers: {}, body: Buffer.from('{"detail":"Not today."}') });
        return "done";
    });
    t.after(() => proxy.end());
    return { proxy, env: { PIGELLO_BASE_URL: proxy.url } };
}

test("an import whose notes nobody reads any more goes on to its end", async () => {
    const { file, prefix } = fresh(["T", "T", "T", "T"]);
    const child = spawn(process.execPath, [CLI, "import", PERSON, file, "--chunk", "1"], { env: { ...process.env, ...server.env }, stdio: ["ignore", "pipe", "pipe"] });
    child.stderr.destroy();
    child.stdout.destroy();
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(code, 0);
    assert.deepEqual(await there(prefix), ["1", "2", "3", "4"]);
    assert.match(readFileSync(`${file}.journal`, "utf8"), /\["end"\]\n$/);
});

test("findings that nobody reads end with the code of the file all the same, and `list` ends quietly", async () => {
    const { file } = fresh(Array.from({ length: 20_000 }, () => ""));
    const ended = async (...args) => {
        const child = spawn(process.execPath, [CLI, ...args], { env: { ...process.env, ...server.env }, stdio: ["ignore", "pipe", "pipe"] });
        child.stdout.once("data", () => child.stdout.destroy());
        return new Promise((resolve) => child.on("close", resolve));
    };
    assert.equal(await ended("validate", PERSON, file, "--max", "20000"), 1);
    assert.equal(await ended("list", PERSON), 0);
});

test("the file of failed rows and the journal are files of their own", async () => {
    const { file, folder, failed } = fresh(["T", ""]);
    const text = readFileSync(file, "utf8");
    const link = join(folder, "link.csv");
    symlinkSync(file, link);
    const same = join(folder, "same");
    for (const args of [["--failed", file], ["--failed", link], ["--journal", file], ["--journal", same, "--failed", same]]) {
        const { code, stderr } = await run([file, "--skip-invalid", ...args]);
        assert.deepEqual([code, /one file|no journal/.test(stderr)], [2, true], stderr);
    }
    assert.equal(readFileSync(file, "utf8"), text);
    assert.deepEqual(readdirSync(folder).sort(), ["link.csv", "rows.csv"]);
    // Somebody's file is refused however often the import is tried.
    writeFileSync(failed, "mine");
    for (let time = 0; time < 2; time++) {
        const { code, stderr } = await run([file, "--skip-invalid"]);
        assert.deepEqual([code, /is there, and not of this import/.test(stderr)], [2, true], stderr);
        assert.deepEqual([readFileSync(failed, "utf8"), existsSync(`${file}.journal`)], ["mine", false]);
    }
});

test("an import that stopped goes on with its own file of failed rows; moved away, with a new one; changed, not at all", async (t) => {
    const { proxy, env } = await refusing(t, 2);
    const { file, failed, folder } = fresh(["T", "", "T", "", "T"]);
    const args = [file, "--skip-invalid", "--chunk", "2"];
    assert.equal((await run(args, env)).code, 3);
    const other = await run([...args, "--failed", join(folder, "other.csv")], env);
    assert.deepEqual([other.code, /failed was `/.test(other.stderr)], [2, true], other.stderr);
    const begun = readFileSync(failed, "utf8");
    writeFileSync(failed, begun.replace("import_error", "import_error "));
    const changed = await run(args, env);
    assert.deepEqual([changed.code, /was changed since it was written: move it away/.test(changed.stderr)], [2, true], changed.stderr);
    renameSync(failed, join(folder, "mended.csv"));
    proxy.calm();
    const last = await run(args, env);
    assert.deepEqual([last.code, /is not there any more/.test(last.stderr)], [1, true], last.stderr);
    assert.equal(readFileSync(failed, "utf8").trimEnd().split("\r\n").length, 2);
});

test("what is in doubt is looked up twice, --settle apart, however long the request was under way", async (t) => {
    const { file, prefix } = fresh(["T"]);
    let late;
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, { drop, forward }) => {
        if (write > 1) return undefined;
        await new Promise((resolve) => setTimeout(resolve, 1_300));
        drop();
        late = new Promise((resolve) => setTimeout(resolve, 400)).then(forward);
        return "done";
    });
    t.after(() => proxy.end());
    const { code, stderr } = await run([file, "--key", "custom_id", "--timeout", "0", "--settle", "1"], { PIGELLO_BASE_URL: proxy.url });
    await late;
    assert.equal(code, 0, stderr);
    assert.deepEqual(await there(prefix), ["1"]);
});

test("in an update by key a second row for the same row of the server fails, and the others are written", async () => {
    const { file, prefix, failed } = fresh([]);
    const { id } = await persons.create({ ...GOOD, custom_id: `${prefix}old` });
    writeFileSync(file, `id;eget id;titel;namn;extern kund\n${id};;First;A;${CLIENT}\n;${prefix}old;Second;A;${CLIENT}\n;${prefix}new;Third;A;${CLIENT}\n`);
    const { code, stderr } = await run([file, "--update", "--key", "custom_id"]);
    assert.equal(code, 1, stderr);
    assert.match(readFileSync(failed, "utf8"), /a row before it is the same one.*;Second;/);
    assert.deepEqual(await there(prefix), ["new"]);
});

test("a row that has fewer cells than the header is wrong: what is not there is not empty", async () => {
    const { file } = fresh([]);
    const { id, email } = await persons.create({ ...GOOD, email: "a@x.se" });
    writeFileSync(file, `id;titel;e-post\n${id};Changed\n`);
    const { code, stderr } = await run([file, "--update"]);
    assert.deepEqual([code, /^line 2: has 2 cells, and the header 3$/m.test(stderr)], [1, true], stderr);
    assert.equal((await persons.get(id)).email, email);
    writeFileSync(file, `id;titel;\n${id};Changed;lost\n`);
    assert.match((await run([file, "--update"])).stderr, /^line 2: cell 3 stands under a column without a header$/m);
});

test("a quote that swallows good rows ends the import, whatever is left out", async () => {
    const { file, prefix } = fresh(["T", '"stray', "T", "T"]);
    const { code, stderr } = await run([file, "--skip-invalid"]);
    assert.deepEqual([code, /line 3: a quote is opened and not closed/.test(stderr)], [1, true], stderr);
    assert.deepEqual(await there(prefix), []);
});

test("a lock of another machine stays, one of a process that is gone does not, and a folder without one is told", async () => {
    const { file, prefix, folder } = fresh(["T"]);
    const lock = `${file}.journal.lock`;
    writeFileSync(lock, JSON.stringify({ host: "elsewhere", pid: 1, start: "" }));
    const { code, stderr } = await run([file]);
    assert.deepEqual([code, /process 1 on elsewhere imports it, or did; if it does not run any more, delete .*\.lock/.test(stderr)], [2, true], stderr);
    assert.deepEqual(await there(prefix), []);
    writeFileSync(lock, "999999999");
    assert.equal((await run([file])).code, 0);
    assert.deepEqual(readdirSync(folder).sort(), ["rows.csv", "rows.csv.journal"]);
    assert.ok(hostname().length > 0);
    const nowhere = await run([file, "--journal", join(folder, "no", "journal")]);
    assert.deepEqual([nowhere.code, /no: there is no such file or folder/.test(nowhere.stderr)], [5, true], nowhere.stderr);
});

test("an export follows a link, and replaces nothing but files", async () => {
    const { folder } = fresh([]);
    const [real, link] = [join(folder, "real.jsonl"), join(folder, "link.jsonl")];
    writeFileSync(real, "old");
    symlinkSync(real, link);
    const args = (name) => ["export", PERSON, "-o", name, "--jsonl", "--filter", "custom_id=nobody"];
    assert.equal((await command(args(link), { env: server.env })).code, 0);
    assert.equal(readFileSync(real, "utf8"), "");
    mkdirSync(join(folder, "dir"));
    for (const name of ["/dev/null", join(folder, "dir")]) {
        const { code, stderr } = await command(args(name), { env: server.env });
        assert.deepEqual([code, /no file that can be replaced.*`-o -`/.test(stderr)], [2, true], stderr);
    }
});

test("a file of credentials with an address means that address, and an import says where it writes", async () => {
    const { file, folder } = fresh(["T"]);
    const credentials = join(folder, "some.env");
    writeFileSync(credentials, Object.entries(server.env).map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
    const env = { PIGELLO_BASE_URL: "http://127.0.0.1:1", PIGELLO_ENVIRONMENT: "dev.api" };
    const { code, stderr } = await command(["import", PERSON, file, "--credentials", credentials], { env });
    assert.equal(code, 0, stderr);
    assert.match(stderr, new RegExp(`^writes organization\\.externalClientContactPerson at ${server.env.PIGELLO_BASE_URL}$`, "m"));
});

test("a port that is taken ends the sandbox with 2, and a disk that is full `list` with 5 and a sentence", { skip: !existsSync("/dev/full") }, async () => {
    const { ended } = started(["sandbox", "--port", new URL(server.env.PIGELLO_BASE_URL).port]);
    assert.equal((await ended).code, 2);
    const child = spawn("sh", ["-c", `"${process.execPath}" "${CLI}" list ${PERSON} > /dev/full`], { env: { ...process.env, ...server.env }, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (piece) => (said += piece));
    assert.equal(await new Promise((resolve) => child.on("close", resolve)), 5);
    assert.match(said, /standard output: the disk is full/);
});

test("rows of a resource that is not fully documented are changed by their ids, from CSV too", async () => {
    const { file } = fresh([]);
    writeFileSync(file, "id,first_name\n11111111-2222-4333-8444-555555555555,Anna\n");
    const { stdout, stderr } = await command(["validate", "tenant", file]);
    assert.doesNotMatch(stdout + stderr, /is no field/);
    assert.match(stderr, /1 row, all of them valid/);
});

test("columns that are no field, and bytes that are no text, are told with the way out", async () => {
    const { file } = fresh([]);
    const listed = await command(["list", PERSON, "--columns", "id,titel,emial"], { env: server.env });
    assert.deepEqual([listed.code, /`emial` is no field of .*; did you mean `email`\?/.test(listed.stderr)], [2, true], listed.stderr);
    const keyed = await run([file, "--key", "custm_id"]);
    assert.deepEqual([keyed.code, /`--key custm_id` is no field \(did you mean `custom_id`\?\)/.test(keyed.stderr)], [2, true], keyed.stderr);
    writeFileSync(file, Buffer.concat([Buffer.from("namn;titel\nÅsa;T\n"), Buffer.from([0xc5, 0x73, 0x61, 0x3b, 0x54, 10])]));
    const { code, stderr } = await run([file]);
    assert.deepEqual([code, /line 3: .*--encoding/.test(stderr)], [1, true], stderr);
});
