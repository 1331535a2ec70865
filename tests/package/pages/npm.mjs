// The scripts of a user's project: `npm run build`, which may warn of nothing, and `npm start`, which is told a PORT.

import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { endGroup } from "./endings.mjs";
import { settings } from "./seed.mjs";
import { until } from "./until.mjs";

/** How bundlers, servers and Node begin what they complain of. */
const WARNING = /\bwarn(ing)?s?\b|\berrors?\b|\bdeprecated\b|⚠|\(!\)/i;

/** How long a production build may take. */
const BUILDING = 180_000;

/** Builds; a build that fails, or warns of anything else, is an error that shows what was printed. */
export async function build(folder, mayWarn, endings) {
    const child = npm(folder, ["run", "build"], {});
    endings.add(() => child.exitCode === null && endGroup(child));
    const output = gathered(child);
    const ended = new Promise((resolve) => child.once("close", (code) => resolve(code ?? "a signal")));
    const timer = setTimeout(() => endGroup(child), BUILDING);
    const code = await ended;
    clearTimeout(timer);
    if (code !== 0) throw new Error(`npm run build ended with ${code}:\n${output()}`);
    const unknown = warnings(output()).filter((line) => !mayWarn.some((known) => known.test(line)));
    if (unknown.length > 0) throw new Error(`npm run build warned:\n${output()}`);
}

function warnings(output) {
    return output.split("\n").filter((line) => WARNING.test(line));
}

/** Starts the project's own server. Answers its address once it answers, and what it warned of until it is asked. */
export async function start(folder, endings) {
    // What its server hands out unchanged, if there is such a folder.
    if (existsSync(join(folder, "public"))) writeFileSync(join(folder, "public/config.json"), settings());
    const port = await freePort();
    const child = npm(folder, ["start"], { PORT: String(port) });
    const output = gathered(child);
    endings.add(() => endGroup(child));
    const address = `http://127.0.0.1:${port}/`;
    const answers = () => fetch(address, { signal: AbortSignal.timeout(20_000) }).then(({ status }) => status < 500 || undefined, () => undefined);
    try {
        await until("npm start to answer", async () => {
            if (child.exitCode !== null) throw new Error("npm start ended");
            return answers();
        }, 60_000);
    } catch (cause) {
        throw new Error(`npm start printed:\n${output()}`, { cause });
    }
    return { address, warned: () => warnings(output()) };
}

function npm(folder, args, environment) {
    // No colours in what is searched for warnings.
    const env = { ...process.env, NO_COLOR: "1", ...environment };
    delete env.FORCE_COLOR;
    return spawn("npm", [...args, "--silent"], { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

function gathered(child) {
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
    return () => Buffer.concat(parts).toString();
}

/** A port that nobody listens on. */
export function freePort() {
    return new Promise((resolve, reject) => {
        const server = createServer().once("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}
