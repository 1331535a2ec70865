// A file of rows on this machine, or what comes through a pipe, as bytes.

import { closeSync, createReadStream, fstatSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskStop, onDisk } from "./ending";

/** As much as is soon forgotten again: of longer pieces the collector has to copy what is read and not yet judged. */
const PIECE = 64 * 1024;

/** The bytes of a file, or of standard input where the name is `-`. */
export function bytesOf(file: string): AsyncIterable<Uint8Array> {
    return isStream(file) ? streamOf(file) : openedFile(file, (opened) => opened.bytes());
}

/** Whether it can be read once only: standard input, and a pipe such as `<(…)` of a shell. */
export function isStream(file: string): boolean {
    if (file === "-") return true;
    try {
        const kind = statSync(file);
        return kind.isFIFO() || kind.isSocket() || kind.isCharacterDevice();
    } catch {
        // What is not there is told by who opens it.
        return false;
    }
}

async function* streamOf(file: string): AsyncGenerator<Uint8Array> {
    try {
        yield* file === "-" ? process.stdin : createReadStream(file);
    } catch (error) {
        throw diskStop(file, error);
    }
}

async function* openedFile(file: string, bytes: (opened: OpenFile) => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const opened = new OpenFile(file);
    try {
        yield* bytes(opened);
    } finally {
        opened.close();
    }
}

/** A file that stays the same while it is open, whatever is put in its place. */
export class OpenFile {
    readonly #descriptor: number;
    #told = "";

    constructor(
        file: string,
        readonly name = file,
    ) {
        this.#descriptor = onDisk(file, () => openSync(file, "r"));
        // A folder can be opened, and not read.
        onDisk(name, () => readSync(this.#descriptor, new Uint8Array(1), 0, 1, 0));
        this.#told = this.#tells();
    }

    /** Whether someone wrote into it since it was opened. */
    get changed(): boolean {
        return this.#told !== this.#tells();
    }

    /** Says that it is now as it is to stay. */
    settle(): void {
        this.#told = this.#tells();
    }

    /** From the beginning. Each piece is another array: readers keep parts of them. */
    async *bytes(): AsyncGenerator<Uint8Array> {
        for (let at = 0; ; ) {
            const piece = new Uint8Array(PIECE);
            const length = onDisk(this.name, () => readSync(this.#descriptor, piece, 0, PIECE, at));
            if (length === 0) return;
            at += length;
            yield piece.subarray(0, length);
            // Signals are heard in between.
            await new Promise<void>((resolve) => void setImmediate(resolve));
        }
    }

    close(): void {
        closeSync(this.#descriptor);
    }

    #tells(): string {
        const { size, mtimeMs } = fstatSync(this.#descriptor);
        return `${size} ${mtimeMs}`;
    }
}

/** What comes through standard input or a pipe, in a file: an import reads it twice. */
export async function spooled(stream: string): Promise<OpenFile> {
    const folder = onDisk(tmpdir(), () => mkdtempSync(join(tmpdir(), "pigello-client-")));
    const file = join(folder, "stdin");
    try {
        const descriptor = onDisk(file, () => openSync(file, "w", 0o600));
        const opened = new OpenFile(file, "-");
        // Open, it is there without a name, and gone however this ends. Windows keeps the name until it is closed.
        if (process.platform !== "win32") rmSync(folder, { recursive: true, force: true });
        for await (const piece of streamOf(stream)) {
            onDisk(file, () => {
                for (let done = 0; done < piece.length; ) done += writeSync(descriptor, piece, done);
            });
        }
        closeSync(descriptor);
        opened.settle();
        return opened;
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
