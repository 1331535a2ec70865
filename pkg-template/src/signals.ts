// The callers' signals: however many calls share one, it bears one listener, and none when no call is left.

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
