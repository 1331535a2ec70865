// What `init` is given, as bytes: from an address, a file, an answer or memory. A `ConfigError` says what was wrong.

import { ConfigError } from "./errors";
import { tagOf } from "./foreign";
import { because } from "./load";

export const TAKES = "`init` takes a URL, a Response, bytes or a WebAssembly.Module of client.wasm";

/** How many characters of something that is no wasm an error shows. */
const SHOWN = 40;

/** A module of this realm or of another. */
export function isModule(value: unknown): value is WebAssembly.Module {
    return tagOf(value) === "WebAssembly.Module";
}

/** The bytes of what was given, or of where it points to. */
export async function bytesOf(given: unknown): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = copied(given) ?? (isAnswer(given) ? await bodyOf(given) : await fetched(addressOf(given)));
    refusePage(bytes);
    return bytes;
}

/** Memory, as a copy of ours; `undefined` for anything else. */
export function copied(given: unknown): Uint8Array<ArrayBuffer> | undefined {
    if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength).slice();
    return tagOf(given) === "ArrayBuffer" ? new Uint8Array(ArrayBuffer.prototype.slice.call(given, 0)) : undefined;
}

/** A `Response`, whoever's it is, or a `Blob`. */
interface Answer {
    readonly ok?: boolean;
    readonly status?: number;
    readonly url?: string;
    arrayBuffer(): Promise<ArrayBuffer>;
}

function isAnswer(given: unknown): given is Answer {
    return typeof (given as Partial<Answer> | null | undefined)?.arrayBuffer === "function";
}

async function bodyOf(answer: Answer): Promise<Uint8Array<ArrayBuffer>> {
    const where = answer.url ? ` of ${answer.url}` : "";
    if (answer.ok === false) throw new ConfigError(`client.wasm is not there: the answer${where} has status ${answer.status}`);
    try {
        return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
        throw because(`client.wasm did not arrive: the answer${where} could not be read`, error);
    }
}

/** An address as text. */
function addressOf(given: unknown): string {
    if (typeof given === "string" && given !== "") return given;
    if (tagOf(given) === "URL") return (given as URL).href;
    if (given === undefined) throw new ConfigError(`where client.wasm lies cannot be told here: ${TAKES}`);
    throw new ConfigError(TAKES);
}

async function fetched(address: string): Promise<Uint8Array<ArrayBuffer>> {
    const files = /^(?:https?|data|blob):/i.test(address) ? undefined : await nodeFiles();
    try {
        if (files === undefined) return await bodyOf((await fetch(address)) as Answer);
        return new Uint8Array(await files.readFile(/^file:/i.test(address) ? new URL(address) : address));
    } catch (error) {
        if (error instanceof ConfigError) throw error;
        throw because(`client.wasm could not be read from ${address}: give \`init\` its URL, or what it holds`, error);
    }
}

interface Files {
    readFile(path: string | URL): Promise<Uint8Array>;
}

type NodeProcess = { versions?: { node?: string }; getBuiltinModule?: (name: string) => { promises: Files } | undefined };

/** Node's files, asked for in a way in which bundlers for pages do not look for them. */
async function nodeFiles(): Promise<Files | undefined> {
    const { process } = globalThis as { process?: NodeProcess };
    if (process?.versions?.node === undefined) return undefined;
    // Node 18 has no `getBuiltinModule`.
    const name = "node:fs";
    const builtin = process.getBuiltinModule?.(name);
    if (builtin !== undefined) return builtin.promises;
    try {
        return ((await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ name)) as { promises: Files }).promises;
    } catch {
        return undefined;
    }
}

/** A server that lacks the file often answers a page in its place. */
function refusePage(bytes: Uint8Array): void {
    const begin = String.fromCharCode(...bytes.subarray(0, SHOWN));
    if (begin.startsWith("\0asm")) return;
    const shown = begin.replace(/[^ -~]+/g, " ").trim();
    const what = bytes.length === 0 ? "is empty" : `begins with \`${shown}\``;
    throw new ConfigError(`client.wasm was expected, but what was given to \`init\`, or lies there, ${what}`);
}
