// What the proxy lets through, what it adds and what it leaves out, against a real server.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { gzipSync, brotliCompressSync } from "node:zlib";
import { createProxy } from "pigello-client/proxy";
import { ALLOW, credentials, ID, PERSONS, proxied, SEVEN, until, upstream } from "./proxy-upstream.mjs";

const JSON_TYPE = { "content-type": "application/json" };

/** The status and the words of a refusal, which is always JSON. */
async function refused(response) {
    assert.equal(response.headers.get("content-type"), "application/json");
    const body = await response.json();
    assert.deepEqual(Object.keys(body), ["detail"]);
    return [response.status, body.detail];
}

/** A stream of these pieces, each after the one before was taken. */
function streamOf(pieces) {
    const iterator = pieces[Symbol.asyncIterator]?.() ?? pieces[Symbol.iterator]();
    return new ReadableStream(
        {
            async pull(controller) {
                const { done, value } = await iterator.next();
                if (done) controller.close();
                else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
            },
        },
        { highWaterMark: 0 },
    );
}

test("an entry allows its method on the resource's list, base and row, and the seven headers are added", async () => {
    const { ask, requests } = await proxied();
    for (const path of [`${PERSONS}list/`, PERSONS, `${PERSONS}${ID}/`, `${PERSONS}${ID.toUpperCase()}/`]) {
        const response = await ask(path);
        assert.equal(response.status, 200, path);
        assert.equal(await response.text(), "[]");
        const { method, url, headers } = requests.pop();
        assert.deepEqual([method, url], ["GET", path]);
        for (const [name, value] of Object.entries(SEVEN)) assert.equal(headers[name], value);
    }
});

test("each method of each entry goes through, and no other", async () => {
    const { ask, requests } = await proxied();
    const tenants = "/accounts/users/customer/tenant/";
    const allowed = new Map([
        [PERSONS, ["GET", "POST", "PATCH"]],
        [tenants, ["GET", "DELETE"]],
    ]);
    for (const [base, methods] of allowed) {
        for (const path of [base, `${base}list/`, `${base}${ID}/`]) {
            for (const method of ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "PROPFIND", "patch", "X-MINE"]) {
                const before = requests.length;
                const response = await ask(path, { method });
                if (methods.includes(method)) {
                    assert.equal(response.status, 200, `${method} ${path}`);
                    assert.equal(requests.at(-1).method, method);
                } else {
                    assert.equal(response.headers.get("allow"), methods.join(", "));
                    assert.deepEqual(await refused(response), [405, "Method not allowed."], `${method} ${path}`);
                    assert.equal(requests.length, before);
                }
            }
        }
    }
});

test("a schema's base path may stand in an entry", async () => {
    const { ask } = await proxied(undefined, { allow: [`GET ${PERSONS}`] });
    assert.equal((await ask(`${PERSONS}list/`)).status, 200);
});

test("the query goes through as it is", async () => {
    const { ask, requests } = await proxied();
    for (const query of [
        "?name__icontains=anna&custom_id!=tmp-&_order_by=name%2C-created_at",
        "?a=../../x&b=%2e%2e%2f&c=//host/&d=https://elsewhere.example/",
        "?next=/accounts/users/customer/tenant/",
        "?_method=DELETE&format=api",
        "?",
        "??a=b",
        "?%00=%0d%0aX-Injected:%201",
    ]) {
        await ask(`${PERSONS}list/${query}`);
        assert.equal(requests.pop().url, `${PERSONS}list/${query === "?" ? "" : query}`);
    }
});

test("the proxy stands where `mount` says", async () => {
    const { ask } = await proxied(undefined, { mount: "/api/pigello/" });
    assert.equal((await ask(`/api/pigello${PERSONS}list/`)).status, 200);
    for (const path of [`${PERSONS}list/`, `/api/pigellox${PERSONS}list/`, `/API/pigello${PERSONS}list/`, `/api${PERSONS}list/`, "/api/pigello", "/api/pigello/"]) {
        assert.deepEqual(await refused(await ask(path)), [404, "Not found."], path);
    }
});

