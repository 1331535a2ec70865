// The library as the commands use it: the package's own, which is loaded at the first need. Its types are those of
// one resource each; here any of them will do.

import type { Judge, ModelField } from "../files";

/** What is known of a field. */
export interface FieldInfo extends ModelField {
    readonly required: boolean;
    readonly nullable: boolean;
    readonly format?: string;
    readonly maxLength?: number;
    readonly minLength?: number;
    readonly target?: string;
    readonly enum?: readonly unknown[];
    readonly doc?: string;
}

/** One thing that is wrong with a value, or with list options. */
export interface Issue {
    readonly path: readonly (string | number)[];
    readonly code: string;
    readonly message: string;
}

/** What a value comes to. */
export type Verdict =
    | { readonly valid: true; readonly value: Row; readonly issues: readonly Issue[] }
    | { readonly valid: false; readonly issues: readonly Issue[] };

/** A row of the API's. */
export type Row = Record<string, unknown>;

interface JudgeOptions {
    readonly mode: "create" | "update";
    readonly locale?: string;
}

/** A schema of the library. */
export interface ResourceSchema extends Judge {
    readonly name: string;
    readonly basePath: string;
    readonly operations: readonly string[];
    readonly documented: "complete" | "partial" | "name only";
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly filters: Readonly<Record<string, readonly string[]>>;
    validate(value: unknown, options: JudgeOptions): Verdict;
    parseForm(form: unknown, options: JudgeOptions): Verdict;
    query(options: ListOptions): string;
}

/** What lists are asked for. */
export interface ListOptions {
    filter?: Record<string, unknown>;
    orderBy?: readonly string[];
    search?: string;
    extra?: Record<string, string>;
    page?: number;
    pageSize?: number;
}

/** A resource of a client. */
export interface ResourceClient {
    list(options: ListOptions, request?: { signal?: AbortSignal }): Promise<Row[]>;
    iterate(options: ListOptions, request?: { signal?: AbortSignal }): AsyncIterable<Row>;
    bulkWrite(rows: readonly Row[], options: { chunkSize: number; signal?: AbortSignal }): Promise<Row[]>;
}

/** A client: resources by application. */
export type Client = Readonly<Record<string, Readonly<Record<string, ResourceClient>>>>;

interface Library {
    readonly Pigello: {
        fromEnv(env: Readonly<Record<string, string | undefined>>, options: Record<string, unknown>): Client;
    };
}

/** What `bulkWrite` rejects with. */
export interface BulkFailure extends Error {
    readonly kind: "bulk";
    readonly failed?: { readonly start: number; readonly end: number; readonly outcome: "rejected" | "unknown" };
    readonly issues: readonly Issue[];
    readonly cause?: unknown;
}

type Everything = Library & Readonly<Record<string, unknown>>;

let begun: Promise<Everything> | undefined;

/** The package, once it is loaded. Its wasm is compiled beside whatever else there is to do meanwhile. */
export function library(): Promise<Everything> {
    begun ??= (async () => {
        const slim = (await import("../src/slim")) as unknown as Everything & { init(): Promise<void> };
        await slim.init();
        return slim;
    })();
    return begun;
}
