// `npx pigello-client`: the server, and what is said to a wrong command line.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { all, GOOD } from "./scripted.mjs";

const CLI = join(dirname(createRequire(import.meta.url).resolve("pigello-client/package.json")), "cli.js");

/** Runs it to its end. */
function run(...args) {
    return new Promise((resolve) => {
        execFile(process.execPath, [CLI, ...args], (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
    });
}

/** Starts a server; answers what it prints and the environment it names. */
async function serve(...args) {
    const child = spawn(process.execPath, [CLI, "sandbox", "--port", "0", ...args], { stdio: ["ignore", "pipe", "inherit"] });
    const lines = [];
    const env = {};
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));
    await new Promise((resolve) => {
        createInterface(child.stdout).on("line", (line) => {
            lines.push(line);
            const [, name, value] = /^export (PIGELLO_\w+)=(\S+)$/.exec(line) ?? [];
            if (name !== undefined) env[name] = value;
            if (Object.keys(env).length === 8) resolve();
        });
    });
    return { env, lines, end: (signal = "SIGTERM") => (child.kill(signal), ended) };
}

test("it prints what to paste, and Pigello.fromEnv speaks with it", async (t) => {
    const server = await serve();
    t.after(() => server.end());
    assert.match(server.env.PIGELLO_BASE_URL, /^http:\/\/127\.0\.0\.1:\d+$/);
    const persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
    const { id } = await persons.create(GOOD);
    assert.equal((await persons.update(id, { title: "Chef" })).title, "Chef");
    await persons.bulkWrite([GOOD, GOOD, { id, last_name: "Åberg" }]);
    assert.equal((await all(persons.stream())).length, 3);
    await persons.delete(id);
    assert.equal((await persons.list({ filter: { name: "Anna" } })).length, 2);
    // A line is written when its answer is on the way.
    let log = [];
    for (let tries = 0; log.length < 6 && tries < 500; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        log = server.lines.filter((line) => /^(GET|POST|PATCH|DELETE) /.test(line));
    }
    assert.equal(log.length, 6);
    assert.match(log[0], /^POST \/organization\/externalclientcontactperson\/ 201 \d+ ms$/);
    assert.match(log[5], /^GET \/organization\/externalclientcontactperson\/list\/\?name=Anna 200 \d+ ms$/);
});

test("pages of any origin may ask, with the seven headers", async (t) => {
    const server = await serve();
    t.after(() => server.end());
    const url = `${server.env.PIGELLO_BASE_URL}/organization/externalclientcontactperson/list/`;
    const asked = { Origin: "https://example.com", "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "x-own" };
    const preflight = await fetch(url, { method: "OPTIONS", headers: asked });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get("access-control-allow-origin"), "*");
    assert.match(preflight.headers.get("access-control-allow-methods"), /PATCH/);
    for (const name of ["X-PIGELLO-CUSTOMER-ID", "X-PIGELLO-CLIENT-SECRET", "Content-Type", "x-own"]) {
        assert.ok(preflight.headers.get("access-control-allow-headers").includes(name), name);
    }
    const refused = await fetch(url);
    assert.equal(refused.status, 401);
    assert.equal(refused.headers.get("access-control-allow-origin"), "*");
});

test("--data gives it rows to begin with", async (t) => {
    const file = join(mkdtempSync(join(tmpdir(), "pigello-")), "data.json");
    writeFileSync(file, JSON.stringify({ "organization.externalClientContactPerson": [GOOD] }));
    const server = await serve("--data", file);
    t.after(() => server.end());
    assert.equal((await Pigello.fromEnv(server.env).organization.externalClientContactPerson.list()).length, 1);
    writeFileSync(file, "{");
    const broken = await run("sandbox", "--port", "0", "--data", file);
    assert.equal(broken.code, 1);
    assert.ok(broken.stderr.includes(file));
});

for (const signal of ["SIGINT", "SIGTERM"]) {
    test(`${signal} ends it`, async () => {
        const server = await serve();
        assert.deepEqual(await server.end(signal), { code: 0, signal: null });
    });
}

test("a port in use is said plainly", async (t) => {
    const other = createServer().listen(0, "127.0.0.1");
    t.after(() => other.close());
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address();
    const { code, stderr } = await run("sandbox", "--port", String(port));
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`port ${port} is in use`));
});

test("help and wrong command lines", async () => {
    for (const help of [["--help"], ["-h"], ["sandbox", "--help"]]) {
        const { code, stdout } = await run(...help);
        assert.equal(code, 0);
        assert.match(stdout, /^Usage: pigello-client sandbox/);
    }
    for (const [args, named] of [
        [[], "which command"],
        [["serve"], "serve"],
        [["sandbox", "now"], "now"],
        [["sandbox", "--prot", "1"], "--prot"],
        [["sandbox", "--port"], "--port"],
        [["sandbox", "--port", "x"], "--port x"],
        [["sandbox", "--port", "70000"], "70000"],
    ]) {
        const { code, stdout, stderr } = await run(...args);
        assert.equal(code, 2, args.join(" "));
        assert.equal(stdout, "");
        assert.ok(stderr.includes(named), stderr);
    }
});
