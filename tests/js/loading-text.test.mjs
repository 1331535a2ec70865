// The wasm as a page carries it: text in the bundle, of which a small wasm makes bytes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { engineWith, fresh, PACKAGE, WASM } from "./loading.mjs";

/** What is compiled while the entry starts: the unpacker, then the wasm. */
async function compiled(act) {
    const given = [];
    class Module extends WebAssembly.Module {
        constructor(bytes) {
            given.push(Uint8Array.from(bytes));
            super(bytes);
        }
    }
    await engineWith({ Module }, act);
    return given;
}

const validate = async () => (await fresh("index.js")).ExternalClientContactPerson.validate({});

test("the client's text is client.wasm, but for the stamp at its end", async () => {
    const [unpacker, wasm] = await compiled(validate);
    assert.ok(unpacker.length < 1_500, `${unpacker.length} bytes`);
    assert.ok(wasm.length > WASM.length - 100, `${wasm.length} of ${WASM.length} bytes`);
    assert.deepEqual(wasm, Uint8Array.from(WASM.subarray(0, wasm.length)));
});

test("the sandbox's text is sandbox.wasm", async () => {
    const [, wasm] = await compiled(async () => new (await fresh("sandbox/index.js")).Sandbox());
    assert.deepEqual(wasm, Uint8Array.from(readFileSync(new URL("sandbox/sandbox.wasm", PACKAGE))));
});

test("an engine without TextEncoder, as jest's jsdom, makes the same of it", async () => {
    const { TextEncoder } = globalThis;
    globalThis.TextEncoder = undefined;
    try {
        const [, wasm] = await compiled(validate);
        assert.deepEqual(wasm, Uint8Array.from(WASM.subarray(0, wasm.length)));
    } finally {
        globalThis.TextEncoder = TextEncoder;
    }
});
