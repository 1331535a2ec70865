// The lock of an import: of several that start at once exactly one has it, whatever an earlier one left.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { proxyTo } from "./cli-proxy.mjs";
import { CLI, command, serve, started } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const PERSON = "externalclientcontactperson";
const ROUNDS = 12;
const AT_ONCE = 5;
let server;
before(async () => (server = await serve()));
after(() => server.end());

/** A file of one row, in a folder of its own. */
function fresh(key) {
    const folder = mkdtempSync(join(tmpdir(), "cli-lock-"));
    const file = join(folder, "rows.csv");
    writeFileSync(file, `namn;extern kund;titel;eget id\nA;${GOOD.external_client.id};T;${key}\n`);
    return { folder, file, lock: `${file}.journal.lock` };
}
const count = async (key) => {
    const { stdout } = await command(["list", PERSON, "--jsonl", "--filter", `custom_id=${key}`], { env: server.env });
    return stdout.split("\n").length - 1;
};

test(`of ${AT_ONCE} imports that start at once exactly one writes, in each of ${ROUNDS} rounds, where a lock was left and where not`, async (t) => {
    let waiting = () => {};
    let open = Promise.resolve();
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async () => (waiting(), await open, undefined));
    t.after(() => proxy.end());
    const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
    const gone = started(["--version"]);
    await gone.ended;
    for (let round = 0; round < ROUNDS; round++) {
        const { folder, file, lock } = fresh(`lock-${round}`);
        // A process that is gone left it: then each may take it away.
        if (round % 2 === 1) writeFileSync(lock, String(gone.child.pid));
        // Who has the lock keeps it until the others are refused.
        let go;
        open = new Promise((resolve) => (go = resolve));
        const timer = setTimeout(go, 30_000);
        let arrived = 0;
        waiting = () => void arrived++;
        const all = Array.from({ length: AT_ONCE }, () => started(["import", PERSON, file], { env }));
        const refused = [];
        await new Promise((resolve) => {
            for (const { ended } of all) ended.then((end) => refused.push(end) === AT_ONCE - 1 && resolve());
        });
        assert.equal(refused.length, AT_ONCE - 1);
        for (const { code, stderr } of refused) assert.deepEqual([code, /process \d+ imports it/.test(stderr)], [2, true], `round ${round}: ${stderr}`);
        go();
        clearTimeout(timer);
        const ends = await Promise.all(all.map(({ ended }) => ended));
        assert.deepEqual(ends.map(({ code }) => code).sort(), [0, 2, 2, 2, 2], ends.map(({ stderr }) => stderr).join("\n"));
        assert.equal(arrived, 1, `round ${round}`);
        assert.deepEqual(readdirSync(folder).sort(), ["rows.csv", "rows.csv.journal"], "no lock is left, nor what it is made of");
    }
    const { stdout } = await command(["list", PERSON, "--jsonl", "--filter", "custom_id__startswith=lock-"], { env: server.env });
    assert.equal(stdout.trimEnd().split("\n").length, ROUNDS);
});

test("an old lock is taken away by one process at a time: while one is at it, others wait", { skip: process.platform !== "linux" }, async () => {
    const { folder, file, lock } = fresh("old");
    const gone = started(["--version"]);
    await gone.ended;
    writeFileSync(lock, String(gone.child.pid));
    writeFileSync(`${lock}.old`, await lockOfThis());
    const waits = started(["import", PERSON, file], { env: server.env });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    assert.deepEqual([waits.child.exitCode, readFileSync(lock, "utf8")], [null, String(gone.child.pid)]);
    rmSync(`${lock}.old`);
    const { code, stderr } = await waits.ended;
    assert.equal(code, 0, stderr);
    assert.equal(await count("old"), 1);
    assert.deepEqual(readdirSync(folder).sort(), ["rows.csv", "rows.csv.journal"]);
});

test("a lock of another host is not taken, even if a process with its number does not run here", async () => {
    const { file, lock } = fresh("host");
    for (const pid of [1, 999_999_999]) {
        const text = JSON.stringify({ host: "elsewhere", pid, start: "" });
        writeFileSync(lock, text);
        const { code, stderr } = await command(["import", PERSON, file], { env: server.env });
        assert.deepEqual([code, stderr.includes(`process ${pid} on elsewhere imports it, or did`)], [2, true], stderr);
        assert.equal(readFileSync(lock, "utf8"), text);
        assert.ok(!existsSync(`${file}.journal`));
    }
    assert.equal(await count("host"), 0);
});

test("the number of a process that was given again is not the process that had it", { skip: process.platform !== "linux" }, async () => {
    const { file, lock } = fresh("again");
    const mine = JSON.parse(await lockOfThis());
    writeFileSync(lock, JSON.stringify({ ...mine, start: "1" }));
    assert.equal((await command(["import", PERSON, file], { env: server.env })).code, 0);
    assert.equal(await count("again"), 1);
    const other = fresh("runs");
    writeFileSync(other.lock, JSON.stringify(mine));
    const { code, stderr } = await command(["import", PERSON, other.file], { env: server.env });
    assert.deepEqual([code, stderr.includes(`process ${mine.pid} imports it`)], [2, true], stderr);
});

test("a process that was killed has nothing any more, even where nobody asks what became of it", { skip: process.platform !== "linux" }, async (t) => {
    const { file, lock } = fresh("killed");
    let reached;
    const arrived = new Promise((resolve) => (reached = resolve));
    let dropped = false;
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async () => (dropped ? undefined : (reached(), "done")));
    // The shell becomes a program that never waits for its children.
    const parent = spawn("sh", ["-c", '"$0" "$1" import "$2" "$3" & echo $!; exec sleep 60', process.execPath, CLI, PERSON, file], {
        env: { ...process.env, ...server.env, PIGELLO_BASE_URL: proxy.url },
        stdio: ["ignore", "pipe", "ignore"],
    });
    t.after(() => (parent.kill("SIGKILL"), proxy.end()));
    const pid = Number(await new Promise((resolve) => parent.stdout.once("data", resolve)));
    await arrived;
    process.kill(pid, "SIGKILL");
    for (let tries = 0; !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8")) && tries < 500; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(existsSync(lock) && process.kill(pid, 0), "its number is there");
    dropped = true;
    const { code, stderr } = await command(["import", PERSON, file, "--doubtful", "send"], { env: { ...server.env, PIGELLO_BASE_URL: proxy.url } });
    assert.equal(code, 0, stderr);
    assert.equal(await count("killed"), 1);
});

/** As the command line writes it, of a process that runs: the sandbox's, which holds its own file of data. */
async function lockOfThis() {
    const data = join(mkdtempSync(join(tmpdir(), "cli-lock-")), "data.json");
    const holder = await serve("--data", data);
    held.push(holder);
    return readFileSync(`${data}.lock`, "utf8");
}
const held = [];
after(() => Promise.all(held.map((holder) => holder.end())));
