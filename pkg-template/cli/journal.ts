// The journal of an import: a line before each request and after its outcome, on the disk before the next request. From it
// the next run knows what is written, what failed, and which rows are in doubt.

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { syncFolder } from "./data";
import { misuse, onDisk, Stop, EXIT } from "./ending";

/** What an import is: another file, server or key is another import. */
export interface Head {
    readonly file: string;
    readonly resource: string;
    readonly address: string;
    readonly key: string | null;
    readonly update: boolean;
    readonly rows: number;
    /** How the file is read. */
    readonly kind: string;
    readonly encoding: string;
    readonly separator: string | null;
    /** The field of each column of it; `null`: left out. */
    readonly columns: readonly (string | null)[];
    /** Where rows go that fail. */
    readonly failed: string;
    /** Rows in one request, as the first run had it. */
    readonly chunk: number;
}

/** Places of rows in the file, from the first up to the last, which is not among them. */
export type Ranges = readonly (readonly [start: number, end: number])[];

/** Why rows failed, by their places. */
export type Reasons = Readonly<Record<number, readonly string[]>>;

/** One line. Of one chunk there may be several requests; `done` closes it. */
export type Line =
    | readonly ["send", Ranges, at: number]
    /** The last request wrote its rows, or they were found on the server. */
    | readonly ["wrote", Ranges]
    /** The last request wrote nothing; these rows are why. */
    | readonly ["refused", Reasons]
    /** Someone said that these rows are to be taken for written. */
    | readonly ["skipped", Ranges]
    | readonly ["done", next: number, written: number, failed: number, skipped: number, failedBytes: number, failedDigest: string]
    /** The file of failed rows is begun. */
    | readonly ["failed"]
    | readonly ["end"];

/** Where an import stands. */
export interface State {
    /** All rows before it are settled. */
    next: number;
    written: number;
    failed: number;
    skipped: number;
    /** Whether the file of failed rows is this import's; how long it is, as far as it counts, and what stands in it. */
    failedBegun: boolean;
    failedBytes: number;
    failedDigest: string;
    /** Of the chunk at `next`: rows that are written, those taken for it, and those that failed. */
    readonly wrote: Set<number>;
    readonly left: Set<number>;
    readonly reasons: Map<number, readonly string[]>;
    /** The rows of a request of which no outcome is known. */
    doubt: Ranges | undefined;
    ended: boolean;
}

/** How every journal begins. */
const MARK = "pigello-client import";
const FIRST = `{"${MARK}":1,`;

/** A journal as it stands in its file. */
interface Found {
    readonly head: Head;
    /** All but the head. */
    readonly lines: readonly string[];
    readonly ended: boolean;
    /** Where the next line goes: one that is not whole does not count. */
    readonly end: number;
}

/** The journal in a file; `undefined`: there is none. */
export function journalAt(file: string): Found | undefined {
    const text = textOf(file);
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const [first, ...lines] = whole.split("\n").slice(0, -1);
    if (first !== undefined) {
        return { head: headOf(first, file), lines, ended: lines.at(-1) === '["end"]', end: new TextEncoder().encode(whole).length };
    }
    // Who was killed while it wrote the first line left the beginning of one.
    if (!FIRST.startsWith(text) && !text.startsWith(FIRST)) throw strange(file);
    return undefined;
}

export class Journal {
    readonly state: State = fresh();
    /** Whether an earlier run began it. */
    readonly resumed: boolean;
    readonly head: Head;
    /** Where the failed rows stand of an import of the same rows, in whose place this one comes. */
    readonly replaced: { readonly failed: string; readonly state: State } | undefined;
    readonly #file: string;
    #descriptor = -1;
    #at = 0;

    /** Reads the journal of this import, if there is one; writes nothing. `again`: one that ended does not count. */
    constructor(file: string, head: Head, again: boolean) {
        this.#file = file;
        const found = journalAt(file);
        this.resumed = found !== undefined && !(found.ended && again);
        this.head = this.resumed ? { ...head, ...found?.head } : head;
        if (found === undefined) return;
        if (this.resumed) checkSame(file, found, head);
        const state = this.resumed ? this.state : fresh();
        for (const [place, line] of found.lines.entries()) this.#read(line, place + 2, state);
        if (this.resumed) this.#at = found.end;
        else if (SAME_ROWS.every((name) => found.head[name] === head[name])) this.replaced = { failed: found.head.failed, state };
    }

    /** How many rows from the next one on the journal says something of: they stay in one chunk. */
    get reach(): number {
        const { next, wrote, left, reasons, doubt = [] } = this.state;
        return Math.max(next - 1, ...wrote, ...left, ...reasons.keys(), ...placesOf(doubt)) + 1 - next;
    }

