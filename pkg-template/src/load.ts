// Starts wasm's glue: at the first need, at once, and once. Where the compiled module comes from differs by entry and
// stands in load-text.ts, load-file.ts and load-module.ts: the build puts one of them behind "wasm:start".

import { define } from "./define";
import { ConfigError, internalError } from "./errors";
import { isObject } from "./foreign";

/** How wasm-bindgen's glue is started. */
export type InitSync = (options: { module: WebAssembly.Module }) => unknown;

/** The same, with whom to tell that what was started is no more, and why. */
export type InitSyncAnew = (options: { module: WebAssembly.Module }, tell?: (cause: unknown) => void) => unknown;

/**
 * Starts at its first use. A try that failed leaves nothing behind: the next one begins anew, as it does once `start` has
 * said that it is over.
 */
export function once(start: (over: () => void) => void): () => void {
    let done = false;
    return () => {
        if (!done) start(() => (done = false));
        done = true;
    };
}

/** Hands the glue its module. */
export function begin(initSync: InitSync, module: WebAssembly.Module): void {
    try {
        initSync({ module });
    } catch (error) {
        if (error instanceof RangeError) throw refused("there is too little memory for WebAssembly, or none is granted", error);
        // A policy forbids it: Safari compiles all the same, and refuses the instance.
        if (error instanceof WebAssembly.CompileError || error instanceof EvalError) {
            throw refused("the engine could not start WebAssembly", error);
        }
        throw internalError(error);
    }
}

/** A `ConfigError` that says what WebAssembly needs, and what does without it. */
export function refused(why: string, cause?: unknown): ConfigError {
    return because(
        `${why}: a page allows it with \`script-src 'wasm-unsafe-eval'\` in its Content-Security-Policy; ` +
            WITHOUT_WASM,
        cause,
    );
}

/** A `ConfigError` with what lies behind it. */
export function because(message: string, cause?: unknown): ConfigError {
    const error = new ConfigError(message);
    if (cause !== undefined) define(error, "cause", cause);
    return error;
}

/** Whether there is WebAssembly at all: pages and Lockdown Mode can take it away. */
export function hasWebAssembly(): boolean {
    return isObject(globalThis.WebAssembly);
}
