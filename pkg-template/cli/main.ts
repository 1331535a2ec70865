// `npx pigello-client …`: the command line. What the commands do stands beside.

import { argv, exit } from "node:process";
import { parseArgs } from "node:util";
import { luckOf } from "./faults";
import { serve } from "./server";

const HELP = `Usage: pigello-client sandbox [--port <number>] [--data <file>] [--faults <spec>] [--latency <ms>]
                             [--check-relations]

Serves a Pigello in memory over HTTP, on 127.0.0.1 only, with a line for each request.

  --port <number>      where to listen; 0: any free port. Default 8787
  --data <file>        the rows: { "organization.externalClientContactPerson": [ … ] }. It begins with them and keeps
                       them: each write is on the disk (in <file>.journal) before it is answered, so that a server
                       that is killed loses nothing, and at its end they stand in the file. A file that is not there
                       is new
  --faults <spec>      what goes wrong, and for which share of the requests; parts are divided by commas:
                         429:0.1          a status from 400 to 599 in place of an answer; nothing is carried out.
                                          429 and 503 have a Retry-After of 1 second; 429=30:0.1 of 30
                         network:0.01     the connection ends without an answer; nothing is carried out
                         lose:0.05        the request is carried out, and its answer does not arrive
                         cut:0.05         the body of the answer ends halfway; cut=100:0.05 after 100 bytes
                         delay=200:0.2    200 ms pass first; delay=100-500:0.2 from 100 to 500. With or without another
                         seed=7           other requests meet them; the same seed, the same ones. Default 1
  --latency <ms>       how long each request takes at least: 50, or 20-200 for something between
  --check-relations    a row that a body names must be there, if its resource is served: else a 400
  -h, --help           this text

Examples:

  pigello-client sandbox --port 8787 --data rows.json
  pigello-client sandbox --faults 429:0.1,lose:0.05,cut:0.05,delay=200:0.2,seed=7
  pigello-client sandbox --latency 20-200
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
    const { port = "8787" } = values;
    if (typeof port !== "string" || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
        refuse(`\`--port ${String(port)}\`: a port is a number from 0 to 65535`);
    }
    const text = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
    const data = text("data");
    if (data === "") refuse("`--data` is empty: it names a file");
    serve({
        port: Number(port),
        luck: luck(text("faults"), text("latency")),
        checkRelations: values["check-relations"] === true,
        ...(data !== undefined && { data }),
    });
}

function luck(faults: string | undefined, latency: string | undefined): ReturnType<typeof luckOf> {
    try {
        return luckOf(faults, latency);
    } catch (error) {
        refuse((error as Error).message);
    }
}

function parsed(): ReturnType<typeof parseArgs> {
    try {
        return parseArgs({
            args: argv.slice(2),
            options: {
                port: { type: "string" },
                data: { type: "string" },
                faults: { type: "string" },
                latency: { type: "string" },
                "check-relations": { type: "boolean" },
                help: { type: "boolean", short: "h" },
            },
            allowPositionals: true,
        });
    } catch (error) {
        refuse((error as Error).message);
    }
}

main();
