// The wasm as a file of its own, for `pigello-client/slim`: compiled by `init`, before anything else is called.

import { beside } from "wasm:beside";
import { ConfigError } from "./errors";
import { because, begin, hasWebAssembly, refused, type InitSync } from "./load";
import { TAKES, bytesOf, copied, isModule } from "./load-input";

/** The name of the section at the wasm's end that says what it is. */
const SECTION = "pigello-client";

let compiled: WebAssembly.Module | undefined;
let loading: Promise<void> | undefined;

/** Starts the glue; a `ConfigError` before `init` is done. */
export function start(initSync: InitSync): void {
    if (compiled === undefined) {
        throw new ConfigError(`\`pigello-client/slim\` is not loaded: \`await init()\` before anything else; ${TAKES}`);
    }
    begin(initSync, compiled);
}

/**
 * Compiles what was given and begins. Calls share one load; what failed leaves nothing behind, and the next call tries
 * anew.
 */
export function load(input: unknown, use: () => void): Promise<void> {
    // Of a promise that is not waited for, nobody else would hear that it failed.
    if (loading !== undefined) Promise.resolve(input).catch(() => undefined);
    return (loading ??= loaded(input, use).catch((error: unknown) => {
        loading = undefined;
        throw error;
    }));
}

async function loaded(input: unknown, use: () => void): Promise<void> {
    if (!hasWebAssembly()) {
        Promise.resolve(input).catch(() => undefined);
        throw refused("this engine has no WebAssembly");
    }
    compiled = await moduleOf(input === undefined ? beside() : input);
    try {
        use();
    } catch (error) {
        compiled = undefined;
        throw error;
    }
}

/** The module of this very version; anything else is a `ConfigError`. */
async function moduleOf(input: unknown): Promise<WebAssembly.Module> {
    try {
        // Copied at once: what the caller does with its memory afterwards does not matter.
        const given = copied(input) ?? (await awaited(input));
        const module = isModule(given) ? given : await compile(await bytesOf(given));
        refuseOthers(module);
        return module;
    } catch (error) {
        // What only looks like something of the platform's throws anything.
        throw error instanceof ConfigError ? error : because(TAKES, error);
    }
}

async function awaited(input: unknown): Promise<unknown> {
    try {
        return await input;
    } catch (error) {
        throw because("the promise given to `init` was rejected", error);
    }
}

async function compile(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module> {
    try {
        return await WebAssembly.compile(bytes);
    } catch (error) {
        if (!compilesAnything()) throw refused("WebAssembly is forbidden here", error);
        if (String.fromCharCode(...bytes.subarray(-STAMP.length)) === STAMP) throw refused("this engine is too old for client.wasm", error);
        throw because(
            `what was given to \`init\` is cut short, or is not the client.wasm of this \`pigello-client\`, ${STAMP}`,
            error,
        );
    }
}

/** Whether the smallest module compiles: else a policy forbids all. */
function compilesAnything(): boolean {
    try {
        return new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)) !== undefined;
    } catch {
        return false;
    }
}

/** The glue fits the one wasm that it was built with. */
function refuseOthers(module: WebAssembly.Module): void {
    const [section] = WebAssembly.Module.customSections(module, SECTION);
    const found = section && String.fromCharCode(...new Uint8Array(section));
    if (found === STAMP) return;
    throw new ConfigError(
        `what was given to \`init\` is ${found === undefined ? "another program" : `the client.wasm of version ${found}`}: ` +
            `this \`pigello-client\` takes the client.wasm of its own version, ${STAMP}`,
    );
}
