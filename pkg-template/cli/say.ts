// What the command line writes: data to standard output, everything else to standard error. A reader that goes away
// (`| head`) ends the command, quietly.

import process, { exit, stderr, stdout } from "node:process";

/** Data. Waits where the reader is slower. */
export async function data(text: string): Promise<void> {
    if (stdout.write(text)) return;
    await new Promise<void>((resolve) => void stdout.once("drain", resolve));
}

let onBar = false;

/** Says whether a progress bar stands in the last line: it makes room for what is noted. */
export function barShown(shown: boolean): void {
    onBar = shown;
}

/** A line for people. */
export function note(text: string): void {
    stderr.write(`${onBar ? "\r\x1b[K" : ""}${text}\n`);
}

/** Whether people look at standard error, and not a file or a program. */
export function watched(): boolean {
    return stderr.isTTY === true && process.env["TERM"] !== "dumb";
}

/** Something wrong: red, if people look and did not say that they want no colours. */
export function complain(text: string): void {
    const coloured = watched() && !process.env["NO_COLOR"];
    note(coloured ? `\x1b[31m${text}\x1b[39m` : text);
}

/** Ends once everything is written. */
export function end(code: number): void {
    stdout.write("", () => exit(code));
}

/** To be called once, before anything is written. */
export function begin(): void {
    for (const stream of [stdout, stderr]) {
        stream.on("error", (error) => exit(error.code === "EPIPE" ? 0 : 5));
    }
}
