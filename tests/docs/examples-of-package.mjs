// The blocks of the package's README: compiled against the package's own types, and run against a sandbox server. What needs
// a browser is shown in a guide as well, which the matrix runs.

import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { NAMES } from "./names.mjs";

const CODE = new Set(["js", "ts"]);

/** What stands in a guide, and is run there. */
const SHOWN_IN_GUIDES = new Set(["html", "jsx"]);
export const isOfGuide = ({ language }) => SHOWN_IN_GUIDES.has(language);

/** Rows that the command line must find valid. */
export const isFile = ({ language }) => language === "csv";

/** A program for each block: what it leaves open is declared in front of it, by names.mjs. */
export function programsOf(blocks) {
    return blocks.filter(({ language }) => CODE.has(language)).map((block) => {
        const { declared = "", defined = "" } = NAMES.find(({ has }) => block.text.includes(has)) ?? {};
        const [printed] = blocks.slice(blocks.indexOf(block) + 1);
        const shown = printed?.language === "text" ? printed.text : undefined;
        return { ...block, declared, shown, program: defined + block.text };
    });
}

/** What the compiler says of them, together. `root` has TypeScript, `installed` the package. */
export function compile(programs, { root, installed }) {
    const folder = join(installed, "tests/docs/readme");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // As a bundler puts it beside what it builds.
    copyFileSync(join(installed, "node_modules/pigello-client/client.wasm"), join(folder, "client.wasm"));
    programs.forEach(({ declared, text }, at) => writeFileSync(join(folder, `${at}.tsx`), `${declared}\n${text}\nexport {};\n`));
    // As `tsc --init` has it.
    const strictest = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    const compilerOptions = { ...strictest, noEmit: true, jsx: "preserve", target: "es2022", lib: ["es2022", "dom", "dom.iterable"], module: "esnext", moduleResolution: "bundler", types: [] };
    const config = join(folder, "tsconfig.json");
    writeFileSync(config, JSON.stringify({ compilerOptions, include: ["*.tsx"] }));
    try {
        execFileSync(execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config], { encoding: "utf8", stdio: "pipe", timeout: 120_000 });
        return "";
    } catch (error) {
        return error.stdout || String(error);
    }
}

/** What one of them prints, in the environment of the sandbox server. */
export function run({ program }, at, { root, installed }) {
    const file = join(installed, "tests/docs/readme", `${at}.mjs`);
    const esbuild = join(root, "node_modules/esbuild/bin/esbuild");
    const made = execFileSync(execPath, [esbuild, "--loader=tsx", "--format=esm"], { input: program, encoding: "utf8", timeout: 30_000 });
    writeFileSync(file, made);
    return execFileSync(execPath, [file], { cwd: installed, encoding: "utf8", timeout: 60_000, stdio: ["ignore", "pipe", "pipe"] });
}

/** What is wrong with the output that is shown below a block, or `undefined`. */
export function wrongOutput({ shown }, printed) {
    if (shown === undefined || shown === printed) return undefined;
    return `it prints ${JSON.stringify(printed)}, and ${JSON.stringify(shown)} is shown`;
}

/** What the command line says of a file of rows that is shown, where it is not that all of them are valid. */
export function wrongRows({ text }, resource, installed) {
    const cli = join(installed, "node_modules/pigello-client/cli.js");
    const { status, stderr, stdout } = spawnSync(execPath, [cli, "validate", resource, "-"], { input: text, encoding: "utf8", timeout: 30_000 });
    return status === 0 && / all of them valid/.test(stderr) ? undefined : `${stdout}${stderr}`;
}
