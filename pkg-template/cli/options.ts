// Options that several commands take, and what their values may be.

import { InvalidArgumentError, Option, type Command } from "commander";

/** A whole number from `least` to `most`. */
export function number(least: number, most: number): (text: string) => number {
    return (text) => {
        const value = Number(text);
        if (!/^\d+$/.test(text) || value < least || value > most) {
            throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
        }
        return value;
    };
}

/** Seconds, with fractions. */
export function seconds(text: string): number {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value > 86_400) throw new InvalidArgumentError("A number of seconds.");
    return value;
}

/** The name of a file. */
export function file(text: string): string {
    if (text === "") throw new InvalidArgumentError("It names a file.");
    return text;
}

/** An option that can be given several times. */
export function several(text: string, before: readonly string[] | undefined): string[] {
    return [...(before ?? []), text];
}

/** Which language. */
export function withLocale(command: Command): Command {
    return command.option("--locale <tag>", "messages in Swedish (sv) or English");
}

/** How rows are printed. */
export function withFormat(command: Command): Command {
    return command
        .option("--table", "a table, the default on a terminal")
        .option("--jsonl", "one JSON object a line, the default in a pipe")
        .option("--csv", "comma-separated values");
}

/** Which rows. */
export function withWanted(command: Command): Command {
    return command
        .option("--filter <condition>", "NAME=VALUE, NAME__OPERATOR=VALUE, either with `!=`; several must all hold", several)
        .option("--search <text>", "free text that the server searches for")
        .option("--param <name=value>", "another parameter of the API, sent as it is", several)
        .option("--columns <fields>", "which fields, divided by commas");
}

/** In which order. */
export function withOrder(command: Command): Command {
    return command.option("--order <fields>", "by which fields, `-` in front for descending", several);
}

/** Who asks, and where. */
export function withConnection(command: Command): Command {
    return command
        .option(
            "--credentials <file>",
            "a file with PIGELLO_CUSTOMER_ID=… and the others, or JSON (default: the environment)",
            file,
        )
        .option("--base-url <url>", "the address of a proxy or a sandbox (default: PIGELLO_BASE_URL)")
        .option("--environment <name>", "`api` or `dev.api` (default: PIGELLO_ENVIRONMENT)")
        .option("--timeout <seconds>", "how long one try may take (default: 30)", seconds);
}

/** How a file is read. */
export function withFile(command: Command): Command {
    return command
        .addOption(choice("--encoding <name>", "if it is not found", ["utf-8", "windows-1252", "utf-16le", "utf-16be"]))
        .addOption(new Option("--separator <character>", "what divides cells, if it is not found").argParser(separator))
        .addOption(choice("--kind <kind>", "what the file is, if that is not found", ["csv", "json", "jsonl"]))
        .option("--column <header=field>", "which field a column is; `HEADER=` leaves it out", several)
        .option("--ignore-unknown", "leave columns out that are no field");
}

/** One of some words. */
export function choice(flags: string, description: string, words: readonly string[]): Option {
    return new Option(flags, description).choices(words);
}

function separator(text: string): string {
    const known: Readonly<Record<string, string>> = { ",": ",", ";": ";", "\t": "\t", tab: "\t", "\\t": "\t" };
    const found = known[text];
    if (found === undefined) throw new InvalidArgumentError("One of `,`, `;` and `tab`.");
    return found;
}
