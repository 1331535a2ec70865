// What the package exports, and what its types say it does.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import * as client from "pigello-client";
import * as proxy from "pigello-client/proxy";
import * as sandbox from "pigello-client/sandbox";
import { PACKAGE } from "./loading.mjs";

const require = createRequire(import.meta.url);
function typesOf(entry) {
    const file = require.resolve(entry).replace(/\.cjs$/, ".d.cts");
    const types = readFileSync(file, "utf8");
    // nowasm's, which some conditions name, are those of another file.
    const [, others] = /^export \* from "(.*)\.cjs"/m.exec(types) ?? [];
    return others === undefined ? types : readFileSync(join(dirname(file), `${others}.d.cts`), "utf8");
}
const declared = (types) => [...types.matchAll(/^export declare (?:const|class|function) (\w+)/gm)].map(([, name]) => name);

const ENTRIES = [["pigello-client", client], ["pigello-client/sandbox", sandbox], ["pigello-client/proxy", proxy]];

for (const [entry, module] of ENTRIES) {
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

for (const entry of ["pigello-client/slim", "pigello-client/nowasm"]) {
    test(`${entry} exports what pigello-client does, also for require`, async () => {
        const names = Object.keys(client).sort();
        assert.deepEqual(Object.keys(await import(entry)).sort(), names);
        assert.deepEqual(Object.keys(require(entry)).sort(), names);
    });
}

test("the workerd entries export what the others do", () => {
    // Only workerd runs them: they import a .wasm file.
    const names = (file) => /export \{([^}]*)\};/.exec(readFileSync(new URL(file, PACKAGE), "utf8"))[1].split(",").map((name) => name.trim()).sort();
    assert.deepEqual(names("workerd.js"), Object.keys(client).sort());
    assert.deepEqual(names("sandbox/workerd.js"), Object.keys(sandbox).sort());
});

test("resolvers that know no exports find in the folders what the others find", () => {
    for (const folder of ["slim", "nowasm", "sandbox", "proxy"]) {
        const manifest = JSON.parse(readFileSync(new URL(`${folder}/package.json`, PACKAGE), "utf8"));
        const { exports } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));
        const entry = exports[`./${folder}`];
        const found = (field) => new URL(manifest[field], new URL(`${folder}/`, PACKAGE)).href;
        const wanted = (branch) => new URL(branch.default, PACKAGE).href;
        assert.equal(found("module"), wanted(entry.import));
        assert.equal(found("main"), wanted(entry.require));
        assert.equal(found("react-native"), wanted(entry["react-native"]?.default ?? entry.import));
        for (const field of ["main", "module", "react-native", "types"]) assert.ok(existsSync(new URL(found(field))), found(field));
    }
});

test("every file of the manifest is there", () => {
    const manifest = require("pigello-client/package.json");
    const folder = require.resolve("pigello-client/package.json").replace(/package\.json$/, "");
    const named = JSON.stringify([manifest.exports, manifest.main, manifest.module, manifest.types, manifest.bin]);
    const files = [...named.matchAll(/"(?:\.\/)?([\w./-]+\.\w+)"/g)].map(([, file]) => file).filter((file) => /\.(?:[cm]?js|c?ts|wasm|json)$/.test(file));
    assert.ok(files.length > 20);
    for (const file of files) assert.ok(existsSync(folder + file), file);
});

test("a resolver that does not know exports finds each subpath as a folder", () => {
    const { exports } = require("pigello-client/package.json");
    const subpaths = Object.keys(exports).filter((subpath) => /^\.\/\w+$/.test(subpath));
    assert.ok(subpaths.length >= 3);
    const folder = require.resolve("pigello-client/package.json").replace(/package\.json$/, "");
    for (const subpath of subpaths) {
        // A path is resolved without exports.
        assert.deepEqual(Object.keys(require(folder + subpath.slice(2))).sort(), Object.keys(require("pigello-client" + subpath.slice(1))).sort());
        assert.equal(JSON.parse(readFileSync(`${folder}${subpath.slice(2)}/package.json`, "utf8")).sideEffects, false);
    }
});

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

test("bundlers can leave out each resource and each error of every entry", () => {
    for (const file of ["index.js", "slim/index.js", "nowasm/index.js"]) {
        const code = readFileSync(new URL(file, PACKAGE), "utf8");
        const made = (what) => code.match(new RegExp(`/\\* @__PURE__ \\*/ ${what}\\(`, "g"))?.length;
        assert.equal(made("schema"), declared(typesOf("pigello-client")).filter((name) => client[name].validate).length, file);
        assert.ok(made("derived") > 10, file);
    }
});
