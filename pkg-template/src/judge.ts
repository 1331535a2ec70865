// One row, or one field of a row: taken for well where it plainly is (fast.ts), else judged by Rust.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { copied, isFieldWell, rest } from "./fast";
import { isObject } from "./foreign";
import { issuesOf } from "./issues";
import { mistake, mistakes } from "./mistakes";
import { packField, packRow } from "./pack";
import type { Issue } from "./public";
import type { Failure } from "./raw";

/** The plain copy of a row, and what is wrong with it. */
export interface JudgedRow {
    readonly value: unknown;
    readonly failure: Failure | undefined;
}

export function judgeRow(resource: Resource, row: unknown, terms: number): JudgedRow {
    const copy = copied(resource, row, terms, false);
    if (copy !== undefined) return { value: copy, failure: undefined };
    return askRow(resource, rest(), terms);
}

function askRow(resource: Resource, row: unknown, terms: number): JudgedRow {
    const { words, text, value } = packRow(row, resource.table());
    return { value, failure: rust(raw.validate, resource.index, terms, words, text) };
}

/** What is wrong with the row of which `copied` has just said that it may be wrong, and the plain copy of it. */
export function judgeSuspect(resource: Resource, terms: number): { readonly value: unknown; readonly issues: Issue[] } {
    const issues = mistakes(resource, terms);
    const row = rest();
    // Where none of them is wrong, the copy may hold what is not sent.
    if (issues !== undefined && issues.length > 0) return { value: undefined, issues };
    const { value, failure } = askRow(resource, row, terms);
    return { value, issues: issuesOf(failure?.issues ?? []) };
}

/** What is wrong with the value of one field. */
export function judgeField(resource: Resource, name: string, value: unknown, terms: number): Issue[] {
    const isWell = isFieldWell(resource, name, value);
    if (isWell === true) return [];
    const given = rest();
    const table = resource.table();
    const field = table.byName.get(name);
    // An object of which there is no copy may have a getter.
    const isOurs = given !== value || !isObject(value);
    const issue = isWell === false && isOurs && field !== undefined && field.place < table.declared ? mistake(table, field, given, terms) : undefined;
    if (issue !== undefined) return issue === null ? [] : [issue];
    const { words, text } = packField(name, given, table);
    return issuesOf(rust(raw.validateField, resource.index, name, terms, words, text));
}
