// `npx pigello-client`: the server, and what is said to a wrong command line.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { run, serve } from "./cli-server.mjs";
import { all, GOOD } from "./scripted.mjs";

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
    const log = await server.log(6);
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
    assert.equal(refused.headers.get("access-control-expose-headers"), "Retry-After");
});

test("--check-relations refuses a body that names a row that is not there", async (t) => {
    const server = await serve("--check-relations");
    t.after(() => server.end());
    const persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
    await assert.rejects(persons.create(GOOD), { status: 400 });
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
    // Another port is to be named: no row is wrong, which would be 1.
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`port ${port} is in use`));
});

test("help and wrong command lines", async () => {
    for (const help of [["sandbox", "-h"], ["sandbox", "--help"]]) {
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
        [["sandbox", "--data", ""], "--data"],
        [["sandbox", "--latency", "5-"], "--latency"],
        [["sandbox", "--latency", "20-10"], "MIN-MAX"],
        [["sandbox", "--faults", ""], "NAME:SHARE"],
        [["sandbox", "--faults", "429"], "429"],
        [["sandbox", "--faults", "200:0.5"], "400 to 599"],
        [["sandbox", "--faults", "429:1.5"], "from 0 to 1"],
        [["sandbox", "--faults", "429:0.6,500:0.6"], "more than 1 together"],
        [["sandbox", "--faults", "explode:0.1"], "explode"],
        [["sandbox", "--faults", "delay:0.1"], "how long"],
        [["sandbox", "--faults", "lose=5:0.1"], "lose takes no value"],
    ]) {
        const { code, stdout, stderr } = await run(...args);
        assert.equal(code, 2, args.join(" "));
        assert.equal(stdout, "");
        assert.ok(stderr.includes(named), stderr);
    }
});
