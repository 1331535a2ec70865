// What a built package weighs, how long its first call takes in a fresh process, and how long the compiler of TypeScript
// takes over a small program with it. Prints JSON; the package's folder is the argument.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const folder = resolve(process.argv[2]);
const wasm = readFileSync(join(folder, "client.wasm"));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const program = mkdtempSync(join(tmpdir(), "scale-"));
try {
    mkdirSync(join(program, "node_modules"));
    symlinkSync(folder, join(program, "node_modules/pigello-client"));
    writeFileSync(join(program, "package.json"), '{ "type": "module" }');
    console.log(JSON.stringify({
        wasmRaw: wasm.length,
        wasmBrotli: brotli(wasm),
        // The entry that leaves the wasm a file of its own holds nothing but JavaScript.
        scriptRaw: readFileSync(join(folder, "slim/index.js")).length,
        firstCallMs: firstCall(),
        tscSeconds: types(),
    }));
} finally {
    rmSync(program, { recursive: true });
}

/** The median of fresh processes, each from the import to the first verdict. */
function firstCall() {
    const script = `
        const start = performance.now();
        const { ExternalClientContactPerson, Pigello } = await import("pigello-client");
        if (ExternalClientContactPerson.validate({ name: "x" }).valid) throw new Error("a wrong verdict");
        new Pigello({ baseUrl: "http://127.0.0.1:1" });
        console.log(performance.now() - start);
    `;
    const times = Array.from({ length: 15 }, () =>
        Number(execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: program, timeout: 60_000 })),
    );
    return times.sort((a, b) => a - b)[7];
}

/** The shortest of some, since the compiler is a process of its own. */
function types() {
    writeFileSync(join(program, "main.ts"), `
        import { ExternalClientContactPerson, Pigello } from "pigello-client";
        const pigello = new Pigello({ baseUrl: "http://127.0.0.1:1" });
        const [person] = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: "a" } } });
        const title: string | undefined = person?.title;
        ExternalClientContactPerson.validate({ title });
    `);
    writeFileSync(join(program, "tsconfig.json"), JSON.stringify({
        compilerOptions: { strict: true, noEmit: true, target: "es2022", module: "nodenext", types: [], lib: ["es2022", "dom"] },
        include: ["main.ts"],
    }));
    const tsc = join(dirname(fileURLToPath(import.meta.url)), "../../node_modules/typescript/bin/tsc");
    const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        execFileSync(process.execPath, [tsc, "-p", program], { timeout: 120_000, stdio: ["ignore", "inherit", "inherit"] });
        return (performance.now() - start) / 1000;
    });
    return Math.min(...times);
}
