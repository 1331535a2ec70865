// What Node gets: the same, with what Rust would say of the resources beforehand. A process that asks `validate` about good rows and ends
// needs no more, and takes three fifths of the time: the wasm is unpacked and compiled when Rust itself is asked. Pages are
// better off without these 18 KB.

import { resources, tables } from "resources:told";
import { init } from "./index";
import type { Hot } from "./raw";

export * from "./index";

void init(STAMP, resources, tables, luhn);

/** The judge of check digits alone (`../luhn`). Without WebAssembly there is none: who starts the rest says so. */
function luhn(): Hot | undefined {
    try {
        const { memory, luhn, units } = new WebAssembly.Instance(
            // 48: see xtask/js/bundle.mjs.
            new WebAssembly.Module(Uint8Array.from(LUHN, (letter) => letter.charCodeAt(0) - 48)),
        ).exports as { memory: WebAssembly.Memory; luhn: Hot[0]; units: () => number };
        return [luhn, never, memory, units()];
    } catch {
        return undefined;
    }
}

/** Whoever asks what is wrong with a text has started Rust, which answers then. */
function never(): number {
    return -1;
}
