// How fast validation is, beside ajv, zod, valibot and arktype: `node bench/validation.mjs [--table FILE] [--everyone] [--node]`.
//
// It needs what `cargo xtask bench` installs in this folder. `--table` writes the tables of README.md, `--everyone` shows the
// others the mixed rows, too, that ours has seen, `--node` leaves Chromium out. Wrong verdicts, good rows that miss the quick
// walk and memory that grows fail; goals that are missed are said.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inChromium } from "./validation/chromium.mjs";
import { now } from "./validation/clock.mjs";
import { contenders } from "./validation/contenders/all.mjs";
import { fresh } from "./validation/fresh.mjs";
import { measure } from "./validation/measure.mjs";
import { table } from "./validation/table.mjs";

const { values } = parseArgs({
    options: { table: { type: "string" }, everyone: { type: "boolean" }, node: { type: "boolean" } },
});
const options = { everyone: values.everyone ?? false };
const tables = [];
console.log("Node is measured by the processor's time, Chromium by the clock: let nothing else run");
const show = (...given) => {
    tables.push(table(...given));
    console.log(`\n${tables.at(-1)}`);
};

show(`Node ${process.version.slice(1)}`, { ...measure(contenders, { ...options, now }), ...fresh(contenders.map(({ name }) => name)) });
if (!values.node) {
    const { figures, version } = await inChromium(options);
    show(`Chromium ${version}`, figures, { inBrowser: true });
}
if (values.table) writeFileSync(values.table, `\n${tables.join("\n\n")}\n\n`);

for (const name of ["misses", "memory"]) {
    const script = fileURLToPath(new URL(`validation/${name}.mjs`, import.meta.url));
    console.log(`\n${execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8", timeout: 600_000 }).trim()}`);
}
