// Rows as a table for people: what of them fits a terminal, and what is said of the rest.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { command } from "./cli-server.mjs";
import { credentials } from "./scripted.mjs";

const NAMES = Array.from({ length: 30 }, (_, at) => `column_${String(at).padStart(2, "0")}`);
let rows = [];
let talker;
let env;
before(async () => {
    talker = createServer((request, response) => {
        response.writeHead(200, { "Content-Type": "application/json" });
        response.end(JSON.stringify(/_page=[2-9]/.test(request.url) ? [] : rows));
    });
    await new Promise((resolve) => talker.listen(0, "127.0.0.1", resolve));
    env = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [`PIGELLO_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`, value]));
    env.PIGELLO_BASE_URL = `http://127.0.0.1:${talker.address().port}`;
});
after(() => (talker.closeAllConnections(), talker.close()));

/** What a terminal so wide would show; 0: none. */
async function listed(wide, ...args) {
    const terminal = `data:text/javascript,Object.assign(process.stdout,{isTTY:true,columns:${wide}})`;
    const { code, stdout, stderr } = await command(["list", "tenant", ...args], { env, nodeArgs: wide > 0 ? ["--import", terminal] : [] });
    assert.equal(code, 0, stderr);
    return stdout.trimEnd().split("\n");
}

test("of thirty columns as many are shown as fit, whole, and the others are named", async () => {
    // The widest decides, in the header or below.
    rows = [4, 12].map((long) => Object.fromEntries(NAMES.map((name) => [name, "x".repeat(long)])));
    for (const [wide, fit] of [[40, 3], [80, 5], [200, 14], [1_000, 30]]) {
        const lines = await listed(wide);
        assert.equal(lines[0], NAMES.slice(0, fit).map((name) => name.padEnd(12)).join("  ").trimEnd(), `${wide}`);
        assert.equal(lines[2], Array(fit).fill("x".repeat(12)).join("  "));
        assert.equal(lines[3], fit === 30 ? undefined : `and ${NAMES.slice(fit).join(", ")}: \`--columns\` chooses, \`--jsonl\` has all`);
    }
    // One there always is.
    assert.deepEqual((await listed(10)).slice(0, 3), ["column_00", "xxxx", "xxxxxxxxx…"]);
    // Without a terminal there is no width to fit but the usual one.
    assert.equal((await listed(0, "--table"))[0].split(/ +/).length, 8);
});

test("columns that someone chose are all shown, however narrow the terminal", async () => {
    rows = [Object.fromEntries(NAMES.map((name) => [name, "x"]))];
    const lines = await listed(40, "--columns", NAMES.join(","));
    assert.deepEqual(lines.map((line) => line.split(/ +/)), [NAMES, NAMES.map(() => "x")]);
});

test("a text that is too long is cut where one sees it, and letters of double width take two places", async () => {
    rows = [{ first_name: "å".repeat(50), last_name: "日本語", email: "a@x.se" }, { first_name: "b", last_name: "👍🏽", email: "b@x.se" }];
    assert.deepEqual(await listed(80), [
        `first_name${" ".repeat(32)}last_name  email`,
        `${"å".repeat(39)}…  日本語     a@x.se`,
        `b${" ".repeat(41)}👍🏽         b@x.se`,
    ]);
    rows = [{ first_name: "日本語日本語" }];
    assert.deepEqual(await listed(80), ["first_name", "日本語日本語"]);
});

test("nothing is cut of what is known of fields: where there is room the last words go on below, within the terminal", async () => {
    const words = (await command(["fields", "externalClientContactPerson", "--csv"])).stdout.match(/[\w-]+/g);
    for (const wide of [0, 80, 140, 220]) {
        const nodeArgs = wide > 0 ? ["--import", `data:text/javascript,Object.assign(process.stdout,{isTTY:true,columns:${wide}})`] : [];
        const { stdout } = await command(["fields", "externalClientContactPerson", "--table"], { nodeArgs });
        assert.deepEqual(stdout.match(/[\w-]+/g).sort(), [...words].sort(), `${wide}`);
        if (wide >= 140) assert.ok(Math.max(...stdout.split("\n").map((line) => line.length)) <= wide, stdout);
    }
});
