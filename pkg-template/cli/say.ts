// What the command line writes: data to standard output, everything else to standard error. Whoever stops reading (`| head`)
// ends what only shows rows, quietly; everything else goes on without being heard.

import { diskStop, EXIT } from "./ending";
import { visible } from "./visible";

let endsUnread = false;
let unread = false;
let deaf = false;
let goOn = (): void => {};

/** Says that nothing is left to do once nobody reads standard output. */
export function endWithReader(): void {
    endsUnread = true;
}

/** Data. Waits where the reader is slower. */
export async function data(text: string): Promise<void> {
    if (unread || process.stdout.write(text)) return;
    await new Promise<void>((resolve) => {
        goOn = resolve;
        process.stdout.once("drain", resolve);
    });
}

let onBar = false;

/** Says whether a progress bar stands in the last line: it makes room for what is noted, and its end goes back to where it began. */
export function barShown(shown: boolean): void {
    onBar = shown;
}

/** A line for people. */
export function note(text: string): void {
    print(visible(text));
}

function print(text: string): void {
    // Wrapped as any text is; the bar begins anew below.
    if (!deaf) process.stderr.write(onBar ? `\r\x1b[K\x1b[?7h${text}\n\x1b[?7l\x1b7` : `${text}\n`);
}

/** Whether people look at standard error, and not a file or a program. */
export function watched(): boolean {
    return process.stderr.isTTY === true && process.env["TERM"] !== "dumb";
}

/** Something wrong: red, if people look and did not say that they want no colours. */
export function complain(text: string): void {
    const coloured = watched() && !process.env["NO_COLOR"];
    print(coloured ? `\x1b[31m${visible(text)}\x1b[39m` : visible(text));
}

/** Ends once everything is written. */
export function end(code: number): void {
    process.stdout.write("", (error) => {
        if (error) unwritten(error);
        process.exit(code);
    });
}

/** To be called once, before anything is written. */
export function begin(): void {
    process.stdout.on("error", unwritten);
    process.stderr.on("error", () => void (deaf = true));
}

/** Standard output takes nothing any more. */
function unwritten(error: { readonly code?: string }): void {
    if (unread) return;
    if (error.code !== "EPIPE") {
        complain(`pigello-client: ${diskStop("standard output", error).message}`);
        process.exit(EXIT.disk);
    }
    if (endsUnread) process.exit(EXIT.ok);
    unread = true;
    goOn();
}
