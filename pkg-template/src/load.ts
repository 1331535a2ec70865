// Starts wasm's glue: at the first need, at once, and once. Where the compiled module comes from differs by entry and
// stands in load-hex.ts, load-file.ts and load-module.ts: the build puts one of them behind "wasm:start".

import { ConfigError } from "./errors";

/** Glue that wasm-bindgen made, before it is started. */
export interface Glue {
    initSync(module: { module: WebAssembly.Module }): unknown;
}

/** The glue, started by its first use. A try that failed leaves nothing behind: the next one begins anew. */
export function lazy<G extends Glue>(glue: G, start: (glue: Glue) => void): () => G {
    let ready = false;
    return () => {
        if (!ready) {
            start(glue);
            ready = true;
        }
        return glue;
    };
}

/** A `ConfigError` that says what WebAssembly needs, and what does without it. */
export function refused(why: string, cause?: unknown): ConfigError {
    return because(
        `${why}: a page allows it with \`script-src 'wasm-unsafe-eval'\` in its Content-Security-Policy; ` +
            "`pigello-client/nowasm` is the same without WebAssembly",
        cause,
    );
}

/** A `ConfigError` with what lies behind it. */
export function because(message: string, cause?: unknown): ConfigError {
    const error = new ConfigError(message);
    if (cause !== undefined) Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
    return error;
}

/** Whether there is WebAssembly at all: pages and Lockdown Mode can take it away. */
export function hasWebAssembly(): boolean {
    return typeof WebAssembly === "object" && WebAssembly !== null;
}
