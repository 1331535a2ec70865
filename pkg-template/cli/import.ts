// `import RESOURCE FILE`: checked as a whole, then sent in chunks, with a journal from which the next run goes on.

import { rmSync } from "node:fs";
import { fieldNamed, nearestOf, sentenceOf, type SourceRow } from "../files";
import { adviceOf } from "./advice";
import { Bodies, type Entry } from "./bodies";
import { Check, counted, type CheckWish, type Rule } from "./check";
import { connected, type Connection } from "./connect";
import { sha256 } from "./digest";
import { EXIT, misuse, Stop } from "./ending";
import { FailedRows } from "./failed-file";
import { Journal } from "./journal";
import { Keys } from "./keys";
import type { ResourceSchema } from "./library";
import { lock, lockStop } from "./lock";
import { progressOf } from "./progress";
import { resourceNamed, type Named } from "./resource";
import { isSameFile, realName } from "./same-file";
import { complain, note } from "./say";
import { Seen } from "./seen";
import { Sending } from "./sending";
import { Signals } from "./signals";
import { isStream, OpenFile, spooled } from "./source";
import { oneLine } from "./visible";

export interface ImportWish extends CheckWish, Connection {
    readonly update?: boolean;
    readonly key?: string;
    readonly dryRun?: boolean;
    readonly skipInvalid?: boolean;
    readonly doubtful?: "skip" | "send";
    readonly chunk?: number;
    readonly settle: number;
    readonly journal?: string;
    readonly failed?: string;
    readonly again?: boolean;
    readonly max: number;
}

/** What is fixed before the first row is sent. */
interface Job {
    readonly named: Named;
    readonly wish: ImportWish;
    readonly source: OpenFile;
    readonly key: string | undefined;
    readonly journalFile: string;
}

export async function run(name: string, file: string, wish: ImportWish): Promise<number> {
    const named = await resourceNamed(name);
    if (!named.schema.operations.includes("bulkWrite")) throw misuse(`${named.name} cannot be written in bulk`);
    const streams = isStream(file);
    if (streams && wish.journal === undefined) throw misuse("an import from standard input or a pipe needs `--journal FILE`, to go on with");
    const key = keyNamed(wish.key, named.schema);
    const source = streams ? await spooled(file) : new OpenFile(file);
    try {
        return await imported({ named, wish, source, key, journalFile: wish.journal ?? `${file}.journal` });
    } finally {
        source.close();
    }
}

async function imported(job: Job): Promise<number> {
    const { wish, source, journalFile } = job;
    const { check, digest } = await checked(job);
    note(check.summary());
    for (const text of check.notes) note(text);
    if (check.wrongRows > 0 && wish.skipInvalid !== true) {
        if (wish.dryRun !== true) complain(adviceOf(journalFile, digest));
        return EXIT.rows;
    }
    if (wish.dryRun === true || check.rows === 0) return check.wrongRows > 0 ? EXIT.rows : EXIT.ok;
    const lockFile = `${journalFile}.lock`;
    try {
        lock(lockFile, "imports it");
    } catch (error) {
        throw lockStop(source.name, lockFile, error);
    }
    try {
        return await sent(job, check, digest);
    } finally {
        rmSync(lockFile, { force: true });
    }
}

/** Reads the whole file once: what is wrong is told, and which file it is. */
async function checked(job: Job): Promise<{ check: Check; digest: string }> {
    const { wish, source } = job;
    const check = checkOf(job);
    const hash = sha256();
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of source.bytes()) {
            hash.update(piece);
            yield piece;
        }
    };
    let shown = 0;
    for await (const { wrong } of check.portions(pieces())) {
        for (const one of wrong) if (++shown <= wish.max) note(oneLine(sentenceOf(one)));
    }
    if (shown > wish.max) note(`and ${shown - wish.max} more: \`pigello-client validate\` shows all of them`);
    return { check, digest: hash.digest("hex") };
}

