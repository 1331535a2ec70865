// An import from file to server: reading, judging, sending in chunks, stopping and going on. What came of each row is known at
// every moment, or said to be in doubt.

import { signal } from "@preact/signals";
import { BulkWriteError } from "pigello-client/slim";
import { announce } from "../line/announce";
import { wordsOf } from "../line/errors";
import { pigello, place, written } from "../line/line";
import { clientOf, type Model } from "../models";
import { model, view } from "../route";
import { count, locale } from "../words";
import { say } from "../words/import";
import { askable, missingOf, some, type Client, type Doubt } from "./doubt";
import { Reader } from "./reader";
import { Told, type Words } from "./told";
import type { Chunk, Key, Read } from "./words";

/** How many rows go in one request. */
const CHUNK = 500;
/** A file of this size is not looked through for whether it is empty. */
const MUCH = 10_000;

export type Phase = "choosing" | "reading" | "checking" | "ready" | "sending" | "stopped" | "doubtful" | "looking" | "done";

export class Job {
    readonly phase = signal<Phase>("choosing");
    readonly read = signal<Read | undefined>(undefined);
    /** How many rows are read or judged, while that lasts. */
    readonly soFar = signal(0);
    readonly bad = signal(0);
    /** Counts what makes the table stale. */
    readonly version = signal(0);
    readonly sent = signal(0);
    /** By place in the file, what the server said of a row. */
    readonly refused = signal<readonly (readonly [place: number, why: Words])[]>([]);
    readonly doubt = signal<Doubt | undefined>(undefined);
    /** By which fields one can look for the rows in doubt. */
    readonly keys = signal<readonly Key[]>([]);
    /** How far looking is. */
    readonly looking = signal<Words>(() => "");
    /** Rows a second, since it last went on. */
    readonly rate = signal(0);
    readonly stopping = signal(false);
    readonly problem = signal<Words | undefined>(undefined);
    /** The language in which the rows are judged. */
    readonly judgedIn = signal(locale.peek());
    #reader: Reader | undefined;
    #next: number | undefined = 0;
    /** Where it is sent to, from its first row on. */
    #place = "";
    #mended = false;
    #since = { at: 0, sent: 0 };

    constructor(readonly model: Model) {}

    /** Whether there are columns, and none of them goes to a field: its rows would be empty. */
    get pointless(): boolean {
        const { columns = [] } = this.read.value ?? {};
        return columns.length > 0 && !columns.some(({ field }) => field !== undefined && field !== "id");
    }

    /** Rows that are to be sent. */
    get good(): number {
        return this.pointless ? 0 : (this.read.value?.count ?? 0) - this.bad.value;
    }

    /** Whether the page speaks with another server than the one that has some of the rows. */
    get elsewhere(): boolean {
        return place.value !== this.#place && this.#place !== "";
    }