test("the path of `baseUrl` stays before the API's path", async () => {
    const api = await upstream();
    const proxy = createProxy({ baseUrl: `${api.baseUrl}/behind/it/`, credentials, allow: ALLOW });
    await proxy(new Request(`https://app.example${PERSONS}list/?a=b`));
    assert.equal(api.requests[0].url, `/behind/it${PERSONS}list/?a=b`);
});

test("`environment` is the API's host", async () => {
    const asked = [];
    const fetch = async (url, init) => {
        asked.push([url, init]);
        return new Response("[]");
    };
    const proxy = createProxy({ environment: "dev.api", credentials, allow: ALLOW, fetch });
    await proxy(new Request(`https://app.example${PERSONS}list/`));
    assert.equal(asked[0][0], `https://dev.api.pigello.io${PERSONS}list/`);
    assert.equal(asked[0][1].redirect, "manual");
});

test("of a request's headers only what the API needs goes on", async () => {
    const { ask, requests } = await proxied();
    const sent = {
        accept: "application/x-ndjson",
        "accept-language": "sv",
        "content-type": "application/json",
        authorization: "Bearer of.the.app",
        cookie: "session=of-the-app",
        connection: "keep-alive, x-pigello-client-secret",
        "keep-alive": "timeout=5",
        forwarded: "for=10.0.0.1",
        host: "elsewhere.example",
        "proxy-authorization": "Basic x",
        te: "trailers",
        upgrade: "h2c",
        "x-forwarded-for": "10.0.0.1",
        "x-forwarded-host": "elsewhere.example",
        "x-http-method-override": "DELETE",
        "x-http-method": "DELETE",
        "x-method-override": "DELETE",
        "x-original-url": "/accounts/",
        "x-rewrite-url": "/accounts/",
        "x-pigello-customer-id": "of another",
        "X-PIGELLO-CLIENT-SECRET": "guess",
        "x-pigello-other": "x",
        range: "bytes=0-1",
        "if-none-match": "*",
        origin: "https://app.example",
        referer: "https://app.example/page?token=x",
        "x-mine": "x",
    };
    await ask(PERSONS, { method: "POST", headers: sent, body: "{}" });
    const [{ headers, rawHeaders, url }] = requests;
    const own = ["host", "connection", "user-agent", "sec-fetch-mode", "accept-encoding", "transfer-encoding", "content-length"];
    const passed = Object.keys(headers).filter((name) => !own.includes(name));
    assert.deepEqual(passed.sort(), ["accept", "accept-language", "content-type", ...Object.keys(SEVEN)].sort());
    assert.deepEqual([headers.accept, headers["accept-language"], headers["content-type"]], ["application/x-ndjson", "sv", "application/json"]);
    for (const [name, value] of Object.entries(SEVEN)) assert.equal(headers[name], value);
    assert.equal(rawHeaders.filter((text) => /^x-pigello/i.test(text)).length, 7);
    assert.match(headers.host, /^127\.0\.0\.1:/);
    assert.equal(headers.connection, "keep-alive");
    assert.equal(url, PERSONS);
});

test("of an answer's headers only what a page needs comes back, and never a cookie", async () => {
    const { ask } = await proxied((request, response) => {
        response.writeHead(429, "Slow down", {
            "content-type": "application/json",
            "retry-after": "7",
            "cache-control": "public, max-age=60",
            expires: "Sat, 01 Jan 2050 00:00:00 GMT",
            "content-language": "sv",
            "set-cookie": ["csrftoken=x", "sessionid=y"],
            "access-control-allow-origin": "*",
            "access-control-allow-credentials": "true",
            "content-security-policy": "default-src *",
            location: "https://elsewhere.example/",
            link: "<x>; rel=next",
            server: "nginx",
            "strict-transport-security": "max-age=1",
            "x-request-id": "x",
            "www-authenticate": "Basic",
            refresh: "0; url=https://elsewhere.example",
            "clear-site-data": "*",
        });
        response.end('{"detail":"slow down"}');
    });
    const response = await ask(`${PERSONS}list/`);
    assert.equal(response.status, 429);
    assert.equal(response.statusText, "");
    assert.deepEqual(Object.fromEntries(response.headers), {
        // Whoever asks next may not be who asked now.
        "cache-control": "private, no-store",
        "content-language": "sv",
        "content-type": "application/json",
        "retry-after": "7",
        // Whatever it is, it may not act as a page of the app.
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
    });
    assert.deepEqual(await response.json(), { detail: "slow down" });
});