    /** From here on lines can be taken down. */
    begin(): void {
        this.#descriptor = onDisk(this.#file, () => openSync(this.#file, this.resumed ? "r+" : "w"));
        if (!this.resumed) {
            this.#write(JSON.stringify({ [MARK]: 1, ...this.head }));
            syncFolder(this.#file);
        } else {
            // A line that is not whole was never relied upon.
            onDisk(this.#file, () => ftruncateSync(this.#descriptor, this.#at));
        }
    }

    /**
     * Takes a line down. Before a request it is on the disk, with all before it. What tells an outcome is given to the system at
     * once, so that it outlives this process; should the machine itself fail before the next line, that outcome is in doubt.
     */
    append(line: Line): void {
        this.#write(JSON.stringify(line), line[0] === "send" || line[0] === "failed" || line[0] === "end");
        take(this.state, line);
    }

    close(): void {
        if (this.#descriptor !== -1) closeSync(this.#descriptor);
    }

    #write(text: string, sync = true): void {
        onDisk(this.#file, () => {
            const bytes = new TextEncoder().encode(`${text}\n`);
            for (let done = 0; done < bytes.length; ) {
                done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#at + done);
            }
            if (sync) fsyncSync(this.#descriptor);
            this.#at += bytes.length;
        });
    }

    #read(line: string, number: number, state: State): void {
        try {
            take(state, JSON.parse(line) as Line);
        } catch {
            throw new Stop(EXIT.disk, `${this.#file} line ${number} is damaged: what is written nobody knows any more`);
        }
    }
}

/** Which rows go where: those that failed on their way go it again. */
const SAME_ROWS = ["file", "resource", "address"] as const;

/** What someone says of an import, and what is found in its file. */
const SAID = ["resource", "address", "key", "update"] as const;
const FOUND = ["rows", "kind", "encoding", "separator", "columns"] as const;

/** Refuses to go on with the journal of another import, or to forget it. */
function checkSame(file: string, { head: found, ended }: Found, head: Head): void {
    const differs = (name: keyof Head): boolean =>
        found[name] !== undefined && JSON.stringify(found[name]) !== JSON.stringify(head[name]);
    const was = (name: keyof Head): string => `${name} was \`${String(found[name])}\` and is \`${String(head[name])}\``;
    const other = SAID.filter(differs).map(was);
    if (differs("file")) other.push("the file was changed since");
    else other.push(...FOUND.filter(differs).map(was));
    // Where its failed rows went, nobody asks of one that ended.
    if (!ended && differs("failed")) other.push(was("failed"));
    if (other.length === 0) return;
    const way = ended
        ? `that ended, and ${other.join(", ")}: to import all of its rows, delete that file, say \`--again\`, or name another with \`--journal\``
        : `that did not come to its end, and ${other.join(", ")}: end that first, with what it began with. Without its journal all rows are sent, also those that are written`;
    throw misuse(`${file} is of an import ${way}`);
}

function fresh(): State {
    const counts = { next: 0, written: 0, failed: 0, skipped: 0, failedBegun: false, failedBytes: 0, failedDigest: "" };
    return { ...counts, wrote: new Set(), left: new Set(), reasons: new Map(), doubt: undefined, ended: false };
}

/** What a line changes. */
function take(state: State, line: Line): void {
    switch (line[0]) {
        case "send":
            state.doubt = line[1];
            return;
        case "wrote":
        case "skipped":
            for (const place of placesOf(line[1])) (line[0] === "wrote" ? state.wrote : state.left).add(place);
            state.doubt = undefined;
            return;
        case "refused":
            for (const [place, reasons] of Object.entries(line[1])) state.reasons.set(Number(place), reasons);
            state.doubt = undefined;
            return;
        case "done":
            [, state.next, state.written, state.failed, state.skipped, state.failedBytes, state.failedDigest] = line;
            state.wrote.clear();
            state.left.clear();
            state.reasons.clear();
            state.doubt = undefined;
            return;
        case "failed":
            state.failedBegun = true;
            return;
        case "end":
            state.ended = true;
    }
}

/** Each place of the ranges. */
export function* placesOf(ranges: Ranges): Generator<number> {
    for (const [start, end] of ranges) for (let place = start; place < end; place++) yield place;
}

/** Places, which rise, as ranges. */
export function rangesOf(places: readonly number[]): Ranges {
    const ranges: [number, number][] = [];
    for (const place of places) {
        const last = ranges.at(-1);
        if (last !== undefined && last[1] === place) last[1]++;
        else ranges.push([place, place + 1]);
    }
    return ranges;
}

function textOf(file: string): string {
    try {
        return readFileSync(file).toString("utf8");
    } catch (error) {
        if ((error as { code?: unknown }).code === "ENOENT") return "";
        return onDisk(file, () => {
            throw error;
        });
    }
}

function headOf(line: string, file: string): Head {
    try {
        const head = JSON.parse(line) as Head & Record<string, unknown>;
        if (head[MARK] === 1) return head;
    } catch {
        // Not ours either.
    }
    throw strange(file);
}

function strange(file: string): Stop {
    return misuse(`${file} is there, and is no journal of an import: \`--journal\` names another file`);
}
