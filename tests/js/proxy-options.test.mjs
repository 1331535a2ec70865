// What a proxy may be set to, what its errors name, and what the package exports for it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";
import { ConfigError } from "pigello-client";
import * as module from "pigello-client/proxy";
import { ALLOW, credentials, PERSONS } from "./proxy-upstream.mjs";

const { createProxy, toNodeListener } = module;
const require = createRequire(import.meta.url);
const good = { environment: "dev.api", credentials, allow: ALLOW };

/** The message of the `ConfigError` that these options get. */
function problem(options) {
    try {
        createProxy(options);
    } catch (error) {
        assert.ok(error instanceof ConfigError, String(error));
        assert.equal(error.kind, "config");
        return error.message;
    }
    throw new Error(`nothing is wrong with ${JSON.stringify(options)}`);
}

const of = (option, values, words) => {
    for (const value of values) assert.match(problem({ ...good, [option]: value }), words, `${option}: ${inspect(value)}`);
};

test("no object, no options", () => {
    for (const options of [undefined, null, 5, "text", [], () => {}, new Map()]) assert.match(problem(options), /^options must be an object$/);
    assert.match(problem({}), /`credentials` are missing/);
});

test("an unknown option names the nearest one", () => {
    assert.equal(problem({ ...good, timeout: 5 }), "unknown option `timeout`; did you mean `timeoutMs`?");
    assert.equal(problem({ ...good, baseURL: "x" }), "unknown option `baseURL`; did you mean `baseUrl`?");
    assert.equal(problem({ ...good, orgin: "x" }), "unknown option `orgin`; did you mean `origin`?");
    assert.match(problem({ ...good, retry: false }), /^unknown option `retry`; known are environment, baseUrl, /);
    assert.equal(problem({ ...good, credentials: { ...credentials, clientID: "x" } }), "unknown option `credentials.clientID`; did you mean `credentials.clientCt`?");
    assert.match(problem(JSON.parse('{"__proto__": {}}')), /^unknown option `__proto__`/);
    assert.doesNotThrow(() => createProxy({ ...good, timeout: undefined, origin: undefined }));
});

test("credentials are all seven, of text that a header can carry", () => {
    of("credentials", [null, "x", [], 5], /^`credentials` must be an object$/);
    for (const name of Object.keys(credentials)) {
        const { [name]: _, ...six } = credentials;
        assert.match(problem({ ...good, credentials: six }), new RegExp(`^\`credentials.${name}\` is missing`));
        for (const value of ["", "  ", 5, null, {}, ["x"]]) assert.match(problem({ ...good, credentials: { ...credentials, [name]: value } }), new RegExp(`^\`credentials.${name}\` must be text`));
        for (const value of ["a\nb", "a\r\nX-Other: b", "a\0", "\u007f", "€", "\ud800"]) {
            assert.match(problem({ ...good, credentials: { ...credentials, [name]: value } }), new RegExp(`^\`credentials.${name}\` has a character`));
        }
    }
});

test("where the API is: as the client has it", () => {
    assert.match(problem({ credentials, allow: ALLOW }), /^`environment` or `baseUrl` is missing/);
    of("environment", ["", ".", "api.", "api..x", "a/b", "api@x", "api#", "-a", "a-", "å", 5, null, "x".repeat(64), "api.pigello.io/", "api\n"], /^`environment` must be/);
    of("baseUrl", [5, null, {}], /^`baseUrl` must be text$/);
    of("baseUrl", ["", "/api", "api.pigello.io", "ftp://x.se", "//x.se", "javascript:1", "https:/x.se", "https:x.se"], /^`baseUrl` must begin with `https:\/\/` or `http:\/\/`$/);
    of("baseUrl", ["https://", "https:///x", "https://x.se:99999", "https://x.se:a", "https://[x]", "https://x y.se".replace(" ", "^"), "https://%"], /^`baseUrl` must hold a host/);
    of("baseUrl", ["https://u@x.se", "https://u:p@x.se", "https://x.se@elsewhere.example"], /^`baseUrl` must hold no user/);
    of("baseUrl", ["https://x.se?", "https://x.se/?a=b", "https://x.se/#", "https://x.se#x"], /^`baseUrl` must have no query/);
    of("baseUrl", ["https://x.se/..", "https://x.se/../y", "https://x.se/./y", "https://x.se/%2e%2E/y", "https://x.se/.%2e"], /^`baseUrl` must have no `\.`/);
    of("baseUrl", ["https://x.se\\y", " https://x.se", "https://x.se ", "https://x\t.se", "https://x.se\n", "https://x.se/\u0000"], /^`baseUrl` must not hold/);
    of("baseUrl", ["http://x.se", "http://10.0.0.1", "http://localhost.elsewhere.example", "http://127.0.0.1.elsewhere.example", "http://127.1", "http://0x7f.0.0.1", "http://127.0.0.256", "http://[::2]", "HTTP://x.se", "http://notlocalhost"], /^`baseUrl` must|must begin with https/);
    for (const baseUrl of ["http://127.0.0.1:8787", "http://127.8.0.1", "http://localhost:3000/x", "http://a.localhost", "http://[::1]:80/", "HTTPS://X.SE/api/", "https://räksmörgås.se/api"]) {
        assert.doesNotThrow(() => createProxy({ credentials, allow: ALLOW, baseUrl }), baseUrl);
    }
    assert.doesNotThrow(() => createProxy({ ...good, baseUrl: "https://x.se" }), "baseUrl wins");
});

