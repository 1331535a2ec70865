// Bundles the JS layer with esbuild: `node xtask/js/bundle.mjs <plan.json>`.
//
// The plan is a list of { entry, outfile, format, platform, banner?, minify?, modules, external, define, wasm?,
// unpacker? }: `modules` gives the file behind each specifier of the build ("glue:client", "wasm:start", "resources:list",
// ...), or the import that stays ({ external: "./client.wasm" }); `external` maps a module of ours to the file of the package
// in which it already is ("../src/sandbox.ts" -> "./sandbox/index.js"); `wasm` stands in the file as the text `WASM_TEXT`,
// and `unpacker`, which makes bytes of it, as `UNPACKER`, each byte a letter.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build, transform } from "esbuild";
import { wasmText } from "./wasm-text.mjs";

/**
 * Properties of objects that never leave the package, nor come from Rust: they become letters, which nobody else's minifier
 * would make of them. Where wasm-bindgen's glue has letters, too, it has them on objects that have none of ours.
 */
const OURS = [
    "usual", "orders", "site", "how", "flags", "least", "most", "passes", "missed", "byName", "stranger", "unlike", "unfit",
    "packed", "settings", "foreign", "hide", "observers", "ending",
];
const LETTERS = Object.fromEntries(OURS.map((name, at) => [name, String.fromCharCode(97 + at)]));

for (const file of ["public", "sandbox-public", "proxy-public", "slim-public"]) {
    const told = readFileSync(`pkg-template/src/${file}.d.ts`, "utf8").match(/\w+(?=\??:)/g) ?? [];
    const ours = told.find((name) => OURS.includes(name));
    if (ours !== undefined) throw new Error(`\`${ours}\` of ${file}.d.ts is said to be the package's own`);
}

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));

function generated(modules) {
    return {
        name: "generated modules",
        setup(build) {
            build.onResolve({ filter: /^(glue|wasm|resources):/ }, ({ path }) => {
                const module = modules[path];
                if (module?.external) return { path: module.external, external: true };
                return module ? { path: module } : { errors: [{ text: `${path} is not made for this entry` }] };
            });
        },
    };
}

function elsewhere(external) {
    const files = new Map(Object.entries(external).map(([source, target]) => [resolve(source), target]));
    return {
        name: "modules that are in the package already",
        setup(build) {
            build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
                const source = resolve(resolveDir, path).replace(/(\.[jt]s)?$/, ".ts");
                const target = files.get(source);
                return target && { path: target, external: true };
            });
        },
    };
}

/**
 * What the command line's libraries ask for, and it never uses: cli-table3 the colours of cells, commander processes for
 * commands that are programs of their own.
 */
const unused = {
    name: "what is never used",
    setup(build) {
        build.onResolve({ filter: /^@colors\/|^node:child_process$/ }, ({ path }) => ({ path, namespace: "unused" }));
        build.onLoad({ filter: /^/, namespace: "unused" }, () => ({ contents: "" }));
    },
};

/** What wasm2js wrote, half a megabyte of functions that nobody reads: their variables have short names. */
const machine = {
    name: "functions of a machine",
    setup(build) {
        build.onLoad({ filter: /nowasm[\\/]instance\.js$/ }, async ({ path }) => {
            const { code } = await transform(readFileSync(path, "utf8"), { minifyIdentifiers: true, legalComments: "none" });
            return { contents: code };
        });
    },
};

/** The text of a wasm, of which the unpacker makes the very same bytes. */
function packed(file, unpacker) {
    const wasm = readFileSync(file);
    const text = wasmText(wasm);
    const { memory, unpack } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(unpacker))).exports;
    const start = memory.grow((text.length >> 14) + 1) << 16;
    const end = start + text.length;
    new Uint8Array(memory.buffer).set(Buffer.from(text), start);
    const unpacked = new Uint8Array(memory.buffer).subarray(end, unpack(start, end));
    if (wasm.compare(unpacked) !== 0) throw new Error(`${file} is another one after packing and unpacking`);
    return text;
}

/**
 * A wasm as a literal: 48 above each byte stands a letter, mostly one that is written as it is. Above 255 it begins anew, as bytes
 * do where it is read.
 */
function shifted(file) {
    const letters = String.fromCharCode(...readFileSync(file).map((byte) => byte + 48));
    return JSON.stringify(letters).replace(/[^ -~]/g, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

for (const { entry, outfile, format, platform, banner, minify, modules, external, define, wasm, unpacker } of plan) {
    await build({
        entryPoints: [entry],
        outfile,
        format,
        platform,
        banner: banner ? { js: banner } : undefined,
        // At the end: a compressor gets on better with the code in one piece.
        footer: wasm ? { js: `var WASM_TEXT = "${packed(wasm, unpacker)}";\nvar UNPACKER = ${shifted(unpacker)};` } : undefined,
        bundle: true,
        define,
        target: "es2022",
        // React Native's Babel preset refuses static blocks, and Safari has them since 16.4 only.
        supported: { "class-static-blocks": false },
        // Engines read a file without further letters in less time, and keep it in half the memory.
        charset: "ascii",
        minifySyntax: true,
        // What nobody bundles again, and nobody reads.
        minifyWhitespace: minify === true,
        minifyIdentifiers: minify === true,
        mangleProps: new RegExp(`^(?:${OURS.join("|")})$`),
        // Libraries have letters of their own.
        mangleCache: minify ? {} : LETTERS,
        legalComments: "none",
        logLevel: "warning",
        plugins: [generated(modules), elsewhere(external), unused, machine],
    });
}
