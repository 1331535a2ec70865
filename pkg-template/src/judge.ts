// One row, or one field of a row: taken for well where it plainly is (fast.ts), else judged by Rust.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { copied, isFieldWell, rest } from "./fast";
import { mistake, mistakes } from "./mistakes";
import { packField, packRow } from "./pack";
import type { Failure, ToldIssue } from "./raw";

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

/** The plain copy of a row and its issues. */
export function judgeForm(resource: Resource, row: unknown, terms: number): { readonly value: unknown; readonly issues: readonly ToldIssue[] } {
    const copy = copied(resource, row, terms, false);
    if (copy !== undefined) return { value: copy, issues: NONE };
    const value = rest();
    const issues = mistakes(resource, value, terms);
    if (issues !== undefined) return { value, issues };
    const asked = askRow(resource, value, terms);
    return { value: asked.value, issues: asked.failure?.issues ?? NONE };
}

const NONE: readonly never[] = [];

/** What is wrong with the value of one field. */
export function judgeField(resource: Resource, name: string, value: unknown, terms: number): readonly ToldIssue[] {
    if (isFieldWell(resource, name, value)) return NONE;
    const given = rest();
    const table = resource.table();
    const place = table.places.get(name) ?? Infinity;
    // An object of which there is no copy may have a getter.
    const isOurs = given !== value || typeof value !== "object" || value === null;
    const told = isOurs && place < table.least.length ? mistake(resource, place, given, terms) : undefined;
    if (told !== undefined) return told === null ? NONE : [told];
    const { words, text } = packField(name, given, table);
    return rust(raw.validateField, resource.index, name, terms, words, text);
}
