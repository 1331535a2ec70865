// Writes what Rust says of every resource before it is asked about a value, as a module: `node xtask/js/told.mjs <glue.js>
// <client.wasm> <told.js>` -> the lines of all resources, and functions that make each one's table. They are literals: a
// program may have put anything in the place of `JSON.parse`, and what came of that would stay.

import { deepStrictEqual } from "node:assert";
import { readFileSync, writeFileSync } from "node:fs";

const [glue, wasm, out] = process.argv.slice(2);

// As text: nothing beside it says that it is a module.
const rust = await import(`data:text/javascript;base64,${readFileSync(glue, "base64")}`);
rust.initSync({ module: new WebAssembly.Module(readFileSync(wasm)) });
const resources = rust.resources();
const tables = resources.split("\n").map((_, index) => rust.table(index));
deepStrictEqual(JSON.parse(JSON.stringify(tables)), tables, "JSON cannot carry a table");
const made = tables.map((table) => `    () => ${JSON.stringify(table)},\n`).join("");
writeFileSync(out, `export const resources = ${JSON.stringify(resources)};\nexport const tables = [\n${made}];\n`);
