// Loading: nothing at import, once at first need; and beside other copies, other versions, other entries.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { PACKAGE, WASM, fresh, freshCommonJs, works } from "./loading.mjs";

const OTHER_VERSION = "9.9.9";
const folder = mkdtempSync(join(tmpdir(), "pigello-client-"));
after(() => rmSync(folder, { recursive: true }));

/** The package again, as another version of it: its code, its client.wasm and its manifest say so. */
function otherVersion() {
    const { version } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));
    cpSync(PACKAGE, folder, { recursive: true });
    for (const file of ["package.json", "slim/index.js", "slim/index.cjs", "client.wasm"]) {
        const path = join(folder, file);
        const changed = readFileSync(path, "latin1").replaceAll(version, OTHER_VERSION);
        assert.ok(changed.includes(OTHER_VERSION), file);
        writeFileSync(path, changed, "latin1");
    }
    return pathToFileURL(`${folder}/`);
}

const OTHER = otherVersion();

async function slim(client) {
    await client.init();
    return client;
}

/** Every way to have the package in one program. */
const COPIES = [
    ["import", () => fresh("index.js")],
    ["import, evaluated again", () => fresh("index.js")],
    ["require", async () => freshCommonJs("index.cjs")],
    ["slim", async () => slim(await fresh("slim/index.js"))],
    ["slim for require", async () => slim(freshCommonJs("slim/index.cjs"))],
    ["nowasm", () => fresh("nowasm/index.js")],
    ["nowasm for require", async () => freshCommonJs("nowasm/index.cjs")],
    ["another version", () => fresh("index.js", OTHER)],
    ["another version for require", async () => freshCommonJs("index.cjs", OTHER)],
    ["another version's slim", async () => slim(await fresh("slim/index.js", OTHER))],
];

const copies = await Promise.all(COPIES.map(async ([name, load]) => [name, await load()]));

/** An error that this copy's Rust gave rise to. */
function thrownBy({ ExternalClientContactPerson }) {
    try {
        ExternalClientContactPerson.query({ filter: { nmae: "x" } });
    } catch (error) {
        return error;
    }
    return assert.fail("it did not throw");
}

test("the copies are copies", () => {
    assert.equal(new Set(copies.map(([, copy]) => copy.PigelloError)).size, copies.length);
});

for (const [name, copy] of copies) {
    test(`${name} works beside the others`, async () => {
        assert.ok(works(copy));
        await copy.init();
        assert.ok(works(copy));
    });

    test(`errors of ${name} are errors of every other copy`, () => {
        const thrown = thrownBy(copy);
        for (const [other, { PigelloError, FilterError, ConfigError, ValidationError }] of copies) {
            assert.ok(thrown instanceof FilterError && thrown instanceof PigelloError && thrown instanceof Error, other);
            assert.ok(!(thrown instanceof ConfigError) && !(thrown instanceof ValidationError), other);
            assert.ok(PigelloError.is(thrown) && FilterError.is(thrown) && !ConfigError.is(thrown), other);
        }
        const { NotFoundError } = copy;
        for (const [other, { ApiError }] of copies) assert.ok(new NotFoundError("x") instanceof ApiError, other);
    });

    test(`a client of ${name} talks to a sandbox, and rejects with an error that every copy knows`, async () => {
        const { Sandbox } = await import("pigello-client/sandbox");
        const { baseUrl, credentials, fetch } = new Sandbox();
        const persons = new copy.Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;
        assert.deepEqual(await persons.list({ filter: { name: { icontains: "anna" } } }), []);
        const error = await persons.get("497f6eca-6276-4993-bfeb-53cbbbba6f08").catch((error) => error);
        for (const [other, { NotFoundError }] of copies) assert.ok(error instanceof NotFoundError, other);
    });
}

test("a module that is evaluated again and again works, and so do those before it", async () => {
    const all = [];
    for (let i = 0; i < 12; i++) {
        const client = await fresh("index.js");
        assert.ok(works(client));
        all.push(client);
    }
    assert.ok(all.every(works));
});

test("the wasm of one version is refused by the slim entry of another", async () => {
    const { init, ConfigError } = await fresh("slim/index.js", OTHER);
    await assert.rejects(init(WASM), (error) => error instanceof ConfigError && error.message.includes(OTHER_VERSION));
    await init();
});

const ENTRIES = [
    ["pigello-client", "index.js"],
    ["pigello-client/slim", "slim/index.js"],
    ["pigello-client/nowasm", "nowasm/index.js"],
    ["pigello-client/sandbox", "sandbox/index.js"],
    ["pigello-client/proxy", "proxy/index.js"],
];

for (const [name, entry] of ENTRIES) {
    test(`importing ${name} does nothing: it compiles, decodes, fetches and leaves behind nothing`, () => {
        const script = `
            const before = Reflect.ownKeys(globalThis).length;
            const calls = [];
            const watched = (name, object, key) => {
                const real = object[key];
                object[key] = new Proxy(real, {
                    apply: (f, self, given) => { calls.push(name); return Reflect.apply(f, self, given); },
                    construct: (f, given, target) => { calls.push(name); return Reflect.construct(f, given, target); },
                });
            };
            for (const key of ["Module", "Instance", "Memory", "compile", "instantiate"]) watched("WebAssembly." + key, WebAssembly, key);
            for (const key of ["fetch", "TextDecoder", "TextEncoder", "setTimeout", "setInterval", "queueMicrotask"]) watched(key, globalThis, key);
            const client = await import(${JSON.stringify(new URL(entry, PACKAGE).href)});
            client.ExternalClientContactPerson?.["~standard"].vendor;
            console.log(JSON.stringify([calls, Reflect.ownKeys(globalThis).length - before]));
        `;
        const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { timeout: 30_000 });
        assert.deepEqual(JSON.parse(String(output)), [[], 0]);
    });
}

test("the first call that needs Rust compiles, and none after it", async () => {
    const { Module } = WebAssembly;
    let compiled = 0;
    WebAssembly.Module = class extends Module {
        constructor(bytes) {
            super(bytes);
            compiled++;
        }
    };
    try {
        const client = await fresh("index.js");
        assert.equal(compiled, 0);
        for (let i = 0; i < 3; i++) assert.ok(works(client));
        assert.equal(compiled, 2, "what unpacks the wasm, and the wasm");
    } finally {
        WebAssembly.Module = Module;
    }
});
