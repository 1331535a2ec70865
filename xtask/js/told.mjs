// Writes what Rust says of every resource before it is asked about a value, as JSON: `node xtask/js/told.mjs <glue.js>
// <client.wasm> <told.json>` -> { resources, tables }: the lines of all resources, and each one's table as JSON text.

import { readFileSync, writeFileSync } from "node:fs";

const [glue, wasm, out] = process.argv.slice(2);

// As text: nothing beside it says that it is a module.
const rust = await import(`data:text/javascript;base64,${readFileSync(glue, "base64")}`);
rust.initSync({ module: new WebAssembly.Module(readFileSync(wasm)) });
const resources = rust.resources();
const tables = resources.split("\n").map((_, index) => JSON.stringify(rust.table(index)));
writeFileSync(out, JSON.stringify({ resources, tables }));
