// Decodes, compiles and starts a wasm module that was bundled as hex: at the first need, at once, and once.

import { ConfigError, internalError } from "./errors";

/** Glue that wasm-bindgen made, before it is started. */
interface Glue {
    initSync(module: { module: WebAssembly.Module }): unknown;
}

/** The glue, started by its first use. A try that failed leaves nothing behind: the next one begins anew. */
export function lazy<G extends Glue>(glue: G, hex: string): () => G {
    let ready = false;
    return () => {
        if (!ready) {
            start(glue, hex);
            ready = true;
        }
        return glue;
    };
}

function start(glue: Glue, hex: string): void {
    if (typeof WebAssembly !== "object") throw forbidden("this engine has no WebAssembly", undefined);
    try {
        glue.initSync({ module: new WebAssembly.Module(decode(hex)) });
    } catch (error) {
        const name = nameOf(error);
        // Before Chrome 114 the main thread compiled no more than 4 KB: a RangeError.
        if (name === "CompileError" || name === "RangeError" || name === "EvalError") {
            throw forbidden("WebAssembly is forbidden here", error);
        }
        throw internalError(error);
    }
}

function forbidden(why: string, cause: unknown): ConfigError {
    const error = new ConfigError(
        `${why}: allow it with \`script-src 'wasm-unsafe-eval'\` in the page's Content-Security-Policy`,
    );
    if (cause !== undefined) Object.defineProperty(error, "cause", { value: cause, configurable: true, writable: true });
    return error;
}

function nameOf(error: unknown): unknown {
    return typeof error === "object" && error !== null ? (error as { name?: unknown }).name : undefined;
}

type FromHex = { fromHex?: (hex: string) => Uint8Array<ArrayBuffer> };

/** Lower-case hex digits as bytes. */
function decode(hex: string): Uint8Array<ArrayBuffer> {
    const native = (Uint8Array as unknown as FromHex).fromHex;
    if (typeof native === "function") return native.call(Uint8Array, hex);
    const bytes = new Uint8Array(hex.length / 2);
    for (let i = 0; i < bytes.length; i++) bytes[i] = (digit(hex, 2 * i) << 4) | digit(hex, 2 * i + 1);
    return bytes;
}

function digit(hex: string, place: number): number {
    const code = hex.charCodeAt(place);
    // "0" is 0x30, "a" is 0x61: the letters have the bit that counts for nine.
    return (code & 15) + 9 * (code >> 6);
}
