// The file of `--data`: what the server begins with, and where what is written stays.
//
// The file itself holds rows as a seed does, and is only ever replaced as a whole: written beside, forced to the disk,
// renamed. Beside it grows a journal, one line for each write, forced to the disk before the write is answered: a
// server that is killed has lost nothing that it acknowledged. The next start, and a graceful end, put the journal's
// lines into the file. A third file holds the number of the process, so that no two servers write to one file.

import {
    closeSync,
    fsyncSync,
    fdatasync,
    mkdirSync,
    openSync,
    readFileSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    write,
    writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { lock } from "./lock";
import type { SandboxRow, SandboxWrite } from "../src/sandbox-public";

/** Rows by resource. */
export type Rows = Record<string, SandboxRow[]>;

/** The file while a server runs. */
export interface DataFile {
    /** What it held, the journal's lines put in. */
    readonly rows: Rows;
    /** What there is to say of it, for people. */
    readonly notes: readonly string[];
    /** Takes over: from here on the file says what the sandbox holds. */
    begin(data: Rows): void;
    /** Takes note of a write. */
    note(change: SandboxWrite): void;
    /** Settles when all that was noted is on the disk. */
    saved(): Promise<void>;
    /** Lets go of the file, where nothing was written. */
    release(): void;
    /** Puts everything into the file, and lets go of it. */
    end(data: Rows): Promise<void>;
}

/** Opens the file; one that is not there is new. What is wrong with it is thrown as an `Error` that names the spot. */
export function open(given: string): DataFile {
    const file = settled(given);
    const journal = `${file}.journal`;
    lock(`${file}.lock`, "keeps its data there");
    try {
        return opened(file, journal);
    } catch (error) {
        rmSync(`${file}.lock`, { force: true });
        throw error;
    }
}

function opened(file: string, journal: string): DataFile {
    const text = readOr(file);
    const lines = readOr(journal);
    const rows = text === undefined ? {} : parsed(text.toString("utf8"));
    const { changes, torn } = changesOf(journal, lines);
    const merged = changes.length === 0 ? rows : replayed(rows, changes);
    const notes: string[] = [];
    if (text === undefined) notes.push(`${file} is new`);
    if (changes.length > 0) notes.push(`${file}: took in ${changes.length} writes of a server that did not end by itself`);
    if (torn) notes.push(`${journal}: its last line is not whole, and was never acknowledged: left out`);
    const untouched = text !== undefined && lines === undefined;

    let journalFile = -1;
    let pending = "";
    let tail = Promise.resolve();
    let next: Promise<void> | undefined;
    const flush = async (): Promise<void> => {
        next = undefined;
        const bytes = new TextEncoder().encode(pending);
        pending = "";
        await appended(journalFile, bytes);
    };
    const saved = (): Promise<void> => {
        // All that waits while one flush is under way goes out with the next one.
        if (pending !== "" && next === undefined) tail = next = tail.then(flush);
        return tail;
    };
    return {
        rows: merged,
        notes,
        begin(data) {
            // What the sandbox filled in (ids, times), the file must say before anybody is told.
            if (!untouched || fillsIn(data, rows)) replace(file, data);
            rmSync(journal, { force: true });
            journalFile = openSync(journal, "a");
            syncFolder(file);
        },
        note({ resource, rows, removed }) {
            pending += `${JSON.stringify([resource, rows, removed])}\n`;
        },
        saved,
        release() {
            if (journalFile !== -1) rmSync(journal, { force: true });
            rmSync(`${file}.lock`, { force: true });
        },
        async end(data) {
            await saved();
            closeSync(journalFile);
            replace(file, data);
            rmSync(journal, { force: true });
            rmSync(`${file}.lock`, { force: true });
        },
    };
}

/** Where the file is, links followed; its folder is made if there is none. */
function settled(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        mkdirSync(dirname(file), { recursive: true });
        return file;
    }
}

function codeOf(error: unknown): unknown {
    return (error as { code?: unknown }).code;
}

function readOr(file: string): Bytes | undefined {
    try {
        return readFileSync(file);
    } catch (error) {
        if (codeOf(error) === "ENOENT") return undefined;
        throw error;
    }
}

type Bytes = ReturnType<typeof readFileSync>;

/** Text that is not JSON. Where exactly, not every engine says. */
export class NotJson extends Error {
    constructor(
        readonly text: string,
        message: string,
    ) {
        super(`not JSON: ${message}`);
    }
}

/** The file's JSON. Whether the rows are right is for the sandbox to say. */
function parsed(text: string): Rows {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        throw new NotJson(text, String((error as Error).message));
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new Error('not an object of rows, such as { "organization.externalClientContactPerson": [ … ] }');
    }
    for (const [name, rows] of Object.entries(value)) {
        if (!Array.isArray(rows)) throw new Error(`\`${name}\` is not an array of rows`);
    }
    return value as Rows;
}

