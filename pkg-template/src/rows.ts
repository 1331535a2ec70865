// Many rows at once: read and judged in parts, so that a large import neither holds two packed copies nor is judged to
// its end when it is wrong throughout.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { slots } from "./define";
import { copied, idRead, rest } from "./fast";
import { countOf, isObject, read } from "./foreign";
import { wellOf } from "./in-place";
import { jsonText } from "./json";
import { pack, packRows } from "./pack";
import type { Failure, ToldIssue } from "./raw";
import { areRowsWell } from "./scan";
import { UNCHECKED } from "./terms";

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

/** How many issues are enough, and whether the copies are wanted: then rows are no text. */
interface Wanted {
    readonly maxIssues?: number | undefined;
    readonly keep?: boolean;
}

/** Judges all rows, or until there are enough issues. Of those that are not checked an id may stand twice. */
export function judgeRows(resource: Resource, given: unknown, terms: number, { maxIssues = Infinity, keep = false }: Wanted): JudgedRows {
    const isText = !keep && typeof given === "string";
    let ids = new Ids();
    if (isText && areRowsWell(resource, given, terms, (id) => ids.add(id, 0))) return { values: [] };
    const rows = isText ? parsedRows(given) : given;
    const length = countOf(rows);
    if (length === undefined) {
        // Text stands for text that does not parse, `null` for all else that is no array.
        const { words, text } = pack(rows === NO_JSON ? "" : null);
        const failure = rust(raw.validateRows, resource.index, terms, 0, 1, words, text);
        return { values: [], ...(failure && { failure }) };
    }
    const table = resource.table();
    const values: unknown[] = [];
    ids = new Ids();
    const issues: ToldIssue[] = [];
    let missing = 0;
    for (let start = 0; start < length && issues.length < maxIssues && missing < MOST_MISSING; start += ROWS_AT_ONCE) {
        // Rows, and when they are judged their ids.
        const part = slots<unknown>(Math.min(ROWS_AT_ONCE, Math.ceil(length - start)));
        const asked: unknown[] = [];
        const places: number[] = [];
        for (let at = 0; at < part.length; at++) part[at] = read(rows as unknown[], start + at);
        for (let at = keep ? 0 : wellOf(part, table, terms); at < part.length; at++) {
            const copy = copied(resource, part[at], terms, true);
            if (keep) values.push(copy);
            if (copy === undefined) {
                asked.push(rest());
                places.push(start + at);
            } else part[at] = idRead;
        }
        for (let done = 0; done < asked.length && issues.length < maxIssues; ) {
            const packed = packRows(asked, done, table);
            const most = maxIssues - issues.length;
            const failure = rust(raw.validateRows, resource.index, terms, done, most, packed.words, packed.text);
            for (const [[place, ...path], ...said] of failure?.issues ?? []) issues.push([[places[place as number]!, ...path], ...said]);
            for (const value of packed.values) {
                const at = places[done++]!;
                if (keep) values[at] = value;
                part[at - start] = idOf(value, table.id?.name);
            }
            missing += packed.missing;
        }
        for (let at = 0; at < part.length; at++) ids.add(part[at], start + at);
    }
    if ((terms & UNCHECKED) === 0 && issues.length < maxIssues) {
        const twice = ids.issues(terms, maxIssues - issues.length);
        for (const issue of twice) issues.push(issue);
        if (twice.length > 0) issues.sort(inOrder(resource));
    }
    return issues.length === 0 ? { values } : { values, failure: refusal(issues) };
}

/** By row, then as the page has its fields, then fields that it does not have. */
function inOrder(resource: Resource): (one: ToldIssue, other: ToldIssue) => number {
    const { byName, declared } = resource.table();
    const row = ([path]: ToldIssue): number => Number(path[0]);
    const field = ([path]: ToldIssue): number => (path.length < 2 ? -1 : Math.min(byName.get(String(path[1]))?.place ?? Infinity, declared));
    return (one, other) => row(one) - row(other) || field(one) - field(other);
}

/** The failure of rows that were judged in parts. */
function refusal(issues: readonly ToldIssue[]): Failure {
    const shown = issues.slice(0, SHOWN).map(([path, , , message]) => `\`${path.join(".")}\`: ${message}`);
    const more = issues.length > SHOWN ? `; and ${issues.length - SHOWN} more` : "";
    return { kind: "validation", message: `the rows are not valid: ${shown.join("; ")}${more}`, issues };
}

/** The ids of rows, one after the other. Here they are only looked up: Rust says whether two are one. */
class Ids {
    readonly #first = new Map<string, string>();
    readonly #found: unknown[] = [];

    /** Answers whether there was none like the id of the row at this place. */
    add(id: unknown, place: number): boolean {
        if (typeof id !== "string" || id === "" || id.length > LONGEST_ID) return true;
        const inSmall = id.toLowerCase();
        const earlier = this.#first.get(inSmall);
        if (earlier === undefined) this.#first.set(inSmall, id);
        else this.#found.push(place, earlier, id);
        return earlier === undefined;
    }

    /** The issues of those that stand twice. */
    issues(terms: number, maxIssues: number): readonly ToldIssue[] {
        if (this.#found.length === 0) return [];
        const { words, text } = pack(this.#found, Infinity, Infinity);
        return rust(raw.duplicateIds, terms, maxIssues, words, text);
    }
}

/** What stands in our copy as its id. */
function idOf(value: unknown, name: string | undefined): unknown {
    const has = name !== undefined && isObject(value) && Object.hasOwn(value, name);
    return has ? value[name] : undefined;
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
