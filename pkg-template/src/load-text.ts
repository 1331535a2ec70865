// The wasm as text in the bundle: decoded and compiled when it is needed, with nothing to fetch and nothing to wait for.
// xtask/js/wasm-text.mjs writes the text, and says what stands in it.

import { begin, hasWebAssembly, refused, type InitSync } from "./load";

/** Kept for the next start: when the wasm has trapped for want of memory there may be none to make it again. */
let module: WebAssembly.Module | undefined;

/** Starts the glue; a `ConfigError` where the engine or the page forbids it. */
export function start(initSync: InitSync): void {
    if (!hasWebAssembly()) throw refused("this engine has no WebAssembly");
    try {
        module ??= new WebAssembly.Module(unpacked(WASM_TEXT));
    } catch (error) {
        // A policy's CompileError or EvalError, an old engine's CompileError, and the RangeError of Chrome before 114,
        // whose main thread compiled no more than 4 KB.
        throw refused("WebAssembly is forbidden here, or too old for `pigello-client`", error);
    }
    begin(initSync, module);
}

/** What the unpacker gives to JavaScript. */
type Unpacker = {
    readonly memory: WebAssembly.Memory;
    /** Makes bytes of the text between two places; they follow it, up to the place that it answers. */
    readonly unpack: (start: number, end: number) => number;
};

/** The bytes of the wasm: made by a small wasm (`../unpack`), since JavaScript that runs but once is slow. */
function unpacked(text: string): Uint8Array<ArrayBuffer> {
    // 48: see xtask/js/bundle.mjs.
    const unpacker = new WebAssembly.Module(Uint8Array.from(UNPACKER, (letter) => letter.charCodeAt(0) - 48));
    const { memory, unpack } = new WebAssembly.Instance(unpacker).exports as Unpacker;
    // What comes out is hardly longer than what goes in: there is twice the space.
    const start = memory.grow((text.length >> 14) + 1) << 16;
    const end = start + text.length;
    const bytes = new Uint8Array(memory.buffer as ArrayBuffer);
    // jsdom has no encoder.
    const encoded = typeof TextEncoder === "function" && new TextEncoder().encode(text);
    bytes.set(encoded || Uint8Array.from(text, (letter) => letter.charCodeAt(0)), start);
    return bytes.subarray(end, unpack(start, end));
}
