// The border to Rust, as types: what its exported functions take and answer. Nothing here runs.

import type { InitSyncAnew } from "./load";
import type { FieldInfo, Issue } from "./public";
import type { End } from "./signals";

/** An issue as Rust tells it; issues.ts puts names to it. */
export type ToldIssue = readonly [Issue["path"], Issue["code"], Issue["params"], Issue["message"]];

/** What went wrong, as Rust says it; errors.ts makes the error of it. */
export interface Failure {
    readonly kind:
        | "config"
        | "validation"
        | "filter"
        | "api"
        | "network"
        | "timeout"
        | "decode"
        | "bulk"
        | "aborted"
        | "thrown"
        | "internal";
    readonly message: string;
    readonly issues?: readonly ToldIssue[];
    /** Of "thrown": the very value to reject with. */
    readonly value?: unknown;
    /** Of "bulk" another failure, of "network" what was thrown. */
    readonly cause?: unknown;
    readonly [detail: string]: unknown;
}

/** What a fallible function answers. */
export type Answer<T> = { readonly ok: T } | { readonly error: Failure };

/** A JS value as numbers and text; `pack.ts` writes it. */
export interface Packed {
    readonly words: Uint32Array;
    readonly text: Uint16Array;
}

/** One resource, as the API and as we name it. */
export interface ResourceInfo {
    readonly application: string;
    readonly key: string;
    readonly typeName: string;
    readonly name: string;
    readonly basePath: string;
    readonly documented: "complete" | "partial" | "name only";
    readonly operations: readonly ("list" | "bulkWrite" | "create" | "get" | "update" | "delete" | "invite")[];
}

/**
 * What is to be known of a resource's fields: the place of the id or -1; what matches text of any content; a name, flags, the
 * least and the most, and what matches its texts for each; the names of fields that are only mentioned; rules as arrays.
 */
export type TableInfo = readonly [id: number, plain: string, ...fields: (string | number | readonly number[])[]];

/** What is called for the mistake in a text, the memory, and where in it text is written as UTF-16. */
export type Hot = readonly [
    fault: (resource: number, field: number, length: number) => number,
    memory: { readonly buffer: ArrayBuffer },
    units: number,
];

