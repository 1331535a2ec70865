// One chunk of an import, from its rows to the journal's `done`: sent, taken apart where the server refuses rows of it, and
// looked up where nobody knows whether it was written.

import { rangesOf, placesOf, type Journal, type Ranges } from "./journal";
import type { Bodies, Entry, Sendable } from "./bodies";
import { EXIT, neverSent, serverSentence, Stop } from "./ending";
import type { FailedRows } from "./failed-file";
import type { Keys } from "./keys";
import type { BulkFailure, Issue, ResourceClient } from "./library";

/** How an import deals with the server. */
export interface Manner {
    readonly resource: ResourceClient;
    readonly bodies: Bodies;
    /** Looks rows up; absent: there is no key. */
    readonly keys: Keys | undefined;
    /** Whether rows that the server has are to be changed. */
    readonly update: boolean;
    /** What to do with the doubtful rows of an earlier run. */
    readonly doubtful: "skip" | "send" | undefined;
    /** How long a request may go on to have effects that nobody waits for, in milliseconds. */
    readonly settleMs: number;
    readonly signal: AbortSignal;
    /** How to come to an end, if someone asked for it. */
    readonly stopped: () => Stop | undefined;
    readonly note: (text: string) => void;
}

/** The server does not like what it was sent, and might like a part of it. */
const TAKE_APART = new Set([400, 409, 413, 422]);
const MOST_DOUBTS = 3;
/** So many refusals that name no row, of one chunk, are met by halves: five culprits in 500 rows take 90. */
const MOST_HALVED = 100;

export class Sending {
    #doubts = 0;
    /** Requests of this chunk that were refused without a row named, and all requests since the first of them. */
    #halved = 0;
    #requests = 0;

    #meanwhile = (): void => {};

    constructor(
        readonly manner: Manner,
        readonly journal: Journal,
        readonly failed: FailedRows,
    ) {}

