// Many rows at once: read and judged in parts, so that a large import neither holds two packed copies nor is judged to
// its end when it is wrong throughout.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { jsonText } from "./json";
import { UNCHECKED } from "./options";
import { kindOf, pack, packRows, read } from "./pack";
import type { Failure, ToldIssue } from "./raw";

const ROWS_AT_ONCE = 1_000;
/** An array that only claims its length has rows that are `undefined`: after so many it is enough. */
const MOST_MISSING = 100_000;
/** How many issues a message names. */
const SHOWN = 3;
/** Longer than any id: Rust need not see it to know that it is none. */
const LONGEST_ID = 100;

/** What text that is no JSON is parsed to. */
const NO_JSON: unique symbol = Symbol("no JSON");

/** The plain copies of rows, and what is wrong with them. */
export interface JudgedRows {
    readonly values: readonly unknown[];
    readonly failure?: Failure;
}

/** Judges all rows, or until there are enough issues. Of those that are not checked an id may stand twice. */
export function judgeRows(resource: Resource, rows: unknown, terms: number, maxIssues = Infinity): JudgedRows {
    const { index } = resource;
    const length = kindOf(rows) === "array" ? read(rows as unknown[], "length") : undefined;
    if (typeof length !== "number") {
        // Text stands for text that does not parse, `null` for all else that is no array.
        const { words, text } = pack(rows === NO_JSON ? "" : null);
        const failure = rust(raw.validateRows, index, terms, 0, 1, words, text);
        return { values: [], ...(failure && { failure }) };
    }
    const table = resource.table();
    const values: unknown[] = [];
    const issues: ToldIssue[] = [];
    let missing = 0;
    for (let start = 0; start < length && issues.length < maxIssues && missing < MOST_MISSING; start = values.length) {
        const end = Math.min(start + ROWS_AT_ONCE, length);
        const part = packRows(rows as unknown[], start, end, table);
        const most = maxIssues - issues.length;
        const failure = rust(raw.validateRows, index, terms, start, most, part.words, part.text);
        for (const issue of failure?.issues ?? []) issues.push(issue);
        for (const value of part.values) values.push(value);
        missing += part.missing;
    }
    if ((terms & UNCHECKED) === 0 && issues.length < maxIssues) {
        const twice = duplicates(values, resource, terms, maxIssues - issues.length);
        for (const issue of twice) issues.push(issue);
        if (twice.length > 0) issues.sort(inOrder(resource));
    }
    return issues.length === 0 ? { values } : { values, failure: refusal(issues) };
}

/** By row, then as the page has its fields, then fields that it does not have. */
function inOrder(resource: Resource): (one: ToldIssue, other: ToldIssue) => number {
    const { places } = resource.table();
    const row = ([path]: ToldIssue): number => Number(path[0]);
    const field = ([path]: ToldIssue): number => (path.length < 2 ? -1 : (places.get(String(path[1])) ?? places.size));
    return (one, other) => row(one) - row(other) || field(one) - field(other);
}

/** The failure of rows that were judged in parts. */
function refusal(issues: readonly ToldIssue[]): Failure {
    const shown = issues.slice(0, SHOWN).map(([path, , , message]) => `\`${path.join(".")}\`: ${message}`);
    const more = issues.length > SHOWN ? `; and ${issues.length - SHOWN} more` : "";
    return { kind: "validation", message: `the rows are not valid: ${shown.join("; ")}${more}`, issues };
}

/** The issues of ids that stand twice. Here they are only looked up: Rust says whether two are one. */
function duplicates(
    values: readonly unknown[],
    resource: Resource,
    terms: number,
    maxIssues: number,
): readonly ToldIssue[] {
    const { idName } = resource.table();
    const first = new Map<string, string>();
    const found: unknown[] = [];
    for (let place = 0; place < values.length; place++) {
        const id = idOf(values[place], idName);
        if (id === undefined) continue;
        const inSmall = id.toLowerCase();
        const earlier = first.get(inSmall);
        if (earlier === undefined) first.set(inSmall, id);
        else found.push(place, earlier, id);
    }
    if (found.length === 0) return [];
    const { words, text } = pack(found, Infinity, Infinity);
    return rust(raw.duplicateIds, terms, maxIssues, words, text);
}

function idOf(value: unknown, name: string | undefined): string | undefined {
    if (name === undefined || typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    const given: unknown = (value as Record<string, unknown>)[name];
    return typeof given === "string" && given.length <= LONGEST_ID ? given : undefined;
}

/** The JSON text of rows `start` up to `end`, made when it is needed. */
export function rowTexts(values: readonly unknown[]): (start: number, end: number) => string {
    return (start, end) => jsonText(values.slice(start, end));
}

/** Rows as they are, or parsed if they are given as JSON text. */
export function parsedRows(rows: unknown): unknown {
    if (typeof rows !== "string") return rows;
    try {
        return JSON.parse(rows);
    } catch {
        return NO_JSON;
    }
}