async function sent(job: Job, { rows, reader, wrongRows, columns }: Check, digest: string): Promise<number> {
    const { named, wish, source, key, journalFile } = job;
    const { client, address } = await connected(wish);
    const update = wish.update === true;
    const head = {
        ...{ file: digest, resource: named.name, address, key: key ?? null, update, rows },
        ...{ kind: reader.kind ?? "csv", encoding: reader.encoding, separator: reader.separator ?? null },
        columns: columns.map(({ field }) => field ?? null),
        failed: failedFile(job, reader.kind),
        chunk: wish.chunk ?? 500,
    };
    const journal = new Journal(journalFile, head, wish.again === true);
    const { state } = journal;
    const failed = new FailedRows(journal.head.failed, formOf(reader), journal);
    const signals = new Signals();
    try {
        if (state.ended) {
            note(`it was imported already: ${told(journal, failed)}. To import it again, say \`--again\`, or delete ${journalFile}`);
            return state.failed > 0 ? EXIT.rows : EXIT.ok;
        }
        noteDoubtful(wish, state.doubt !== undefined);
        if (journal.resumed) note(`goes on after ${counted(state.next, "row")}, as ${journalFile} says`);
        const resource = client[named.application]?.[named.member];
        if (resource === undefined) throw misuse(`${named.name} cannot be written`);
        note(`${update ? "changes" : "writes"} ${named.name} at ${address}`);
        failed.begin();
        journal.begin();
        const check = checkOf(job, wrongRows > 0);
        const bodies = new Bodies(named.schema, wish.locale, update && key !== undefined);
        const sending = new Sending(
            {
                resource,
                bodies: bodies,
                keys: key === undefined ? undefined : new Keys(resource, key, isNumeric(key, named.schema), signals.signal),
                update,
                doubtful: wish.doubtful,
                settleMs: wish.settle * 1_000,
                signal: signals.signal,
                stopped: () => (signals.stopping ? new Stop(signals.code, "") : undefined),
                note,
            },
            journal,
            failed,
        );
        const progress = await progressOf(rows, state.next, "rows");
        try {
            const ahead = new Ahead(chunks(check, source, state.next, wish.chunk ?? journal.head.chunk, journal.reach));
            for (let entries; (entries = await ahead.next()) !== undefined; ) {
                bodies.columns = check.columns;
                if (source.changed) throw misuse(`${source.name} was changed while it was read`);
                await sending.chunk(entries, () => ahead.begin());
                progress.at(state.next);
            }
        } finally {
            progress.end();
        }
        journal.append(["end"]);
        note(told(journal, failed));
        return state.failed > 0 ? EXIT.rows : EXIT.ok;
    } catch (error) {
        const { written, next } = state;
        note(`stopped: ${counted(written, "row")} written, ${rows - next} not settled`);
        // A request that was asked to stop says so in its own way.
        const stop = signals.stopping && !(error instanceof Stop) ? new Stop(signals.code, "") : error;
        if (signals.stopping) note("the same command goes on from here");
        throw stop;
    } finally {
        journal.close();
        failed.close();
    }
}

/** What was said for nothing is said to be. */
function noteDoubtful({ doubtful, key }: ImportWish, inDoubt: boolean): void {
    if (doubtful === undefined) return;
    if (!inDoubt) note("`--doubtful` has no effect: no row is in doubt from an earlier run");
    else if (key !== undefined) note("`--doubtful` has no effect: with `--key` the server is asked which rows it has");
}

function told({ state }: Journal, failed: FailedRows): string {
    const parts = [`${counted(state.written, "row")} written`];
    if (state.skipped > 0) parts.push(`${state.skipped} in doubt taken for written`);
    if (state.failed > 0) parts.push(`${state.failed} failed: they stand in ${failed.name}, with the reasons`);
    return parts.join(", ");
}

/** The rows from `next` on, by chunks; the first one has at least so many. */
async function* chunks(check: Check, source: OpenFile, next: number, size: number, least: number): AsyncGenerator<Entry[]> {
    let wanted = Math.max(size, least);
    let chunk: Entry[] = [];
    for await (const { rows, wrong, start } of check.portions(source.bytes())) {
        const reasons = new Map<number, string[]>();
        for (const one of wrong) {
            const sentence = sentenceOf(one).replace(/^line \d+[,:] /, "");
            reasons.set(one.row, [...(reasons.get(one.row) ?? []), sentence]);
        }
        for (let at = Math.max(0, next - start); at < rows.length; at++) {
            chunk.push({ place: start + at, row: rows[at] as SourceRow, reasons: reasons.get(at) ?? [] });
            if (chunk.length < wanted) continue;
            yield chunk;
            chunk = [];
            wanted = size;
        }
    }
    if (chunk.length > 0) yield chunk;
}

