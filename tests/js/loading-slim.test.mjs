// `pigello-client/slim`: what `init` takes, and that it loads once.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { PACKAGE, WASM, engineWith, fresh, freshCommonJs, works } from "./loading.mjs";

const FILE = new URL("client.wasm", PACKAGE);
const bytes = new Uint8Array(WASM);
const slim = () => fresh("slim/index.js");

/** Bytes in the middle of others. */
function view(type = Uint8Array) {
    const buffer = new ArrayBuffer(bytes.length + 64);
    new Uint8Array(buffer).set(bytes, 16);
    return new type(buffer, 16, bytes.length);
}

function shared() {
    const buffer = new SharedArrayBuffer(bytes.length);
    new Uint8Array(buffer).set(bytes);
    return buffer;
}

const wasmType = { headers: { "content-type": "application/wasm" } };

for (const [what, input] of [
    ["nothing", () => undefined],
    ["a URL of a file", () => FILE],
    ["the text of such a URL", () => FILE.href],
    ["a path", () => fileURLToPath(FILE)],
    ["a data URL", () => `data:application/wasm;base64,${WASM.toString("base64")}`],
    ["a Uint8Array", () => bytes],
    ["a Node Buffer", () => WASM],
    ["bytes in the middle of a buffer", () => view()],
    ["a DataView", () => view(DataView)],
    ["an ArrayBuffer", () => bytes.slice().buffer],
    ["a view of a SharedArrayBuffer", () => new Uint8Array(shared())],
    ["a Blob", () => new Blob([bytes])],
    ["a Response", () => new Response(bytes, wasmType)],
    ["a Response that does not say that it is wasm", () => new Response(bytes)],
    ["a promise of a Response", () => Promise.resolve(new Response(bytes, wasmType))],
    ["an answer that only has the shape of a Response", () => ({ status: 200, arrayBuffer: async () => bytes.slice().buffer })],
    ["a WebAssembly.Module", () => new WebAssembly.Module(bytes)],
    ["a promise of a WebAssembly.Module", () => WebAssembly.compile(bytes)],
]) {
    test(`init takes ${what}`, async () => {
        const client = await slim();
        assert.equal(await client.init(input()), undefined);
        assert.ok(works(client));
    });
}

test("init fetches an address, as text or as a URL", async () => {
    const asked = [];
    const server = createServer((request, response) => {
        asked.push(request.url);
        response.end(bytes);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${server.address().port}/client.wasm`;
    try {
        for (const input of [address, new URL(address)]) {
            const client = await slim();
            await client.init(input);
            assert.ok(works(client));
        }
        assert.deepEqual(asked, ["/client.wasm", "/client.wasm"]);
    } finally {
        server.closeAllConnections?.();
        await new Promise((resolve) => server.close(resolve));
    }
});

test("init finds the file for require, too", async () => {
    const client = freshCommonJs("slim/index.cjs");
    await client.init();
    assert.ok(works(client));
});

test("what changes or goes after init has it does not matter", async () => {
    const client = await slim();
    const copy = bytes.slice();
    const done = client.init(copy.buffer);
    structuredClone(copy.buffer, { transfer: [copy.buffer] });
    await done;
    assert.equal(copy.length, 0);
    assert.ok(works(client));
});

test("before init, everything that needs Rust is a ConfigError that says `await init()`; error classes need none", async () => {
    const { ConfigError, ExternalClientContactPerson, Pigello, init } = await slim();
    const acts = [
        () => ExternalClientContactPerson.validate({}),
        () => ExternalClientContactPerson.fields,
        () => new Pigello({ baseUrl: "https://x.se" }),
    ];
    for (const act of acts) {
        assert.throws(act, (error) => error instanceof ConfigError && error.message.includes("`await init()`"));
    }
    const done = init();
    assert.throws(acts[0], ConfigError, "while init is under way");
    await done;
    for (const act of acts) act();
});

test("calls of init share one load, and after it nothing more is asked", async () => {
    const client = await slim();
    let compiled = 0;
    const compile = (source) => {
        compiled++;
        return compileReally(source);
    };
    const compileReally = WebAssembly.compile;
    await engineWith({ compile }, async () => {
        const first = [client.init(), client.init(bytes), client.init(new URL("https://127.0.0.1:1/none"))];
        assert.deepEqual(await Promise.all(first), [undefined, undefined, undefined]);
        await client.init();
        await client.init("no such file");
    });
    assert.equal(compiled, 1);
    assert.ok(works(client));
});

test("a promise that init does not need may fail without anyone's hearing of it", async () => {
    const unheard = [];
    const hear = (error) => unheard.push(error);
    process.on("unhandledRejection", hear);
    try {
        const client = await slim();
        await Promise.all([client.init(), client.init(Promise.reject(new Error("beside")))]);
        await client.init(Promise.reject(new Error("after")));
        await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
        process.off("unhandledRejection", hear);
    }
    assert.deepEqual(unheard, []);
});

test("calls share a load that fails, and the next one begins anew", async () => {
    const client = await slim();
    const results = await Promise.allSettled([client.init("no such file"), client.init()]);
    assert.deepEqual(results.map(({ status, reason }) => status === "rejected" && client.ConfigError.is(reason)), [true, true]);
    assert.equal(results[0].reason, results[1].reason);
    assert.throws(() => client.ExternalClientContactPerson.validate({}), client.ConfigError);
    await client.init();
    assert.ok(works(client));
});
