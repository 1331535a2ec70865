// The file of an export while it grows, FILE.part, and its journal: a line for each page that is on the disk as a whole.

import {
    closeSync,
    existsSync,
    fsyncSync,
    ftruncateSync,
    openSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync,
    writeSync,
} from "node:fs";
import { syncFolder } from "./data";
import { misuse, onDisk } from "./ending";

/** Where an export stands. */
export interface Standing {
    /** The page that was written last; 0: none. */
    readonly page: number;
    /** The greatest id that was written. */
    readonly last: string;
    readonly rows: number;
    /** Of CSV: the header that the file has. */
    readonly columns: readonly string[] | undefined;
}

interface Line extends Standing {
    /** How long the file is. */
    readonly bytes: number;
}

export class ExportFile {
    state: Standing = { page: 0, last: "", rows: 0, columns: undefined };
    readonly #part: string;
    readonly #journal: string;
    readonly #descriptor: number;
    readonly #lines: number;
    #bytes = 0;
    #noted = 0;

    /** `asked` says what is exported, and how: what was begun for something else is not gone on with. */
    constructor(
        readonly name: string,
        asked: string,
        restart: boolean,
    ) {
        this.#part = `${name}.part`;
        this.#journal = `${name}.part.journal`;
        const text = restart ? "" : textOf(this.#journal);
        const [head, ...lines] = text.split("\n").slice(0, -1);
        if (head !== undefined && head !== asked) {
            throw misuse(`${this.#part} is of another export: \`--restart\` begins anew`);
        }
        // Who was killed while it began left an empty file, and at most the beginning of a line.
        if (head === undefined && !restart && (sizeOf(this.#part) > 0 || !`${asked}\n`.startsWith(text))) {
            throw misuse(`${this.#part} or its journal is there, and of no export: move it away, or overwrite it by \`--restart\``);
        }
        const line = lines.at(-1);
        const known = line === undefined ? undefined : (JSON.parse(line) as Line);
        const goesOn = known !== undefined && sizeOf(this.#part) >= known.bytes;
        if (goesOn) {
            const { bytes, ...state } = known;
            this.state = state;
            this.#bytes = bytes;
            // A last line without its end was never relied upon.
            this.#noted = new TextEncoder().encode(text.slice(0, text.lastIndexOf("\n") + 1)).length;
        }
        this.#descriptor = onDisk(this.#part, () => openSync(this.#part, goesOn ? "r+" : "w"));
        this.#lines = onDisk(this.#journal, () => openSync(this.#journal, goesOn ? "r+" : "w"));
        onDisk(this.#part, () => ftruncateSync(this.#descriptor, this.#bytes));
        onDisk(this.#journal, () => ftruncateSync(this.#lines, this.#noted));
        if (!goesOn) this.#note(asked);
        onDisk(this.#journal, () => syncFolder(this.#journal));
    }

    /** Adds the text of a page. */
    add(text: string, state: Standing): void {
        onDisk(this.#part, () => {
            this.#bytes += written(this.#descriptor, text, this.#bytes);
            fsyncSync(this.#descriptor);
        });
        const line: Line = { ...state, bytes: this.#bytes };
        this.#note(JSON.stringify(line));
        this.state = state;
    }

    /** Gives the file its name. */
    finish(text: string): void {
        onDisk(this.#part, () => {
            written(this.#descriptor, text, this.#bytes);
            fsyncSync(this.#descriptor);
            renameSync(this.#part, this.name);
            rmSync(this.#journal, { force: true });
            syncFolder(this.name);
        });
    }

    close(): void {
        closeSync(this.#descriptor);
        closeSync(this.#lines);
    }

    #note(line: string): void {
        onDisk(this.#journal, () => {
            this.#noted += written(this.#lines, `${line}\n`, this.#noted);
            fsyncSync(this.#lines);
        });
    }
}

/** Writes a text at a place; answers how many bytes it is. */
function written(descriptor: number, text: string, at: number): number {
    const bytes = new TextEncoder().encode(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
    return bytes.length;
}

function textOf(file: string): string {
    return existsSync(file) ? onDisk(file, () => readFileSync(file).toString("utf8")) : "";
}

function sizeOf(file: string): number {
    return existsSync(file) ? statSync(file).size : -1;
}
