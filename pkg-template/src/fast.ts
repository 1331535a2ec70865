// Rows and values that are plainly well, told so at the cost of a walk: nothing is packed. Whatever is not plainly well is
// Rust's to judge: here nothing is ever wrong, and no field is known by name. Texts that must be of some form are asked
// about one by one, by the rules that judge all others (`binding/hot.rs`).

import type { Resource } from "./client";
import { set } from "./define";
import { failed, isContent, ready } from "./hot";
import { BY_ROW, PASS_UNKNOWN, UNCHECKED, UPDATE } from "./options";
import { ANY, HOW, NULLABLE, PATIENCE, read, READ_ONLY, REQUIRED, toString, type Table } from "./pack";

/** How a value is seen to be well; as in `validate/sure.rs`. */
const TEXT = 1;
const CONTENT = 2;
export const REFERENCE = 3;
const BOOLEAN = 4;
export const INTEGER = 5;
export const NUMBER = 6;
export const ARRAY = 8;

/** When a rule between fields is kept. */
const ONE_SET = 0;
const ALL_SET = 1;

/** What is known of a field in a row. */
const UNSET = 1;
const SET = 2;

type Row = Record<string, unknown>;

let left: unknown;
let faulty: number[];
let strange: string[];
let suspected: number[] | undefined;

/** What is still to be judged: what {@link copied} or {@link isFieldWell} was given, or what it has read of that. */
export function rest(): unknown {
    const value = left;
    left = undefined;
    return value;
}

/** The places of the fields in which the {@link rest} may be wrong; it is wrong nowhere else, but lacks what must be given. */
export function suspects(): readonly number[] | undefined {
    return suspected;
}

/** The names among the {@link rest} that nobody declared, where they are refused. */
export function strangers(): readonly string[] {
    return strange;
}

/** The plain copy of a row that is surely valid, read once; `undefined`: Rust is to be asked about the {@link rest}. */
export function copied(resource: Resource, given: unknown, terms: number, bulk: boolean): Row | undefined {
    let row: Row | undefined;
    let found = 0;
    if ((terms & UNCHECKED) === 0 && !isPolluted()) {
        try {
            if (isPlain(given)) {
                const table = resource.table();
                ready();
                const isUsual = hasNames(given, table.usual);
                row = isUsual ? { ...given } : gathered(given, table, bulk);
                if (row !== undefined) found = walk(row, table, terms, bulk);
                // What is `undefined` is not sent.
                if (found === HOLES) row = gathered(row!, table, bulk);
                if (isUsual) table.missed = 0;
                else if (found % FAULTY !== 0 && table.missed++ >= PATIENCE) {
                    table.usual = Object.keys(row!);
                    table.missed = 0;
                }
            }
        } catch (error) {
            found = 0;
            failed(error);
        }
    }
    if (found % FAULTY !== 0) return row;
    // Only now: a getter may have had another row judged meanwhile.
    left = row ?? given;
    suspected = found === FAULTY ? faulty : undefined;
    return undefined;
}

/** The same of a row that is ours, as JSON has it; nothing is copied. */
export function isRowWell(resource: Resource, row: unknown, terms: number): boolean {
    left = row;
    if ((terms & UNCHECKED) !== 0 || isPolluted()) return false;
    try {
        ready();
        return isPlain(row) && walk(row, resource.table(), terms, true) % FAULTY !== 0;
    } catch (error) {
        failed(error);
        return false;
    }
}

/** Whether the value of one field is surely valid. */
export function isFieldWell(resource: Resource, name: string, value: unknown): boolean {
    left = value;
    try {
        const table = resource.table();
        const place = table.places.get(name);
        const flags = place === undefined ? READ_ONLY : table.flags[place]!;
        if (place === undefined || (flags & READ_ONLY) !== 0) return false;
        if (value === null) return (flags & NULLABLE) !== 0;
        ready();
        if (isPolluted()) return false;
        if (flags >> HOW !== REFERENCE) return fits(table, place, flags >> HOW, value, false) !== 0;
        const copy = reference(value);
        if (copy === undefined) return false;
        left = copy;
        return isIdWell(table, place, copy.id);
    } catch (error) {
        failed(error);
        return false;
    }
}

