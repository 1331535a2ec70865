// What Rust asks of JavaScript while a call lasts: turns in the queue, the user's headers, what came of a `fetch`, and
// values that only the engine can look into. Nothing here decides. No promise rejects or stays unsettled: each settles
// with an array that says in its first place why it did, as soon as the signal or the clock is first.

import { isObject, read } from "./foreign";
import { askHeaders } from "./headers";
import { NOTHING, pack } from "./pack";
import type { Queue, Release } from "./queue";
import type { Came, Port } from "./raw";
import type { End } from "./signals";

/** Why something came, or did not: the numbers of `src/transport.rs`. */
export const DONE = 0;
const ABORTED = 1;
export const LATE = 2;
export const FAILED = 3;

/** What a value is, on its surface: the numbers of `src/transport.rs`. */
const [BLANK, SCALAR, OBJECT, OBJECTS, ARRAY] = [0, 1, 2, 3, 4] as const;

/** No more values than this are read of an answer, when it is read at all. */
const MOST_ANSWERED = 10_000_000;
/** The longest that a timer can wait. */
const LONGEST_TIMER = 0x7fff_ffff;

/** What a call's port stands on. */
export interface Surroundings {
    /** Ends the call: a signal of ours. */
    readonly signal: End;
    readonly queue: Queue;
    /** The caller's own `fetch`. */
    readonly fetch: unknown;
    /** Where the user's headers come from, the later ones last. */
    readonly sources: readonly unknown[];
    readonly observe: Port["observe"];
    readonly chunk?: ((start: number, end: number) => string) | undefined;
    readonly progress?: ((written: number, total: number) => void) | undefined;
    readonly broken?: Came | undefined;
}

/** The port of one call. */
export function portOf({ signal, queue, fetch, sources, observe, chunk, progress, broken }: Surroundings): Port {
    let turn: Release | undefined;
    const enter = async (): Promise<Release> => (turn = await queue.enter(signal));
    return {
        signal,
        fetch: fetch ?? globalFunction("fetch"),
        broken,
        makesHeaders: globalFunction("Headers") !== undefined,
        begin: (delayMs, timeoutMs) => begin(signal, enter, sources, delayMs, timeoutMs),
        answer: (sent, controller, timeoutMs, stream) => {
            // With an Error as reason, whatever the caller's was.
            const stop = (): void => controller.abort(new Error("the request was stopped"));
            return first(signal, timeoutMs, async () => contents(await sent, stream), stop);
        },
        refusesSignal,
        hold: (ms) => queue.hold(ms),
        until: (date) => Date.parse(date) - Date.now(),
        observe,
        shape,
        ids,
        append: (list, array) => array.forEach((element) => list.push(element)),
        beginning: (text, length) => (typeof text === "string" ? text.slice(0, length) : ""),
        pack: packed,
        chunk: (start, end) => {
            try {
                return chunk?.(start, end);
            } catch {
                // No engine makes a text as long as that.
                return undefined;
            }
        },
        progress: (written, total) => progress?.(written, total),
        end: () => turn?.(),
    };
}

/** What the engine parsed is larger than what a user gives, and comes in one piece. */
function packed(value: unknown): [Uint32Array, Uint16Array] {
    try {
        const { words, text } = pack(value, MOST_ANSWERED);
        return [words, text];
    } catch {
        // There is no memory for it.
        return [NOTHING.words, NOTHING.text];
    }
}

function globalFunction(name: "fetch" | "Headers"): unknown {
    const found: unknown = read(globalThis, name);
    return typeof found === "function" ? found : undefined;
}

