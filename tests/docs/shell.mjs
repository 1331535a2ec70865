// Commands that are shown exist, with the options they are shown with. `help` answers what a program's `--help` says.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Options that npm takes with these, and nothing else that we show. */
const NPM = { install: ["--save-dev", "--save-exact"], ci: [], test: [], start: [], run: [], pack: ["--dry-run"], publish: ["--dry-run", "--provenance", "--access"] };

/** What is wrong with one line of a shell, or `undefined`. `folder` is where it would be typed. */
export function wrongCommand(line, { folder, help }) {
    const parts = words(line);
    while (/^[A-Z_]+=/.test(parts[0] ?? "")) parts.shift();
    const [program, ...rest] = parts;
    if (program === undefined) return undefined;
    if (program === "cargo") return cargo(rest, help);
    if (program === "npx") return rest[0] === "pigello-client" ? ours("pigello-client", rest.slice(1), help) : `npx ${rest[0]} is not ours`;
    if (program === "npm") return npm(rest, folder);
    if (program === "node") return script(rest, folder);
    if (program === "cd") return existsSync(join(folder, rest[0])) ? undefined : `there is no folder ${rest[0]}`;
    if (["export", "curl", "git", "rustup", "gh"].includes(program)) return undefined;
    return `${program} is no program that we know`;
}

/** The words up to a comment, a pipe or another command. */
function words(line) {
    const found = line.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
    const end = found.findIndex((word) => /^(#|\||&&|;|>|<)/.test(word));
    return end === -1 ? found : found.slice(0, end);
}

function cargo([task, ...rest], help) {
    if (task === "xtask") return ours("xtask", rest, help);
    return ["test", "fmt", "clippy", "doc", "install", "publish"].includes(task) ? undefined : `cargo has no ${task} that we use`;
}

/** A program of ours: its help knows the command, and the command's help the options. */
function ours(program, [command, ...rest], help) {
    if (command === undefined) return undefined;
    if (command.startsWith("-")) return help(program).includes(command) ? undefined : `${program} has no ${command}`;
    // Some programs answer `unknown --help` with their own help.
    const told = new RegExp(`^\\s*(Usage: ${program} )?${command}\\b`, "m").test(help(program)) ? help(program, command) : undefined;
    if (told === undefined) return `${program} has no ${command}`;
    for (const option of rest.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split("=")[0])) {
        if (!new RegExp(`(^|[\\s,[(|])${option}(?![\\w-])`, "m").test(told)) return `${program} ${command} has no ${option}`;
    }
    return undefined;
}

function npm([command, ...rest], folder) {
    if (command === "version") return undefined;
    if (NPM[command] === undefined) return `npm ${command} is none that we use`;
    const option = rest.find((word) => word.startsWith("-") && word !== "--" && !NPM[command].includes(word));
    if (option !== undefined) return `npm ${command} has no ${option} that we use`;
    if (command === "install" || command === "ci" || command === "pack" || command === "publish") return undefined;
    const name = command === "run" ? rest[0] : command;
    const manifest = join(folder, "package.json");
    const scripts = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).scripts : undefined;
    return scripts?.[name] === undefined ? `package.json has no script ${name}` : undefined;
}

function script(rest, folder) {
    const file = rest.find((word) => !word.startsWith("-"));
    if (file === undefined || existsSync(join(folder, file))) return undefined;
    return `there is no ${file}`;
}
