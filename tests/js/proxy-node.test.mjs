// The adapter for Node's http and Express: bodies, streams, aborts, errors.

import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent } from "node:http";
import http2 from "node:http2";
import { connect } from "node:net";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createProxy, toNodeListener } from "pigello-client/proxy";
import { ALLOW, all, credentials, ID, listening, PERSONS, plain, raw, until, upstream } from "./proxy-upstream.mjs";

const LIST = `${PERSONS}list/`;
const JSON_TYPE = { "content-type": "application/json" };

/** A server with the proxy; `before` is what stands before it, as middleware does. */
async function served(answer, { before = async () => {}, read, wrap = (proxy) => proxy, next, ...options } = {}) {
    const api = await upstream(answer, { read });
    const listener = toNodeListener(wrap(createProxy({ baseUrl: api.baseUrl, credentials, allow: ALLOW, ...options })));
    const { port, address, server } = await listening(async (request, response) => {
        await before(request, response);
        listener(request, response, next && ((error) => next(error, response)));
    });
    return { port, address, server, requests: api.requests };
}

test("status, headers and body there and back", async () => {
    const { port, requests } = await served((request, response, body) => {
        response.writeHead(201, { ...JSON_TYPE, "retry-after": "1", "set-cookie": "a=b" }).end(body);
    });
    const answer = await plain(port, `${LIST}?a=b`, { method: "POST", headers: { ...JSON_TYPE, cookie: "x=y" }, body: '[{"name":"Åsa"}]' });
    assert.deepEqual([answer.status, answer.text], [201, '[{"name":"Åsa"}]']);
    assert.equal(answer.headers["content-type"], "application/json");
    assert.equal(answer.headers["retry-after"], "1");
    assert.equal(answer.headers["set-cookie"], undefined);
    const [{ method, url, headers }] = requests;
    assert.deepEqual([method, url, headers.cookie], ["POST", `${LIST}?a=b`, undefined]);
});

test("refusals keep the connection, with or without a body", async () => {
    const { address } = await served();
    for (const [path, method, status] of [["/x/", "GET", 404], [LIST, "PUT", 405], [LIST, "HEAD", 405], [LIST, "GET", 200]]) {
        const response = await fetch(address + path, { method, ...(method === "PUT" && { body: "x".repeat(100_000) }) });
        assert.equal(response.status, status);
        await response.text();
    }
});

test("no body, an empty one, and one in chunks", async () => {
    const { port, requests } = await served();
    for (const [options, sent] of [
        [{ method: "POST" }, ""],
        [{ method: "POST", headers: { "content-length": "0" } }, ""],
        [{ method: "PATCH", headers: { "transfer-encoding": "chunked" }, body: "{}" }, "{}"],
        [{ method: "PATCH", headers: { "content-length": "2" }, body: "{}" }, "{}"],
    ]) {
        assert.equal((await plain(port, PERSONS, options)).status, 200);
        assert.equal(requests.pop().body, sent);
    }
});

test("a large body goes through piece by piece, no faster than the API takes it", async () => {
    let taken = 0;
    let go;
    const gate = new Promise((resolve) => (go = resolve));
    const { port } = await served(
        async (request, response) => {
            await gate;
            for await (const piece of request) taken += piece.length;
            response.end("[]");
        },
        { read: false },
    );
    const size = 64 * 1024 * 1024;
    const socket = connect(port, "127.0.0.1");
    socket.write(`POST ${LIST} HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\nConnection: close\r\n\r\n`);
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const write = async () => {
        for (; sent < size; sent += piece.length) if (!socket.write(piece)) await once(socket, "drain");
    };
    const writing = write();
    await sleep(400);
    assert.ok(sent < size / 2, `${sent} bytes were taken, though the API took none`);
    go();
    await writing;
    assert.match(await all(socket), /^HTTP\/1\.1 200 /);
    assert.equal(taken, size);
});

test("an answer comes piece by piece, no faster than it is read, and leaving it ends it at the API", async () => {
    let written = 0;
    let closed = false;
    const { port } = await served(async (request, response) => {
        response.on("close", () => (closed = true));
        const piece = Buffer.alloc(64 * 1024, "x");
        while (!closed && written < 4_000) {
            written += 1;
            if (!response.write(piece)) await until(() => closed || !response.writableNeedDrain, "more is taken", 10_000);
        }
        response.end();
    });
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET ${LIST} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(socket, "readable");
    await sleep(500);
    assert.ok(written < 1_000, `${written} pieces of 64 KiB were taken, though nobody read them`);
    socket.destroy();
    await until(() => closed, "the API was left");
});