/** Values one after the other, each of which can be begun while the one before it is dealt with. */
class Ahead<T> {
    #begun: Promise<IteratorResult<T>> | undefined;

    constructor(readonly values: AsyncGenerator<T>) {}

    begin(): void {
        this.#begun ??= this.values.next();
        // Should nobody come for it, its failure is nobody's.
        this.#begun.catch(() => {});
    }

    /** `undefined`: there are no more. */
    async next(): Promise<T | undefined> {
        this.begin();
        const next = this.#begun;
        this.#begun = undefined;
        const { done, value } = (await next) as IteratorResult<T>;
        return done === true ? undefined : value;
    }
}

function checkOf({ named, wish, key }: Job, judges = true): Check {
    const update = wish.update === true;
    // Which rows are there is not known before they are looked up.
    const mode = update && key !== undefined ? "update" : undefined;
    return new Check(named.schema, { ...wish, ...(mode !== undefined && { mode }) }, rulesOf(update, key), judges);
}

/** What an import asks of rows, beside what the schema does. */
function rulesOf(update: boolean, key: string | undefined): Rule[] {
    const keys = new Seen();
    const rules: Rule[] = [];
    const told = (field: string, message: string): ReturnType<Rule> => ({ field, message });
    if (!update) {
        rules.push((given) =>
            given("id") === "" ? undefined : told("id", "with an id it changes a row, for which `--update` asks"),
        );
    } else if (key === undefined) {
        rules.push((given) => (given("id") === "" ? told("id", "to change a row it takes its id, or `--key`") : undefined));
    }
    if (key !== undefined) {
        rules.push((given) => {
            const value = given(key);
            if (value === "") return given("id") === "" ? told(key, "is the key, and empty") : undefined;
            return keys.add(value) ? undefined : told(key, "is the key, and another row has the same");
        });
    }
    return rules;
}

function keyNamed(text: string | undefined, schema: ResourceSchema): string | undefined {
    if (text === undefined) return undefined;
    const name = fieldNamed(text, schema) ?? text;
    const known = schema.fields[name];
    if (!schema.filters[name]?.includes("in") || known === undefined || known.readOnly || known.type === "reference") {
        const near = nearestOf(name, Object.keys(schema.fields));
        const why = known !== undefined ? "" : near === undefined ? " is no field" : ` is no field (did you mean \`${near}\`?)`;
        throw misuse(`\`--key ${text}\`${why}: the key is a field that can be written and filtered, such as \`custom_id\``);
    }
    return name;
}

function isNumeric(key: string, schema: ResourceSchema): boolean {
    return ["integer", "number"].includes(schema.fields[key]?.type ?? "");
}

function formOf({ kind, header, separator }: Check["reader"]): ConstructorParameters<typeof FailedRows>[1] {
    return { kind: kind ?? "csv", header, separator };
}

/** Where rows go that fail: into a file of its own. */
function failedFile({ wish, source, journalFile }: Job, kind: string | undefined): string {
    const failed = wish.failed ?? failedName(source.name, journalFile, kind);
    const named = [["--failed", failed], ["--journal", journalFile], ["FILE", source.name]] as const;
    for (const [place, [one, file]] of named.entries()) {
        const same = named.slice(place + 1).find(([, other]) => other !== "-" && isSameFile(file, other));
        if (same !== undefined) throw misuse(`\`${one}\` and \`${same[0]}\` are one file, ${file}: each is a file of its own`);
    }
    return realName(failed);
}

/** `rows.csv` -> `rows.failed.csv` */
function failedName(file: string, journal: string, kind: string | undefined): string {
    const base = (file === "-" ? journal.replace(/\.journal$/, "") : file).replace(/\.(csv|tsv|txt|jsonl|ndjson|json)$/i, "");
    return `${base}.failed.${kind === "csv" ? "csv" : "jsonl"}`;
}
