// What the helps say works: every example of theirs is run, with `jq` and its like in place as programs that pass on what
// they read.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { Pigello } from "pigello-client";
import { CLI, command, serve } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const HELPS = [[], ["resources"], ["fields"], ["validate"], ["list"], ["export"], ["import"], ["sandbox"]];
const CLIENT = GOOD.external_client.id;
let server;
before(async () => {
    server = await serve();
    const { organization, accounts } = Pigello.fromEnv(server.env);
    await organization.externalClientContactPerson.bulkWrite([{ ...GOOD, name: "Anna", email: "anna@example.com" }]);
    await accounts.tenant.create({ first_name: "Anna", email: "anna@example.com" });
});
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
            const { code, stdout, stderr } = / sandbox( |$)/.test(example) ? await served(example, folder, env) : await ran(example, folder, env);
            assert.equal(code, 0, `${example}\n${stderr}`);
            // What shows or writes rows has some.
            const [, file] = /(?:-o|>) (\w\S+)/.exec(example) ?? [];
            if (file !== undefined) assert.ok(statSync(join(folder, file)).size > 50, `${example}: ${file}`);
            else if (/ (list|fields|resources) /.test(example)) assert.match(stdout, /\w/, example);
            assert.equal(readFileSync(join(folder, "personer.csv"), "utf8"), rows, `${example} overwrites the rows of another example`);
        }
    });
}

/** The options of each command. */
const FORMATS = ["--csv", "--jsonl", "--table"];
const FILES = ["--column", "--encoding", "--ignore-unknown", "--kind", "--locale", "--max", "--separator"];
const SERVER = ["--base-url", "--credentials", "--environment", "--locale", "--timeout"];
const ROWS = ["--columns", "--excel", "--filter", "--param", "--search"];
const OPTIONS = {
    "": ["--version"],
    resources: FORMATS,
    fields: [...FORMATS, "--locale"],
    validate: [...FILES, "--jsonl"],
    list: [...FORMATS, ...SERVER, ...ROWS, "--limit", "--order"],
    export: ["--csv", "--jsonl", ...SERVER, ...ROWS, "--output", "--page-size", "--restart"],
    import: [...new Set([...FILES, ...SERVER]), "--again", "--chunk", "--doubtful", "--dry-run", "--failed", "--journal", "--key", "--settle", "--skip-invalid", "--update"],
    sandbox: ["--check-relations", "--data", "--faults", "--latency", "--port"],
};

for (const words of HELPS) {
    test(`\`${["pigello-client", ...words, "--help"].join(" ")}\` lists each option once, says what it is, and fits a terminal`, async () => {
        const { stdout } = await command([...words, "--help"]);
        const [options, text] = stdout.slice(stdout.indexOf("\nOptions:\n") + 10).split(/\n(?:Commands:)?\n/);
        const listed = [...options.matchAll(/^  (?:-\w, )?(--[a-z-]+)(?: <[^>]+>)? +(\S.*)/gm)];
        assert.deepEqual(listed.map(([, name]) => name).sort(), [...OPTIONS[words[0] ?? ""], "--help"].sort());
        for (const [, name, told] of listed) assert.match(told, /\w{3}/, name);
        assert.ok(text.length > 0, stdout);
        // An example is one line to be copied.
        const words80 = stdout.slice(0, stdout.indexOf("\nExamples:"));
        assert.deepEqual(words80.split("\n").filter((line) => line.length > 80), []);
    });
}

test("the package's README names every option that there is, and every exit code in the help's words", async () => {
    const readme = readFileSync(join(dirname(CLI), "README.md"), "utf8");
    const section = readme.slice(readme.indexOf("\n## From a shell"), readme.indexOf("\n## In a browser"));
    const named = new Set(section.match(/(?<=`)--[a-z-]+/g));
    assert.deepEqual([...named].sort(), [...new Set([...Object.values(OPTIONS).flat(), "--help"])].sort());
    const words = (text) => text.replaceAll("`", "").replace(/\s+/g, " ").split(/[,;:(]/)[0].trim();
    const { stdout } = await command(["--help"]);
    const codes = [...stdout.matchAll(/^ +(\d+)  (.+(?:\n {7}\w.+)*)$/gm)];
    assert.equal(codes.length, 7, stdout);
    for (const [, code, meaning] of codes) {
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
