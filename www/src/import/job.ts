// An import from file to server: reading, judging, sending in chunks, stopping and going on. What came of each row is known at
// every moment, or said to be in doubt.

import { signal } from "@preact/signals";
import { BulkWriteError } from "pigello-client/slim";
import { announce, announceFailure, wordsOf } from "../line/announce";
import { pigello, written } from "../line/line";
import { clientOf, type FieldInfo, type Model } from "../models";
import { count, locale, say } from "../words";
import { Reader } from "./reader";
import type { Chunk, Read, Refused } from "./words";

/** How many rows go in one request. */
const CHUNK = 500;

export type Phase = "choosing" | "reading" | "checking" | "ready" | "sending" | "stopped" | "doubtful" | "done";

/** Rows of which nobody knows whether the server has them. */
export interface Doubt {
    readonly chunk: Chunk;
    readonly why: string;
}

export class Job {
    readonly phase = signal<Phase>("choosing");
    readonly from = signal("");
    readonly read = signal<Read | undefined>(undefined);
    /** How many rows are read or judged, while that lasts. */
    readonly soFar = signal(0);
    readonly bad = signal(0);
    /** Counts what makes the table stale. */
    readonly version = signal(0);
    readonly sent = signal(0);
    readonly refused = signal<readonly Refused[]>([]);
    readonly doubt = signal<Doubt | undefined>(undefined);
    /** Rows a second, since it last went on. */
    readonly rate = signal(0);
    readonly stopping = signal(false);
    readonly problem = signal("");
    #reader: Reader | undefined;
    #next: number | undefined = 0;
    #since = { at: 0, sent: 0 };

    constructor(readonly model: Model) {}

    /** Rows that are to be sent. */
    get good(): number {
        return (this.read.value?.count ?? 0) - this.bad.value;
    }

