// Many rows at once: read and judged in parts, so that a large import neither holds two packed copies nor is judged to
// its end when it is wrong throughout.

import { rust, type Resource } from "./client";
import { jsonText } from "./json";
import { kindOf, pack, packRows, read } from "./pack";
import type { Issue } from "./public";
import type { Failure } from "./raw";

const ROWS_AT_ONCE = 1_000;
/** More than anyone reads, and less than an array that only claims its length could fill memory with. */
const MOST_ISSUES = 100_000;

/** How rows are judged. */
export interface Judging {
    readonly mode: "create" | "update" | "auto";
    readonly locale: string;
    readonly flags: number;
    readonly maxIssues?: number | undefined;
}

/** The plain copies of rows, and what is wrong with them. */
export interface JudgedRows {
    readonly values: readonly unknown[];
    readonly failure?: Failure;
}

/** Judges rows until there are enough issues. */
export function judgeRows(resource: Resource, rows: unknown, judging: Judging): JudgedRows {
    const { mode, locale, flags, maxIssues = MOST_ISSUES } = judging;
    const { index } = resource;
    const length = kindOf(rows) === "array" ? read(rows as unknown[], "length") : undefined;
    if (typeof length !== "number") {
        const { words, text } = pack(rows);
        const failure = rust((raw) => raw.validateRows(index, mode, locale, flags, 0, maxIssues, words, text));
        return { values: [], ...(failure && { failure }) };
    }
    const table = resource.table();
    const values: unknown[] = [];
    const issues: Issue[] = [];
    let first: Failure | undefined;
    for (let start = 0; start < length && issues.length < maxIssues; start += ROWS_AT_ONCE) {
        const end = Math.min(start + ROWS_AT_ONCE, length);
        const part = packRows(rows as unknown[], start, end, table);
        const most = maxIssues - issues.length;
        const failure = rust((raw) => raw.validateRows(index, mode, locale, flags, start, most, part.words, part.text));
        first ??= failure;
        for (const issue of failure?.issues ?? []) issues.push(issue);
        for (const value of part.values) values.push(value);
    }
    const most = maxIssues - issues.length;
    if (mode !== "create" && most > 0) {
        const ids = values.map((value) => idOf(value, resource));
        for (const issue of rust((raw) => raw.duplicateIds(locale, most, ids))) issues.push(issue);
    }
    if (issues.length === 0) return { values };
    issues.sort((one, other) => Number(one.path[0]) - Number(other.path[0]));
    return { values, failure: first !== undefined ? { ...first, issues } : repeated(issues) };
}

/** The failure of rows that are valid one by one. */
function repeated(issues: readonly Issue[]): Failure {
    const all = issues.map(({ path, message }) => `\`${path.join(".")}\`: ${message}`);
    const more = all.length > 3 ? `; and ${all.length - 3} more` : "";
    return { kind: "validation", message: `the rows are not valid: ${all.slice(0, 3).join("; ")}${more}`, issues };
}

function idOf(value: unknown, { description }: Resource): string | undefined {
    const { names, id } = description().table;
    const name = names[id];
    if (name === undefined || typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    const given: unknown = (value as Record<string, unknown>)[name];
    return typeof given === "string" ? given : undefined;
}

/** The JSON text of rows `start` up to `end`, made when it is needed. */
export function rowTexts(values: readonly unknown[]): (start: number, end: number) => string {
    return (start, end) => jsonText(values.slice(start, end));
}

/** Rows as they are, or parsed if they are given as JSON text; text that is no JSON stays text. */
export function parsedRows(rows: unknown): unknown {
    if (typeof rows !== "string") return rows;
    try {
        const parsed: unknown = JSON.parse(rows);
        // Text within the text is no text that does not parse.
        return typeof parsed === "string" ? null : parsed;
    } catch {
        return rows;
    }
}
