// The secret stands in no answer: not in headers, not in bodies, in no usual spelling, wherever the pieces are cut.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { inspect } from "node:util";
import { createProxy } from "pigello-client/proxy";
import { ALLOW, credentials, PERSONS, proxied, SECRET } from "./proxy-upstream.mjs";

const request = (init) => new Request(`https://app.example${PERSONS}list/`, init);

/** How a proxy with this secret passes on a body of these pieces. */
async function passed(pieces, secret = SECRET) {
    const bytes = pieces.map((piece) => (typeof piece === "string" ? Buffer.from(piece) : piece));
    const body = new ReadableStream({
        pull(controller) {
            const next = bytes.shift();
            if (next === undefined) controller.close();
            else controller.enqueue(new Uint8Array(next));
        },
    });
    const fetch = async () => new Response(body);
    const proxy = createProxy({ environment: "api", credentials: { ...credentials, clientSecret: secret }, allow: ALLOW, fetch });
    return Buffer.from(await (await proxy(request())).arrayBuffer());
}

const hex = (code) => code.toString(16).padStart(4, "0");
const spellings = {
    plain: SECRET,
    JSON: JSON.stringify(SECRET).slice(1, -1),
    "JSON of PHP": JSON.stringify(SECRET).slice(1, -1).replaceAll("/", "\\/"),
    "JSON of Python": JSON.stringify(SECRET).slice(1, -1).replace(/[^ -~]/g, (c) => `\\u${hex(c.charCodeAt(0))}`),
    "JSON for HTML": JSON.stringify(SECRET).slice(1, -1).replace(/[^ -~]|[<>&]/g, (c) => `\\u${hex(c.charCodeAt(0)).toUpperCase()}`).replaceAll('\\"', "\\u0022"),
    URL: encodeURIComponent(SECRET),
    "URL of Python": encodeURIComponent(SECRET).replaceAll("%2F", "/"),
    "URL in lower case": encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase()),
    form: new URLSearchParams({ a: SECRET }).toString().slice(2),
    "HTML of Django": SECRET.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    "HTML of Go": SECRET.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&#34;"),
    "UTF-8 taken for latin-1": Buffer.from(SECRET).toString("latin1"),
    "that in JSON of Python": JSON.stringify(Buffer.from(SECRET).toString("latin1")).slice(1, -1).replace(/[^ -~]/g, (c) => `\\u${hex(c.charCodeAt(0))}`),
    "latin-1 taken for UTF-8": Buffer.from(SECRET, "latin1").toString(),
    "latin-1": Buffer.from(SECRET, "latin1"),
};

for (const [name, spelling] of Object.entries(spellings)) {
    test(`${name}: masked wherever the pieces are cut`, async () => {
        const bytes = Buffer.from(spelling);
        const whole = Buffer.concat([Buffer.from('{"detail":"'), bytes, Buffer.from('"}')]);
        for (let cut = 0; cut <= whole.length; cut++) {
            const answer = await passed([whole.subarray(0, cut), whole.subarray(cut)]);
            assert.equal(answer.toString("latin1"), '{"detail":"[secret]"}', `cut at ${cut}`);
        }
        const single = await passed([...whole].map((byte) => Buffer.of(byte)));
        assert.equal(single.toString("latin1"), '{"detail":"[secret]"}');
    });
}

test("many of them, one upon the other, at the ends and half", async () => {
    for (const [text, expected] of [
        ["S", "[secret]"],
        ["SS", "[secret][secret]"],
        ["aSbScSd", "a[secret]b[secret]c[secret]d"],
        ["", ""],
    ]) {
        const whole = Buffer.from(text.replaceAll("S", SECRET));
        for (let size = 1; size <= whole.length; size++) {
            const pieces = [];
            for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
            assert.equal(String(await passed(pieces)), expected, `${text} by ${size}`);
        }
    }
    // What only begins like it is no secret, and must not get lost.
    for (const half of [SECRET.slice(0, -1), SECRET.slice(0, 5), "p", `pk-live/pk-live/${SECRET.slice(8, 12)}`]) {
        assert.equal(String(await passed([...Buffer.from(half)].map((byte) => Buffer.of(byte)))), half);
    }
    assert.equal(String(await passed([`pk-live/${SECRET}`])), "pk-live/[secret]");
    assert.equal(String(await passed(["ababab", "abc"], "ababc")), "abab[secret]");
    assert.equal(String(await passed(["aaaa", "aaaaab"], "aaaab")), "aaaaa[secret]");
});

test("random texts in random pieces: as replacing in the whole would do", async () => {
    let seed = 7;
    const below = (bound) => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % bound;
    for (let round = 0; round < 2_000; round++) {
        const secret = Array.from({ length: 4 + below(4) }, () => "ab"[below(2)]).join("");
        const text = Array.from({ length: below(60) }, () => "aabbc"[below(5)]).join("");
        const pieces = [];
        for (let at = 0; at < text.length; ) {
            const end = at + 1 + below(9);
            pieces.push(text.slice(at, end));
            at = end;
        }
        assert.equal(String(await passed(pieces, secret)), text.split(secret).join("[secret]"), `${secret} in ${pieces}`);
    }
});

