// Rows and values that are plainly well, told so at the cost of a walk: nothing is packed. Whatever is not plainly well is
// Rust's to judge: here nothing is ever wrong, and no field is known by name.

import type { Resource } from "./client";
import { areKept, ARRAY, fits, isId, lent, REFERENCE, SET, UNSET } from "./fits";
import { failed, ready } from "./hot";
import { BY_ROW, PASS_UNKNOWN, UNCHECKED, UPDATE } from "./options";
import { gathered, isObject, isPlain, isPolluted, isUsual, reference, type Row } from "./plain";
import { ANY, HOW, learn, NULLABLE, PATIENCE, READ_ONLY, REQUIRED, type Table } from "./table";

/** What is still to be judged: what {@link copied} or {@link isFieldWell} was given, or what it has read of that. */
let left: unknown;
/** The places of the fields in which it may be wrong; it is wrong nowhere else, but lacks what must be given. */
export let suspects: readonly number[] | undefined;
/** The names in it that nobody declared, where they are refused. */
export let strangers: readonly string[];
/** What was given as its id. */
export let idRead: unknown;

let faulty: readonly number[];

/** Judged: nothing of it is kept. */
export function rest(): unknown {
    const value = left;
    left = undefined;
    return value;
}

/** The plain copy of a row that is surely valid, read once; `undefined`: Rust is to be asked about the rest. */
export function copied(resource: Resource, given: unknown, terms: number, bulk: boolean): Row | undefined {
    let row: Row | undefined;
    let found = 0;
    if ((terms & UNCHECKED) === 0 && !isPolluted()) {
        try {
            if (isObject(given)) {
                const table = resource.table();
                ready();
                const usual = isUsual(given, table);
                row = usual ? COPIES[table.index % COPIES.length]!(given) : isPlain(given) ? gathered(given, table, bulk) : undefined;
                if (row !== undefined) {
                    const values = valuesOf(row);
                    found = walk(namesOf(row, values, usual, table), values, row, table, terms, bulk);
                }
                // What is `undefined` is not sent, nor what is only read.
                if (found === HOLES) row = gathered(row!, table, bulk);
            }
        } catch (error) {
            found = 0;
            failed(error);
        }
    }
    if (found % FAULTY !== 0) return row;
    // Only now: a getter may have had another row judged meanwhile.
    left = row ?? given;
    suspects = found === FAULTY ? faulty : undefined;
    return undefined;
}

/** Whether a row of many is surely valid, and then its id is {@link idRead}; read once, and not copied where it is. */
export function isRowWell(resource: Resource, given: unknown, terms: number): boolean {
    left = given;
    if ((terms & UNCHECKED) !== 0 || isPolluted()) return false;
    try {
        if (!isObject(given)) return false;
        const table = resource.table();
        ready();
        const usual = isUsual(given, table);
        if (!usual && !isPlain(given)) return false;
        const values = valuesOf(given);
        const names = namesOf(given, values, usual, table);
        if (walk(names, values, undefined, table, terms, true) % FAULTY !== 0) return true;
        left = Object.fromEntries(values.map((value, at) => [names[at]!, value]));
    } catch (error) {
        failed(error);
    }
    return false;
}

/** Each read once. */
function valuesOf(row: Row): unknown[] {
    // Engines are quick to tell the values where they have told the names.
    for (const _ in row) break;
    return Object.values(row);
}

function namesOf(row: Row, values: readonly unknown[], usual: boolean, table: Table): readonly string[] {
    // What it inherits is not among its values.
    return usual && values.length === table.usual.length - 1 ? table.usual : Object.keys(row);
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
        if (flags >> HOW !== REFERENCE) return fits(table, place, flags >> HOW, value) !== 0;
        const copy = reference(value);
        if (copy === undefined) return false;
        left = copy;
        return isId(table, place, copy.id);
    } catch (error) {
        failed(error);
        return false;
    }
}

/** Engines copy quickly at a place in the code that has met few shapes: so the first resources have one each. */
const COPIES: readonly ((row: Row) => Row)[] = [
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
    (row) => ({ ...row }),
];

const HOLES = 2;
const FAULTY = 3;

/** Of relations and arrays copies take their places. 0: ask; 1: surely valid; `HOLES`: so is what is sent of it, but not all of it is; `FAULTY`: see {@link suspects}. */
function walk(names: readonly string[], values: unknown[], row: Row | undefined, table: Table, terms: number, bulk: boolean): number {
    const { usual, usualPlaces, places, flags, rules } = table;
    const passes = table.passes || (terms & PASS_UNKNOWN) !== 0;
    const states = rules.length === 0 ? undefined : lent(flags.length);
    let update = (terms & UPDATE) !== 0;
    let result = 1;
    let bad: number[] | undefined;
    let others: string[] | undefined;
    let met = 0;
    let id: unknown;
    for (let at = 0; at < values.length; at++) {
        const name = names[at]!;
        const place = names === usual ? usualPlaces[at]! : (places.get(name) ?? -1);
        if (place < 0) {
            if (!passes && name.length <= MOST_NAME) (others ??= []).push(name);
            else if (!passes || name.length > LONGEST_NAME || fits(table, -1, ANY, values[at]) === 0) return 0;
            continue;
        }
        const flag = flags[place]!;
        if ((flag & READ_ONLY) !== 0) {
            if (bulk && place === table.id) id = values[at] ?? undefined;
            if (place !== table.id || id === undefined || id === "") {
                result = HOLES;
                continue;
            }
            if (!isId(table, place, id)) return 0;
            if ((terms & BY_ROW) !== 0) update = true;
            continue;
        }
        const value = values[at];
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
            if (copy !== undefined) {
                values[at] = copy;
                if (row !== undefined) row[name] = copy;
            }
            state = copy !== undefined && isId(table, place, copy.id) ? SET : 0;
        } else {
            state = fits(table, place, how, value);
            if (state !== 0 && how === ARRAY && row !== undefined) row[name] = [];
        }
        if (state === 0) (bad ??= []).push(place);
        if ((flag & REQUIRED) !== 0) met++;
        if (states !== undefined) states[place] = state;
    }
    const isWhole = update || met === table.required;
    idRead = id;
    if (names === usual) table.missed = 0;
    else if (bad === undefined && table.missed++ >= PATIENCE) {
        learn(table, names);
        table.missed = 0;
    }
    if (states === undefined) {
        if (bad === undefined && others === undefined && isWhole) return result;
        faulty = bad ?? [];
        strangers = others ?? [];
        return result === HOLES ? 0 : FAULTY;
    }
    const isKept = areKept(rules, states, update);
    return bad === undefined && others === undefined && isWhole && isKept ? result : 0;
}

/** Of longer names nobody keeps what was said of them. */
const MOST_NAME = 64;
/** Longer ones are not looked at. */
const LONGEST_NAME = 1_000;
