// What our own programs say of themselves: cargo xtask by the program that runs these checks, pigello-client as installed.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { env, execPath } from "node:process";

const asked = new Map();

/** The help of `cargo xtask` or `pigello-client`, or of a command of it; `undefined` if there is no such command. */
export function help(program, command) {
    const key = `${program} ${command}`;
    if (!asked.has(key)) asked.set(key, ask(program, command));
    return asked.get(key);
}

function ask(program, command) {
    const given = command === undefined ? ["--help"] : [command, "--help"];
    const cli = join(env.PIGELLO_INSTALLED, "node_modules/pigello-client/cli.js");
    const [file, args] = program === "xtask" ? [env.PIGELLO_XTASK, given] : [execPath, [cli, ...given]];
    try {
        return execFileSync(file, args, { encoding: "utf8", timeout: 30_000, stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
        if (typeof error.status === "number") return undefined;
        throw error;
    }
}
