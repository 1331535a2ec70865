// How the page is built: without the file that is to be asked for first there is no page, and the build says so.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DEADLINE } from "./browser.mjs";

const FOLDER = env.PIGELLO_PAGE_FOLDER;

/** What the page's own build makes, in memory, with something changed in how it is told to. */
async function built(change) {
    const vite = await import(pathToFileURL(createRequire(join(FOLDER, "package.json")).resolve("vite")));
    const { config } = await vite.loadConfigFromFile({ command: "build", mode: "production" }, join(FOLDER, "vite.config.ts"));
    change(config);
    const { output } = await vite.build({ ...config, root: FOLDER, configFile: false, logLevel: "silent", build: { ...config.build, write: false } });
    return output;
}
const groupsOf = ({ build }) => build.rolldownOptions.output.codeSplitting.groups;

test("the build asks for the page's main file and for the wasm with the first script", DEADLINE, async () => {
    const output = await built(() => {});
    const html = output.find(({ fileName }) => fileName === "index.html").source;
    const [, page] = /<link rel="modulepreload" crossorigin href="\.\/(assets\/page-[^"]+\.js)">/.exec(html) ?? [];
    const [, wasm] = /<link rel="preload" as="fetch" type="application\/wasm" crossorigin href="\.\/(assets\/client-[^"]+\.wasm)">/.exec(html) ?? [];
    for (const name of [page, wasm]) assert.ok(output.some(({ fileName }) => fileName === name), `${name}, in ${html}`);
});

test("a build in which what every view needs is no file of its own fails, and names it", DEADLINE, async () => {
    const without = (config) => groupsOf(config).splice(groupsOf(config).findIndex(({ name }) => name === "page"), 1);
    await assert.rejects(built(without), /what is to be asked for first was not built: page/);
});