test("the API's own refusals come back as they are", async () => {
    for (const status of [400, 401, 403, 404, 409, 422, 500, 503, 599]) {
        const { ask } = await proxied((request, response) => {
            response.writeHead(status, JSON_TYPE).end('{"name":["This field is required."]}');
        });
        const response = await ask(PERSONS, { method: "POST", body: "{}", headers: JSON_TYPE });
        assert.equal(response.status, status);
        assert.deepEqual(await response.json(), { name: ["This field is required."] });
    }
});

test("answers without a body", async () => {
    for (const status of [204, 205]) {
        const { ask } = await proxied((request, response) => void response.writeHead(status).end());
        const response = await ask(`/accounts/users/customer/tenant/${ID}/`, { method: "DELETE" });
        assert.equal(response.status, status);
        assert.equal(response.body, null);
    }
});

test("bodies go up as they are: text, bytes and streams, piece by piece", async () => {
    const { ask, requests } = await proxied();
    const text = JSON.stringify([{ name: "Åsa \u2028 😀", title: "\u0000" }]);
    await ask(`${PERSONS}list/`, { method: "POST", body: text, headers: JSON_TYPE });
    assert.equal(requests.pop().body, text);
    const pieces = ["[1", ",2", "\n]"];
    await ask(`${PERSONS}list/`, { method: "POST", body: streamOf(pieces) });
    assert.equal(requests.pop().body, "[1,2\n]");
    await ask(PERSONS, { method: "POST", body: "" });
    assert.equal(requests.pop().body, "");
});

test("a body is passed on before its end is there", async () => {
    const got = [];
    const { ask } = await proxied(
        async (request, response) => {
            for await (const piece of request) got.push(String(piece));
            response.end("[]");
        },
        { read: false },
    );
    async function* pieces() {
        yield "first";
        await until(() => got.length === 1, "the first piece arrived");
        yield "second";
        await until(() => got.length === 2, "the second piece arrived");
    }
    assert.equal((await ask(`${PERSONS}list/`, { method: "POST", body: streamOf(pieces()) })).status, 200);
    assert.deepEqual(got, ["first", "second"]);
});

test("an answer is passed on before its end is there, and is not read ahead", async () => {
    let written = 0;
    let closed = false;
    const piece = Buffer.alloc(64 * 1024, "x");
    const { ask } = await proxied(async (request, response) => {
        response.on("close", () => (closed = true));
        response.write('{"id":1}\n');
        while (!closed && written < 4_000) {
            written += 1;
            if (!response.write(piece)) await Promise.race([new Promise((next) => response.once("drain", next)), sleep(2_000)]);
        }
        response.end();
    });
    const response = await ask(`${PERSONS}list/?_jsonl=true`);
    const reader = response.body.getReader();
    assert.match(new TextDecoder().decode((await reader.read()).value), /^{"id":1}\n/);
    await sleep(300);
    const ahead = written;
    assert.ok(ahead < 400, `${ahead} pieces of 64 KiB were taken, though nobody read them`);
    await reader.cancel();
    await until(() => closed, "leaving the answer ends it at the API");
});

test("a large answer comes through whole", async () => {
    const row = Buffer.from(`${JSON.stringify({ name: "Åke", text: "x".repeat(900) })}\n`);
    const { ask } = await proxied(async (request, response) => {
        for (let i = 0; i < 30_000; i++) if (!response.write(row)) await new Promise((next) => response.once("drain", next));
        response.end();
    });
    const response = await ask(`${PERSONS}list/?_jsonl=true`);
    let length = 0;
    for await (const piece of response.body) length += piece.length;
    assert.equal(length, 30_000 * row.length);
});

