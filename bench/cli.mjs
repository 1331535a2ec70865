// What the command line costs: `node bench/cli.mjs [--table FILE]`.
//
// It needs what `cargo xtask bench` installs in this folder. `validate` beside reading and parsing alone, as processes, from
// their start to their end; `import` beside the time that the sandbox's server says it took; memory for a million rows.
// `--table` writes the table of README.md. Goals that are missed are said.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeRows } from "./cli/files.mjs";
import { CLI, run, served } from "./cli/run.mjs";

const { values } = parseArgs({ options: { table: { type: "string" } } });
const here = (name) => fileURLToPath(new URL(`cli/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pigello-bench-"));
const RESOURCE = "externalClientContactPerson";
const ROWS = 10_000;
const MANY = 1_000_000;
const ROUNDS = 9;

const file = (name, rows) => {
    const path = join(folder, name);
    writeRows(path, rows);
    return path;
};

/** Both in turns; the least of each says what it takes where nothing else runs. */
async function validated() {
    const rows = file("rows.csv", ROWS);
    const measured = { ours: [], alone: [], node: [] };
    for (let round = 0; round < ROUNDS; round++) {
        measured.ours.push(await run(folder, [CLI, "validate", RESOURCE, rows]));
        measured.alone.push(await run(folder, [here("parse.mjs"), rows]));
        measured.node.push(await run(folder, ["-e", "0"]));
    }
    const least = (all, of) => Math.min(...all.map((one) => one[of]));
    return Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, { ms: least(all, "ms"), cpu: least(all, "cpu") }]));
}

/** The whole import, and what of it was the server's; with a wait in each request, as a database has it. */
async function imported(latency) {
    const server = await served([CLI, "sandbox", "--port", "0", "--latency", String(latency)], /^export PIGELLO_CLIENT_SECRET=/);
    const env = Object.fromEntries(server.lines.flatMap((line) => (/^export (\w+)=(.*)$/.exec(line) ? [[RegExp.$1, RegExp.$2]] : [])));
    try {
        const rounds = [];
        for (let round = 0; round < 3; round++) {
            const before = server.lines.length;
            const { ms } = await run(folder, [CLI, "import", RESOURCE, file(`import-${latency}-${round}.csv`, ROWS), "--key", "custom_id"], env);
            // A line is written when its answer is on the way.
            await new Promise((resolve) => setTimeout(resolve, 200));
            const took = server.lines.slice(before).map((line) => Number(/^POST \S+ 201 (\d+) ms$/.exec(line)?.[1] ?? 0));
            rounds.push({ ours: ms, server: took.reduce((sum, one) => sum + one, 0) });
        }
        return rounds.sort((a, b) => a.ours / a.server - b.ours / b.server)[1];
    } finally {
        server.end();
    }
}

/** How much more a million rows take than ten thousand. */
async function grown() {
    const many = file("many.csv", MANY);
    const few = file("few.csv", ROWS);
    const validate = async (rows) => (await run(folder, [CLI, "validate", RESOURCE, rows])).megabytes;
    const server = await served([here("server.mjs")], /^\d+$/);
    const env = { PIGELLO_BASE_URL: `http://127.0.0.1:${server.lines[0]}` };
    const write = async (rows) => (await run(folder, [CLI, "import", RESOURCE, rows], env)).megabytes;
    try {
        return { validate: [await validate(few), await validate(many)], import: [await write(few), await write(many)] };
    } finally {
        server.end();
    }
}

const ms = (time) => `${time.toFixed(0)} ms`;
const shares = ({ ours, server }) => [ms(ours), ms(server), `${(ours / server).toFixed(2)} ×`];
const goal = (found, most, unit) => `≤ ${most} ${unit}: ${found <= most ? "met" : "not met"}`;
try {
    const { ours, alone, node } = await validated();
    const quick = await imported(0);
    const slow = await imported(500);
    const memory = await grown();
    const lines = [
        [`Node ${process.version.slice(1)}`, "ours", "beside", "", "goal"],
        ["---", "--:", "--:", "--:", "---"],
        ["`validate` of 10,000 rows; a process that reads and parses them", ms(ours.ms), ms(alone.ms), `${(ours.ms / alone.ms).toFixed(2)} ×`, goal(ours.ms / alone.ms, 1.3, "×")],
        ["the same in processor time, without Node's own start", ms(ours.cpu - node.cpu), ms(alone.cpu - node.cpu), `${((ours.cpu - node.cpu) / (alone.cpu - node.cpu)).toFixed(2)} ×`, ""],
        ["`import` of 10,000 rows; what the sandbox's server says it took", ...shares(quick), goal(quick.ours / quick.server, 1.1, "×")],
        ["the same where the server takes a millisecond more a row", ...shares(slow), goal(slow.ours / slow.server, 1.1, "×")],
        ...["validate", "import"].map((name) => {
            const [few, many] = memory[name];
            return [`the most memory of \`${name}\`, for a million rows; for 10,000`, `${many.toFixed(0)} MB`, `${few.toFixed(0)} MB`, `+ ${(many - few).toFixed(0)} MB`, goal(many - few, 80, "MB more")];
        }),
    ];
    const text = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    console.log(`\n${text}`);
    if (values.table) writeFileSync(values.table, `\n${text}\n\n`);
} finally {
    rmSync(folder, { recursive: true, force: true });
}