test("memory that is used again after a piece was handed on changes nothing", async () => {
    const memory = new Uint8Array(4);
    const rest = ["pk-l", "ive/", "live"];
    const fetch = async () =>
        new Response(
            new ReadableStream({
                pull(controller) {
                    const next = rest.shift();
                    if (next === undefined) return controller.close();
                    memory.set(Buffer.from(next));
                    controller.enqueue(memory);
                },
            }, { highWaterMark: 0 }),
        );
    const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, fetch });
    assert.equal(await (await proxy(request())).text(), "pk-live/live");
});

test("a text is not held back for longer than it may be the secret's beginning", async () => {
    let go;
    const { ask } = await proxied((request, response) => {
        response.write('{"id":1}\n');
        go = () => response.end('{"id":2}\n');
    });
    const reader = (await ask(`${PERSONS}list/?_jsonl=true`)).body.getReader();
    assert.equal(Buffer.from((await reader.read()).value).toString(), '{"id":1}\n');
    go();
    assert.equal(Buffer.from((await reader.read()).value).toString(), '{"id":2}\n');
});

test("an API that repeats everything it got: headers, URL and body", async () => {
    for (const secret of ["s3cret-of-ours", SECRET, "secret"]) {
        const { ask } = await proxied(
            ({ headers, rawHeaders }, response) => {
                const echo = headers["x-pigello-client-secret"];
                response.setHeader("content-type", `text/html; charset=${echo}`);
                response.setHeader("retry-after", encodeURIComponent(echo));
                response.setHeader("cache-control", `private, "${echo}"`);
                response.setHeader("x-debug", echo);
                response.setHeader("set-cookie", `secret=${echo}`);
                response.writeHead(500, echo);
                response.end(`${inspect(rawHeaders)} ${JSON.stringify(headers)} ${echo} ${encodeURIComponent(echo)}`);
            },
            { credentials: { ...credentials, clientSecret: secret } },
        );
        const response = await ask(`${PERSONS}list/`);
        const told = `${response.statusText} ${JSON.stringify([...response.headers])} ${await response.text()}`;
        for (const spelling of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
            // The header's own name is no secret.
            assert.ok(!told.replace(/x-pigello-client-secret/gi, "").includes(spelling) , told);
        }
    }
});

test("failures tell nothing of it", async () => {
    const ways = [
        () => { throw new Error(`cannot send ${SECRET}`); },
        () => Promise.reject(new TypeError(SECRET, { cause: { headers: { secret: SECRET } } })),
        async () => ({ get status() { throw new Error(SECRET); } }),
        async () => new Response(new ReadableStream({ pull() { throw new Error(SECRET); } })),
        async () => new Response(new ReadableStream({ async pull() { await sleep(1); throw SECRET; } })),
    ];
    for (const fetch of ways) {
        const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, fetch });
        const response = await proxy(request());
        const told = await response.text().catch((error) => inspect(error, { showHidden: true, depth: 9 }) + error.stack);
        assert.ok(!told.includes("7f3c9e"), told);
    }
});

test("the proxy and the errors of its options show nothing of it", () => {
    const proxy = createProxy({ environment: "api", credentials, allow: ALLOW });
    assert.ok(!inspect(proxy, { showHidden: true, depth: 9 }).includes("7f3c9e"));
    for (const wrong of [
        { credentials: { ...credentials, customerId: 5 } },
        { credentials: { ...credentials, clientSecret: `${SECRET}\n` } },
        { credentials: { ...credentials, clientSecret: `${SECRET}€` } },
        { credentials: { ...credentials, more: SECRET } },
        { allow: [5] },
    ]) {
        assert.throws(() => createProxy({ environment: "api", credentials, allow: ALLOW, ...wrong }), (error) => !inspect(error).includes("7f3c9e"));
    }
});

test("a text full of secrets, and one full of their beginnings, take no longer than others", async () => {
    const secret = "0123456789abcdef0123456789abcdef";
    const pieces = (text) => Array.from({ length: 64 }, () => Buffer.from(text.repeat(Math.ceil(65_536 / text.length))));
    const time = async (text) => {
        const start = performance.now();
        await passed(pieces(text), secret);
        return performance.now() - start;
    };
    await time("x");
    for (const text of [secret, secret.slice(0, -1), "0", "01", '{"id":"5a4db0c5-0000-4000-8000-0000000000aa"},']) {
        const ms = await time(text);
        assert.ok(ms < 2_000, `4 MiB of ${text.slice(0, 10)}… took ${ms.toFixed(0)} ms`);
    }
});
