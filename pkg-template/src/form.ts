// What a form holds as the row that it stands for, and back: text becomes what the kinds of the fields say, and what
// cannot become it stays text: our decision, all of it. Nothing is judged here, and no field is known by its name.

import { set } from "./define";
import { countOf, kindOf, namesOf, read, tagOf } from "./foreign";
import { nothing } from "./given";
import type { FieldInfo } from "./public";

/** What is known of a resource's fields, by name. */
export type Fields = Readonly<Record<string, FieldInfo>>;

/** A form may claim any length: of more entries, values or missing rows than this no more is read. */
const MOST = 100_000;
/** As HTML writes numbers, with a `+` or a point at the end too. With a comma it stays text: elsewhere that parts thousands. */
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
/** A date-time. An input takes no zone, and no more than milliseconds. */
const TIME = /^(\S{10})[T ](\d\d:\d\d(:\d\d(\.\d{1,3})?)?)\d*(Z|[-+]\d\d:?\d\d)?$/;

/** The row that a form stands for; what is no form is no row. `shown`: its inputs. `id`: what may stand in many rows. */
export function formRow(form: unknown, fields: Fields, shown?: readonly string[], id?: string): unknown {
    const given = new Map<string, unknown[]>();
    try {
        const inputs = collect(form as object, fields, given, id);
        shown ??= inputs;
    } catch {
        return undefined;
    }
    const row = nothing();
    for (const info of Object.values(fields)) {
        const { name, type } = info;
        const values = given.get(name);
        let value = values && fieldValue(info, values);
        if (value === undefined && !info.readOnly && shown?.includes(name)) {
            value = type === "boolean" ? false : type === "array" ? [] : value;
        }
        if (value !== undefined) row[name] = value;
    }
    return row;
}

/** The rows of an array of forms. */
export function formRows(rows: unknown, fields: Fields, shown: readonly string[] | undefined, id?: string): unknown {
    const length = countOf(rows);
    if (length === undefined) return rows;
    const list: unknown[] = [];
    let missing = 0;
    for (let i = 0; i < length && missing < MOST; i++) {
        const row = read(rows as unknown[], i);
        if (row === undefined) missing++;
        list.push(formRow(row, fields, shown, id));
    }
    return list;
}

/** The value of one field, of what its input gives. */
export function formField(name: string, value: unknown, fields: Fields): unknown {
    const info = own(fields, name);
    return info === undefined || value === undefined ? value : fieldValue(info, add([], value));
}

function own(fields: Fields, name: string): FieldInfo | undefined {
    return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Gathers what is given for each field. Answers the inputs that a form of a page shows; throws at what is no form. */
function collect(form: object, fields: Fields, given: Map<string, unknown[]>, id?: string): string[] | undefined {
    let entries: unknown = form;
    let shown: string[] | undefined;
    if (tagOf(form) === "HTMLFormElement") {
        const { ownerDocument, elements } = form as HTMLFormElement;
        // Its own window's, which need not be ours.
        entries = new (ownerDocument.defaultView ?? globalThis).FormData(form as HTMLFormElement);
        shown = [];
        for (const input of elements as Iterable<Element & { readonly name: string }>) {
            if (!input.matches(":disabled")) shown.push(input.name);
        }
    }
    const note = (key: string, value: unknown): void => {
        // Of a relation it may be the id. Not for a field: tokens, buttons, and what only the server writes.
        const name = key.replace(/\.id$/, "");
        const info = own(fields, name);
        if (info === undefined || value === undefined || (info.readOnly && name !== id)) return;
        if (name !== key && info.target === undefined) return;
        given.set(name, add(given.get(name) ?? [], value));
    };
    if (typeof read(entries as object, "entries") === "function" && kindOf(form) !== "array") {
        let count = 0;
        for (const [key, value] of (entries as FormData).entries()) {
            if (++count > MOST) throw RangeError();
            note(String(key), value);
        }
    } else if (kindOf(form) !== "object") {
        throw TypeError();
    } else {
        for (const key of namesOf(form) ?? []) note(key, read(form, key));
    }
    return shown;
}

/** With one more value, or with all those of an array. */
function add(values: unknown[], value: unknown): unknown[] {
    const length = countOf(value);
    if (length === undefined || length > MOST) values.push(value);
    else for (let i = 0; i < length; i++) values.push(read(value as unknown[], i));
    return values;
}

/** A field's value, of all that is given for it; `undefined`: it is absent. */
function fieldValue(info: FieldInfo, values: readonly unknown[]): unknown {
    const last = values[values.length - 1];
    if (info.type !== "array") return single(info, info.type, last);
    if (values.length === 1 && last === null) return last;
    // A list of which nothing is chosen may send an empty text.
    const chosen = values.filter((value) => typeof value !== "string" || value.trim() !== "");
    if (chosen.length < values.length && chosen.length === 0) return info.nullable ? null : undefined;
    return chosen.map((value) => single(info, info.items, value));
}

function single({ nullable, format }: FieldInfo, type: string | undefined, given: unknown): unknown {
    const isReference = type === "reference";
    const value = isReference && kindOf(given) === "object" ? read(given as object, "id") : given;
    if (typeof value !== "string") return given;
    const text = value.trim();
    if (text === "") return nullable ? null : type === "string" && !/^(uuid|date)/.test(format ?? "") ? text : undefined;
    if (isReference) return { id: text };
    if (type === "boolean") return /^(on|true)$/.test(text) || (/^(off|false)$/.test(text) ? false : text);
    if (type === "integer" || type === "number") return NUMBER.test(text) ? Number(text) : text;
    return type === "object" ? parsed(text) : text;
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

/** What the inputs of a form hold for a row that was read. */
export function formValues(row: unknown, fields: Fields): object {
    const values = {};
    for (const { name, type, items, format, readOnly } of Object.values(fields)) {
        const value = kindOf(row) === "object" ? read(row as object, name) : undefined;
        if (value === undefined || readOnly) continue;
        // `null` as a list of one empty text, which is `null` again.
        const list = type === "array" && add([], value).map((item) => held(items, format, item));
        set(values, name, list || held(type, format, value));
    }
    return values;
}

function held(type: string | undefined, format: string | undefined, value: unknown): unknown {
    if (value === null) return "";
    if (typeof value === "boolean") return value;
    if (type === "object") return JSON.stringify(value);
    const text = String(type === "reference" ? read(value as object, "id") : value);
    return format === "date-time" ? text.replace(TIME, "$1T$2") : text;
}