type Change = readonly [resource: string, rows: readonly SandboxRow[], removed: readonly string[]];

/** The journal's lines. A last one without its end was being written when the server died. */
function changesOf(journal: string, bytes: Bytes | undefined): { changes: Change[]; torn: boolean } {
    const changes: Change[] = [];
    let start = 0;
    for (let end; bytes !== undefined && (end = bytes.indexOf(10, start)) !== -1; start = end + 1) {
        try {
            changes.push(changeOf(JSON.parse(bytes.toString("utf8", start, end))));
        } catch {
            throw new Error(`${journal} line ${changes.length + 1} is damaged: nothing was changed; mend or remove that file`);
        }
    }
    return { changes, torn: bytes !== undefined && start < bytes.length };
}

function changeOf(value: unknown): Change {
    const [resource, rows, removed] = value as unknown[];
    if (typeof resource !== "string" || !Array.isArray(rows) || !Array.isArray(removed)) throw new Error();
    return [resource, rows as SandboxRow[], removed as string[]];
}

/** The rows after the changes. Changes that the rows already went through do no harm. */
function replayed(rows: Rows, changes: readonly Change[]): Rows {
    const tables = new Map<string, Map<unknown, SandboxRow>>();
    const table = (name: string): Map<unknown, SandboxRow> => {
        const known = tables.get(name) ?? new Map<unknown, SandboxRow>();
        tables.set(name, known);
        return known;
    };
    for (const [name, list] of Object.entries(rows)) {
        // A row without an id is itself its key: no change can mean it.
        for (const row of list) table(name).set(idOf(row) ?? row, row);
    }
    for (const [name, list, removed] of changes) {
        for (const row of list) table(name).set(idOf(row), row);
        for (const id of removed) table(name).delete(id);
    }
    return Object.fromEntries([...tables].map(([name, table]) => [name, [...table.values()]]));
}

function idOf(row: unknown): string | undefined {
    const id = (row as { id?: unknown } | null)?.id;
    return typeof id === "string" ? id.toLowerCase() : undefined;
}

/** Whether some row has a value that the file does not give it. */
function fillsIn(data: Rows, rows: Rows): boolean {
    return Object.entries(data).some(([name, list]) =>
        list.some((row, place) => {
            const given = rows[name]?.[place] ?? {};
            return Object.entries(row).some(([field, value]) => value !== null && !(field in given));
        }),
    );
}

/** Replaces the file as a whole, or not at all. A line for each row, so that people can compare. */
function replace(file: string, data: Rows): void {
    const beside = `${file}.new`;
    const mode = modeOf(file);
    const descriptor = openSync(beside, "w", mode);
    try {
        const lists = Object.entries(data);
        writeSync(descriptor, "{");
        lists.forEach(([name, rows], place) => {
            writeSync(descriptor, `${place > 0 ? "," : ""}\n${JSON.stringify(name)}: [`);
            // By thousands: one text of everything may be longer than a text can be.
            for (let start = 0; start < rows.length; start += 1_000) {
                const some = rows.slice(start, start + 1_000).map((row) => `\n${JSON.stringify(row)}`);
                whole(descriptor, `${start > 0 ? "," : ""}${some.join(",")}`);
            }
            writeSync(descriptor, rows.length > 0 ? "\n]" : "]");
        });
        writeSync(descriptor, "\n}\n");
        fsyncSync(descriptor);
    } finally {
        closeSync(descriptor);
    }
    renameSync(beside, file);
    syncFolder(file);
}

/** Writes all of a text: one call may write a part. */
function whole(descriptor: number, text: string): void {
    const bytes = new TextEncoder().encode(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

function modeOf(file: string): number {
    try {
        return statSync(file).mode;
    } catch {
        return 0o644;
    }
}

/** Forces what the folder says of its files to the disk, where folders can be opened. */
export function syncFolder(file: string): void {
    let descriptor;
    try {
        descriptor = openSync(dirname(file), "r");
        fsyncSync(descriptor);
    } catch {
        // Not so on Windows, which needs no such thing.
    } finally {
        if (descriptor !== undefined) closeSync(descriptor);
    }
}

/** Adds bytes to the journal; settles when they are on the disk. */
function appended(descriptor: number, bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
        const more = (done: number): void => {
            write(descriptor, bytes, done, bytes.length - done, null, (failed, written) => {
                if (failed) return reject(failed);
                if (done + written < bytes.length) return more(done + written);
                fdatasync(descriptor, (failed) => (failed ? reject(failed) : resolve()));
            });
        };
        more(0);
    });
}
