// How the page is built: one folder of static files, for any server. What reads files for the command line and for the page
// stands in `pkg-template/files`; a copy of this folder that is built elsewhere has it as `files`.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const files = existsSync(near("files")) ? near("files") : near("../pkg-template/files");

/** While developing, Vite puts styles into the page itself, which the policy forbids. */
const noPolicyWhileDeveloping: Plugin = {
    name: "no-policy-while-developing",
    apply: "serve",
    transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ""),
};

/** What is said to who reads the source is not sent to who reads the page. */
const noComments: Plugin = {
    name: "no-comments",
    apply: "build",
    transformIndexHtml: (html) => html.replace(/\s*<!--[\s\S]*?-->/g, ""),
};

/** The file that every view needs. */
const PAGE = "page";

/** Nearly all of it runs at the start: V8 may compile it aside while it comes, instead of bit by bit as it is called. */
const compileAtOnce: Plugin = {
    name: "compile-at-once",
    generateBundle: {
        order: "post",
        handler: (_, bundle) => {
            for (const chunk of Object.values(bundle)) {
                if (chunk.type === "chunk" && chunk.name === PAGE) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
            }
        },
    },
    enforce: "post",
};

/** The wasm is asked for with the scripts, not by them. */
const preloadWasm: Plugin = {
    name: "preload-wasm",
    transformIndexHtml: {
        order: "post",
        handler: (html, { bundle }) => {
            const wasm = Object.keys(bundle ?? {}).find((file) => /client-[^/]*\.wasm$/.test(file));
            const attrs = { rel: "preload", as: "fetch", type: "application/wasm", crossorigin: true, href: `./${wasm}` };
            return wasm ? { html, tags: [{ tag: "link", injectTo: "head", attrs }] } : html;
        },
    },
};

export default defineConfig({
    plugins: [noPolicyWhileDeveloping, noComments, compileAtOnce, preloadWasm],
    // Any path will do, also one below a host's root.
    base: "./",
    resolve: { alias: { "#files": files }, dedupe: ["papaparse"] },
    worker: { format: "es" },
    build: {
        target: "es2022",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // What every view needs is one file, not one for each set of views that share it.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: PAGE, test: /\/src\/app\.tsx$/ }] } } },
    },
    server: { host: "127.0.0.1" },
});