test("gzip is asked for and unpacked; a coding that nobody asked for is refused", async () => {
    const text = JSON.stringify([{ name: "Åsa" }]);
    const { ask, requests } = await proxied((request, response) => {
        response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(gzipSync(text));
    });
    const response = await ask(`${PERSONS}list/`, { headers: { "accept-encoding": "br" } });
    assert.equal(await response.text(), text);
    assert.equal(response.headers.get("content-encoding"), null);
    assert.equal(requests[0].headers["accept-encoding"], "gzip");
    for (const [coding, bytes] of [["br", brotliCompressSync(text)], ["zstd", Buffer.from(text)], ["gzip, gzip", gzipSync(gzipSync(text))]]) {
        const { ask } = await proxied((request, response) => void response.writeHead(200, { "content-encoding": coding }).end(bytes));
        assert.deepEqual(await refused(await ask(`${PERSONS}list/`)), [502, "The API's answer cannot be read."]);
    }
});

test("no redirect is followed, and none is passed on", async () => {
    const elsewhere = await upstream();
    for (const status of [300, 301, 302, 303, 304, 307, 308]) {
        const { ask } = await proxied((request, response) => void response.writeHead(status, { location: `${elsewhere.baseUrl}/x` }).end());
        const response = await ask(`${PERSONS}list/`);
        assert.equal(response.headers.get("location"), null);
        assert.deepEqual(await refused(response), [502, "The API answered with a redirect, which is not followed."]);
    }
    assert.equal(elsewhere.requests.length, 0);
});

test("a server that is not there is a 502 that does not tell where it would be", async () => {
    const api = await upstream();
    api.close();
    const proxy = createProxy({ baseUrl: api.baseUrl, credentials, allow: ALLOW });
    assert.deepEqual(await refused(await proxy(new Request(`https://app.example${PERSONS}`))), [502, "The API could not be reached."]);
});

test("whatever `fetch` does, there is an answer", async () => {
    const trap = new Proxy({}, { get() { throw new Error("trap"); } });
    const odd = [undefined, null, 5, "text", {}, trap, { status: 200 }, { status: 0, headers: new Headers() }, { status: 99, headers: new Headers() }, { status: 700, headers: new Headers(), body: null }, { status: "200", headers: new Headers(), body: 7 }];
    const fetches = [
        () => { throw new Error("at once"); },
        () => Promise.reject(undefined),
        () => Promise.reject(trap),
        ...odd.map((answer) => async () => answer),
    ];
    for (const fetch of fetches) {
        const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, fetch });
        assert.equal((await refused(await proxy(new Request(`https://app.example${PERSONS}`))))[0], 502, String(fetch));
    }
});

test("an answer by its shape is enough: no stream, or an iterator in its place", async () => {
    const headers = { get: (name) => (name === "content-type" ? "application/json" : null) };
    async function* pieces() {
        yield "[1,";
        yield new TextEncoder().encode("2]");
    }
    for (const answer of [
        { status: 200, headers, text: async () => "[1,2]" },
        { status: 200, headers, body: pieces() },
    ]) {
        const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, fetch: async () => answer });
        const response = await proxy(new Request(`https://app.example${PERSONS}`));
        assert.equal(response.headers.get("content-type"), "application/json");
        assert.deepEqual(await response.json(), [1, 2]);
    }
});

test("an API that says nothing is a 504, and is left", async () => {
    let closed = false;
    const { ask } = await proxied((request, response) => void response.on("close", () => (closed = true)), { timeoutMs: 50 });
    assert.deepEqual(await refused(await ask(`${PERSONS}list/`)), [504, "The API did not answer in time."]);
    await until(() => closed, "the API was left");
});

test("a `fetch` that heeds no signal is not waited for either", async () => {
    const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, timeoutMs: 20, fetch: () => new Promise(() => {}) });
    assert.equal((await proxy(new Request(`https://app.example${PERSONS}`))).status, 504);
});

test("an answer that stops in the middle is cut off, not ended; a slow reader is no timeout", async () => {
    const { ask } = await proxied((request, response) => void response.write("[1,"), { timeoutMs: 60 });
    const response = await ask(`${PERSONS}list/`);
    await sleep(150);
    await assert.rejects(response.text(), /^Error: the body broke off$/);
    const cut = await proxied((request, response) => {
        response.writeHead(200, { "content-length": "100" }).write("[1,");
        setTimeout(() => response.destroy(), 20);
    });
    await assert.rejects((await cut.ask(`${PERSONS}list/`)).text(), /^Error: the body broke off$/);
});

