// Single-use iterators over what comes piece by piece.

import { LEFT, type Session } from "./call";
import type { Walk } from "./public";

/** An iterator over these steps: nothing runs before the first `next()`, `return()` aborts what is under way. */
export function walk<T>(open: () => Session, steps: (session: Session) => AsyncGenerator<T, undefined>): Walk<T> {
    let session: Session | undefined;

    async function* run(): AsyncGenerator<T, undefined> {
        session = open();
        try {
            session.begin();
            yield* steps(session);
        } catch (error) {
            if (error !== LEFT) throw error;
        } finally {
            session.end();
        }
        return undefined;
    }

    // An async generator answers calls of `next()` that overlap one after the other.
    const values = run();
    const iterator: Walk<T> = {
        next: () => values.next(),
        return: () => {
            session?.leave();
            return values.return(undefined);
        },
        throw: (error) => {
            session?.leave();
            return values.throw(error);
        },
        [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
}
