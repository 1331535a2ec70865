// Rows and values that are plainly well, told so at the cost of a walk: nothing is packed. Whatever is not plainly well is
// Rust's to judge: here nothing is ever wrong, and no field is known by name.

import type { Resource } from "./client";
import { areKept, fits, isId, lent } from "./fits";
import { failed, ready } from "./hot";
import { ARRAY, FAULTY, HOLES, LONGEST_NAME, MOST_NAME, REFERENCE, SET, UNSET } from "./kinds";
import { gathered, isObject, isPlain, isPolluted, isUsual, reference, type Row } from "./plain";
import { learn, NULLABLE, PATIENCE, READ_ONLY, REQUIRED, type Known, type Table } from "./table";
import { BY_ROW, PASS_UNKNOWN, UNCHECKED, UPDATE } from "./terms";

/** What is still to be judged: what {@link copied} or {@link isFieldWell} was given, or what it has read of that. */
let left: unknown;
/** The fields in which it may be wrong, or which are not there and must be, in their order; it is wrong nowhere else. */
export let suspects: readonly Known[] | undefined;
/** The names in it that nobody declared, where they are refused. */
export let strangers: readonly string[];
/** What was given as its id. */
export let idRead: unknown;

let faulty: readonly Known[];

/** Judged: nothing of it is kept. */
export function rest(): unknown {
    const value = left;
    left = undefined;
    return value;
}

/**
 * The plain copy of a row that is surely valid, read once; `undefined`: Rust is to be asked about the rest. If no copy is
 * wanted, what comes back says only that the row is well.
 */
export function copied(resource: Resource, given: unknown, terms: number, bulk: boolean, isWanted = true): Row | undefined {
    let row: Row | undefined;
    let usual: Table["usual"] | undefined;
    let values: unknown[] | undefined;
    let found = 0;
    if ((terms & UNCHECKED) === 0 && !isPolluted()) {
        try {
            if (isObject(given)) {
                const table = resource.table();
                ({ usual } = table);
                ready();
                // Whatever it says of itself: what is judged is what was read.
                if (isUsual(given, table)) {
                    // What it inherits has such names, too.
                    if (isWanted || !isPlain(given)) row = COPIES[table.index % COPIES.length]!(given);
                    else values = valuesOf(given, table);
                } else if (isPlain(given)) row = gathered(given, table, bulk);
                // A getter may have had other names become the usual ones.
                if (row !== undefined || (values !== undefined && usual === table.usual)) found = walk(row, values, table, terms, bulk);
                // What is `undefined` is not sent, nor what is only read.
                if (found === HOLES && row !== undefined) row = gathered(row, table, bulk);
            }
        } catch (error) {
            found = 0;
            failed(error);
        }
    }
    if (found % FAULTY !== 0) return row ?? (given as Row);
    // Only now: a getter may have had another row judged meanwhile.
    left = row ?? (values === undefined ? given : Object.fromEntries(values.map((value, at) => [usual![at]!.name, value])));
    suspects = found === FAULTY ? faulty : undefined;
    return undefined;
}

/** The values of a row with the usual names, each read once; `undefined`: by now it has others. */
function valuesOf(row: Row, { names }: Table): unknown[] | undefined {
    // A copy has places of its own: nothing hung on the prototype of all arrays swallows a value.
    const values: unknown[] = names.slice();
    let at = 0;
    for (const name in row) {
        if (name !== names[at]) return undefined;
        values[at++] = row[name];
    }
    return at === values.length ? values : undefined;
}

