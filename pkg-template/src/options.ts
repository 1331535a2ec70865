// Reads option objects: what stays on this side (functions, signals, headers) and what Rust is to judge.

import * as raw from "glue:client";
import { rust, settled } from "./client";
import { isObject, read } from "./foreign";
import { given, nothing } from "./given";
import { headerPairs } from "./headers";
import { pack } from "./pack";
import type { RequestSettings } from "./raw";

/** Options that Rust found right, as it saw them, with how bodies are judged; throws a `ConfigError`. */
export function judged<T>(what: "client" | "schema" | "rows" | "request" | "bulk", options: unknown): T {
    const { words, text, value } = pack(options);
    const terms = settled(rust(raw.readOptions, what, words, text));
    return Object.assign(nothing(), value, { terms }) as T;
}

/** What one call has of its own. */
export interface CallOptions {
    readonly settings: RequestSettings;
    readonly signal: AbortSignal | undefined;
    readonly headers: unknown;
    readonly onProgress: unknown;
}

const NONE: CallOptions = { settings: {}, signal: undefined, headers: undefined, onProgress: undefined };

/** The options of one call; throws a `ConfigError`. */
export function callOptions(what: "request" | "bulk", options: unknown): CallOptions {
    if (options === undefined) return NONE;
    const own = given(options) ?? judged<never>(what, options);
    const signal = isSignal(own.signal) ? own.signal : undefined;
    if (signal !== undefined) delete own.signal;
    const headers = headersSource(own.headers);
    // Rust judges their names and values, and refuses what is neither.
    if (headers !== undefined) own.headers = headers;
    const { timeoutMs, retry, validate, chunkSize } = judged<RequestSettings>(what, own);
    return { settings: { timeoutMs, retry, validate, chunkSize }, signal, headers, onProgress: own.onProgress };
}

/** A function as it is, headers as pairs; `undefined` for what is neither. */
export function headersSource(value: unknown): unknown {
    return typeof value === "function" ? value : headerPairs(value);
}

function isSignal(value: unknown): value is AbortSignal {
    return isObject(value) && typeof read(value, "aborted") === "boolean" && typeof read(value, "addEventListener") === "function";
}
