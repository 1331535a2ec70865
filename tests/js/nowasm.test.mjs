// `pigello-client/nowasm` where there is little: no WebAssembly, no code from text, little memory. That it does what the
// wasm does is seen by all the other tests, which `cargo xtask test` runs with it as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import vm from "node:vm";
import * as wasm from "pigello-client";
import * as nowasm from "pigello-client/nowasm";
import { dice, nasty } from "./nasty.mjs";

const file = createRequire(import.meta.url).resolve("pigello-client/nowasm").replace(/\.js$/, ".cjs");

/** The entry in a context of its own, which has the language and nothing else, and of that no WebAssembly. */
function bare(change = () => {}) {
    const context = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
    const { globals, ...inside } = vm.runInContext("({ globals: globalThis, RangeError, ArrayBuffer })", context);
    vm.runInContext("delete globalThis.WebAssembly", context);
    change(globals, inside);
    const evaluate = vm.runInContext(`(function (module, exports) { "use strict";\n${readFileSync(file, "utf8")}\n})`, context);
    const module = { exports: {} };
    evaluate(module, module.exports);
    return module.exports;
}

/** Into this context's own objects, which alone `assert` takes for equal. */
const here = (value) => JSON.parse(JSON.stringify(value));

test("a form is judged where there is no WebAssembly, no text codec, no console and no code from text", () => {
    const names = vm.runInContext("Object.getOwnPropertyNames(globalThis)", vm.createContext(Object.create(null)));
    assert.ok(names.includes("WebAssembly") && !names.includes("TextDecoder"), "the context has what it should");
    const { ExternalClientContactPerson } = bare((globals) => assert.equal(typeof globals.WebAssembly, "undefined"));
    const row = { "naämn€😀": 1, email: "åsa€😀", title: "Ägare" };
    const { issues } = ExternalClientContactPerson.validate(row, { locale: "sv" });
    assert.deepEqual(here(issues), here(wasm.ExternalClientContactPerson.validate(row, { locale: "sv" }).issues));
    assert.deepEqual(here(issues).map(({ code }) => code), ["required", "required", "email", "unknown_field"]);
});

test("importing it takes no memory; the first call does", () => {
    let taken = 0;
    const counted = (globals, { ArrayBuffer }) => {
        globals.ArrayBuffer = class extends ArrayBuffer {
            constructor(length) {
                super(length);
                taken += length;
            }
        };
    };
    const { ExternalClientContactPerson } = bare(counted);
    assert.ok(taken < 1_000, `importing took ${taken} bytes`);
    ExternalClientContactPerson.validate({});
    assert.ok(taken > 1_000_000, `the first call took ${taken} bytes`);
});

test("where there is no memory to begin with the call is a ConfigError, and a second try works", () => {
    let least = Infinity;
    const { ExternalClientContactPerson, ConfigError } = bare((globals, { ArrayBuffer, RangeError }) => {
        globals.ArrayBuffer = class extends ArrayBuffer {
            constructor(length) {
                if (length > 1_000 && least > 0) throw new RangeError("Array buffer allocation failed");
                super(length);
            }
        };
    });
    const fails = () => ExternalClientContactPerson.validate({});
    assert.throws(fails, (error) => error instanceof ConfigError && /memory/.test(error.message));
    least = 0;
    assert.equal(fails().valid, false);
});

test("where memory cannot grow a large value is an error, and not a wrong answer", () => {
    const { ExternalClientContactPerson, PigelloError } = bare((globals, { ArrayBuffer, RangeError }) => {
        globals.ArrayBuffer = class extends ArrayBuffer {
            constructor(length) {
                if (length > 8_000_000) throw new RangeError("Array buffer allocation failed");
                super(length);
            }
        };
    });
    const judge = (length) => ExternalClientContactPerson.validate({ name: "x".repeat(length) });
    assert.equal(judge(100_000).valid, false);
    assert.throws(() => judge(20_000_000), (error) => PigelloError.is(error));
});

test("memory grows, and what was in it stays: a long text comes through whole, in time", () => {
    const started = performance.now();
    for (const length of [1_000_000, 20_000_000]) {
        const row = { name: "å".repeat(length), title: "Ägare", external_client: { id: "no uuid" } };
        const [one, other] = [nowasm, wasm].map((entry) => entry.ExternalClientContactPerson.validate(row).issues);
        assert.deepEqual(here(one), here(other));
        assert.deepEqual(one.map(({ path }) => path[0]), ["name", "external_client"]);
    }
    assert.ok(performance.now() - started < 60_000);
});

test("5000 rows of any values are judged as the wasm judges them", () => {
    const roll = dice(7);
    const texts = ["", " ", "Anna", "åäö€😀", "a@b.se", "070-123 45 67", "556036-0793", "2024-02-30", "2024-02-29T12:00", "null"];
    const usual = [...texts.map((text) => () => text), () => 5, () => -1.5, () => [], () => ({ id: "no uuid" })];
    const schemas = Object.keys(wasm).filter((name) => typeof wasm[name]?.validate === "function");
    assert.ok(schemas.length > 0);
    const told = (entry, name, row, options) => {
        try {
            const { valid, issues } = entry[name].validate(row, options);
            return here({ valid, issues: issues ?? [] });
        } catch (error) {
            return { error: error.name, message: error.message };
        }
    };
    for (let i = 0; i < 5_000; i++) {
        const name = schemas[roll(schemas.length)];
        const fields = Object.keys(wasm[name].fields);
        // One in eight is nasty: those are judged one by one in the border's tests.
        const from = () => (roll(8) === 0 ? nasty : usual);
        const value = (values = from()) => values[roll(values.length)]();
        const row = {};
        for (let left = roll(4); left >= 0; left--) row[fields[roll(fields.length)]] = value();
        const options = { mode: ["create", "update"][roll(2)], locale: ["en", "sv"][roll(2)] };
        assert.deepEqual(told(nowasm, name, row, options), told(wasm, name, row, options), `row ${i} of ${name}`);
    }
});
