// What can be wrong with WebAssembly: each is a ConfigError that says what to do, leaves nothing half done, and a second
// try works.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { PACKAGE, VERSION, WASM, engineWith, fresh, freshCommonJs, throwing, works } from "./loading.mjs";

const bytes = new Uint8Array(WASM);
const text = (content) => new TextEncoder().encode(content);
const PAGE = "<!DOCTYPE html>\n<html><head><title>My app</title></head></html>";
/** The smallest module there is. */
const OTHER = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** client.wasm that says it is of another version. */
function ofVersion(version) {
    assert.equal(version.length, VERSION.length);
    const changed = Buffer.from(WASM);
    const at = changed.lastIndexOf(`${VERSION} (`);
    assert.ok(at > 0, "client.wasm says of which version it is");
    changed.write(version, at);
    return changed;
}

function ofAnotherBuild() {
    const changed = Buffer.from(WASM);
    const at = changed.lastIndexOf(" (") + 2;
    changed[at] = changed[at] === 0x30 ? 0x31 : 0x30;
    return changed;
}

for (const [what, input, says] of [
    ["a page", () => text(PAGE), /begins with `<!DOCTYPE html> <html>/],
    ["a page as a Response of status 200", () => new Response(PAGE), /begins with `<!DOCTYPE html>/],
    ["JSON", () => text('{"detail":"Not found."}'), /begins with `\{"detail":"Not found."\}`/],
    ["an image", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), /begins with `PNG`/],
    ["nothing in it", () => new Uint8Array(0), /is empty/],
    ["an empty Response", () => new Response(""), /is empty/],
    ["a Response of status 404", () => new Response("no", { status: 404 }), /status 404/],
    ["a Response of status 500", () => new Response("no", { status: 500 }), /status 500/],
    ["a Response of status 404 that holds the file all the same", () => new Response(bytes, { status: 404 }), /status 404/],
    ["Response.error()", () => Response.error(), /status 0/],
    ["a Response that was read already", () => readAlready(), /could not be read/],
    ["a Response that ends with an error", () => new Response(broken()), /could not be read/],
    ["a promise that is rejected", () => Promise.reject(new Error("offline")), /promise given to `init` was rejected/],
    ["an address where nobody listens", () => "http://127.0.0.1:1/client.wasm", /http:\/\/127\.0\.0\.1:1\/client\.wasm/],
    ["a file that is not there", () => new URL("none.wasm", PACKAGE), /none\.wasm/],
    ["a folder", () => PACKAGE, /could not be read/],
    ["another file of the package", () => new URL("index.js", PACKAGE), /begins with/],
    ["no address", () => "http://", /could not be read from http:\/\//],
    ["an empty text", () => "", /takes a URL, a Response, bytes or a WebAssembly\.Module/],
    ["null", () => null, /takes a URL/],
    ["a number", () => 3, /takes a URL/],
    ["an object", () => ({ module_or_path: "client.wasm" }), /takes a URL/],
    ["a function", () => () => bytes, /takes a URL/],
    ["what only says that it is a module", () => ({ [Symbol.toStringTag]: "WebAssembly.Module" }), /takes a URL/],
    ["what only says that it is a buffer", () => ({ [Symbol.toStringTag]: "ArrayBuffer" }), /takes a URL/],
    ["bytes that were given away", () => givenAway(), /takes a URL/],
    ["a getter that throws", () => ({ get arrayBuffer() { throw new Error("no"); } }), /takes a URL/],
    ["another wasm", () => OTHER, new RegExp(`another program.*${VERSION}`)],
    ["another WebAssembly.Module", () => new WebAssembly.Module(OTHER), new RegExp(`another program.*${VERSION}`)],
    ["client.wasm of another version", () => ofVersion("9.9.9"), new RegExp(`version 9\\.9\\.9 .*${VERSION}`)],
    ["a module of another version", () => WebAssembly.compile(ofVersion("9.9.9")), /version 9\.9\.9/],
    ["client.wasm of another build", () => ofAnotherBuild(), new RegExp(`of its own version, ${VERSION}`)],
]) {
    test(`init given ${what} is a ConfigError that says so, and a second try works`, async () => {
        const client = await fresh("slim/index.js");
        await assert.rejects(client.init(input()), (error) => {
            assert.ok(error instanceof client.ConfigError, `${error?.stack}`);
            assert.match(error.message, says);
            return true;
        });
        assert.throws(() => client.ExternalClientContactPerson.validate({}), client.ConfigError);
        await client.init();
        assert.ok(works(client));
    });
}

function readAlready() {
    const answer = new Response(bytes);
    void answer.text();
    return answer;
}

function givenAway() {
    const { buffer } = bytes.slice();
    structuredClone(buffer, { transfer: [buffer] });
    return buffer;
}

