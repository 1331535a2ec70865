// What the package exports, and what its types say it does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as client from "pigello-client";
import * as sandbox from "pigello-client/sandbox";

const require = createRequire(import.meta.url);
const typesOf = (entry) => readFileSync(require.resolve(entry).replace(/\.cjs$/, ".d.cts"), "utf8");
const declared = (types) => [...types.matchAll(/^export declare (?:const|class|function) (\w+)/gm)].map(([, name]) => name);

for (const [entry, module] of [["pigello-client", client], ["pigello-client/sandbox", sandbox]]) {
    test(`${entry} exports what its types declare, and nothing else`, () => {
        assert.deepEqual(Object.keys(module).sort(), declared(typesOf(entry)).sort());
    });

    test(`${entry} is the same for require`, () => {
        const required = require(entry);
        assert.deepEqual(Object.keys(required).sort(), Object.keys(module).sort());
    });

    test(`the types of ${entry} hold no any`, () => {
        const code = typesOf(entry).replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
        assert.doesNotMatch(code, /\bany\b/);
    });
}

test("both copies of the package know each other's errors", () => {
    const required = require("pigello-client");
    const error = new required.NotFoundError("x");
    assert.ok(error instanceof client.NotFoundError && error instanceof client.ApiError && error instanceof client.PigelloError);
    assert.ok(!(error instanceof client.ConfigError));
    assert.ok(client.PigelloError.is(error));
    assert.ok(error instanceof Error);
});

test("importing does nothing: no wasm is compiled", () => {
    const script = `
        let compiled = 0;
        const { Module } = WebAssembly;
        WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); compiled++; } };
        const { Tenant, ExternalClientContactPerson, Pigello } = await import("pigello-client");
        ExternalClientContactPerson["~standard"].vendor;
        const before = compiled;
        ExternalClientContactPerson.validate({});
        ExternalClientContactPerson.validate({});
        console.log(before, compiled);
    `;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname ?? "." });
    assert.equal(String(output).trim(), "0 1");
});

for (const [what, hostile] of [
    ["an engine without WebAssembly", "delete globalThis.WebAssembly;"],
    ["a content security policy", "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('blocked by CSP'); } };"],
    ["Chrome before 114", "WebAssembly.Module = class { constructor() { throw new RangeError('larger than 4KB'); } };"],
]) {
    test(`${what} is a ConfigError that names the way out, and what failed once may work later`, () => {
        const script = `
            const engine = globalThis.WebAssembly, { Module } = engine;
            ${hostile}
            const { ExternalClientContactPerson, ConfigError, Pigello } = await import("pigello-client");
            for (const act of [() => ExternalClientContactPerson.validate({}), () => new Pigello({ baseUrl: "https://x.se" })]) {
                try { act(); console.log("it did not throw"); } catch (error) {
                    console.log(error instanceof ConfigError, error.message.includes("'wasm-unsafe-eval'"), error.message.includes("pigello-client/nowasm"));
                }
            }
            globalThis.WebAssembly = engine;
            engine.Module = Module;
            console.log(ExternalClientContactPerson.validate({}).valid);
        `;
        const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname ?? "." });
        assert.equal(String(output).trim(), "true true false\ntrue true false\nfalse");
    });
}

test("init resolves at once, whatever it is given", async () => {
    assert.equal(await client.init(), undefined);
    assert.equal(await client.init(new Uint8Array(3)), undefined);
});

test("classes keep their names", () => {
    for (const name of Object.keys(client).filter((name) => name.endsWith("Error"))) {
        assert.equal(client[name].name, name);
        assert.equal(client[name].prototype.name, name);
    }
    assert.equal(client.Pigello.name, "Pigello");
});
