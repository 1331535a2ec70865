// What is not the command line's own: files of others are never written to, what others say cannot drive a terminal, and what
// came through a pipe stays nowhere.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CLI, command, serve, started } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const PERSON = "externalclientcontactperson";
const HEAD = "namn;extern kund;titel;eget id\n";
const LINUX = process.platform === "linux";
const folder = mkdtempSync(join(tmpdir(), "cli-foreign-"));
let server;
let number = 0;
before(async () => (server = await serve()));
after(() => server.end());

/** A good file of one row, in a folder of its own. */
function fresh() {
    const own = join(folder, String(++number));
    mkdirSync(own);
    const file = join(own, "rows.csv");
    writeFileSync(file, `${HEAD}A;${GOOD.external_client.id};T;f-${number}\n`);
    return { own, file, key: `f-${number}` };
}
const there = async (key) => {
    const { stdout } = await command(["list", PERSON, "--jsonl", "--filter", `custom_id=${key}`], { env: server.env });
    return stdout.split("\n").length - 1;
};

test("a file at the journal's place that is no journal stays as it is, with line breaks or without", async () => {
    for (const text of ["mine", "mine\n", "{}\n", "\n", '{"pigello-client imports']) {
        const { file, key } = fresh();
        writeFileSync(`${file}.journal`, text);
        const { code, stderr } = await command(["import", PERSON, file], { env: server.env });
        assert.deepEqual([code, /is there, and is no journal of an import/.test(stderr)], [2, true], `${JSON.stringify(text)}: ${stderr}`);
        assert.deepEqual([readFileSync(`${file}.journal`, "utf8"), await there(key)], [text, 0]);
    }
});

test("a file at the lock's place that is no lock stays as it is, and the beginning of one holds nobody up", async () => {
    for (const text of ["mine", "mine\n", "[]", '"5"', '{"a":1}']) {
        const { file, key } = fresh();
        writeFileSync(`${file}.journal.lock`, text);
        const { code, stderr } = await command(["import", PERSON, file], { env: server.env });
        assert.deepEqual([code, /\.lock is there, and is no lock/.test(stderr)], [2, true], `${text}: ${stderr}`);
        assert.deepEqual([readFileSync(`${file}.journal.lock`, "utf8"), await there(key)], [text, 0]);
    }
    for (const text of ["", '{"ho', '{"host":"some']) {
        const { own, file, key } = fresh();
        writeFileSync(`${file}.journal.lock`, text);
        const { code, stderr } = await command(["import", PERSON, file], { env: server.env });
        assert.deepEqual([code, await there(key), readdirSync(own).length], [0, 1, 2], stderr);
    }
});

test("the beginning of a journal's first line, and an empty file, are what a run left that was killed at once", async () => {
    for (const text of ["", '{"pigello-cl', '{"pigello-client import":1,"file":"12']) {
        const { file, key } = fresh();
        writeFileSync(`${file}.journal`, text);
        const { code, stderr } = await command(["import", PERSON, file], { env: server.env });
        assert.deepEqual([code, await there(key)], [0, 1], stderr);
    }
});

test("an export leaves a FILE.part alone that is not its own, and its journal, unless it is told to begin anew", async () => {
    for (const [ending, text] of [[".part", "mine"], [".part.journal", "mine"], [".part.journal", "mine\n"]]) {
        const { own } = fresh();
        const file = join(own, "out.jsonl");
        writeFileSync(`${file}${ending}`, text);
        const args = ["export", PERSON, "-o", file, "--filter", "custom_id=nobody"];
        const { code, stderr } = await command(args, { env: server.env });
        assert.deepEqual([code, /--restart/.test(stderr)], [2, true], `${ending} ${JSON.stringify(text)}: ${stderr}`);
        assert.equal(readFileSync(`${file}${ending}`, "utf8"), text);
        assert.equal((await command([...args, "--restart"], { env: server.env })).code, 0);
        assert.deepEqual(readdirSync(own).sort(), ["out.jsonl", "rows.csv"]);
    }
});

