// What `pigello-client/slim` exports: the same, with the wasm in a file of its own.

import { started } from "./client";
import { load } from "./load-file";

export * from "./index";

/** Loads client.wasm: in this entry to be awaited before anything else. */
export async function init(input?: unknown): Promise<void> {
    return load(input, started);
}
