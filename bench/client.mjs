// What the client costs beside bare `fetch`: `node bench/client.mjs [--table FILE]`.
//
// It needs what `cargo xtask bench` installs in this folder. Answers are in memory, so that nothing but the client is
// measured. `--table` writes the table of README.md. Wrong answers fail; goals that are missed are said.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { get, list, stream } from "./client/measures.mjs";
import { table } from "./client/table.mjs";

const { values } = parseArgs({ options: { table: { type: "string" } } });
const memory = fileURLToPath(new URL("client/memory.mjs", import.meta.url));
const measured = { list: await list(), stream: await stream(), get: await get() };
const grown = Number(execFileSync(process.execPath, ["--expose-gc", memory], { encoding: "utf8", timeout: 300_000 }));
const text = table(`Node ${process.version.slice(1)}`, { ...measured, grown });
console.log(`\n${text}`);
if (values.table) writeFileSync(values.table, `\n${text}\n\n`);