    get reader(): Reader {
        return (this.#reader ??= new Reader());
    }

    async open(blob: Blob, from: string): Promise<void> {
        this.from.value = from;
        this.phase.value = "reading";
        this.soFar.value = 0;
        this.problem.value = "";
        try {
            const read = await this.reader.ask("read", { blob, model: this.model.key }, (rows) => (this.soFar.value = rows));
            this.read.value = read;
            announce(say("readDone", { n: count(read.count), from }));
            await this.check();
        } catch (error) {
            this.phase.value = "choosing";
            this.problem.value = say("readFailed", { why: wordsOf(error) });
            announceFailure(error);
        }
    }

    /** Other fields for the columns; everything is judged anew. */
    async choose(fields: readonly (string | undefined)[]): Promise<void> {
        const columns = await this.reader.ask("columns", fields);
        if (this.read.value) this.read.value = { ...this.read.value, columns };
        await this.check();
    }

    async check(): Promise<void> {
        this.phase.value = "checking";
        this.soFar.value = 0;
        const { bad } = await this.reader.ask("check", { locale: locale.value }, (rows) => (this.soFar.value = rows));
        this.bad.value = bad;
        this.version.value++;
        this.phase.value = "ready";
        announce(say("checked", { n: count(this.read.value?.count ?? 0), bad: count(bad), good: count(this.good) }));
    }

    async mend(place: number, column: number, text: string): Promise<void> {
        const { bad } = await this.reader.ask("mend", { place, column, text });
        this.bad.value = bad;
        this.version.value++;
    }

    /** Begins, or goes on where it stopped. */
    async send(): Promise<void> {
        this.phase.value = "sending";
        this.stopping.value = false;
        this.problem.value = "";
        this.#since = { at: performance.now(), sent: this.sent.value };
        while (this.#next !== undefined && this.phase.value === "sending") {
            const chunk = await this.reader.ask("chunk", { from: this.#next, size: CHUNK });
            if (await this.#write(chunk)) this.#next = chunk.next;
            else return;
            if (this.stopping.value && this.#next !== undefined) return this.#stop();
        }
        this.phase.value = "done";
        announce(say("done", { n: count(this.sent.value), bad: count(this.bad.value + this.refused.value.length) }));
        written.value++;
    }

    #stop(problem = ""): void {
        this.phase.value = "stopped";
        this.problem.value = problem;
        announce(problem || say("stopped", { n: count(this.sent.value), total: count(this.good) }));
        written.value++;
    }

    /** Sends a chunk; rows that the server refuses by name are taken out. Answers whether all of it is settled. */
    async #write({ bodies, places }: Chunk): Promise<boolean> {
        let rest = bodies.map((body, at) => ({ body, place: places[at] ?? 0 }));
        while (rest.length > 0) {
            try {
                // They were judged already.
                await clientOf(pigello.value, this.model).bulkWrite(rest.map(({ body }) => body), { chunkSize: CHUNK, validate: false });
                this.#count(rest.length);
                return true;
            } catch (error) {
                const outcome = error instanceof BulkWriteError ? error.failed?.outcome : undefined;
                const why = new Map<number, string>();
                if (error instanceof BulkWriteError) for (const { path, message } of error.issues) why.set(Number(path[0]), [...path.slice(1), message].join(": "));
                if (outcome === "unknown") {
                    const chunk = { bodies: rest.map(({ body }) => body), places: rest.map(({ place }) => place) };
                    this.doubt.value = { chunk, why: wordsOf(error instanceof BulkWriteError ? error.cause : error) };
                    this.phase.value = "doubtful";
                    announceFailure(say("doubtfulTitle"));
                    return false;
                }
                if (why.size === 0) {
                    // Nothing of it was written, for a reason that is not the rows'.
                    this.#next = rest[0]?.place ?? this.#next;
                    this.#stop(wordsOf(error instanceof BulkWriteError ? (error.cause ?? error) : error));
                    return false;
                }
                this.refused.value = [...this.refused.value, ...[...why].map(([at, text]) => [rest[at]?.place ?? 0, text] as const)];
                rest = rest.filter((_, at) => !why.has(at));
            }
        }
        return true;
    }

    #count(rows: number): void {
        this.sent.value += rows;
        const seconds = (performance.now() - this.#since.at) / 1_000;
        this.rate.value = seconds > 0 ? (this.sent.value - this.#since.sent) / seconds : 0;
    }

    /**
     * By which fields one can look whether a row is there: those that lists can be filtered by, of which every row in doubt has
     * a text that no other has. What looks like a code comes first: people share names.
     */
    keys(): readonly FieldInfo[] {
        const bodies = this.doubt.value?.chunk.bodies ?? [];
        const { fields, filters } = this.model.schema;
        const telling = ({ name, type }: FieldInfo) => {
            const texts = new Set(bodies.map((body) => body[name]));
            const sound = (text: unknown) => typeof text === "string" && text !== "" && !text.includes(",");
            return type === "string" && filters[name]?.includes("in") && texts.size === bodies.length && [...texts].every(sound);
        };
        const code = ({ name }: FieldInfo) => (bodies.every((body) => /^\S*\d\S*$/.test(String(body[name]))) ? 0 : 1);
        return Object.values(fields).filter(telling).sort((one, other) => code(one) - code(other));
    }

    /** What to do about the rows in doubt: send all again, none, or those that are not there. */
    async settle(how: "again" | "skip" | FieldInfo): Promise<void> {
        const doubt = this.doubt.value;
        if (!doubt) return;
        let { bodies, places } = doubt.chunk;
        const last = places.at(-1) ?? 0;
        this.phase.value = "sending";
        try {
            if (how === "skip") {
                this.refused.value = [...this.refused.value, ...places.map((place) => [place, say("doubtfulWhy", { why: doubt.why })] as const)];
                bodies = [];
            } else if (how !== "again") {
                const { name } = how;
                const values = bodies.map((body) => String(body[name]));
                const found = await clientOf(pigello.value, this.model).list({ filter: { [name]: { in: values } } });
                const there = new Set(found.map((row) => row[name]));
                const missing = bodies.flatMap((body, at) => (there.has(body[name]) ? [] : [{ body, place: places[at] ?? 0 }]));
                this.#count(bodies.length - missing.length);
                bodies = missing.map(({ body }) => body);
                places = missing.map(({ place }) => place);
            }
        } catch (error) {
            this.phase.value = "doubtful";
            return announceFailure(error);
        }
        this.doubt.value = undefined;
        this.#next = last + 1 < (this.read.value?.count ?? 0) ? last + 1 : undefined;
        if (await this.#write({ bodies, places })) await this.send();
    }

    /** Saves the file of what failed. */
    async save(): Promise<void> {
        const { blob, extension } = await this.reader.ask("failed", this.refused.value);
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${this.model.key}-failed.${extension}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    end(): void {
        this.#reader?.end();
    }
}