test("the first line of a stream is there before the second is written", async () => {
    let go;
    const { address } = await served((request, response) => {
        response.write("1\n");
        go = () => response.end("2\n");
    });
    const reader = (await fetch(address + LIST)).body.getReader();
    assert.equal(String(Buffer.from((await reader.read()).value)), "1\n");
    go();
    assert.equal(String(Buffer.from((await reader.read()).value)), "2\n");
});

test("who leaves while waiting, or while sending, takes the request to the API along", async () => {
    for (const start of [
        `GET ${LIST} HTTP/1.1\r\nHost: x\r\n\r\n`,
        `POST ${LIST} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n[1,`,
        `POST ${LIST} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n`,
    ]) {
        let closed = false;
        const { port, requests } = await served((request, response) => void response.on("close", () => (closed = true)), { read: false });
        const socket = connect(port, "127.0.0.1", () => socket.write(start));
        await until(() => requests.length === 1, "the API is asked");
        socket.destroy();
        await until(() => closed, "the API was left");
    }
});

test("an answer that breaks off is cut off", async () => {
    const { port } = await served((request, response) => {
        response.write("[1,");
        setTimeout(() => response.destroy(), 30);
    });
    await assert.rejects(plain(port, LIST), /aborted/);
    // In its own bytes: no last chunk.
    const answer = await raw(port, `GET ${LIST} HTTP/1.1\r\nHost: x\r\n\r\n`);
    assert.match(answer, /\r\n\[1,\r\n$/);
});

test("a body that is too large is refused at once, and the rest of it is not read for good", async () => {
    const { port, requests } = await served(undefined, { maxBodyBytes: 1_000 });
    for (const head of ["Content-Length: 1000000000000", "Transfer-Encoding: chunked"]) {
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => {});
        socket.write(`POST ${LIST} HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n`);
        const piece = head.startsWith("T") ? `3e8\r\n${"x".repeat(1_000)}\r\n` : "x".repeat(1_000);
        const timer = setInterval(() => socket.write(piece), 1);
        let answer = "";
        socket.on("data", (text) => (answer += text));
        await once(socket, "close");
        clearInterval(timer);
        assert.match(answer, /^HTTP\/1\.1 413 [^]*"detail":"The body is too large\."/);
    }
    for (const { body } of requests) assert.equal(body, undefined);
    assert.equal((await plain(port, LIST, { method: "POST", body: "x" })).status, 200, "the next one is served");
});

