// What built packages weigh, how long their first call takes in a fresh process, and how long the compiler of TypeScript
// takes over a small program with each. The packages' folders are the arguments; prints a JSON array with an object for
// each. What takes time is measured in rounds in which all take turns, so that what else the machine does meets all alike.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const CALLS = 24;
const COMPILATIONS = 6;

const root = dirname(fileURLToPath(new URL("../../package.json", import.meta.url)));
const packages = process.argv.slice(2).map((folder) => resolve(folder));
if (packages.length === 0) throw new Error("name the folders of packages");
const programs = packages.map(program);
try {
    const told = [];
    for (const [place, folder] of packages.entries()) told.push(await weights(folder, programs[place]));
    for (const [name, times] of Object.entries({
        firstCallMs: rounds(CALLS, "first calls", firstCall),
        tscSeconds: rounds(COMPILATIONS, "compilations", compilation),
    })) {
        for (const [place, taken] of times.entries()) told[place][name] = taken;
    }
    console.log(JSON.stringify(told));
} finally {
    for (const folder of programs) rmSync(folder, { recursive: true });
}

/** A folder with the package installed and a small program beside it. */
function program(folder) {
    const made = mkdtempSync(join(tmpdir(), "scale-"));
    mkdirSync(join(made, "node_modules"));
    symlinkSync(folder, join(made, "node_modules/pigello-client"));
    writeFileSync(join(made, "package.json"), '{ "type": "module" }');
    writeFileSync(join(made, "main.ts"), `
        import { ExternalClientContactPerson, Pigello } from "pigello-client";
        const pigello = new Pigello({ baseUrl: "http://127.0.0.1:1" });
        const [person] = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: "a" } } });
        const title: string | undefined = person?.title;
        ExternalClientContactPerson.validate({ title });
    `);
    writeFileSync(join(made, "tsconfig.json"), JSON.stringify({
        compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: [], lib: ["es2022", "dom"] },
        include: ["main.ts"],
    }));
    return made;
}

/** Bytes of the wasm, of the JavaScript that the package holds beside it, and of that in pages as they are sent. */
async function weights(folder, from) {
    const wasm = readFileSync(join(folder, "client.wasm"));
    const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return {
        wasmRaw: wasm.length,
        wasmBrotli: brotli.length,
        // The entry that leaves the wasm a file of its own holds nothing but JavaScript.
        scriptRaw: readFileSync(join(folder, "slim/index.js")).length,
        typesRaw: readFileSync(join(folder, "index.d.ts")).length,
        pageRaw: await page(from, 'export { ExternalClientContactPerson, Pigello } from "pigello-client";'),
        wholePageRaw: await page(from, 'export * from "pigello-client";'),
    };
}

/** The bytes of a page that is nothing but this, without the text that is the wasm. */
async function page(folder, contents) {
    let leftOut = 0;
    const { outputFiles } = await build({
        stdin: { contents, resolveDir: folder },
        bundle: true,
        minify: true,
        format: "esm",
        write: false,
        logLevel: "warning",
        plugins: [{
            name: "without the wasm",
            setup({ onLoad }) {
                onLoad({ filter: /[/\\]index\.js$/ }, ({ path }) => {
                    const text = readFileSync(path, "utf8");
                    const without = text.replace(/^var WASM_TEXT = ".*";$/m, 'var WASM_TEXT = "";');
                    leftOut = text.length - without.length;
                    return { contents: without, loader: "js" };
                });
            },
        }],
    });
    if (leftOut < 50_000) throw new Error(`of the text of the wasm ${leftOut} signs were left out`);
    return outputFiles[0].contents.length;
}

/** For each package what the quickest quarter of so many rounds took at most. */
function rounds(count, what, measure) {
    const times = programs.map(() => []);
    for (let round = 1; round <= count; round += 1) {
        for (const [place, folder] of programs.entries()) times[place].push(measure(folder));
        if (round % 6 === 0) console.error(`${round} of ${count} rounds of ${what}`);
    }
    return times.map((taken) => taken.sort((a, b) => a - b)[Math.floor(count / 4)]);
}

/** Milliseconds in a fresh process, from the import to the first verdict and a client. */
function firstCall(folder) {
    const script = `
        const start = performance.now();
        const { ExternalClientContactPerson, Pigello } = await import("pigello-client");
        if (ExternalClientContactPerson.validate({ name: "x" }).valid) throw new Error("a wrong verdict");
        new Pigello({ baseUrl: "http://127.0.0.1:1" });
        console.log(performance.now() - start);
    `;
    return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, timeout: 60_000 }));
}

/** Seconds of a compilation of the small program. */
function compilation(folder) {
    const start = performance.now();
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", folder], { timeout: 300_000, stdio: ["ignore", "inherit", "inherit"] });
    return (performance.now() - start) / 1000;
}