function broken() {
    return new ReadableStream({
        start(controller) {
            controller.enqueue(bytes.slice(0, 1_000));
            controller.error(new Error("gone"));
        },
    });
}

test("client.wasm cut short anywhere is a ConfigError", async () => {
    const client = await fresh("slim/index.js");
    const step = Math.ceil(bytes.length / 40);
    const lengths = [...Array(39).keys()].map((i) => (i + 1) * step);
    for (const length of [1, 4, 8, 9, ...lengths, bytes.length - 1]) {
        await assert.rejects(client.init(bytes.slice(0, length)), (error) => {
            assert.ok(error instanceof client.ConfigError, `${length}: ${error?.stack}`);
            return true;
        });
    }
    await client.init(bytes);
    assert.ok(works(client));
});

test("client.wasm that a server cuts short is a ConfigError", async () => {
    const server = createServer((_, response) => {
        response.writeHead(200, { "content-length": bytes.length });
        response.write(bytes.slice(0, 10_000), () => response.destroy());
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const client = await fresh("slim/index.js");
    try {
        await assert.rejects(client.init(`http://127.0.0.1:${server.address().port}/`), client.ConfigError);
    } finally {
        await new Promise((resolve) => server.close(resolve));
    }
    await client.init();
    assert.ok(works(client));
});

/** What engines and policies put in the way. */
const OBSTACLES = [
    ["no WebAssembly", undefined],
    ["a policy's CompileError", everywhere(new WebAssembly.CompileError("Refused to compile: 'unsafe-eval' is not allowed"))],
    ["a policy's EvalError", everywhere(new EvalError("Refused to evaluate"))],
    ["Chrome before 114, for which 4 KB are too much", everywhere(new RangeError("larger than 4KB"))],
    ["an engine that throws anything", everywhere("no")],
    ["a WebAssembly with nothing in it", { Module: undefined, compile: undefined, Instance: undefined }],
    ["an engine that is too old", tooOld()],
    ["Safari's refusal, which compiles and starts nothing", { Instance: throwing(new WebAssembly.CompileError("Refused to create")) }],
    ["no memory", { Instance: throwing(new RangeError("could not allocate memory")) }],
];

function everywhere(error) {
    return { Module: throwing(error), compile: async () => throwing(error)(), Instance: throwing(error) };
}

/** It compiles the smallest module, but not ours. */
function tooOld() {
    const { Module } = WebAssembly;
    const error = new WebAssembly.CompileError("unknown opcode 0xfc");
    function Old(source) {
        if (source.length > 8) throw error;
        return new Module(source);
    }
    Old.customSections = Module.customSections;
    return { Module: Old, compile: async () => throwing(error)() };
}

for (const [what, obstacle] of OBSTACLES) {
    const names = (error, { ConfigError }) => {
        assert.ok(error instanceof ConfigError, `${error?.stack}`);
        assert.match(error.message, /'wasm-unsafe-eval'.*`pigello-client\/nowasm`/);
        return true;
    };

    for (const [format, load] of [["import", () => fresh("index.js")], ["require", () => freshCommonJs("index.cjs")]]) {
        test(`${what}, for ${format}: the first call is a ConfigError that names the ways out, and the next one works`, async () => {
            const client = await load();
            await engineWith(obstacle, () => {
                const acts = [() => client.ExternalClientContactPerson.validate({}), () => new client.Pigello({ baseUrl: "https://x.se" })];
                for (const act of acts) assert.throws(act, (error) => names(error, client));
            });
            assert.ok(works(client));
        });
    }

    test(`${what}, in slim: init is a ConfigError that names the ways out, and the next one works`, async () => {
        const client = await fresh("slim/index.js");
        await engineWith(obstacle, () => assert.rejects(client.init(bytes), (error) => names(error, client)));
        assert.throws(() => client.ExternalClientContactPerson.validate({}), (error) => error.message.includes("`await init()`"));
        await client.init(bytes);
        assert.ok(works(client));
    });

    test(`${what}, in the sandbox: its constructor is a ConfigError, and the next one works`, async () => {
        const { Sandbox } = await fresh("sandbox/index.js");
        const client = await fresh("index.js");
        await engineWith(obstacle, () => assert.throws(() => new Sandbox(), (error) => {
            assert.ok(error instanceof client.ConfigError, `${error?.stack}`);
            assert.match(error.message, /'wasm-unsafe-eval'.*`npx pigello-client sandbox`.*`baseUrl`/);
            return !error.message.includes("nowasm");
        }));
        assert.equal(typeof new Sandbox().fetch, "function");
    });
}

test("what lies behind a refusal is its cause", async () => {
    const client = await fresh("index.js");
    const refusal = new WebAssembly.CompileError("blocked by CSP");
    await engineWith({ Module: throwing(refusal) }, () => {
        assert.throws(() => client.ExternalClientContactPerson.fields, (error) => error.cause === refusal);
    });
});
