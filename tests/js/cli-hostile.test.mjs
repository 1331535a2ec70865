// Bad input over the wire: the right status, a body in the API's manner, and a server that goes on.

import assert from "node:assert/strict";
import { Agent, request as ask } from "node:http";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { Pigello } from "pigello-client";
import { serve } from "./cli-server.mjs";
import { GOOD, settled } from "./scripted.mjs";

const BASE = "/organization/externalclientcontactperson/";
let server;
let headers;
before(async () => {
    server = await serve();
    headers = Object.fromEntries(
        Object.entries(server.env).filter(([name]) => name !== "PIGELLO_BASE_URL").map(([name, value]) => [`X-${name.replaceAll("_", "-")}`, value]),
    );
});
after(() => server.end());

/** Asks without a client's care; answers status, headers and the body's JSON. */
function send(method, path, { body, agent, ...others } = {}) {
    return settled(
        new Promise((resolve, reject) => {
            const { hostname, port } = new URL(server.env.PIGELLO_BASE_URL);
            const asked = ask({ hostname, port, method, path, agent, headers: { "Content-Type": "application/json", ...headers, ...others } }, (answer) => {
                let text = "";
                answer.on("data", (piece) => (text += piece));
                answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text, json: text && JSON.parse(text) }));
                answer.on("error", reject);
            });
            asked.on("error", reject);
            asked.end(body);
        }),
        60_000,
    );
}

/** Sends bytes as they are, and reads what comes. */
function raw(text) {
    return settled(
        new Promise((resolve) => {
            const { hostname, port } = new URL(server.env.PIGELLO_BASE_URL);
            let answer = "";
            const socket = connect(port, hostname, () => socket.write(text));
            socket.on("data", (piece) => (answer += piece));
            socket.on("error", () => {});
            socket.on("close", () => resolve(answer));
        }),
        30_000,
    );
}

async function lives() {
    assert.equal((await send("GET", `${BASE}list/?_statistics=true`)).status, 200);
}

test("bodies that are no JSON, or JSON of another kind", async () => {
    for (const [body, status, said] of [
        ["{", 400, "JSON parse error"],
        ["nul", 400, "JSON parse error"],
        ["\0", 400, "JSON parse error"],
        [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400, "JSON parse error"],
        ["[".repeat(1_000_000), 400, "JSON parse error"],
        [`{"a":`.repeat(500_000), 400, "JSON parse error"],
        ["[]", 400, "Expected a dictionary"],
        ["5", 400, "Expected a dictionary"],
        ["null", 400, "Expected a dictionary"],
        ["{}", 400, "name"],
        [JSON.stringify({ ...GOOD, name: 5, title: null, email: [], external_client: "x" }), 400, "external_client"],
        [JSON.stringify({ ...GOOD, name: "a\0" }), 400, "name"],
        [`{"name":"\\ud800","title":"x","external_client":{"id":"x"}}`, 400, "name"],
        [`{"__proto__":{"a":1},"constructor":{},"name":"a"}`, 400, "title"],
        [`{"name":1e999}`, 400, "name"],
    ]) {
        const answer = await send("POST", BASE, { body });
        assert.equal(answer.status, status, `${String(body).slice(0, 40)}: ${answer.text}`);
        assert.equal(answer.headers["content-type"], "application/json");
        assert.ok(answer.text.includes(said), answer.text.slice(0, 200));
    }
    assert.equal((await send("POST", `${BASE}list/`, { body: "{}" })).status, 400);
    assert.equal((await send("POST", BASE, { body: "{}", "Content-Type": "text/plain" })).status, 415);
    await lives();
});

test("bodies that are too long", async () => {
    const body = Buffer.alloc(33 * 1024 * 1024, "[");
    for (const others of [{}, { "Transfer-Encoding": "chunked" }, { Expect: "100-continue" }]) {
        const answer = await send("POST", BASE, { body, ...others });
        assert.equal(answer.status, 413, JSON.stringify(others));
        assert.match(answer.json.detail, /larger than 33554432 bytes/);
        assert.equal(answer.headers["access-control-allow-origin"], "*");
    }
    const fits = JSON.stringify(Array.from({ length: 20_000 }, () => ({ ...GOOD, name: "å".repeat(250), email: "x" })));
    assert.equal((await send("POST", `${BASE}list/`, { body: fits })).status, 400);
    await lives();
});