test("a pipe is read as standard input is: by validate, and by an import with a journal", { skip: !LINUX }, async () => {
    const { own, file, key } = fresh();
    const bash = (text) =>
        new Promise((resolve) => {
            const env = { ...process.env, ...server.env, CLI, NODE: process.execPath, FILE: file, PERSON };
            execFile("bash", ["-c", text], { env, cwd: own, timeout: 60_000 }, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
        });
    const validated = await bash('"$NODE" "$CLI" validate "$PERSON" <(cat "$FILE"; echo ";;;")');
    assert.deepEqual([validated.code, /^1 row, all of them valid/m.test(validated.stderr)], [0, true], validated.stderr);
    const without = await bash('"$NODE" "$CLI" import "$PERSON" <(cat "$FILE")');
    assert.deepEqual([without.code, /needs `--journal FILE`/.test(without.stderr)], [2, true], without.stderr);
    for (const said of [/1 row written/, /imported already/]) {
        const { code, stderr } = await bash('"$NODE" "$CLI" import "$PERSON" <(cat "$FILE") --journal j');
        assert.deepEqual([code, said.test(stderr)], [0, true], stderr);
    }
    assert.equal(await there(key), 1);
});

test("what came through standard input is in no folder, neither while it is read nor when the import is ended", { skip: !LINUX }, async () => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"]) {
        const { own } = fresh();
        const temporary = join(own, "tmp");
        mkdirSync(temporary);
        const args = ["import", PERSON, "-", "--journal", join(own, "journal")];
        const { child, ended } = started(args, { env: { ...server.env, TMPDIR: temporary }, stdin: "pipe" });
        child.stdin.write(HEAD);
        const spool = await (async () => {
            for (const until = Date.now() + 20_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
                const open = readdirSync(`/proc/${child.pid}/fd`).flatMap((name) => {
                    try {
                        return [readlinkSync(`/proc/${child.pid}/fd/${name}`)];
                    } catch {
                        return [];
                    }
                });
                const found = open.find((name) => name.startsWith(temporary));
                if (found?.endsWith("(deleted)")) return found;
            }
            return undefined;
        })();
        assert.ok(spool !== undefined, "it is open, and has no name");
        assert.deepEqual(readdirSync(temporary), []);
        child.kill(signal);
        const { code } = await ended;
        assert.notEqual(code, 0);
        assert.deepEqual(readdirSync(temporary), [], signal);
    }
});

/** A server that says this to everything. */
async function saying(t, status, body) {
    const talker = createServer((request, response) => {
        request.resume();
        response.writeHead(status, { "Content-Type": "application/json" });
        // Of a list there is one page.
        response.end(JSON.stringify(/_page=[2-9]/.test(request.url) ? [] : body));
    });
    await new Promise((resolve) => talker.listen(0, "127.0.0.1", resolve));
    t.after(() => (talker.closeAllConnections(), talker.close()));
    return { ...server.env, PIGELLO_BASE_URL: `http://127.0.0.1:${talker.address().port}` };
}
const DRIVES = "\x1b[2J\x1b]0;x\x07\x9b31m\r\u202eevil\nexit 0";

test("what a server says drives no terminal: not in an error, not in a table", async (t) => {
    const { file } = fresh();
    const refusing = await saying(t, 403, { detail: DRIVES });
    for (const args of [["list", PERSON], ["import", PERSON, file]]) {
        const { code, stdout, stderr } = await command(args, { env: refusing });
        assert.deepEqual([code, /\\x1b\[2J\\x1b\]0;x\\x07\\x9b31m\\r\\u202eevil\\nexit 0/.test(stderr)], [3, true], stderr);
        assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    }
    const answering = await saying(t, 200, [{ id: GOOD.external_client.id, name: DRIVES, [DRIVES]: "x" }]);
    const { code, stdout, stderr } = await command(["list", PERSON, "--table", "--limit", "1"], { env: answering });
    assert.deepEqual([code, /\\x1b\[2J\\x1b\]0/.test(stdout)], [0, true], stderr);
    assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
});

test("what a file or its name says drives no terminal either", async () => {
    const { own } = fresh();
    const file = join(own, "rows\x1b[31m.csv");
    writeFileSync(file, `namn;titel;extern kund;"e\x1b[2J\npost"\nA;T;x;y\n`);
    for (const args of [["validate", PERSON, file], ["validate", PERSON, file, "--ignore-unknown"], ["import", PERSON, `${file}\x07`]]) {
        const { code, stdout, stderr } = await command(args);
        assert.ok(code > 0, stderr);
        assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, args.join(" "));
    }
});
