// `init` of the entries that start themselves at first need: for whoever uses them there is nothing to do.

import { preload } from "./client";

/** Resolves at once, whatever it is given. By the stamp node.ts says who it is, and what it knows. */
export async function init(stamp?: unknown, ...known: unknown[]): Promise<void> {
    if (stamp === STAMP && known.length === 2) preload(...(known as Parameters<typeof preload>));
}