test("the allow-list: a method and a resource each", () => {
    assert.match(problem({ ...good, allow: undefined }), /^`allow` must list/);
    of("allow", [[], {}, "GET organization/company", null, 5], /^`allow` must list/);
    const entry = (values, words) => {
        for (const value of values) assert.match(problem({ ...good, allow: [ALLOW[0], value] }), words, String(value));
    };
    entry([5, null, undefined, "", "GET", "GET ", " GET a/b", "GET  a/b", "GET a/b c", "organization/company", "GET\ta/b"], /^`allow\[1\]` must be a method, a space and a resource/);
    entry(["get organization/company", "PUT organization/company", "* organization/company", "HEAD organization/company", "GET,POST organization/company"], /^`allow\[1\]` must begin with GET, POST, PATCH, DELETE/);
    entry(["GET //", "GET /", "GET organization", "GET *", "GET organization/*", "GET organization/Company", "GET organization//company", "GET //organization/company", "GET ../company", "GET organization/..", "GET organization/./company", "GET organization/company?x", "GET organization/%63ompany", "GET organization/company//", "GET organization\\company", "GET organization/{pk}", "GET https://x.se/y", "GET organization/å"], /^`allow\[1\]` must name a resource by its path/);
    entry(["GET organization/company/list", "GET /organization/company/list/", "GET organization/company/5a4db0c5-0000-4000-8000-0000000000aa"], /^`allow\[1\]` must name a resource, which stands for/);
});

test("the others", () => {
    of("mount", ["api", "//x", "/a//b", "/a/../b", "/%2e%2e", "/a b", "/a?b", "/a#b", "/a\\b", 5, null, "https://x.se/"], /^`mount` must be the path/);
    of("fetch", [5, null, {}, "fetch"], /^`fetch` must be a function$/);
    for (const name of ["timeoutMs", "maxBodyBytes"]) of(name, [-1, NaN, Infinity, "5", null, {}, 5n], new RegExp(`^\`${name}\` must be a number from 0 up$`));
    of("origin", [5, null, {}, []], /^`origin` must be an origin/);
    of("origin", ["*", "null", "", "app.example", "https://app.example/", "https://app.example:443", "https://APP.example", "https://app.example/x", "https://u@app.example", "https://*.app.example", ["https://app.example", 5]], /^`origin` must be as browsers send it/);
    for (const mount of ["", "/", "/api", "/api/", "/a/b.c/~d/@e"]) assert.doesNotThrow(() => createProxy({ ...good, mount }));
});

test("options that throw when they are read are refused", () => {
    const trap = (name) => Object.defineProperty({ ...good }, name, { enumerable: true, get() { throw new Error("trap"); } });
    for (const name of ["environment", "credentials", "allow", "mount", "origin", "fetch", "timeoutMs", "maxBodyBytes"]) assert.match(problem(trap(name)), new RegExp(`\`${name}\``), name);
});

test("toNodeListener takes a function", () => {
    for (const value of [undefined, null, {}, "x"]) assert.throws(() => toNodeListener(value), (error) => error instanceof ConfigError && /toNodeListener/.test(error.message));
});

test("what the package exports is what its types declare, for require too", async () => {
    const types = readFileSync(require.resolve("pigello-client/proxy").replace(/\.cjs$/, ".d.cts"), "utf8");
    const declared = [...types.matchAll(/^export declare (?:const|class|function) (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(Object.keys(module).sort(), declared.sort());
    assert.deepEqual(Object.keys(require("pigello-client/proxy")).sort(), declared);
    assert.doesNotMatch(types.replace(/\/\*[^]*?\*\/|\/\/.*/g, ""), /\bany\b/);
    const fetch = async () => new Response("[]");
    const proxy = require("pigello-client/proxy").createProxy({ ...good, fetch });
    assert.equal((await proxy(new Request(`https://app.example${PERSONS}`))).status, 200);
});

test("it is small, plain JavaScript: no wasm, nothing of Node, nothing at import", () => {
    const file = readFileSync(require.resolve("pigello-client/proxy").replace(/\.cjs$/, ".js"), "utf8");
    assert.ok(file.length < 40_000, `${file.length} bytes`);
    assert.doesNotMatch(file, /WebAssembly\.[A-Z]|\bfrom "|\brequire\(|\bimport\(|\bprocess\.|\bBuffer\./);
    // Without what an engine may lack, it can still be imported.
    const script = `
        for (const name of ["WebAssembly", "fetch", "Request", "Response", "Headers", "ReadableStream", "TextEncoder", "AbortController"]) delete globalThis[name];
        const { createProxy } = await import("pigello-client/proxy");
        console.log(typeof createProxy);
    `;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname ?? "." });
    assert.equal(String(output).trim(), "function");
});
