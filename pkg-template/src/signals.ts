// What ends calls. The callers' signals: however many calls share one, it bears one listener, and none when no call is left.

/** What a call is ended by, for those within it: an `AbortSignal` takes several times as long to make. */
export class End {
    readonly #acts = new Set<() => void>();
    aborted = false;

    /** Calls `act` at the end, unless what it answers is called before. */
    hear(act: () => void): () => void {
        this.#acts.add(act);
        return () => this.#acts.delete(act);
    }

    come(): void {
        this.aborted = true;
        for (const act of this.#acts) act();
    }
}

interface Heard {
    readonly listener: () => void;
    readonly acts: Set<() => void>;
}

const known = /* @__PURE__ */ new WeakMap<AbortSignal, Heard>();

/** Calls `act` when the signal aborts, until what it answers is called. Throws what the signal throws. */
export function hear(signal: AbortSignal, act: () => void): () => void {
    let heard = known.get(signal);
    if (heard === undefined) {
        const acts = new Set<() => void>();
        heard = { acts, listener: () => acts.forEach((act) => act()) };
        signal.addEventListener("abort", heard.listener);
        known.set(signal, heard);
    }
    const { acts, listener } = heard;
    acts.add(act);
    return () => {
        acts.delete(act);
        if (acts.size > 0 || known.get(signal)?.acts !== acts) return;
        known.delete(signal);
        try {
            signal.removeEventListener("abort", listener);
        } catch {
            // A signal that cannot let go is its owner's affair.
        }
    };
}
