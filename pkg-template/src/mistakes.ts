// What is wrong with a row or a field, said in the words that the same mistake had before: what is wrong is asked of Rust
// each time, and the words once for each field and mistake. Where that cannot be, the whole is Rust's to judge.

import * as raw from "glue:client";
import { rust, type Resource } from "./client";
import { strangers, suspects } from "./fast";
import { ARRAY, INTEGER, NUMBER, REFERENCE, SHAPE_OF_TEXT as TEXT } from "./fits";
import { failed, fault, ROOM } from "./hot";
import { SWEDISH, UPDATE } from "./options";
import { packField } from "./pack";
import type { ToldIssue } from "./raw";
import { ANY, HOW, READ_ONLY, REQUIRED, type Table } from "./table";

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
export function mistakes(resource: Resource, row: unknown, terms: number): readonly ToldIssue[] | undefined {
    const places = suspects;
    if (places === undefined) return undefined;
    const strange = strangers;
    const table = resource.table();
    const { names, flags, least } = table;
    if (strange.length > MOST_STRANGE) return undefined;
    const found: ToldIssue[] = [];
    for (let place = 0; place < least.length; place++) {
        const name = names[place]!;
        const mustBe = (flags[place]! & REQUIRED) !== 0 && (terms & UPDATE) === 0;
        if (!places.includes(place) && !(mustBe && !Object.hasOwn(row as object, name))) continue;
        const value = Object.hasOwn(row as object, name) ? (row as Record<string, unknown>)[name] : undefined;
        const told = mistake(resource, place, value, terms);
        if (told === undefined) return undefined;
        if (told !== null) found.push(told);
    }
    for (const name of strange) {
        const key = (terms & SWEDISH) + name;
        let known = table.told.get(key);
        if (known === undefined) {
            if (table.told.size > MOST_KEPT) return undefined;
            known = asked(table, name, null, terms, key);
        }
        found.push(own(known));
    }
    return found;
}

/** The issue of one field, `null` if there is none; `undefined`: Rust is to be asked. */
export function mistake(resource: Resource, place: number, value: unknown, terms: number): ToldIssue | null | undefined {
    const table = resource.table();
    const how = table.flags[place]! >> HOW;
    if ((table.flags[place]! & READ_ONLY) !== 0) return undefined;
    let found: number;
    try {
        const shape = shapeOf(value, how);
        if (shape < 0) return undefined;
        const text = shape === TEXT ? value : shape === ID ? (value as { readonly id: string }).id : "";
        found = fault(table.index, place, terms, shape, text as string);
    } catch (error) {
        failed(error);
        return undefined;
    }
    return found === 0 ? null : told(table, place, found, value, terms);
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

/** An issue, with its own path and parameters each time. */
function told(table: Table, place: number, found: number, value: unknown, terms: number): ToldIssue {
    const key = (place * 512 + found) * 2 + (terms & SWEDISH ? 1 : 0);
    return own(table.told.get(key) ?? asked(table, table.names[place]!, value, terms, key));
}

function asked(table: Table, name: string, value: unknown, terms: number, key: number | string): ToldIssue {
    const { words, text } = packField(name, value, table);
    const [told] = rust(raw.validateField, table.index, name, terms, words, text) as readonly [ToldIssue];
    table.told.set(key, told);
    return told;
}

function own([path, code, params, message]: ToldIssue): ToldIssue {
    return [path.slice(), code, { ...params }, message];
}
