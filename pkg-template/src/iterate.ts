// Single-use iterators over what comes piece by piece: each piece holds some values, which are handed out one by one.

import { LEFT, type Session } from "./call";
import type { Walk } from "./public";

/** The steps of a walk: each hands over some values. */
export type Steps<T> = AsyncGenerator<readonly T[], undefined>;

/** An iterator over these steps: nothing runs before the first `next()`, `return()` aborts what is under way. */
export function walk<T>(open: () => Session, steps: (session: Session) => Steps<T>): Walk<T> {
    let session: Session | undefined;
    let values: readonly T[] = [];
    let at = 0;
    /** How many `next()` wait for a piece, and the last of them. */
    let waiting = 0;
    let last: Promise<unknown> | undefined;

    async function* run(): Steps<T> {
        session = open();
        try {
            session.begin();
            yield* steps(session);
            session.check();
        } catch (error) {
            if (error !== LEFT) throw error;
        } finally {
            session.end();
        }
        return undefined;
    }

    const pieces = run();
    const more = async (): Promise<IteratorResult<T, undefined>> => {
        try {
            for (;;) {
                // Of a walk that is over nothing more is handed out: the steps say why.
                if (at < values.length && !session?.isOver()) return { done: false, value: values[at++] as T };
                const { done, value } = await pieces.next();
                if (done) return { done, value: undefined };
                values = value;
                at = 0;
            }
        } finally {
            waiting--;
        }
    };
    const left = (): void => {
        values = [];
        session?.leave();
    };
    const iterator: Walk<T> = {
        next: () => {
            // Calls that overlap are answered one after the other.
            if (waiting++ === 0) return (last = more()) as Promise<IteratorResult<T, undefined>>;
            const next = (last as Promise<unknown>).then(more, more);
            last = next;
            return next;
        },
        return: async () => {
            left();
            await pieces.return(undefined);
            return { done: true, value: undefined };
        },
        throw: async (error) => {
            left();
            await pieces.return(undefined);
            throw error;
        },
        [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
}
