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

/** What every view needs is asked for with the first script, not by it. */
const preload: Plugin = {
    name: "preload",
    transformIndexHtml: {
        order: "post",
        handler: (html, { bundle }) => {
            const files = Object.values(bundle ?? {});
            const wasm = files.find(({ fileName }) => /client-[^/]*\.wasm$/.test(fileName))?.fileName;
            const page = files.find((file) => file.type === "chunk" && file.name === PAGE)?.fileName;
            if (bundle && !(wasm && page)) throw new Error(`what is to be asked for first was not built: ${wasm ? PAGE : "client.wasm"}`);
            const link = (attrs: Record<string, string>, href = "") => ({
                tag: "link",
                injectTo: "head" as const,
                attrs: { ...attrs, crossorigin: true, href: `./${href}` },
            });
            const tags = [link({ rel: "modulepreload" }, page), link({ rel: "preload", as: "fetch", type: "application/wasm" }, wasm)];
            return bundle ? { html, tags } : html;
        },
    },
};

export default defineConfig({
    plugins: [noPolicyWhileDeveloping, noComments, compileAtOnce, preload],
    // Any path will do, also one below a host's root.
    base: "./",
    resolve: { alias: { "#files": files }, dedupe: ["papaparse"] },
    worker: { format: "es" },
    build: {
        target: "es2022",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
            output: {
                codeSplitting: {
                    groups: [
                        // What asks for the others, or says that they do not come, comes before them.
                        { name: "first", test: /\/src\/(views|kept|stalled|words\/frame)\.ts$|preload-helper/, priority: 1 },
                        // What every view needs is one file, not one for each set of views that share it.
                        { name: PAGE, test: /\/src\/start\.tsx$/ },
                    ],
                },
            },
        },
    },
    server: { host: "127.0.0.1" },
});
