// `npx pigello-client …`: which commands there are, what they take, and how they end. What they do stands beside, a file
// for each, and is loaded when it is asked for.

import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { EXIT, endOf, misuse } from "./ending";
import {
    choice,
    file,
    number,
    seconds,
    withConnection,
    withFile,
    withFormat,
    withLocale,
    withOrder,
    withWanted,
} from "./options";
import * as help from "./help";
import { begin, complain, end } from "./say";

type Work = (...given: never[]) => Promise<number | void>;

const program = new Command("pigello-client");

/** A command: loaded when it runs, and refused where there is a word too many. */
function command(usage: string, description: string, examples: string, load: () => Promise<Work>): Command {
    return program
        .command(usage)
        .description(description)
        .allowExcessArguments()
        .addHelpText("after", `\n${examples}`)
        .action(async (...given: unknown[]) => {
            const { args, registeredArguments } = given.pop() as Command;
            const extra = args[registeredArguments.length];
            if (extra !== undefined) throw misuse(`\`${extra}\` is one word too many`);
            const work = await load();
            const code = await work(...(given as never[]));
            if (code !== STAYS) end(code ?? EXIT.ok);
        });
}

const EXCEL = "CSV as Excel opens it in Sweden: a byte order mark, semicolons";

/** What a server answers: it has not ended. */
const STAYS = -1;

const COMMANDS: Readonly<Record<string, () => Command>> = {
    resources: () =>
        withFormat(command("resources", "list the resources", help.RESOURCES, async () => (await import("./resources")).run)),
    fields: () =>
        withFormat(
            command("fields <resource>", "list the fields of a resource", help.FIELDS, async () => (await import("./fields")).run),
        ).option("--locale <tag>", "labels in Swedish (sv) or English"),
    validate: () =>
        withLocale(
            withFile(
                command(
                    "validate <resource> <file>",
                    "check the rows of a file; nothing is sent",
                    help.VALIDATE,
                    async () => (await import("./validate")).run,
                ),
            ),
        )
            .option("--jsonl", "what is wrong, as one JSON object a line")
            .option("--max <number>", "how many findings to print", number(1, 1e9), 1_000),
    list: () =>
        withLocale(
            withConnection(
                withOrder(
                    withWanted(
                        withFormat(command("list <resource>", "print rows", help.LIST, async () => (await import("./list")).run)),
                    ),
                ),
            ),
        )
            .option("--excel", EXCEL)
            .option("--limit <number>", "print at most so many rows (default: all; 100 in a table)", number(1, 1e9)),
    export: () =>
        withLocale(
            withConnection(
                withWanted(
                    command(
                        "export <resource>",
                        "write all rows into a file",
                        help.EXPORT,
                        async () => (await import("./export")).run,
                    ),
                ),
            ),
        )
            .requiredOption("-o, --output <file>", "where to; `-`: standard output", file)
            .option("--jsonl", "one JSON object a line (default: for .jsonl)")
            .option("--csv", "comma-separated values (default: for .csv)")
            .option("--excel", EXCEL)
            .option("--page-size <rows>", "how many rows to ask for at once", number(1, 10_000), 500)
            .option("--restart", "begin anew, whatever an earlier run left"),
    import: () =>
        withLocale(
            withConnection(
                withFile(
                    command(
                        "import <resource> <file>",
                        "write the rows of a file",
                        help.IMPORT,
                        async () => (await import("./import")).run,
                    ),
                ),
            ),
        )
            .option("--update", "change rows: those with an `id`, or found by `--key`")
            .option("--key <field>", "what tells rows apart, here and on the server, such as custom_id")
            .option("--dry-run", "check the file, and send nothing")
            .option("--skip-invalid", "send what is valid; the rest goes into the file of failed rows")
            .addOption(
                choice("--doubtful <what>", "what to do with rows of which nobody knows whether they are written", ["skip", "send"]),
            )
            .option("--chunk <rows>", "how many rows go in one request (default: 500, or what it began with)", number(1, 10_000))
            .option("--settle <seconds>", "how long a request may have effects after its connection is gone", seconds, 5)
            .option("--journal <file>", "where to write down what is done (default: FILE.journal)", file)
            .option("--failed <file>", "where rows go that failed (default: FILE.failed.csv or .jsonl)", file)
            .option("--again", "import a file that was imported, whatever its journal says")
            .option("--max <number>", "how many findings to print", number(1, 1e9), 100),
    sandbox: () =>
        command(
            "sandbox",
            "serve a Pigello in memory over HTTP, on 127.0.0.1 only",
            help.SANDBOX,
            async () => (await import("./sandbox")).run,
        )
            .option("--port <number>", "where to listen; 0: any free port", "8787")
            .option("--data <file>", "the rows: it begins with them and keeps them", file)
            .option("--faults <spec>", "what goes wrong, and for which share of the requests")
            .option("--latency <ms>", "how long each request takes at least: 50, or 20-200 for something between")
            .option("--check-relations", "a row that a body names must be there, if its resource is served: else a 400"),
};

function commands(): void {
    program
        .description("A client of the Pigello Core API for the command line: looks at rows, checks files of rows, moves them.")
        .version(versionOf(), "-V, --version", "print the version")
        .helpOption("-h, --help", "print this text; behind a command, that command's")
        .helpCommand(false)
        .addHelpText("after", `\n${help.MAIN}`)
        .exitOverride()
        .configureOutput({ outputError: (text) => complain(text.trimEnd().replace(/^error: /, "pigello-client: ")) })
        .showHelpAfterError("`--help` behind a command says what it takes");
    // One is enough to run it; help has all of them, and a wrong name may be near any.
    const asked = process.argv[2] ?? "";
    for (const name of Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS)) COMMANDS[name]?.();
}

function versionOf(): string {
    const manifest = readFileSync(new URL("package.json", import.meta.url)).toString("utf8");
    return (JSON.parse(manifest) as { version: string }).version;
}

async function main(): Promise<void> {
    begin();
    commands();
    try {
        if (process.argv.length < 3) throw misuse("which command? `pigello-client --help` lists them");
        await program.parseAsync(process.argv);
    } catch (error) {
        // The help was asked for, or the mistake is told already.
        if (error instanceof CommanderError) return end(error.exitCode === 0 ? EXIT.ok : EXIT.usage);
        const { code, message } = endOf(error);
        if (message !== "") complain(message.replace(/^/gm, "pigello-client: "));
        end(code);
    }
}

void main();