    /** Whether something is lost if it ends now. */
    get unsettled(): boolean {
        return ["sending", "stopped", "doubtful", "looking"].includes(this.phase.value) || (this.#mended && ["checking", "ready"].includes(this.phase.value));
    }

    get reader(): Reader {
        return (this.#reader ??= new Reader());
    }

    async open(blob: Blob, from: Words): Promise<void> {
        this.phase.value = "reading";
        this.soFar.value = 0;
        this.problem.value = undefined;
        try {
            if (blob.size < MUCH && (await blob.text()).trim() === "") throw new Told(() => say("isEmpty"));
            const read = await this.reader.ask("read", { blob, model: this.model.key }, (rows) => (this.soFar.value = rows));
            this.read.value = read;
            this.#tell(() => say("readDone", { n: count(read.count), from: from() }));
            await this.check();
        } catch (error) {
            this.fail(error);
        }
    }

    /** Nothing came of reading; another file can be tried, with another worker. */
    fail(error: unknown): void {
        this.end();
        this.read.value = undefined;
        this.phase.value = "choosing";
        this.problem.value = () => say("readFailed", { why: wordsOf(error) });
        this.#tell(() => wordsOf(error));
    }

    /** Other fields for the columns; everything is judged anew. */
    async choose(fields: readonly (string | undefined)[]): Promise<void> {
        const columns = await this.reader.ask("columns", fields);
        if (this.read.value) this.read.value = { ...this.read.value, columns };
        await this.checkAnew();
    }

    /** What was found before stands where it cannot be judged anew. Once rows are on their way it is only said anew. */
    async checkAnew(): Promise<void> {
        const begun = this.phase.peek() !== "ready";
        try {
            await (begun ? this.#judge() : this.check());
        } catch (error) {
            if (!begun) this.phase.value = "ready";
            this.#tell(() => wordsOf(error), { bad: true, unseen: false });
        }
    }

    async check(): Promise<void> {
        this.phase.value = "checking";
        this.soFar.value = 0;
        await this.#judge((rows) => (this.soFar.value = rows));
        this.phase.value = "ready";
        const { good, read } = this;
        const bad = this.bad.peek();
        this.#tell(() => say("checked", { n: count(read.peek()?.count ?? 0), bad: count(bad), good: count(good) }));
    }

    async #judge(told?: (rows: number) => void): Promise<void> {
        this.judgedIn.value = locale.value;
        const { bad } = await this.reader.ask("check", { locale: this.judgedIn.peek() }, told);
        this.bad.value = bad;
        this.version.value++;
    }

    async mend(place: number, column: number, text: string): Promise<void> {
        this.#mended = true;
        const { bad } = await this.reader.ask("mend", { place, column, text });
        this.bad.value = bad;
        this.version.value++;
    }

    /** Begins, or goes on where it stopped. */
    async send(): Promise<void> {
        if (!["ready", "stopped"].includes(this.phase.value) || this.elsewhere) return;
        this.#place = place.peek();
        this.#begin();
        await this.#run(clientOf(pigello.peek(), this.model));
    }

    #begin(): void {
        this.phase.value = "sending";
        this.stopping.value = false;
        this.problem.value = undefined;
        this.#since = { at: performance.now(), sent: this.sent.value };
    }

    async #run(client: Client): Promise<void> {
        while (this.#next !== undefined) {
            if (this.elsewhere) return this.#stop(() => say("switched"));
            if (this.stopping.value) return this.#stop();
            try {
                const chunk = await this.reader.ask("chunk", { from: this.#next, size: CHUNK });
                if (this.elsewhere) continue;
                // Of a chunk that is sent anew, some rows were refused before.
                const settled = new Set(this.refused.value.map(([place]) => place));
                if (!(await this.#write(client, some(chunk, (at) => !settled.has(chunk.places[at] ?? 0))))) return;
                this.#next = chunk.next;
            } catch (error) {
                return this.#stop(() => wordsOf(error));
            }
        }
        this.phase.value = "done";
        const bad = this.bad.value + this.refused.value.length;
        this.#tell(() => say("done", { n: count(this.sent.peek()), bad: count(bad) }));
        written.value++;
    }

    #stop(problem?: Words): void {
        this.phase.value = "stopped";
        this.problem.value = problem;
        const { good } = this;
        this.#tell(() => problem?.() ?? say("stopped", { n: count(this.sent.peek()), total: count(good) }));
        written.value++;
    }

    /** Sends a chunk; rows that the server refuses by name are taken out. Answers whether all of it is settled. */
    async #write(client: Client, chunk: Chunk): Promise<boolean> {
        let rest = chunk;
        while (rest.bodies.length > 0) {
            try {
                // They were judged already.
                await client.bulkWrite(rest.bodies, { chunkSize: CHUNK, validate: false });
                this.#count(rest.bodies.length);
                return true;
            } catch (error) {
                const bulk = error instanceof BulkWriteError ? error : undefined;
                const reason = bulk?.cause ?? error;
                const why = new Map<number, string>();
                for (const { path, message } of bulk?.issues ?? []) why.set(Number(path[0]), [...path.slice(1), message].join(": "));
                if (bulk?.failed?.outcome === "unknown") {
                    await this.#doubt({ chunk: rest, why: () => wordsOf(reason) });
                    return false;
                }
                if (why.size === 0) {
                    // Nothing of it was written, for a reason that is not the rows'.
                    this.#next = rest.places[0] ?? this.#next;
                    this.#stop(() => wordsOf(reason));
                    return false;
                }
                const { places } = rest;
                this.refused.value = [...this.refused.value, ...[...why].map(([at, text]) => [places[at] ?? 0, () => text] as const)];
                rest = some(rest, (at) => !why.has(at));
            }
        }
        return true;
    }

    async #doubt(doubt: Doubt): Promise<void> {
        this.keys.value = await this.reader.ask("keys", askable(this.model)).catch(() => []);
        this.doubt.value = doubt;
        this.phase.value = "doubtful";
        this.#tell(() => say("doubtfulTitle"));
    }

    #count(rows: number): void {
        this.sent.value += rows;
        const seconds = (performance.now() - this.#since.at) / 1_000;
        this.rate.value = seconds > 0 ? (this.sent.value - this.#since.sent) / seconds : 0;
    }

    /** What to do about the rows in doubt: send all again, none, or those that the server does not have, by a field. */
    async settle(how: "again" | "skip" | { readonly key: string }): Promise<void> {
        const { doubt: { value: doubt }, model } = this;
        if (!doubt || this.phase.value !== "doubtful" || this.elsewhere) return;
        const client = clientOf(pigello.peek(), model);
        let { chunk } = doubt;
        const last = chunk.places.at(-1) ?? 0;
        if (how === "skip") {
            this.refused.value = [...this.refused.value, ...chunk.places.map((place) => [place, () => say("doubtfulWhy", { why: doubt.why() })] as const)];
            chunk = some(chunk, () => false);
        } else if (how !== "again") {
            const missing = await this.#look(client, chunk, how.key);
            if (!missing) return;
            this.sent.value += chunk.bodies.length - missing.bodies.length;
            chunk = missing;
        }
        this.doubt.value = undefined;
        this.#next = last + 1 < (this.read.value?.count ?? 0) ? last + 1 : undefined;
        this.#begin();
        if (await this.#write(client, chunk)) await this.#run(client);
    }

    async #look(client: Client, chunk: Chunk, key: string): Promise<Chunk | undefined> {
        this.stopping.value = false;
        this.problem.value = undefined;
        this.phase.value = "looking";
        const heed = () => {
            if (this.elsewhere) throw new Told(() => say("switched"));
            if (this.stopping.value) throw new Told(() => say("lookStopped"));
        };
        try {
            return await missingOf(client, chunk, key, (words) => (this.looking.value = words), heed);
        } catch (error) {
            this.phase.value = "doubtful";
            this.problem.value = () => wordsOf(error);
            this.#tell(this.problem.value);
            return undefined;
        }
    }

    /** Saves the file of what failed. */
    async save(): Promise<void> {
        const { blob, extension } = await this.reader.ask("failed", this.refused.value.map(([place, why]) => [place, why()] as const));
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${this.model.key}-failed.${extension}`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }

    /** For those who hear the page; others see how far it is. Beside another view it is silent: that view has its own to say. */
    #tell(words: Words, how?: Parameters<typeof announce>[1]): void {
        if (view.peek() === "import" && model.peek() === this.model) announce(words, { unseen: true, ...how });
    }

    end(): void {
        this.#reader?.end();
        this.#reader = undefined;
    }
}