test("timeoutMs 0 waits for good", async () => {
    const { ask } = await proxied(async (request, response) => {
        await sleep(200);
        response.end("[]");
    }, { timeoutMs: 0 });
    assert.equal((await ask(`${PERSONS}list/`)).status, 200);
});

test("who leaves takes the request to the API along", async () => {
    for (const moment of ["before", "while waiting", "in the middle of the answer"]) {
        let closed = false;
        const controller = new AbortController();
        const { ask, requests } = await proxied((request, response) => {
            response.on("close", () => (closed = true));
            if (moment === "in the middle of the answer") response.write("[1,");
        });
        if (moment === "before") controller.abort();
        const answer = ask(`${PERSONS}list/`, { signal: controller.signal });
        if (moment === "before") {
            assert.equal((await answer).status, 499);
            assert.equal(requests.length, 0);
            continue;
        }
        await until(() => requests.length === 1, "the API is asked");
        if (moment === "while waiting") {
            controller.abort(new Error("went away"));
            assert.equal((await answer).status, 499);
        } else {
            const text = (await answer).text();
            controller.abort();
            await assert.rejects(text);
        }
        await until(() => closed, "the API was left");
    }
});

test("a body over `maxBodyBytes` is a 413, whether it says so or not", async () => {
    const { ask, requests } = await proxied(undefined, { maxBodyBytes: 10 });
    const post = (body, headers) => ask(`${PERSONS}list/`, { method: "POST", body, headers });
    assert.equal((await post("0123456789")).status, 200);
    assert.equal(requests.at(-1).body, "0123456789");
    assert.equal((await post(streamOf(["01234", "56789"]))).status, 200);
    const before = requests.length;
    assert.deepEqual(await refused(await post("tiny", { "content-length": "11" })), [413, "The body is too large."]);
    assert.equal(requests.length, before);
    assert.deepEqual(await refused(await post("01234567890")), [413, "The body is too large."]);
    let pulled = 0;
    function* endless() {
        for (;;) yield `piece ${pulled++}`;
    }
    assert.deepEqual(await refused(await post(streamOf(endless()))), [413, "The body is too large."]);
    assert.ok(pulled < 20, `${pulled} pieces were read`);
    for (const { body } of requests.slice(before)) assert.equal(body, undefined, "the API never saw a whole body");
});

test("a body's length goes along, and must be what it says", async () => {
    const { ask, requests } = await proxied();
    const post = (body, length) => ask(`${PERSONS}list/`, { method: "POST", body, headers: { "content-length": length } });
    assert.equal((await post(streamOf(["012", "34"]), "5")).status, 200);
    assert.deepEqual([requests[0].headers["content-length"], requests[0].headers["transfer-encoding"], requests[0].body], ["5", undefined, "01234"]);
    for (const length of ["4", "6", "0"]) {
        assert.deepEqual(await refused(await post(streamOf(["012", "34"]), length)), [502, "The API could not be reached."]);
    }
    for (const { body } of requests.slice(1)) assert.ok(!body, "no half and no longer body is taken for a whole one");
    for (const odd of ["-5", "5, 5", "x", "+5", "5.0", "0x5"]) {
        assert.equal((await post(streamOf(["012", "34"]), odd)).status, 200, odd);
        assert.equal(requests.at(-1).headers["content-length"], undefined);
        assert.equal(requests.at(-1).body, "01234");
    }
});

test("a body that breaks off never reaches the API as a whole one", async () => {
    const { ask, requests } = await proxied();
    async function* broken() {
        yield "[1,2";
        await until(() => requests.length === 1, "the API is asked");
        throw new Error("gone");
    }
    const response = await ask(`${PERSONS}list/`, { method: "POST", body: streamOf(broken()) });
    assert.deepEqual(await refused(response), [502, "The API could not be reached."]);
    await until(() => requests[0].error !== undefined, "the API saw the break");
    assert.equal(requests[0].body, undefined);
});

test("many at once", async () => {
    const { ask } = await proxied((request, response) => void response.end(JSON.stringify(request.url)));
    const paths = Array.from({ length: 1_000 }, (_, i) => `${PERSONS}list/?i=${i}`);
    const answers = await Promise.all(paths.map(async (path) => (await ask(path)).json()));
    assert.deepEqual(answers, paths);
});