test("paths, methods and queries that lead nowhere", async () => {
    for (const [method, path, status] of [
        ["GET", "/", 404],
        ["GET", "/organization/nothing/list/", 404],
        ["GET", `${BASE}list`, 404],
        ["GET", `${BASE}../list/`, 404],
        ["GET", `${BASE}%2e%2e/list/`, 404],
        ["GET", `//evil.example${BASE}list/`, 404],
        ["GET", `http://evil.example${BASE}list/`, 200],
        ["GET", `${BASE}${"a/".repeat(3_000)}`, 404],
        ["GET", `${BASE}%00%ff%/`, 404],
        ["GET", `${BASE}__proto__/`, 404],
        ["PUT", BASE, 405],
        ["TRACE", BASE, 405],
        ["GET", BASE, 405],
        ["PROPFIND", `${BASE}list/`, 405],
        ["DELETE", `${BASE}list/`, 405],
        ["GET", `${BASE}list/?name__explode=1`, 400],
        ["GET", `${BASE}list/?_page=1`, 400],
        ["GET", `${BASE}list/?_page=0&_page_size=99999999999`, 400],
        ["GET", `${BASE}list/?created_at=yesterday`, 400],
        ["GET", `${BASE}list/?${"&=".repeat(4_000)}`, 400],
        ["GET", `${BASE}list/?_search=${"%C3%A5".repeat(1_000)}`, 200],
        ["OPTIONS", "*", 204],
    ]) {
        const answer = await send(method, path);
        assert.equal(answer.status, status, `${method} ${path.slice(0, 80)}: ${answer.text.slice(0, 200)}`);
        if (status >= 400) assert.equal(typeof answer.json, "object");
    }
    assert.equal((await send("HEAD", `${BASE}list/`)).status, 405);
    await lives();
});

test("headers that are wrong, many or strange", async () => {
    assert.equal((await send("GET", `${BASE}list/`, { "X-PIGELLO-CLIENT-SECRET": "wrong" })).status, 401);
    assert.equal((await send("GET", `${BASE}list/`, { "X-PIGELLO-CLIENT-SECRET": "" })).status, 401);
    assert.equal((await send("GET", `${BASE}list/`, { "X-PIGELLO-CLIENT-SECRET": ["sandbox-secret", "sandbox-secret"] })).status, 401);
    assert.equal((await send("GET", `${BASE}list/`, { "X-Odd": "åÿ\t~" })).status, 200);
    assert.equal((await send("GET", `${BASE}list/`, { __proto__: { a: "b" }, "constructor": "x", "Access-Control-Request-Headers": "a, b" })).status, 200);
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`a${i}`, "1"]));
    assert.equal((await send("GET", `${BASE}list/`, many)).status, 200);
    assert.equal((await send("GET", `${BASE}list/`, { "X-Long": "a".repeat(100_000) })).status, 431);
    await lives();
});

test("what is no HTTP is answered, and ended", async () => {
    for (const [text, status] of [
        ["GARBAGE\r\n\r\n", 400],
        ["GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", 400],
        ["GET / HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n", 400],
        ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
        ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400],
        [`EXPLODE ${BASE} HTTP/1.1\r\nHost: a\r\n\r\n`, 400],
    ]) {
        const answer = await raw(text);
        assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), JSON.stringify(text));
        assert.ok(answer.includes('{"detail":"'), answer);
    }
    await lives();
});

test("who goes away in the middle leaves a server that goes on", async () => {
    const { hostname, port } = new URL(server.env.PIGELLO_BASE_URL);
    for (const text of ["", "GET /", `POST ${BASE} HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{"name":`, `GET ${BASE}list/ HTTP/1.1\r\nHost: a\r\n\r\n`]) {
        for (let i = 0; i < 20; i++) {
            await new Promise((resolve) => {
                const socket = connect(port, hostname, () => socket.write(text || "\n", () => (socket.destroy(), resolve())));
                socket.on("error", resolve);
            });
        }
    }
    await lives();
});

test("ten thousand requests, two hundred at a time", async (t) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 200 });
    t.after(() => agent.destroy());
    const body = JSON.stringify(GOOD);
    const asks = [
        () => send("POST", BASE, { body, agent }),
        () => send("GET", `${BASE}list/?name=nobody`, { agent }),
        () => send("POST", BASE, { body: "{", agent }),
        () => send("PATCH", `${BASE}5a4db0c5-0000-4000-8000-0000000000aa/`, { body, agent }),
    ];
    const counts = {};
    await Promise.all(
        Array.from({ length: 10_000 }, async (_, i) => {
            const { status } = await asks[i % asks.length]();
            counts[status] = (counts[status] ?? 0) + 1;
        }),
    );
    assert.deepEqual(counts, { 200: 2_500, 201: 2_500, 400: 2_500, 404: 2_500 });
    const persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
    assert.deepEqual(await persons.statistics(), { count: 2_500 });
});

test("its lines stay lines", async () => {
    await raw(`GET /\xffx?\xc3\xa5%0a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    const found = () => server.lines.filter((line) => line === "malformed request 400").length > 6;
    for (let tries = 0; !found() && tries < 300; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(found(), "bytes that no address has are malformed");
    assert.ok(server.lines.every((line) => /^[\x20-\x7e…]*$/.test(line)));
});