/** What the steps answer, unless the signal or the clock (0: none) is first: then `stop` is called. */
export function first(
    signal: End,
    ms: number,
    steps: () => Promise<Came>,
    stop: () => void = () => {},
): Promise<Came> {
    return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const settle = (came: Came): void => {
            clearTimeout(timer);
            forget();
            resolve(came);
        };
        const end = (why: typeof ABORTED | typeof LATE): void => {
            settle([why]);
            stop();
        };
        const abort = (): void => end(ABORTED);
        const forget = signal.hear(abort);
        if (ms > 0) timer = setTimeout(() => end(LATE), Math.min(ms, LONGEST_TIMER));
        // Even where it comes too late: a rejection is never left unheard.
        steps().then(settle, (error: unknown) => settle([FAILED, error]));
        if (signal.aborted) abort();
    });
}

/** After a while a turn, and what it is begun with: `[DONE, release, name, value, name, value, …]`. */
async function begin(
    signal: End,
    enter: () => Promise<Release>,
    sources: readonly unknown[],
    delayMs: number,
    timeoutMs: number,
): Promise<Came> {
    if (delayMs > 0) {
        const [why] = await first(signal, delayMs, () => new Promise(() => {}));
        if (why === ABORTED) return [ABORTED];
    }
    // An abort ends this waiting, too.
    const release = await enter();
    if (signal.aborted) {
        release();
        return [ABORTED];
    }
    if (sources.length === 0) return [DONE, release];
    // While it is asked the call holds a place in the queue: it has as long as an attempt has.
    const came = await first(signal, timeoutMs, async () => [DONE, release, ...(await askHeaders(sources)).flat()]);
    if (came[0] !== DONE) release();
    return came;
}

/** Status, headers and text of an answer, by its shape: undici's, jsdom's and mocks' are no `instanceof Response`. */
async function contents(answer: unknown, stream: boolean): Promise<Came> {
    if (!isObject(answer)) throw new TypeError("fetch answered something that is no response");
    const { status, headers } = answer;
    if (typeof status !== "number" || !(status >= 0 && status < 1_000)) {
        throw new TypeError("fetch answered something without a status");
    }
    // A browser hides a redirect that is not followed (our decision) behind the status 0.
    if (status === 0 && answer.type !== "opaqueredirect") throw new TypeError("fetch answered an error response");
    // `application/json`, `application/problem+json` and their like.
    const isJson = /[/+]json\s*(?:;|$)/i.test(header(headers, "content-type") ?? "");
    const known = [DONE, status, header(headers, "retry-after"), isJson] as const;
    const body = read(answer, "body");
    if (stream && status >= 200 && status < 300 && isObject(body)) return [...known, body];
    const { text } = answer;
    if (typeof text !== "function") throw new TypeError("fetch answered something without `text()`");
    const all: unknown = await text.call(answer);
    return [...known, typeof all === "string" ? all : undefined];
}

function header(headers: unknown, name: string): string | undefined {
    if (!isObject(headers)) return undefined;
    const { get } = headers;
    if (typeof get !== "function") return undefined;
    try {
        const value: unknown = get.call(headers, name);
        return typeof value === "string" ? value : undefined;
    } catch {
        return undefined;
    }
}

/** Node's `fetch`, put into jsdom, refuses jsdom's signals in these words before it sends anything. */
function refusesSignal(error: unknown): boolean {
    const message = isObject(error) ? read(error, "message") : undefined;
    return typeof message === "string" && message.startsWith("RequestInit: ") && message.endsWith(" AbortSignal.");
}

function shape(value: unknown): number {
    if (Array.isArray(value)) return value.every((row) => isObject(row) && !Array.isArray(row)) ? OBJECTS : ARRAY;
    if (value === undefined || (typeof value === "string" && value.trim() === "")) return BLANK;
    return isObject(value) ? OBJECT : SCALAR;
}

/** The ids of rows, where each has one: bare texts, or objects with `id` (the API says neither). */
function ids(rows: readonly unknown[]): string[] | undefined {
    const found: string[] = [];
    for (const row of rows) {
        const id = isObject(row) ? row.id : row;
        if (typeof id !== "string") return undefined;
        found.push(id);
    }
    return found;
}
