// What is wrong with a row or a field, said in the words that the same mistake had before: what is wrong is asked of Rust
// each time, and the words once for each field and mistake. Where that cannot be, the whole is Rust's to judge.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { strangers, suspects } from "./fast";
import { ARRAY, INTEGER, NUMBER, REFERENCE, SHAPE_OF_TEXT as TEXT } from "./fits";
import { failed, fault, ROOM } from "./hot";
import { SWEDISH, UPDATE } from "./options";
import { packField } from "./pack";
import type { Row } from "./plain";
import type { Issue } from "./public";
import { ANY, READ_ONLY, REQUIRED, type Known, type Table } from "./table";

/** Where a mistake is told by the value's shape alone, its number is this and the shape's; Rust's are lower. */
const SHAPES = 512;

/** What a value is; as in `binding/hot.rs`. */
const ABSENT = 0;
const NULL = 1;
const BOOLEAN = 2;
const FIGURE = 3;
const LIST = 4;
const ID = 6;

/** Of more names that nobody declared some have no hint: that is for Rust to say. */
const MOST_STRANGE = 19;
/** So many issues of a resource are kept at most, since names that nobody declared can be any. */
const MOST_KEPT = 1_000;

/** The issues of a row of which `copied` has left suspects; `undefined`: Rust is to be asked about the row. */
export function mistakes(resource: Resource, given: unknown, terms: number): Issue[] | undefined {
    const places = suspects;
    const strange = strangers;
    if (places === undefined || strange.length > MOST_STRANGE) return undefined;
    const row = given as Row;
    const table = resource.table();
    const needed = terms & UPDATE ? 0 : REQUIRED;
    const found: Issue[] = [];
    for (let place = 0; place < table.declared; place++) {
        const field = table.fields[place]!;
        const isSuspect = places.includes(place);
        if (!isSuspect && ((field.flags & needed) === 0 || Object.hasOwn(row, field.name))) continue;
        const issue = mistake(table, field, isSuspect ? row[field.name] : undefined, terms);
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

/** The issue of one field, `null` if there is none; `undefined`: Rust is to be asked. */
export function mistake(table: Table, { name, place, flags, how }: Known, value: unknown, terms: number): Issue | null | undefined {
    if ((flags & READ_ONLY) !== 0) return undefined;
    let found: number;
    try {
        const shape = shapeOf(value, how);
        if (shape < 0) return undefined;
        found = SHAPES + shape;
        if (shape === TEXT) found = fault(table.index, place, terms, shape, value as string);
        if (shape === ID) found = fault(table.index, place, terms, shape, (value as { readonly id: string }).id);
    } catch (error) {
        failed(error);
        return undefined;
    }
    return found === 0 ? null : told(table, name, value, terms, (place * 2 * SHAPES + found) * 32 + (terms & (SWEDISH | UPDATE)));
}

/** -1: what is wrong with it cannot be told by its shape. */
function shapeOf(value: unknown, how: number): number {
    if (how === 0 || how === ANY) return -1;
    if (value === undefined) return ABSENT;
    if (value === null) return NULL;
    if (typeof value === "boolean") return BOOLEAN;
    if (typeof value === "string") return value.length <= ROOM ? TEXT : -1;
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
        known = rust(raw.validateField, table.index, name, terms, words, text)[0] ?? null;
        table.told.set(key, known);
    }
    if (known === null) return null;
    const [path, code, params, message] = known;
    return { path: path.slice(), code, params: { ...params }, message };
}
