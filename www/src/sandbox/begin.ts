// The sandbox's worker, which can begin to come before there is anything to tell it.

let begun: Worker | undefined;

/** The worker: the one that has begun, or a new one where that never came. */
export function begin(): Worker {
    if (begun) return begun;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "sandbox" });
    worker.addEventListener("error", () => {
        if (begun === worker) begun = undefined;
    });
    return (begun = worker);
}