/** Metadata of a resource. */
export interface Description {
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A client's checked options. Only these are of interest here. */
export interface Config {
    /** How bodies are judged, as one number. */
    readonly terms: number;
    readonly validate: boolean;
    readonly checkResponses: boolean;
    readonly concurrency: number;
    readonly maxDelayMs: number;
    readonly timeoutMs: number;
}

/** A schema's checked options. */
export interface SchemaSettings {
    /** How bodies are judged, as one number. */
    readonly terms: number;
    readonly maxIssues?: number;
}

/** A call's checked options. */
export interface RequestSettings {
    readonly timeoutMs?: number;
    readonly validate?: boolean;
    readonly retry?: unknown;
    readonly chunkSize?: number;
}

/** What came of something waited for: why, and what. */
export type Came = readonly [why: number, ...what: unknown[]];

/** What Rust asks of JS while a call lasts; `port.ts` makes it. Nothing in it throws. */
export interface Port {
    readonly signal: End;
    readonly fetch: unknown;
    /** How the body of an earlier try broke. */
    readonly broken: Came | undefined;
    /** Whether the engine has `Headers`. */
    readonly makesHeaders: boolean;
    /** After so long a turn in the queue, and the caller's headers for one attempt. */
    readonly begin: (delayMs: number, timeoutMs: number) => Promise<Came>;
    /** What `fetch` came to: status, `Retry-After`, whether it says that it is JSON, text or stream. */
    readonly answer: (sent: unknown, stop: AbortController, timeoutMs: number, stream: boolean) => Promise<Came>;
    /** Whether a `fetch` rejected because it takes no signal of ours. */
    readonly refusesSignal: (error: unknown) => boolean;
    /** The server asked everyone to wait. */
    readonly hold: (ms: number) => void;
    /** Milliseconds until a date as HTTP writes it; NaN: it is none. */
    readonly until: (date: string) => number;
    /** Tells the observers. */
    readonly observe: (
        event: string,
        method: string,
        url: string,
        attempt: number,
        status: number | undefined,
        delayMs: number | undefined,
        error: Failure | undefined,
    ) => void;
    /** What a value is, on its surface. */
    readonly shape: (value: unknown) => number;
    /** The ids of rows, where each has one. */
    readonly ids: (rows: readonly unknown[]) => readonly string[] | undefined;
    readonly append: (list: unknown[], array: readonly unknown[]) => void;
    readonly beginning: (text: unknown, length: number) => string;
    /** Packs an answer, as `[words, text]`. */
    readonly pack: (value: unknown) => [Uint32Array, Uint16Array];
    /** The JSON text of rows `start` up to `end`; `undefined` where it is too long for a text. */
    readonly chunk: (start: number, end: number) => string | undefined;
    readonly progress: (written: number, total: number) => void;
    /** Gives the turn back where Rust is no more; Rust does not ask for it. */
    readonly end: () => void;
}

/** What a call is about. */
export interface CallInput {
    readonly operation: string;
    readonly resource?: number;
    readonly words?: Uint32Array;
    readonly text?: Uint16Array;
    readonly id?: string;
    readonly body?: string;
    readonly slim?: boolean;
    /** Of a walk: the page, and what is known of the one before. */
    readonly page?: number;
    readonly seen?: number;
    /** Of a long `in`: the part that is asked for; 0 is the first. */
    readonly part?: number;
    /** Of a stream that broke: at which try. */
    readonly attempt?: number;
    /** Nothing is sent. */
    readonly dry?: boolean;
    readonly total?: number;
    readonly chunkSize?: number;
    readonly method?: string;
    readonly path?: string;
    readonly request?: RequestSettings;
}

/** A stream's answer once its headers are in: what to read, or all the text; how often it was tried. */
export type Opened = readonly [body: unknown, next: number, url: string, status: number, attempts: number];

/**
 * Rows of a list, and where the next part of a long `in` begins, or 0; of a page, what the next one is asked with. At the
 * end of a walk there are no rows.
 */
export type Listed = readonly [rows: unknown[] | undefined, next: number, page?: number, seen?: number];

/** The functions of the client's wasm. */
export interface RawClient {
    initSync: InitSyncAnew;
    /** Lets go of the wasm, as something was thrown through it. */
    trapped(cause: unknown): void;
    hot(): Hot;
    /** A line for each, of cells divided by tabs: what {@link ResourceInfo} has, the operations at the end. */
    resources(): string;
    table(resource: number): TableInfo;
    describe(resource: number): Description;
    readOptions(what: string, words: Uint32Array, text: Uint16Array): Answer<unknown>;
    validate(resource: number, terms: number, words: Uint32Array, text: Uint16Array): Failure | undefined;
    validateRows(
        resource: number,
        terms: number,
        first: number,
        maxIssues: number,
        words: Uint32Array,
        text: Uint16Array,
    ): Failure | undefined;
    duplicateIds(terms: number, maxIssues: number, words: Uint32Array, text: Uint16Array): readonly ToldIssue[];
    validateField(
        resource: number,
        name: string,
        terms: number,
        words: Uint32Array,
        text: Uint16Array,
    ): readonly ToldIssue[];
    check(resource: number, terms: number, words: Uint32Array, text: Uint16Array): readonly ToldIssue[];
    query(
        resource: number,
        terms: number,
        maxUrlLength: number,
        words: Uint32Array,
        text: Uint16Array,
    ): Answer<string>;
    streamFailure(
        what: string,
        url: string,
        status: number,
        attempts: number,
        detail: string,
        timeoutMs: number,
        cause: unknown,
    ): Failure;
    call(
        port: Port | undefined,
        configWords: Uint32Array,
        configText: Uint16Array,
        inputWords: Uint32Array,
        inputText: Uint16Array,
        words: Uint32Array,
        text: Uint16Array,
    ): Answer<unknown> | Promise<Answer<unknown>>;
}

/** The functions of the sandbox's wasm. */
export interface RawSandbox {
    initSync(module: { module: WebAssembly.Module }): unknown;
    sandboxCreate(seedJson: string, now: number, checkRelations: boolean): Answer<number>;
    sandboxHandle(
        handle: number,
        method: string,
        pathAndQuery: string,
        headers: readonly string[],
        body: string | undefined,
        now: number,
    ): SandboxAnswer;
    sandboxReset(handle: number): void;
    /** The JSON text of a seed. */
    sandboxData(handle: number): string;
    /** The JSON text of an array; `undefined` where there is no such resource. */
    sandboxGenerate(
        handle: number,
        name: string,
        count: number,
        seed: number,
        keep: boolean,
        now: number,
    ): string | undefined;
    sandboxDrop(handle: number): void;
    sandboxCredentials(): Readonly<Record<string, string>>;
}

/** What the sandbox answers; `headers` is flat: name, value, name, value. */
export interface SandboxAnswer {
    readonly status: number;
    readonly headers: readonly string[];
    readonly body?: string;
    /** The resource in which rows were written or removed, by its name in a seed. */
    readonly wrote?: string;
}
