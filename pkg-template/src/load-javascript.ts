// The wasm as JavaScript in the bundle: nothing to compile, and nothing that a policy forbids.

import { internalError } from "./errors";
import { because, type InitSync } from "./load";

/** Starts the glue, which imports its functions itself. */
export function start(initSync: InitSync): void {
    try {
        (initSync as () => unknown)();
    } catch (error) {
        if (error instanceof RangeError) throw because("there is no memory for `pigello-client`", error);
        throw internalError(error);
    }
}