test("`Expect: 100-continue` is served", async () => {
    const { port, requests } = await served();
    const answer = await raw(port, `POST ${LIST} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`);
    assert.match(answer, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
    assert.equal(requests[0].headers.expect, undefined);
});

test("requests one after the other on one connection are kept apart", async () => {
    const { port, requests } = await served((request, response, body) => void response.end(`${request.method}${body}`));
    const post = (body) => `POST ${LIST} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const answer = await raw(port, `${post("one")}GET ${LIST} HTTP/1.1\r\nHost: x\r\n\r\n${post("two").replace("Host: x", "Host: x\r\nConnection: close")}`);
    assert.deepEqual([...answer.matchAll(/\r\n(POST\w+|GET)\r\n/g)].map(([, text]) => text), ["POSTone", "GET", "POSTtwo"]);
    assert.equal(requests.length, 3);
});

/** As express.json() does: reads the body, then says what it is. */
const parser = (parse) => async (request) => {
    const text = await all(request);
    request.body = parse(text);
};

test("a body that express.json() has read is sent as it would write it; raw and text as they were", async () => {
    for (const [parse, sent] of [
        [JSON.parse, '[{"name":"Åsa","n":1}]'],
        [(text) => text, '[ {"name":"Åsa","n":1} ]'],
        [(text) => Buffer.from(text), '[ {"name":"Åsa","n":1} ]'],
    ]) {
        const { port, requests } = await served(undefined, { before: parser(parse) });
        const { status } = await plain(port, LIST, { method: "POST", headers: { "content-type": "application/json; charset=utf-8" }, body: '[ {"name":"Åsa","n":1} ]' });
        assert.equal(status, 200);
        assert.equal(requests[0].body, sent);
        assert.equal(requests[0].headers["content-type"], "application/json; charset=utf-8");
    }
});

test("a body that was read and cannot be written again is a clear error", async () => {
    for (const [parse, type] of [
        [() => undefined, "application/json"],
        [() => ({ name: "x" }), "application/x-www-form-urlencoded"],
        [() => 5, "application/json"],
    ]) {
        const { port, requests } = await served(undefined, { before: parser(parse) });
        const { status, text } = await plain(port, LIST, { method: "POST", headers: { "content-type": type }, body: "name=x" });
        assert.equal(status, 500);
        assert.match(JSON.parse(text).detail, /^The body was read before the proxy could pass it on: the proxy must come before/);
        assert.equal(requests.length, 0);
    }
});

test("express.json() before requests without a body changes nothing", async () => {
    // Express 4 says `{}` where there was none.
    const { port, requests } = await served(undefined, { before: async (request) => void (request.body = {}) });
    assert.equal((await plain(port, LIST)).status, 200);
    assert.equal((await plain(port, `${PERSONS}${ID}/`, { method: "PATCH" })).status, 200);
    assert.equal((await plain(port, PERSONS, { method: "POST", body: "{}" })).status, 200);
    assert.deepEqual(requests.map(({ body }) => body), ["", "", "{}"]);
});

test("a function around the proxy sees the whole request, and its own answers are written", async () => {
    const seen = [];
    const wrap = (proxy) => async (request) => {
        seen.push([request.headers.get("authorization"), request.headers.get("cookie"), request.signal.aborted]);
        if (request.headers.get("authorization") === null) {
            const headers = new Headers({ "www-authenticate": "Bearer" });
            headers.append("set-cookie", "a=1");
            headers.append("set-cookie", "b=2");
            return new Response("no", { status: 401, headers });
        }
        return proxy(request);
    };
    const { port } = await served(undefined, { wrap });
    const refused = await plain(port, LIST);
    assert.deepEqual([refused.status, refused.text, refused.headers["set-cookie"]], [401, "no", ["a=1", "b=2"]]);
    assert.equal((await plain(port, LIST, { headers: { authorization: "Bearer x", cookie: "c=d" } })).status, 200);
    assert.deepEqual(seen, [[null, null, false], ["Bearer x", "c=d", false]]);
});

test("a function around the proxy that throws is Express's affair, or a 500 that tells nothing", async () => {
    const wrap = () => async () => { throw new Error("internal detail"); };
    const alone = await plain((await served(undefined, { wrap })).port, LIST);
    assert.deepEqual([alone.status, JSON.parse(alone.text)], [500, { detail: "Something went wrong." }]);
    const next = (error, response) => response.writeHead(503).end(error.message);
    const express = await plain((await served(undefined, { wrap, next })).port, LIST);
    assert.deepEqual([express.status, express.text], [503, "internal detail"]);
    for (const odd of [undefined, null, {}, "x"]) {
        const answer = await plain((await served(undefined, { wrap: () => async () => odd })).port, LIST);
        assert.equal(answer.status, 500);
    }
});

test("HTTP/2, with and without a body", async () => {
    const api = await upstream((request, response, body) => void response.writeHead(200, JSON_TYPE).end(`${request.method}:${body}`));
    const listener = toNodeListener(createProxy({ baseUrl: api.baseUrl, credentials, allow: ALLOW }));
    const server = http2.createServer(listener);
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const session = http2.connect(`http://127.0.0.1:${server.address().port}`);
    after(() => {
        session.destroy();
        server.close();
    });
    const ask = async (method, body) => {
        const stream = session.request({ ":method": method, ":path": LIST });
        stream.end(body);
        const [headers] = await once(stream, "response");
        return [headers[":status"], await all(stream)];
    };
    assert.deepEqual(await ask("GET"), [200, "GET:"]);
    assert.deepEqual(await ask("POST", "[1]"), [200, "POST:[1]"]);
    assert.equal((await ask("DELETE"))[0], 405);
});

test("ten thousand requests, most of them at once", async () => {
    const { port, requests } = await served();
    const agent = new Agent({ keepAlive: true });
    after(() => agent.destroy());
    let next = 0;
    const worker = async () => {
        while (next < 10_000) {
            const i = next++;
            const path = i % 2 === 0 ? `${LIST}?i=${i}` : `/x/${i}/`;
            assert.equal((await plain(port, path, { agent })).status, i % 2 === 0 ? 200 : 404);
        }
    };
    await Promise.all(Array.from({ length: 200 }, worker));
    assert.equal(requests.length, 5_000);
});
