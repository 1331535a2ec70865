// The app's bundle in Hermes, React Native's own engine (of 2022: newer ones can more). Its command line has no network and no
// timers, so the answer to the one request is made here; test/app.test.mjs asks a server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const folder = { darwin: "osx-bin", linux: "linux64-bin", win32: "win64-bin" }[process.platform];
const hermes = join("node_modules/hermes-engine-cli", folder, "hermes");

/** What Hermes prints, a line of JSON for each `print`. */
function run(script) {
    const scratch = mkdtempSync(join(tmpdir(), "hermes-"));
    try {
        const file = join(scratch, "app.js");
        writeFileSync(file, `${readFileSync("app.bundle.js", "utf8")}\n${script}`);
        const printed = execFileSync(hermes, ["-O", "-w", file], { encoding: "utf8", timeout: 60_000 });
        return printed.trim().split("\n").map((line) => JSON.parse(line));
    } finally {
        rmSync(scratch, { recursive: true });
    }
}

test("a form is judged", () => {
    const [missing, problems] = run(`
        print(JSON.stringify([typeof WebAssembly, typeof TextDecoder, typeof URL, typeof fetch]));
        print(JSON.stringify(app.problems({ name: "", title: "Ekonom", email: "åsa€😀" })));
    `);
    assert.deepEqual(missing, Array(4).fill("undefined"));
    assert.deepEqual(problems, ["name: Måste fyllas i", "external_client: Måste fyllas i", "email: Måste vara en e-postadress"]);
});

test("a list is asked for and read", () => {
    const [url, found] = run(`
        globalThis.setTimeout = globalThis.clearTimeout = () => 0;
        const fetch = (url) => {
            print(JSON.stringify(url));
            const text = () => Promise.resolve('[{ "id": "497f6eca-6276-4993-bfeb-53cbbbba6f08", "name": "Åsa 😀 Öberg" }]');
            return Promise.resolve({ status: 200, headers: { get: () => "application/json" }, text });
        };
        const client = "5a4db0c5-0000-4000-8000-000000000001";
        app.connect({ baseUrl: "https://proxy.example", fetch }).find(client, "ÖBERG").then(
            (found) => print(JSON.stringify(found.map(({ name }) => name))),
            (error) => print(JSON.stringify(String(error) + error.stack)),
        );
    `);
    const { searchParams } = new URL(url);
    assert.deepEqual(Object.fromEntries(searchParams), {
        external_client: "5a4db0c5-0000-4000-8000-000000000001",
        name__icontains: "ÖBERG",
        _order_by: "name",
    });
    assert.deepEqual(found, ["Åsa 😀 Öberg"]);
});
