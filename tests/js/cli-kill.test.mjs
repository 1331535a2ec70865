// An import is stopped at twenty points, with a key and without, and run again until it is through: no row is lost, and none
// is there twice. The table of what became of them is left beside the installed package, as cli-kill.txt.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Pigello } from "pigello-client";
import { proxyTo } from "./cli-proxy.mjs";
import { serve, started } from "./cli-server.mjs";
import { all, GOOD } from "./scripted.mjs";

const FULL_DISK = pathToFileURL(fileURLToPath(new URL("./cli-full-disk.mjs", import.meta.url))).href;
const ROWS = 60;
const CHUNK = 10;
const SETTLE_MS = 600;
/** How long after its sender is dead a request may be carried out: less than what `--settle` says. */
const LATE_MS = 250;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const dead = (child) => new Promise((resolve) => (child.exitCode ?? child.signalCode) === null ? child.once("exit", resolve) : resolve());
const kill = async (child, signal) => {
    child.kill(signal);
    await dead(child);
};

/** What happens at the bulk write with this number: `child` is the import. */
const POINTS = [
    ...[1, 3, 6].map((at) => [`SIGKILL when write ${at} arrives, which is not carried out`, at, async ({ child }) => kill(child, "SIGKILL")]),
    ...[2, 6].map((at) => [
        `SIGKILL when write ${at} arrives, which is carried out ${LATE_MS} ms later`,
        at,
        async ({ child, deal, later }) => {
            await kill(child, "SIGKILL");
            later.push(wait(LATE_MS).then(deal.forward));
        },
    ]),
    ...[1, 3, 6].map((at) => [
        `SIGKILL when write ${at} is carried out, before its answer`,
        at,
        async ({ child, deal }) => {
            await deal.forward();
            await kill(child, "SIGKILL");
        },
    ]),
    ...[2, 6].map((at) => [
        `SIGKILL with the answer of write ${at}`,
        at,
        async ({ child, deal }) => {
            await deal.reply(await deal.forward());
            await kill(child, "SIGKILL");
        },
    ]),
    ["SIGINT when write 3 arrives", 3, async ({ child, deal }) => (child.kill("SIGINT"), await wait(50), deal.reply(await deal.forward()))],
    [
        "SIGINT twice when write 3 is carried out, before its answer",
        3,
        async ({ child, deal, told }) => {
            await deal.forward();
            child.kill("SIGINT");
            await told("once more stops at once");
            child.kill("SIGINT");
            await dead(child);
        },
    ],
    ["SIGTERM when write 4 arrives", 4, async ({ child, deal }) => (child.kill("SIGTERM"), await wait(50), deal.reply(await deal.forward()))],
    ["the answer of write 2 is lost", 2, async ({ deal }) => (await deal.forward(), deal.drop())],
    ["the answer of write 6 is lost", 6, async ({ deal }) => (await deal.forward(), deal.drop())],
    ["the answer of write 3 ends halfway", 3, async ({ deal }) => {
        const answer = await deal.forward();
        await deal.reply(answer, answer.body.length >> 1);
        deal.drop();
    }],
    ["the server is gone when write 3 arrives", 3, async ({ proxy }) => proxy.gone()],
    ["the server is gone when write 4 is carried out", 4, async ({ deal, proxy }) => (await deal.forward(), proxy.gone())],
    // The journal's first line is its head; each chunk has three: sent, written, done.
    ["the disk is full before write 3", 0, undefined, { FULL_AT: "8" }],
    ["the disk is full after write 3", 0, undefined, { FULL_AT: "9" }],
];
assert.equal(POINTS.length, 20);

const folder = mkdtempSync(join(tmpdir(), "cli-kill-"));
const table = [];
let server;
let persons;
before(async () => {
    server = await serve();
    persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
});
after(async () => {
    const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
    const text = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()).join("\n");
    writeFileSync(fileURLToPath(new URL("../../../cli-kill.txt", import.meta.url)), `${text}\n`);
    console.log(text);
    await server.end();
});
table.push(["point", "key", "in the file", "on the server", "twice", "lost", "exit codes"]);

/** Runs the import to one end of it. */
async function run(args, env, nodeArgs = []) {
    const import_ = started(args, { env, nodeArgs });
    const timer = setTimeout(() => import_.child.kill("SIGKILL"), 60_000);
    const result = await import_.ended;
    clearTimeout(timer);
    return result;
}

for (const [number, [name, at, act, extra]] of POINTS.entries()) {
    for (const keyed of [true, false]) {
        test(`${name}, ${keyed ? "with" : "without"} a key: nothing is lost, nothing twice`, async () => {
            const prefix = `${keyed ? "k" : "n"}${number}-`;
            const file = join(folder, `${prefix}.csv`);
            const lines = Array.from({ length: ROWS }, (_, row) => `Åsa ${row};${GOOD.external_client.id};Chef;${prefix}${row}`);
            writeFileSync(file, `\ufeffNamn;Extern kund;Titel;Eget id\r\n${lines.join("\r\n")}\r\n`);
            const args = ["import", "externalclientcontactperson", file, "--chunk", String(CHUNK), "--settle", String(SETTLE_MS / 1_000)];
            if (keyed) args.push("--key", "custom_id");

            const later = [];
            let child;
            let written;
            const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, deal) => {
                if (write !== at) return undefined;
                const told = async (text) => {
                    for (let tries = 0; !written.stderr.includes(text) && tries < 500; tries++) await wait(10);
                };
                await act({ child, deal, proxy, later, told });
                return "done";
            });
            const env = { ...server.env, PIGELLO_BASE_URL: proxy.url };
            const first = started(args, { env: { ...env, ...extra }, nodeArgs: extra === undefined ? [] : ["--import", FULL_DISK] });
            ({ child, written } = first);
            const begun = await first.ended;
            const codes = [begun.code];
            let last = begun.stderr;
            proxy.calm();
            // A server that was gone is there again.
            await proxy.back().catch(() => {});
            const there = async () => (await all(persons.iterate({ filter: { custom_id: { startswith: prefix } } }))).map(({ custom_id }) => custom_id);
            for (let again = 0; codes.at(-1) !== 0 && again < 4; again++) {
                const choice = [];
                if (codes.at(-1) === 4) {
                    // As someone would who looks: a chunk is written as a whole, or not at all.
                    await Promise.all(later);
                    const [line] = /on lines? (\d+)/.exec(last)?.slice(1) ?? [];
                    assert.ok(line !== undefined, last);
                    choice.push("--doubtful", (await there()).includes(`${prefix}${Number(line) - 2}`) ? "skip" : "send");
                }
                const { code, stderr } = await run([...args, ...choice], env);
                codes.push(code);
                last = stderr;
            }
            await Promise.all(later);
            const ids = await there();
            const unique = new Set(ids);
            const lost = lines.filter((_, row) => !unique.has(`${prefix}${row}`)).length;
            table.push([name, keyed ? "yes" : "no", String(ROWS), String(ids.length), String(ids.length - unique.size), String(lost), codes.join(" ")]);
            await proxy.end();
            assert.deepEqual({ rows: ids.length, unique: unique.size, lost }, { rows: ROWS, unique: ROWS, lost: 0 }, `${codes}`);
            assert.equal(codes.at(-1), 0);
            assert.ok(codes[0] !== 0 || (keyed && name.startsWith("the answer")), `it was not stopped: ${codes}`);
            assert.match(readFileSync(`${file}.journal`, "utf8"), /\n\["end"\]\n$/);
            assert.ok(!existsSync(`${file}.journal.lock`));
            assert.ok(!existsSync(file.replace(".csv", ".failed.csv")));
        });
    }
}
