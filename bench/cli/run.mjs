// Runs processes to their end: how long they took, the most memory they held.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const TOLD = new URL("told.mjs", import.meta.url).href;
export const CLI = fileURLToPath(new URL("../node_modules/pigello-client/cli.js", import.meta.url));

/** Runs a script with these arguments; another exit code than 0 is an error. */
export async function run(folder, args, env = {}) {
    const told = join(folder, "told.json");
    const start = performance.now();
    const child = spawn(process.execPath, ["--import", TOLD, ...args], { env: { ...process.env, ...env, BENCH_TOLD: told }, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (piece) => (said += piece));
    const timer = setTimeout(() => child.kill("SIGKILL"), 900_000);
    const code = await new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal)));
    clearTimeout(timer);
    const ms = performance.now() - start;
    if (code !== 0) throw new Error(`${args.slice(1).join(" ")} ended with ${code}: ${said}`);
    return { ms, said, ...JSON.parse(readFileSync(told, "utf8")) };
}

/** Starts a server; answers its lines so far, once `ready` is among them. */
export async function served(args, ready) {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const lines = [];
    let rest = "";
    await new Promise((resolve, reject) => {
        child.on("exit", () => reject(new Error(`${args.join(" ")} ended`)));
        setTimeout(() => reject(new Error(`${args.join(" ")} did not start`)), 60_000).unref();
        child.stdout.on("data", (piece) => {
            rest += piece;
            lines.push(...rest.split("\n").slice(0, -1));
            rest = rest.slice(rest.lastIndexOf("\n") + 1);
            if (lines.some((line) => ready.test(line))) resolve();
        });
    });
    return { lines, end: () => (child.removeAllListeners("exit"), child.kill()) };
}
