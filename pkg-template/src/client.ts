// The client's wasm, started at first need, and what it says of the resources, asked once.

import * as raw from "glue:client";
import { start } from "wasm:start";
import { internalError, rejection } from "./errors";
import { once } from "./load";
import type { Answer, Description, Failure, ResourceInfo } from "./raw";
import { table, type Table } from "./table";

/** Who waits for what Rust has promised. */
const waiting = /* @__PURE__ */ new Set<(cause: unknown) => void>();

/** How often Rust was started. */
export let starts = 0;

/** Starts Rust, if it is not started, or is no more. */
export const started = /* @__PURE__ */ once((over) => {
    start((module) =>
        raw.initSync(module, (cause) => {
            over();
            for (const reject of waiting) reject(cause);
            waiting.clear();
        }),
    );
    starts++;
});

/** What Rust would answer, where that is known before it is started. */
let known: ((ask: unknown, index: unknown) => unknown) | undefined;

/** Takes who tells what Rust would answer: the lines of all resources, or the table of one; see node.ts. */
export function preload(tell: (resource?: number) => unknown): void {
    known = (ask, index) => (ask === raw.resources ? tell() : ask === raw.table ? tell(index as number) : undefined);
}

/** Asks one of Rust's functions. What it throws is a bug of ours. */
export function rust<Given extends unknown[], T>(ask: (...given: Given) => T, ...given: Given): T {
    if (FORETOLD) {
        const answer = known?.(ask, given[0]);
        if (answer !== undefined) return answer as T;
    }
    started();
    try {
        return ask(...given);
    } catch (error) {
        raw.trapped(error);
        throw internalError(error);
    }
}

/** What Rust has promised; rejects when Rust is no more. */
export function kept<T>(promised: T | Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        waiting.add(reject);
        void Promise.resolve(promised).then(resolve, reject).then(() => waiting.delete(reject));
    });
}

/** What a fallible function answered, or its failure thrown. */
export function settled<T>(answer: Answer<T>): T {
    if (isFailed(answer)) throw rejection(answer.error);
    return answer.ok;
}

/** Whether an answer is a failure. Only its own properties count: a page may have hung anything on the prototypes. */
export function isFailed<T>(answer: Answer<T>): answer is { readonly error: Failure } {
    return Object.hasOwn(answer, "error");
}

/** A resource, with its number in Rust. */
export interface Resource extends ResourceInfo {
    readonly index: number;
    /** Its fields, as rows are read by them. */
    readonly table: () => Table;
    /** What is known of its fields and filters. */
    readonly description: () => Description;
}

let all: readonly Resource[] | undefined;

/** Every resource. */
export function resources(): readonly Resource[] {
    return (all ??= rust(raw.resources).split("\n").map((line, index) => resource(line.split("\t"), index)));
}

function resource([application, key, typeName, name, basePath, documented, ...operations]: string[], index: number): Resource {
    let description: Description | undefined;
    let fields: Table | undefined;
    return {
        ...({ application, key, typeName, name, basePath, documented, operations } as unknown as ResourceInfo),
        index,
        table: () => (fields ??= table(rust(raw.table, index), index, documented !== "complete")),
        description: () => (description ??= rust(raw.describe, index)),
    };
}

/** The resource whose type has this name. */
export function resourceOf(typeName: string): Resource {
    const found = resources().find((resource) => resource.typeName === typeName);
    if (found === undefined) throw internalError(new Error(`no resource is called ${typeName}`));
    return found;
}