    /** Settles all rows of a chunk. `meanwhile` is called while the server has them. */
    async chunk(entries: readonly Entry[], meanwhile: () => void): Promise<void> {
        this.#meanwhile = meanwhile;
        const { state } = this.journal;
        const reasons = new Map<number, readonly string[]>(state.reasons);
        for (const { place, reasons: known } of entries) if (known.length > 0) reasons.set(place, known);
        const open = entries.filter(({ place }) => !state.wrote.has(place) && !state.left.has(place) && !reasons.has(place));
        this.#doubts = this.#halved = this.#requests = 0;
        const groups: Entry[][] = [];
        if (state.doubt !== undefined) {
            const places = new Set(placesOf(state.doubt));
            const rest = await this.#resolved(
                open.filter(({ place }) => places.has(place)),
                this.manner.doubtful,
            );
            groups.push([...rest, ...open.filter(({ place }) => !places.has(place))].sort((a, b) => a.place - b.place));
        } else {
            groups.push(open);
        }
        for (let group; (group = groups.shift()) !== undefined; ) {
            this.#heed();
            groups.unshift(...(await this.#sent(group, reasons)));
        }
        if (this.#halved > 0) this.manner.note(`${this.#requests} more requests found which rows the server refuses`);
        this.#done(entries, reasons);
    }

    /** Sends a group; answers the groups that are left of it. */
    async #sent(group: readonly Entry[], reasons: Map<number, readonly string[]>): Promise<Entry[][]> {
        const found = await this.#found(group);
        const sendable: Sendable[] = [];
        const changed = new Set<string>();
        for (const entry of group) {
            const ids = found?.get(this.#keyOf(entry)) ?? [];
            const made =
                ids.length > 1
                    ? [`${this.manner.keys?.field}: the server has ${ids.length} such rows`]
                    : this.manner.bodies.bodyOf(entry, ids[0]);
            const id = "body" in made && made.changes ? String(made.body["id"]).toLowerCase() : undefined;
            if (!("body" in made)) reasons.set(entry.place, made);
            else if (id !== undefined && changed.has(id)) reasons.set(entry.place, [`id: a row before it is the same one, ${id}`]);
            else sendable.push(made);
            if (id !== undefined) changed.add(id);
        }
        if (sendable.length === 0) return [];
        const ranges = rangesOf(sendable.map(({ entry }) => entry.place));
        this.journal.append(["send", ranges, Date.now()]);
        if (this.#halved > 0) this.#requests++;
        const failure = await this.#written(sendable);
        if (failure === undefined) {
            this.journal.append(["wrote", ranges]);
            return [];
        }
        if (failure.failed === undefined || neverSent(failure.cause)) {
            this.journal.append(["refused", {}]);
            throw this.#stopped(failure);
        }
        if (failure.failed.outcome === "rejected") return this.#refused(sendable, failure, reasons);
        if (this.manner.signal.aborted) this.#heed();
        return [
            await this.#resolved(
                sendable.map(({ entry }) => entry),
                undefined,
                failure,
            ),
        ];
    }

    /** In an update by key: the ids that the server has for the rows without one. */
    async #found(group: readonly Entry[]): Promise<Map<string, string[]> | undefined> {
        const { keys, update, bodies } = this.manner;
        if (keys === undefined || !update) return undefined;
        const wanted = group.filter((entry) => bodies.given(entry, "id") === "").map((entry) => this.#keyOf(entry));
        return wanted.length === 0 ? undefined : keys.ids(wanted);
    }

    /** `undefined`: all of them were. */
    async #written(sendable: readonly Sendable[]): Promise<BulkFailure | undefined> {
        const { resource, signal } = this.manner;
        try {
            const answered = resource.bulkWrite(
                sendable.map(({ body }) => body),
                { chunkSize: sendable.length, signal },
            );
            // Two turns on, the request is with the system: what is done now is done while the server has it.
            setImmediate(() => setImmediate(() => this.#meanwhile()));
            await answered;
            return undefined;
        } catch (error) {
            if ((error as BulkFailure).kind === "bulk") return error as BulkFailure;
            // Nothing went out.
            this.journal.append(["refused", {}]);
            if (signal.aborted) this.#heed();
            throw error;
        }
    }

    /** The server wrote nothing of them. Takes out the rows that it names; else the group falls into halves. */
    #refused(sendable: readonly Sendable[], failure: BulkFailure, reasons: Map<number, readonly string[]>): Entry[][] {
        const { status } = (failure.cause ?? {}) as { status?: number };
        const byRow = new Map<number, Issue[]>();
        for (const { path, ...issue } of failure.issues) {
            const [row, ...rest] = path;
            if (typeof row === "number") byRow.set(row, [...(byRow.get(row) ?? []), { ...issue, path: rest }]);
        }
        const out: Record<number, readonly string[]> = {};
        for (const [row, issues] of byRow) {
            const entry = sendable[row]?.entry;
            if (entry !== undefined) out[entry.place] = this.manner.bodies.reasons(entry.row, issues);
        }
        const splits = TAKE_APART.has(status ?? 0);
        if (Object.keys(out).length === 0 && splits && sendable.length === 1) {
            out[(sendable[0] as Sendable).entry.place] = [serverSentence(failure.cause as Error)];
        }
        this.journal.append(["refused", out]);
        for (const [place, why] of Object.entries(out)) reasons.set(Number(place), why);
        const left = sendable.map(({ entry }) => entry).filter(({ place }) => !reasons.has(place));
        if (left.length < sendable.length) return left.length === 0 ? [] : [left];
        if (!splits) throw this.#stopped(failure);
        if (++this.#halved > MOST_HALVED) throw this.#stopped(failure, `after ${this.#requests} requests to find which rows it refuses`);
        if (this.#halved === 1) {
            const lines = linesOf(left);
            this.manner.note(`the server refuses the rows ${lines} and names none of them: they are sent by halves, to find which`);
        }
        const half = left.length >> 1;
        return [left.slice(0, half), left.slice(half)];
    }

    /** The rows of a request without an outcome that are to be sent again. */
    async #resolved(
        entries: readonly Entry[],
        doubtful: Manner["doubtful"],
        failure?: BulkFailure,
    ): Promise<Entry[]> {
        const { keys, bodies } = this.manner;
        // A change does no harm twice.
        const fresh = entries.filter((entry) => bodies.given(entry, "id") === "");
        if (fresh.length === 0 && ++this.#doubts <= MOST_DOUBTS) return [...entries];
        if (keys === undefined && fresh.length > 0) {
            if (doubtful === undefined) throw new Stop(EXIT.doubt, doubtSentence(fresh, failure));
            if (doubtful === "skip") this.journal.append(["skipped", placed(fresh)]);
            else this.journal.append(["refused", {}]);
            return doubtful === "send" ? [...entries] : entries.filter((entry) => !fresh.includes(entry));
        }
        if (failure !== undefined && this.#doubts >= MOST_DOUBTS) throw this.#stopped(failure);
        this.#doubts++;
        const there = await this.#settled(fresh);
        if (this.manner.update) {
            // They are looked up again before they are sent: what is there is changed, which does no harm twice.
            this.journal.append(["wrote", []]);
            return [...entries];
        }
        const wrote = fresh.filter((entry) => there.has(this.#keyOf(entry)));
        this.manner.note(
            `rows ${linesOf(fresh)} were in doubt: ${wrote.length} of ${fresh.length} were on the server already, taken for written; the others are sent`,
        );
        this.journal.append(["wrote", placed(wrote)]);
        return entries.filter((entry) => !wrote.includes(entry));
    }

    /**
     * The keys that the server has, once no request can be under way that adds to them: two answers are the same, the later
     * one at least `settleMs` after the outcome was lost. When that was, only this run knows; another one counts from its start.
     */
    async #settled(fresh: readonly Entry[]): Promise<Set<string>> {
        const { keys, settleMs } = this.manner;
        const wanted = fresh.map((entry) => this.#keyOf(entry));
        const ask = async (): Promise<Set<string>> => new Set((await (keys as Keys).ids(wanted)).keys());
        for (let there = await ask(); ; ) {
            if (wanted.every((key) => there.has(key))) return there;
            for (let waited = 0; waited < settleMs; waited += 100) {
                this.#heed();
                await new Promise<void>((resolve) => void setTimeout(resolve, Math.min(100, settleMs - waited)));
            }
            const again = await ask();
            if (again.size === there.size) return again;
            there = again;
        }
    }

    #done(entries: readonly Entry[], reasons: ReadonlyMap<number, readonly string[]>): void {
        const { state } = this.journal;
        const failed = entries.filter(({ place }) => reasons.has(place));
        const skipped = entries.filter(({ place }) => state.left.has(place)).length;
        this.failed.add(failed.map(({ place, row }) => [row, reasons.get(place) ?? []] as const));
        const next = (entries.at(-1) as Entry).place + 1;
        const written = state.written + entries.length - failed.length - skipped;
        this.journal.append(["done", next, written, state.failed + failed.length, state.skipped + skipped, this.failed.size, this.failed.digest]);
    }

    /** Ends where someone asked for it. */
    #heed(): void {
        const stop = this.manner.stopped();
        if (stop !== undefined) throw stop;
    }

    #keyOf(entry: Entry): string {
        return this.manner.bodies.given(entry, this.manner.keys?.field ?? "");
    }

    #stopped(failure: BulkFailure, when = ""): Stop {
        const why = serverSentence((failure.cause ?? failure) as Error);
        return new Stop(EXIT.server, `${why}${when === "" ? "" : `, ${when}`}\nthe same command goes on from here`);
    }
}

function placed(entries: readonly Entry[]): Ranges {
    return rangesOf(entries.map(({ place }) => place));
}

/** `7, 9 to 12`: lines of the file. */
function linesOf(entries: readonly Entry[]): string {
    const lines = new Map(entries.map(({ place, row }) => [place, row.line]));
    const parts = placed(entries).map(([start, end]) =>
        end - start === 1 ? `${lines.get(start)}` : `${lines.get(start)} to ${lines.get(end - 1)}`,
    );
    return `on ${parts.length === 1 && !parts[0]?.includes("to") ? "line" : "lines"} ${parts.join(", ")}`;
}

function doubtSentence(entries: readonly Entry[], failure: BulkFailure | undefined): string {
    const why = failure === undefined ? "" : `${serverSentence((failure.cause ?? failure) as Error)}\n`;
    return (
        `${why}the rows ${linesOf(entries)} may or may not be on the server: look, and run the same command again with\n` +
        "`--doubtful skip` if they are there, `--doubtful send` if they are not. With `--key` it would have found out by itself"
    );
}
