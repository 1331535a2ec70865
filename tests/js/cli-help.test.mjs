// What the helps say works: every example of theirs is run, with `jq` and its like in place as programs that pass on what
// they read.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { CLI, command, serve } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const HELPS = [[], ["resources"], ["fields"], ["validate"], ["list"], ["export"], ["import"], ["sandbox"]];
const CLIENT = GOOD.external_client.id;
let server;
before(async () => (server = await serve()));
after(() => server.end());

let number = 0;

/** A folder with the files and programs that the examples name. */
function place() {
    const folder = mkdtempSync(join(tmpdir(), "cli-help-"));
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const program = (name, text) => {
        writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
        chmodSync(join(bin, name), 0o755);
    };
    program("pigello-client", `exec "${process.execPath}" "${CLI}" "$@"`);
    program("jq", "cat");
    program("generate", "cat personer.csv");
    program("iconv", "printf 'first_name\\nAnna\\n'");
    writeFileSync(join(folder, "personer.csv"), `namn,extern kund,titel,eget id\nAnna,${CLIENT},T,h${++number}\n`);
    writeFileSync(join(folder, "kunder.csv"), `namn,extern kund,titel,Kundnr,Anteckning\nAnna,${CLIENT},T,h2,x\n`);
    writeFileSync(join(folder, "rows.jsonl"), '{"first_name":"Anna"}\n');
    writeFileSync(join(folder, "old.csv"), "first_name\nAnna\n");
    writeFileSync(join(folder, "pigello.env"), Object.entries(server.env).map(([name, value]) => `${name}=${value}\n`).join(""), { mode: 0o600 });
    return { folder, env: { ...process.env, ...server.env, PATH: `${bin}${delimiter}${process.env.PATH}` } };
}

for (const words of HELPS) {
    test(`every example of \`${["pigello-client", ...words, "--help"].join(" ")}\` works`, { skip: process.platform === "win32" }, async () => {
        const { stdout } = await command([...words, "--help"]);
        const examples = stdout.slice(stdout.indexOf("\nExamples:")).split("\n").filter((line) => line.startsWith("  ")).map((line) => line.trim());
        assert.ok(examples.length >= 2, stdout);
        for (const example of examples) {
            const { folder, env } = place();
            const rows = readFileSync(join(folder, "personer.csv"), "utf8");
            const { code, stderr } = / sandbox( |$)/.test(example) ? await served(example, folder, env) : await ran(example, folder, env);
            // What a resource asks of its rows is not the example's affair: that the rows are looked at is.
            const judged = /validate tenant|changes\.jsonl/.test(example) && code === 1;
            assert.ok(code === 0 || judged, `${example}: ${code}\n${stderr}`);
            assert.equal(readFileSync(join(folder, "personer.csv"), "utf8"), rows, `${example} overwrites the rows of another example`);
        }
    });
}

test("the package's README names every option that there is, and every exit code in the help's words", async () => {
    const readme = readFileSync(join(dirname(CLI), "README.md"), "utf8");
    const section = readme.slice(readme.indexOf("\n## From a shell"), readme.indexOf("\n## In a browser"));
    const named = new Set(section.match(/(?<=`)--[a-z-]+/g));
    const helps = await Promise.all(HELPS.map(async (words) => (await command([...words, "--help"])).stdout));
    const there = new Set(helps.flatMap((help) => [...help.matchAll(/^  (?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name)));
    assert.deepEqual([...named].sort(), [...there].sort());
    assert.ok(there.size > 30, `${there.size} options`);
    const words = (text) => text.replaceAll("`", "").split(/[,;:(]/)[0].trim();
    for (const [, code, meaning] of helps[0].matchAll(/^ +(\d+)  (.+)$/gm)) {
        const row = section.split("\n").find((line) => new RegExp(`^\\| ${code}\\b`).test(line));
        assert.equal(words(row?.split("|")[2] ?? ""), words(meaning), `exit code ${code}`);
    }
});

async function ran(example, cwd, env) {
    if (example.includes("changes.jsonl")) {
        const { stdout } = await command(["list", "externalClientContactPerson", "--limit", "1", "--columns", "id,title", "--jsonl"], { env: server.env });
        writeFileSync(join(cwd, "changes.jsonl"), stdout);
    }
    return new Promise((resolve) => {
        execFile("bash", ["-o", "pipefail", "-c", example], { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code, stdout, stderr }));
    });
}

/** Serves until it says where, and ends it. */
function served(example, cwd, env) {
    const text = `exec ${example.replace(/ --port \d+/, "")} --port 0`;
    const child = spawn("sh", ["-c", text], { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 });
    let stderr = "";
    child.stderr.on("data", (piece) => (stderr += piece));
    child.stdout.on("data", (piece) => String(piece).includes("listens on") && child.kill("SIGTERM"));
    return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code: code ?? signal, stderr })));
}
