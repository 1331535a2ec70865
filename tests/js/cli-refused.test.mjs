// An import whose requests fail in odd ways: refusals that name no row, errors that do not say whether anything was sent, and
// the same command in other words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CLIENT, fresh, run, server, there } from "./cli-persons.mjs";
import { proxyTo } from "./cli-proxy.mjs";

const BROKEN = new URL("./cli-broken-line.mjs", import.meta.url).href;

/** A server that answers a write with a row of this kind so, until it is told to be content. */
async function picky(t, bad, status, body) {
    const seen = { requests: 0, content: false };
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (_, { reply, body: sent }) => {
        seen.requests++;
        if (seen.content || !JSON.parse(sent).some(({ title }) => bad(title))) return undefined;
        await reply({ status, headers: {}, body: Buffer.from(JSON.stringify(body)) });
        return "done";
    });
    t.after(() => proxy.end());
    return { seen, env: { PIGELLO_BASE_URL: proxy.url } };
}

test("how many requests it took to find the rows that a refusal does not name is told", async (t) => {
    const { seen, env } = await picky(t, (title) => title === "Bad", 400, { detail: "No." });
    const { file, prefix, failed } = fresh(Array.from({ length: 64 }, (_, at) => (at === 40 ? "Bad" : "Good")));
    const { code, stderr } = await run([file], env);
    assert.equal(code, 1, stderr);
    assert.match(stderr, /^the server refuses the rows on lines 2 to 65 and names none of them: they are sent by halves, to find which$/m);
    assert.match(stderr, new RegExp(`^${seen.requests - 1} more requests found which rows the server refuses$`, "m"));
    assert.deepEqual([seen.requests, (await there(prefix)).length], [13, 63]);
    assert.match(readFileSync(failed, "utf8"), new RegExp(`\\r\\n[^;]*No\\.[^;]*;A;${CLIENT};Bad;${prefix}41\\r\\n$`));
});

test("a server that refuses everything and names nothing stops the import after a hundred requests, and it goes on later", async (t) => {
    const { seen, env } = await picky(t, () => true, 400, { detail: "The customer is locked." });
    const { file, prefix, failed } = fresh(Array.from({ length: 300 }, () => "T"));
    const { code, stderr } = await run([file], env);
    assert.equal(code, 3, stderr);
    assert.match(stderr, /The customer is locked\.\S*, after \d+ requests to find which rows it refuses/);
    assert.match(stderr, /the same command goes on from here/);
    assert.ok(seen.requests > 100 && seen.requests <= 220, `${seen.requests} requests`);
    seen.content = true;
    const again = await run([file], env);
    assert.equal(again.code, 1, again.stderr);
    const rows = readFileSync(failed, "utf8").trimEnd().split("\r\n").length - 1;
    assert.deepEqual([rows > 0 && rows < 120, (await there(prefix)).length], [true, 300 - rows], again.stderr);
});

test("an error of a name or an address means that nothing was sent only if it came while connecting", async () => {
    for (const [code, syscall, ends] of [
        ["ECONNREFUSED", "connect", 3],
        ["ENOTFOUND", "getaddrinfo", 3],
        ["EHOSTUNREACH", "read", 4],
        ["ENETUNREACH", "write", 4],
        ["ECONNRESET", "connect", 4],
    ]) {
        const { file, prefix } = fresh(["T"]);
        const result = await run([file], { BROKEN_CODE: code, BROKEN_SYSCALL: syscall, BROKEN_FIRST: String(ends === 3) }, ["--import", BROKEN]);
        assert.equal(result.code, ends, `${code} ${syscall}: ${result.stderr}`);
        // It was carried out all the same; who is told that nothing was sent would send it twice.
        assert.equal((await there(prefix)).length, ends === 4 ? 1 : 0);
    }
});

test("an import that stopped goes on only if its file is read as it was: the same columns, the same encoding", async (t) => {
    const { seen, env } = await picky(t, () => true, 403, { detail: "Not today." });
    const { file, prefix } = fresh(["T"]);
    assert.equal((await run([file], env)).code, 3);
    for (const [args, said] of [
        [["--column", "eget id="], /columns was `name,external_client,title,custom_id` and is `name,external_client,title,`/],
        [["--encoding", "windows-1252"], /encoding was `utf-8` and is `windows-1252`/],
        [["--separator", ";"], undefined],
    ]) {
        const { code, stderr } = await run([file, ...args], env);
        // What is said and would have been found is no difference.
        assert.deepEqual([code, (said ?? /Not today/).test(stderr)], [said === undefined ? 3 : 2, true], stderr);
    }
    seen.content = true;
    assert.equal((await run([file], env)).code, 0);
    assert.equal((await there(prefix)).length, 1);
});

test("`--doubtful` without a row in doubt, or with a key, is said to have no effect", async (t) => {
    const { file } = fresh(["T"]);
    const none = await run([file, "--doubtful", "send"]);
    assert.deepEqual([none.code, /^`--doubtful` has no effect: no row is in doubt from an earlier run$/m.test(none.stderr)], [0, true], none.stderr);

    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, { forward, drop }) => {
        if (write > 1) return undefined;
        await forward();
        drop();
        return "done";
    });
    t.after(() => proxy.end());
    const env = { PIGELLO_BASE_URL: proxy.url };
    const lost = fresh(["T"]);
    assert.equal((await run([lost.file], env)).code, 4);
    const { code, stderr } = await run([lost.file, "--doubtful", "skip"], env);
    assert.deepEqual([code, /has no effect/.test(stderr), (await there(lost.prefix)).length], [0, false, 1], stderr);
});