/** Whether the value of one field is surely valid. */
export function isFieldWell(resource: Resource, name: string, value: unknown): boolean {
    let given = value;
    let isWell = false;
    try {
        const table = resource.table();
        const field = table.byName.get(name);
        ready();
        if (field !== undefined && (field.flags & READ_ONLY) === 0 && !isPolluted()) {
            if (value === null) isWell = (field.flags & NULLABLE) !== 0;
            else if (field.how !== REFERENCE) isWell = fits(table, field, value) !== 0;
            else {
                const copy = reference(value);
                given = copy ?? value;
                isWell = isId(field, copy?.id);
            }
        }
    } catch (error) {
        failed(error);
    }
    // Only now, as above.
    if (!isWell) left = given;
    return isWell;
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

/**
 * 0: ask; 1: surely valid; `HOLES`: so is what is sent of it, but not all of it is; `FAULTY`: see {@link suspects}. In a row that
 * is kept copies of relations and arrays take their places.
 */
function walk(row: Row | undefined, read: unknown[] | undefined, table: Table, terms: number, bulk: boolean): number {
    const { usual, byName, rules, stranger } = table;
    const passes = table.passes || (terms & PASS_UNKNOWN) !== 0;
    const states = rules.length === 0 ? undefined : lent(table.fields.length);
    let update = (terms & UPDATE) !== 0;
    let result = 1;
    let bad: Known[] | undefined;
    let others: string[] | undefined;
    let met = 0;
    let id: unknown;
    let values = read!;
    let { names } = table;
    if (row !== undefined) {
        // Engines are quick to tell the values where they have told the names.
        for (const _ in row) break;
        names = Object.keys(row);
        values = Object.values(row);
    }
    let isLike = values.length === usual.length - 1;
    for (let at = 0; at < values.length; at++) {
        const name = names[at]!;
        // There may be more than are usual.
        let field = usual[at] ?? stranger;
        if (name !== field.name) {
            field = byName.get(name) ?? stranger;
            isLike = false;
        }
        const { place, flags, how } = field;
        const value = values[at];
        if (value === undefined) {
            result = HOLES;
            continue;
        }
        if (place < 0) {
            if (!passes && name.length <= MOST_NAME) (others ??= []).push(name);
            else if (!passes || name.length > LONGEST_NAME || fits(table, field, value) === 0) return 0;
            continue;
        }
        if ((flags & READ_ONLY) !== 0) {
            if (bulk && field === table.id) id = value ?? undefined;
            if (field !== table.id || id === undefined || id === "") {
                result = HOLES;
                continue;
            }
            if (!isId(field, id)) return 0;
            if ((terms & BY_ROW) !== 0) update = true;
            continue;
        }
        let state = UNSET;
        if (value === null) {
            if ((flags & NULLABLE) === 0) state = 0;
        } else if (how === REFERENCE) {
            const copy = reference(value);
            if (copy !== undefined) {
                if (row === undefined) values[at] = copy;
                else row[name] = copy;
                state = isId(field, copy.id) ? SET : 0;
            } else if (typeof value === "object" && !Array.isArray(value)) return 0;
            else state = 0;
        } else {
            state = fits(table, field, value);
            if (state !== 0 && how === ARRAY && row !== undefined) row[name] = [];
        }
        if (state === 0) (bad ??= []).push(field);
        if ((flags & REQUIRED) !== 0) met++;
        if (states !== undefined) states[place] = state;
    }
    const isWhole = update || met === table.required;
    idRead = id;
    if (isLike) table.missed = 0;
    else if (bad === undefined && table.missed++ >= PATIENCE) {
        learn(table, names);
        table.missed = 0;
    }
    const isKept = states === undefined || areKept(rules, states, update);
    if (bad === undefined && others === undefined && isWhole && isKept) return result;
    faulty = doubtful(table, bad ?? [], isWhole, names);
    strangers = others ?? [];
    return states === undefined && result !== HOLES ? FAULTY : 0;
}

/** A row's bad fields, and those that it lacks, in their order. By itself: what a closure knows of, engines look up each time. */
function doubtful({ fields }: Table, bad: readonly Known[], isWhole: boolean, names: readonly string[]): readonly Known[] {
    let isInOrder = isWhole;
    for (let at = 1; at < bad.length; at++) if (bad[at]!.place < bad[at - 1]!.place) isInOrder = false;
    if (isInOrder) return bad;
    return fields.filter((field) => bad.includes(field) || (!isWhole && (field.flags & REQUIRED) !== 0 && !names.includes(field.name)));
}