const PLAIN = {};

/** Whether something is hung on the prototype of all objects that shows in each of them. */
function isPolluted(): boolean {
    for (const _ in PLAIN) return true;
    return false;
}

/** Whether it is an object like `{}`. */
function isPlain(value: unknown): value is Row {
    if (typeof value !== "object" || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return (prototype === Object.prototype || prototype === null) && toString.call(value) === "[object Object]";
}

/** Whether these are an object's names. */
function hasNames(object: Row, names: readonly string[]): boolean {
    let at = 0;
    for (const name in object) if (name !== names[at++]) return false;
    return at === names.length && at > 0;
}

/** What would be sent of a row, each property read once. */
function gathered(given: Row, { names, places, flags, id }: Table, bulk: boolean): Row | undefined {
    const row: Row = {};
    let at = 0;
    let count = 0;
    for (const name in given) {
        const place = name === names[at] ? at : (places.get(name) ?? -1);
        at = place + 1;
        const isReadOnly = place >= 0 && (flags[place]! & READ_ONLY) !== 0;
        if (isReadOnly && !(bulk && place === id)) continue;
        const value = read(given, name);
        if (value === undefined || (isReadOnly && (value === null || value === ""))) continue;
        if (place < 0) set(row, name, value);
        else row[name] = value;
        count++;
    }
    // Something that is not listed may be hung on the prototype, and have swallowed a value.
    for (const _ in row) count--;
    return count === 0 ? row : undefined;
}

const HOLES = 2;
const FAULTY = 3;

/** 0: ask; 1: surely valid; `HOLES`: so are its values, but some are `undefined`; `FAULTY`: see {@link suspects}. */
function walk(row: Row, table: Table, terms: number, bulk: boolean): number {
    const { names, places, flags, rules } = table;
    const passes = table.passes || (terms & PASS_UNKNOWN) !== 0;
    const states = rules.length === 0 ? undefined : lent(names.length);
    let update = (terms & UPDATE) !== 0;
    let result = 1;
    let bad: number[] | undefined;
    let others: string[] | undefined;
    let met = 0;
    let at = 0;
    for (const name in row) {
        let place = at;
        if (name !== names[at]) {
            const found = places.get(name);
            if (found === undefined) {
                if (!passes && name.length <= MOST_NAME) (others ??= []).push(name);
                else if (!passes || name.length > LONGEST || fits(table, -1, ANY, row[name], false) === 0) return 0;
                continue;
            }
            place = found;
        }
        at = place + 1;
        const flag = flags[place]!;
        if ((flag & READ_ONLY) !== 0) {
            if (!bulk || place !== table.id) continue;
            const id = row[name];
            if (id === null || id === "") continue;
            if (!isIdWell(table, place, id)) return 0;
            if ((terms & BY_ROW) !== 0) update = true;
            continue;
        }
        const value = row[name];
        const how = flag >> HOW;
        let state = UNSET;
        if (value === undefined) {
            result = HOLES;
            continue;
        }
        if (value === null) {
            if ((flag & NULLABLE) === 0) state = 0;
        } else if (how === REFERENCE) {
            const copy = reference(value);
            if (copy === undefined && typeof value === "object" && !Array.isArray(value)) return 0;
            if (copy !== undefined) row[name] = copy;
            state = copy !== undefined && isIdWell(table, place, copy.id) ? SET : 0;
        } else {
            state = fits(table, place, how, value, states !== undefined);
            if (state !== 0 && how === ARRAY) row[name] = [];
        }
        if (state === 0) (bad ??= []).push(place);
        if ((flag & REQUIRED) !== 0) met++;
        if (states !== undefined) states[place] = state;
    }
    const isWhole = update || met === table.required;
    if (states === undefined) {
        if (bad === undefined && others === undefined && isWhole) return result;
        faulty = bad ?? [];
        strange = others ?? [];
        return result === HOLES ? 0 : FAULTY;
    }
    spare = states;
    return bad === undefined && others === undefined && isWhole && areKept(rules, states, update) ? result : 0;
}

let spare: Uint8Array | undefined;

/** Zeros. A getter may begin another walk while one is under way. */
function lent(length: number): Uint8Array {
    if (spare === undefined || spare.length < length) return new Uint8Array(length);
    const states = spare;
    spare = undefined;
    states.fill(0);
    return states;
}

/** Whether rules between fields are surely kept. In an update, what is absent may be anything. */
function areKept(rules: Table["rules"], states: Uint8Array, update: boolean): boolean {
    const least = update ? UNSET : 0;
    for (const [kept, own, ...others] of rules) {
        const isOwnSet = states[own!] === SET;
        let [unset, count] = [0, 0];
        for (const other of others) {
            if (states[other] === SET) count++;
            else if (states[other]! >= least) unset++;
        }
        if (kept === ONE_SET) {
            if (unset === others.length && !isOwnSet && states[own!]! >= least) return false;
        } else if (isOwnSet && (kept === ALL_SET ? unset : count) > 0) return false;
    }
    return true;
}

/** Whether a value is surely well, and then whether it is set. Where no rule asks, blank text counts as set. */
function fits(table: Table, place: number, how: number, value: unknown, exact: boolean): number {
    switch (how) {
        case TEXT: {
            if (typeof value !== "string") return 0;
            const { length } = value;
            const least = table.least[place]!;
            if (length < least || length > table.most[place]!) return 0;
            // Blanks at its ends do not count: how long it is without them is not looked at.
            if (least > 0 || exact) {
                if (length === 0) return UNSET;
                if (isBlank(value, 0) || (least > 1 && isBlank(value, length - 1))) return 0;
            }
            // A pair of surrogates is one character: where these are counted, there is to be none.
            return areFine(value, length, least > 1) ? SET : 0;
        }
        case CONTENT: {
            if (typeof value !== "string") return 0;
            const { length } = value;
            return length >= table.least[place]! && length <= table.most[place]! && isContent(table.index, place, value, length)
                ? length === 0 ? UNSET : SET
                : 0;
        }
        case BOOLEAN:
            return typeof value === "boolean" ? SET : 0;
        case INTEGER:
        case NUMBER:
            return typeof value === "number" &&
                value >= table.least[place]! &&
                value <= table.most[place]! &&
                (how === NUMBER || Math.trunc(value) === value)
                ? SET
                : 0;
        case ANY:
            if (typeof value === "string") {
                if (value === "") return UNSET;
                return (exact && isBlank(value, 0)) || !areFine(value, value.length) ? 0 : SET;
            }
            if (typeof value === "number") return Number.isFinite(value) ? SET : 0;
            return value === null || typeof value === "boolean" ? SET : 0;
        case ARRAY:
            return Array.isArray(value) && value.length === 0 ? UNSET : 0;
        default:
            return 0;
    }
}

/** White space, and some that is none. */
function isBlank(text: string, at: number): boolean {
    const unit = String.prototype.charCodeAt.call(text, at);
    return unit <= 32 || (unit >= 0x85 && (unit === 0x85 || unit === 0xa0 || (unit >= 0x1680 && unit <= 0x3000)));
}

/** Of longer names nobody keeps what was said of them. */
const MOST_NAME = 64;
/** Longer texts are not looked at here. */
const LONGEST = 1_000;

/** Neither NUL nor any half of a surrogate pair; or, where the engine can tell quickly, no lone half. */
function areFine(text: string, length: number, counted = false): boolean {
    if (length > LONGEST) return false;
    if (!counted && typeof (text as Text).isWellFormed === "function") return !text.includes("\0") && (text as Text).isWellFormed!();
    for (let at = 0; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === 0 || (unit & 0xf800) === 0xd800) return false;
    }
    return true;
}

/** Node 18 has no such method. */
type Text = string & { readonly isWellFormed?: () => boolean };

/** What is sent of a relation. */
function reference(value: unknown): { id?: unknown } | undefined {
    if (!isPlain(value)) return undefined;
    for (const name in value) {
        if (name === "id") {
            const id = read(value, "id");
            return id === undefined ? {} : { id };
        }
    }
    return {};
}

function isIdWell({ index }: Table, place: number, id: unknown): boolean {
    return typeof id === "string" && id.length === 36 && isContent(index, place, id, 36);
}
