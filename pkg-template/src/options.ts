// Reads option objects: what stays on this side (functions, signals, headers) and what Rust is to judge.

import { rust, settled } from "./client";
import { headerPairs } from "./headers";
import { kindOf, namesOf, pack, read } from "./pack";
import type { RequestSettings } from "./raw";

/** Options, read once: own properties without `undefined`; anything that is no object stays as it is. */
export type Given = Record<string, unknown>;

/** The options as an object of ours, or `undefined` if they are something else. */
export function given(options: unknown): Given | undefined {
    if (options === undefined) return nothing();
    if (kindOf(options) !== "object") return undefined;
    const names = namesOf(options as object);
    if (names === undefined) return undefined;
    const copy = nothing();
    for (const name of names) {
        const value = read(options as object, name);
        if (value !== undefined) copy[name] = value;
    }
    return copy;
}

/** Rust's judgement of options: normalised, with defaults; throws a `ConfigError`. */
export function judged<T>(what: "client" | "schema" | "rows" | "request" | "bulk", options: unknown): T {
    const { words, text } = pack(options);
    const answer = settled(rust((raw) => raw.readOptions(what, words, text)));
    return Object.assign(nothing(), answer) as T;
}

/** Without a prototype, so that nothing hung on `Object.prototype` is taken for an option. */
export function nothing(): Given {
    return Object.create(null) as Given;
}

/** `validate` and its kin take these as one number. */
const PASS_UNKNOWN = 1;
const UNCHECKED = 2;

/** How bodies are judged. */
export function flagsOf(unknownFields: "reject" | "pass", validate: boolean): number {
    return (unknownFields === "pass" ? PASS_UNKNOWN : 0) | (validate ? 0 : UNCHECKED);
}

/** What one call has of its own. */
export interface CallOptions {
    readonly settings: RequestSettings;
    readonly signal: AbortSignal | undefined;
    readonly headers: unknown;
    readonly onProgress: unknown;
}

/** The options of one call; throws a `ConfigError`. */
export function callOptions(what: "request" | "bulk", options: unknown): CallOptions {
    const own = given(options);
    if (own === undefined) {
        judged(what, options === undefined ? null : options);
        return { settings: {}, signal: undefined, headers: undefined, onProgress: undefined };
    }
    const signal = isSignal(own.signal) ? own.signal : undefined;
    if (signal !== undefined) delete own.signal;
    const headers = headersSource(own.headers);
    if (headers !== undefined) delete own.headers;
    return { settings: judged<RequestSettings>(what, own), signal, headers, onProgress: own.onProgress };
}

/** A function as it is, headers as pairs; `undefined` for what is neither. */
export function headersSource(value: unknown): unknown {
    return typeof value === "function" ? value : headerPairs(value);
}

function isSignal(value: unknown): value is AbortSignal {
    if (typeof value !== "object" || value === null) return false;
    return typeof read(value, "aborted") === "boolean" && typeof read(value, "addEventListener") === "function";
}
