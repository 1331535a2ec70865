// Bundles the JS layer with esbuild: `node xtask/js/bundle.mjs <plan.json>`.
//
// The plan is a list of { entry, outfile, format, platform, banner?, modules, external, define, hex? }: `modules` gives
// the file behind each specifier of the build ("glue:client", "wasm:start", "resources:list", ...), or the import that
// stays ({ external: "./client.wasm" }); `external` maps a module of ours to the file of the package in which it already
// is ("../src/sandbox.ts" -> "./sandbox/index.js"); `hex` is the wasm that stands in the file as `WASM_HEX`.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";

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

for (const { entry, outfile, format, platform, banner, modules, external, define, hex } of plan) {
    await build({
        entryPoints: [entry],
        outfile,
        format,
        platform,
        banner: banner ? { js: banner } : undefined,
        // At the end: a compressor gets on better with the code in one piece.
        footer: hex ? { js: `var WASM_HEX = "${readFileSync(hex).toString("hex")}";` } : undefined,
        bundle: true,
        define,
        target: "es2022",
        // React Native's Babel preset refuses static blocks, and Safari has them since 16.4 only.
        supported: { "class-static-blocks": false },
        charset: "utf8",
        minifySyntax: true,
        legalComments: "none",
        logLevel: "warning",
        plugins: [generated(modules), elsewhere(external)],
    });
}
