// How fast the sandbox is, and whether it stays so as it grows: `node bench/sandbox.mjs [folder of the built package]`.
//
// Each figure is the sandbox's own time: from a request given to its `fetch` to the body's text read, without a network
// and without a client. Of each, the median and the slowest of the runs are printed. It fails where a limit is passed.

import { performance } from "node:perf_hooks";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const folder = resolve(process.argv[2] ?? new URL("../pkg", import.meta.url).pathname);
const { Sandbox } = await import(pathToFileURL(resolve(folder, "sandbox/index.js")).href);

const KEY = "organization.externalClientContactPerson";
const PATH = "/organization/externalclientcontactperson/";
const SIZES = [25_000, 50_000, 100_000];
const RUNS = 15;
/** Of the largest size, in milliseconds. */
const LIMITS = { page: 50, bulk: 30 };
/** Four times the rows may take that many times as long: linear, and some noise. */
const MOST_GROWTH = 7;

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
const shown = (times) => `${median(times).toFixed(1)} (${Math.max(...times).toFixed(1)})`;

function begin(count) {
    const rows = new Sandbox().generate(KEY, count, { seed: 7 });
    const start = performance.now();
    const sandbox = new Sandbox({ seed: { [KEY]: rows } });
    const took = performance.now() - start;
    const headers = Object.entries(sandbox.credentials).map(([name, value]) => [`X-PIGELLO-${name.replace(/[A-Z]/g, "-$&")}`.toUpperCase(), value]);
    const ask = async (method, path, body) => {
        const start = performance.now();
        const answer = await sandbox.fetch(sandbox.baseUrl + PATH + path, { method, headers: [["Content-Type", "application/json"], ...headers], body });
        const text = await answer.text();
        const took = performance.now() - start;
        if (!answer.ok) throw new Error(`${answer.status}: ${text.slice(0, 200)}`);
        return { took, text };
    };
    return { sandbox, rows, ask, took };
}

async function times(act) {
    const all = [];
    for (let run = 0; run < RUNS; run++) all.push((await act(run)).took);
    return all;
}

/** The questions, each of which must be answered with something. */
const PAGES = {
    "page, filtered by two": "list/?name__icontains=s%C3%B6&email__isnull=false&_page=3&_page_size=100",
    "page, filtered and ordered": "list/?last_name__in=%C3%85berg%2CEk%2CAli&_order_by=last_name%2C-created_at%2Cid&_page=2&_page_size=500",
    "page of all, ordered by id": "list/?_order_by=id&_page=40&_page_size=500",
    "page of a search": "list/?_search=lind%20chef&_page=1&_page_size=100",
};

const table = [];
const problems = [];
const smallest = {};
for (const size of SIZES) {
    const { sandbox, rows, ask, took } = begin(size);
    const line = { rows: size, "begin, ms": took.toFixed(0) };
    const check = (name, measured, limit) => {
        line[name] = shown(measured);
        const middle = median(measured);
        smallest[name] ??= middle;
        if (size !== SIZES.at(-1)) return;
        if (middle >= limit) problems.push(`${name}: ${middle.toFixed(1)} ms, where ${limit} is the limit`);
        if (middle > 2 && middle > smallest[name] * MOST_GROWTH) problems.push(`${name}: grows faster than the rows`);
    };
    for (const [name, path] of Object.entries(PAGES)) {
        if ((await ask("GET", path)).text === "[]") throw new Error(`${name}: nothing was found`);
        check(name, await times(() => ask("GET", path)), LIMITS.page);
    }
    const some = JSON.stringify(rows.slice(0, 500));
    const creates = await times(() => ask("POST", "list/", some));
    check("bulk of 500 creates", creates, LIMITS.bulk);
    const held = sandbox.data()[KEY].slice(1_000, 1_500);
    const changes = JSON.stringify(held.map(({ id }) => ({ id, title: "Driftchef" })));
    check("bulk of 500 updates", await times(() => ask("POST", "list/", changes)), LIMITS.bulk);
    const one = JSON.stringify({ title: "Jurist" });
    check("one update", await times(() => ask("PATCH", `${held[0].id}/`, one)), LIMITS.bulk);
    table.push(line);
}
const names = Object.keys(table[0]);
console.log(`The sandbox's own time in ms, the median (and the slowest) of ${RUNS}; Node ${process.version}\n`);
for (const name of names) console.log(name.padEnd(28), ...table.map((line) => String(line[name]).padStart(16)));
for (const problem of problems) console.error(`\nToo slow: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
