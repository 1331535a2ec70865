// What is wrong with a row or a field, said in the words that the same mistake had before: Rust is asked for these once for
// each field and mistake. Which it is the value's shape tells, or Rust. Where that cannot be, the whole is Rust's to judge.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { strangers, suspects } from "./fast";
import { failed, fault } from "./hot";
import { ARRAY, INTEGER, NUMBER, REFERENCE, ROOM } from "./kinds";
import { packField } from "./pack";
import type { Issue } from "./public";
import { ABSENT, BOOLEAN, EMPTY, FIGURE, ID, LIST, LONG, NULL, OTHER, SHAPES, SHORT, TEXT } from "./shapes";
import { ANY, EXACT, type Known, type Table } from "./table";
import { SWEDISH, UPDATE } from "./terms";
import { lengthOf } from "./text";

/** A text of as many characters as UTF-16 units, without white space at its ends. */
const ORDINARY = /^(?! )[ -~\xa1-\xff]*[!-~\xa1-\xff]$/;

/** Of more names that nobody declared some have no hint: that is for Rust to say. */
const MOST_STRANGE = 19;
/** So many issues of a resource are kept at most, since names that nobody declared can be any. */
const MOST_KEPT = 1_000;

/** The params of issues without any: there is nothing to copy then, and engines copy quickly where they meet few shapes. */
const NONE = {};

/** The issues of the row in which `copied` has left suspects; `undefined`: Rust is to be asked about the row. */
export function mistakes(resource: Resource, terms: number): Issue[] | undefined {
    const strange = strangers;
    if (strange === undefined || strange.length > MOST_STRANGE) return undefined;
    const table = resource.table();
    const found: Issue[] = [];
    for (let at = suspects; at !== undefined; at = at.next) {
        const issue = mistake(table, at.field, at.value, terms);
        if (issue === undefined) return undefined;
        if (issue !== null) found.push(issue);
    }
    for (const name of strange) {
        const key = (terms & SWEDISH) + name;
        if (table.told.size > MOST_KEPT && !table.told.has(key)) return undefined;
        found.push(told(table, name, null, terms, key)!);
    }
    return found;
}

/** The issue of a value that is not surely well, `null` if there is none; `undefined`: Rust is to be asked. */
export function mistake(table: Table, field: Known, value: unknown, terms: number): Issue | null | undefined {
    const { name, place } = field;
    let found: number;
    try {
        const shape = shapeOf(value, field);
        if (shape < 0) return undefined;
        found = shape === TEXT ? fault(table.index, place, value as string) : SHAPES + shape;
    } catch (error) {
        failed(error);
        return undefined;
    }
    return found === 0 ? null : told(table, name, value, terms, (place * 2 * SHAPES + found) * 32 + (terms & (SWEDISH | UPDATE)));
}

/** -1: what is wrong with it cannot be told by its shape. */
function shapeOf(value: unknown, field: Known): number {
    const { how } = field;
    if (how === 0 || how === ANY) return -1;
    if (value === undefined) return ABSENT;
    if (value === null) return NULL;
    if (typeof value === "boolean") return BOOLEAN;
    if (typeof value === "string") {
        const length = lengthOf(value);
        if (length === 0) return EMPTY;
        if (length > ROOM) return -1;
        const { unlike, least, most } = field;
        if (((field.flags & EXACT) === 0 && (length > most || !unlike?.test(value))) || !ORDINARY.test(value)) return TEXT;
        return length < least ? SHORT : length > most ? LONG : OTHER;
    }
    if (typeof value === "number") return how === INTEGER || how === NUMBER || !Number.isFinite(value) ? -1 : FIGURE;
    if (Array.isArray(value)) return how === ARRAY ? -1 : LIST;
    if (how !== REFERENCE || typeof value !== "object") return -1;
    // Of a relation it is a copy by now, with its id alone.
    const { id } = value as { readonly id?: unknown };
    return typeof id === "string" && id.length <= ROOM ? ID : -1;
}

/** What Rust says of this mistake; `null` if it is none. What an issue holds is its receiver's. */
function told(table: Table, name: string, value: unknown, terms: number, key: number | string): Issue | null {
    let known = table.told.get(key);
    if (known === undefined) {
        const { words, text } = packField(name, value, table);
        // By its length: something may be hung on the prototype of all objects.
        const [asked] = rust(raw.validateField, table.index, name, terms, words, text);
        if (asked === undefined) return null;
        const [path, code, params, message] = asked;
        known = [path, code, Object.keys(params).length === 0 ? NONE : params, message];
        // Lists are not copied below.
        if (params.values === undefined) table.told.set(key, known);
    }
    const [path, code, params, message] = known;
    return { path: path.length === 1 ? [path[0]!] : path.slice(), code, params: params === NONE ? {} : { ...params }, message };
}
