// `npx pigello-client …`: the command line. What the commands do stands beside.

import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import { serve } from "./server";

const HELP = `Usage: pigello-client sandbox [--port <number>] [--data <file.json>]

Serves a Pigello in memory over HTTP, on 127.0.0.1 only.

  --port <number>      where to listen; 0: any free port. Default 8787
  --data <file.json>   rows to begin with: { "organization.externalClientContactPerson": [ … ] }
  -h, --help           this text
`;

/** Says what is wrong with the command line, and ends. */
function refuse(problem: string): never {
    console.error(`pigello-client: ${problem}\n\n${HELP}`);
    exit(2);
}

function main(): void {
    const { values, positionals } = parsed();
    if (values.help) {
        console.log(HELP);
        return;
    }
    const [command, extra] = positionals;
    if (command === undefined) refuse("which command? There is `sandbox`");
    if (command !== "sandbox") refuse(`unknown command \`${command}\`; there is \`sandbox\``);
    if (extra !== undefined) refuse(`\`${extra}\` is one word too many`);
    const { port = "8787", data } = values;
    if (typeof port !== "string" || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
        refuse(`\`--port ${String(port)}\`: a port is a number from 0 to 65535`);
    }
    serve(Number(port), typeof data === "string" ? data : undefined);
}

function parsed(): ReturnType<typeof parseArgs> {
    try {
        return parseArgs({
            args: argv.slice(2),
            options: { port: { type: "string" }, data: { type: "string" }, help: { type: "boolean", short: "h" } },
            allowPositionals: true,
        });
    } catch (error) {
        refuse((error as Error).message);
    }
}

main();
