// `init` of the entries that start themselves at first need: for whoever uses them there is nothing to do.

import { preload } from "./client";

/** Resolves at once, whatever it is given. By the stamp node.ts says who it is, and what it knows. */
export async function init(stamp?: unknown, tell?: unknown): Promise<void> {
    if (FORETOLD && stamp === STAMP && typeof tell === "function") preload(tell as Parameters<typeof preload>[0]);
}
