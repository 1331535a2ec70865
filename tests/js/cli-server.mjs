// The command line as tests run it: to its end, or as a server. Not a test itself.

import { execFile, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";

export const CLI = join(dirname(createRequire(import.meta.url).resolve("pigello-client/package.json")), "cli.js");

/** Runs it to its end. */
export function run(...args) {
    return new Promise((resolve) => {
        execFile(process.execPath, [CLI, ...args], (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
    });
}

/**
 * Runs a command to its end, with this environment, on these bytes as its standard input, and in this folder. One that does
 * not end in a minute is ended.
 */
export function command(args, { env = {}, input, cwd, nodeArgs = [] } = {}) {
    return new Promise((resolve) => {
        const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PIGELLO_")));
        const child = execFile(
            process.execPath,
            [...nodeArgs, CLI, ...args],
            { env: { ...inherited, ...env }, cwd, timeout: 60_000, killSignal: "SIGKILL", maxBuffer: 1 << 28 },
            (error, stdout, stderr) => resolve({ code: error === null ? 0 : (error.code ?? error.signal), stdout, stderr }),
        );
        // One that does not read its input ends all the same.
        child.stdin.on("error", () => {});
        child.stdin.end(input ?? "");
    });
}

/** A command under way: its process, and what became of it. */
export function started(args, { env = {}, cwd, nodeArgs = [], stdin = "ignore" } = {}) {
    const child = spawn(process.execPath, [...nodeArgs, CLI, ...args], { env: { ...process.env, ...env }, cwd, stdio: [stdin, "pipe", "pipe"] });
    children.add(child);
    child.stdin?.on("error", () => {});
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (piece) => (written[name] += piece));
    const ended = new Promise((resolve) => child.on("close", (code, signal) => {
        children.delete(child);
        resolve({ code: code ?? signal, ...written });
    }));
    return { child, written, ended };
}

/** Servers of tests that failed must not keep their file from ending. */
const children = new Set();
after(() => children.forEach((child) => child.kill("SIGKILL")));

/** Starts a server; answers what it prints and the environment it names. */
export async function serve(...args) {
    const child = spawn(process.execPath, [CLI, "sandbox", "--port", "0", ...args], { stdio: ["ignore", "pipe", "inherit"] });
    children.add(child);
    const lines = [];
    const env = {};
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => {
        children.delete(child);
        resolve({ code, signal });
    }));
    await new Promise((resolve, reject) => {
        createInterface(child.stdout).on("line", (line) => {
            lines.push(line);
            const [, name, value] = /^export (PIGELLO_\w+)=(\S+)$/.exec(line) ?? [];
            if (name !== undefined) env[name] = value;
            if (Object.keys(env).length === 8) resolve();
        });
        ended.then(({ code }) => reject(new Error(`the server ended with ${code}`)));
    });
    const log = () => lines.filter((line) => /^(?!export )[A-Z]+ \S+ .+ \d+ ms$/.test(line));
    return {
        env,
        lines,
        pid: child.pid,
        /** The lines of requests, once there are so many: a line is written when its answer is on the way. */
        async log(count) {
            for (let tries = 0; log().length < count && tries < 500; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
            return log();
        },
        end: (signal = "SIGTERM") => (child.kill(signal), ended),
    };
}
