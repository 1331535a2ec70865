// Reads JSON lines as they arrive, piece by piece; nothing is kept of what was handed out.

import type { Session } from "./call";
import { isObject } from "./foreign";
import type { Steps } from "./iterate";
import { Lines } from "./lines";
import { DONE, first, LATE } from "./port";

/** What the reading of a stream depends on. */
export interface Reading {
    readonly session: Session;
    /** How long to wait for one piece, while it is awaited; 0: no limit. */
    readonly timeoutMs: number;
    /** What to throw when a line is wrong, the body breaks or a piece is late. */
    readonly wrong: (what: "json" | "network" | "timeout", detail: string, cause?: unknown) => unknown;
    /** Throws if a row is not as it should be. */
    readonly judge: (row: unknown, line: string) => void;
}

/** The rows of an answer, in order: those that a piece ends are handed over together, before what is wrong with it. */
export async function* rows(answer: unknown, reading: Reading): Steps<unknown> {
    const { session } = reading;
    const body = bodyOf(answer, reading);
    const lines = new Lines();
    // An abort lets go of the body even if nobody asks for another row.
    const forget = session.ending.hear(() => cancel(body));
    try {
        for (;;) {
            session.check();
            const piece = await next(body, reading);
            const found: unknown[] = [];
            let problem: { readonly error: unknown } | undefined;
            try {
                for (const line of piece === undefined ? lines.rest() : lines.take(piece)) {
                    const row = parsed(line, reading);
                    reading.judge(row, line);
                    found.push(row);
                }
            } catch (error) {
                problem = { error };
            }
            if (found.length > 0) yield found;
            session.check();
            if (problem !== undefined) throw problem.error;
            if (piece === undefined) return undefined;
        }
    } finally {
        forget();
        cancel(body);
    }
}

function parsed(line: string, { wrong }: Reading): object {
    let row: unknown;
    try {
        row = JSON.parse(line);
    } catch (error) {
        throw wrong("json", line, error);
    }
    if (!isObject(row) || Array.isArray(row)) throw wrong("json", line);
    return row;
}

/** A body of whatever kind. */
interface Body {
    next(): PromiseLike<{ readonly done?: boolean; readonly value?: unknown }>;
    cancel(): unknown;
}

/** A `ReadableStream`, what can be iterated, or all the text at once. */
function bodyOf(body: unknown, { wrong }: Reading): Body {
    try {
        const { getReader, [Symbol.asyncIterator]: iterate } = (body ?? {}) as Partial<
            ReadableStream<unknown> & AsyncIterable<unknown>
        >;
        if (typeof getReader === "function") {
            const reader = getReader.call(body as ReadableStream<unknown>) as ReadableStreamDefaultReader<unknown>;
            return { next: () => reader.read(), cancel: () => reader.cancel() };
        }
        if (typeof iterate === "function") {
            const iterator = iterate.call(body as AsyncIterable<unknown>);
            return { next: () => iterator.next(), cancel: () => iterator.return?.() };
        }
    } catch (error) {
        throw wrong("network", "", error);
    }
    const all = [body ?? ""];
    return { next: async () => ({ done: all.length === 0, value: all.pop() }), cancel: () => {} };
}

/** The next piece, or `undefined` at the end. */
async function next(body: Body, { session, timeoutMs, wrong }: Reading): Promise<string | Uint8Array | undefined> {
    const [why, came] = await first(session.ending, timeoutMs, async () => {
        const { done, value } = await body.next();
        return [DONE, done ? undefined : bytes(value)];
    });
    session.check();
    if (why !== DONE) throw wrong(why === LATE ? "timeout" : "network", "", came);
    return came as string | Uint8Array | undefined;
}

function bytes(value: unknown): string | Uint8Array {
    if (typeof value === "string" || value instanceof Uint8Array) return value;
    if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    throw new TypeError("a piece of the body is neither bytes nor text");
}

/** Lets go of the body. It may never settle, and what it says is of no interest. */
function cancel(body: Body): void {
    try {
        Promise.resolve(body.cancel()).catch(() => {});
    } catch {
        // As said.
    }
}
