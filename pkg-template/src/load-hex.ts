// The wasm as hex in the bundle: decoded and compiled when it is needed, with nothing to fetch and nothing to wait for.

import { begin, hasWebAssembly, refused, type InitSync } from "./load";

/** Starts the glue; a `ConfigError` where the engine or the page forbids it. */
export function start(initSync: InitSync): void {
    if (!hasWebAssembly()) throw refused("this engine has no WebAssembly");
    let module: WebAssembly.Module;
    try {
        module = new WebAssembly.Module(decode(WASM_HEX));
    } catch (error) {
        // A policy's CompileError or EvalError, an old engine's CompileError, and the RangeError of Chrome before 114,
        // whose main thread compiled no more than 4 KB.
        throw refused("WebAssembly is forbidden here, or too old for `pigello-client`", error);
    }
    begin(initSync, module);
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
