// Rows and values that are plainly well, told so at the cost of a walk: nothing is packed. Whatever is not plainly well is
// Rust's to judge: here nothing is ever wrong, and no field is known by name.

import type { Resource } from "./client";
import { areKept, fits, isId, lent } from "./fits";
import { failed } from "./hot";
import { ARRAY, FAULTY, HOLES, LONGEST_NAME, MOST_NAME, REFERENCE, SET } from "./kinds";
import { gathered, isLike, isListed, isOrdinary, isPlain, isPolluted, orderOf, reference, type Row } from "./plain";
import { learn, ORDERS, READ_ONLY, REQUIRED, type Known, type Table } from "./table";
import { BY_ROW, PASS_UNKNOWN, UNCHECKED, UPDATE } from "./terms";

/** What is still to be judged: what {@link copied} or {@link isFieldWell} was given, or what it has read of that. */
let left: unknown;
/** The fields in which it may be wrong, or which are not there and must be, in their order; it is wrong nowhere else. */
export let suspects: Suspect | undefined;
/** The names in it that nobody declared, where they are refused; `undefined`: more may be wrong than this says. */
export let strangers: readonly string[] | undefined;
/** What was given as its id. */
export let idRead: unknown;

/** A field, what stands in it, and the next one. */
export interface Suspect {
    readonly field: Known;
    readonly value: unknown;
    next: Suspect | undefined;
}

/** What is still to be judged, and nothing of it is kept: what is said of it above is to be taken before. */
export function rest(): unknown {
    const value = left;
    left = suspects = strangers = undefined;
    return value;
}

/** The plain copy of a row that is surely valid, read once; `undefined`: Rust is to be asked about the rest. */
export function copied(resource: Resource, given: unknown, terms: number, bulk: boolean): Row | undefined {
    let row: Row | undefined;
    let sent: Row | undefined;
    let found = 0;
    if ((terms & UNCHECKED) === 0) {
        try {
            if (isOrdinary(given)) {
                const table = resource.table();
                const first = table.orders[0];
                // Whatever it says of itself: what is judged is the copy.
                const order = isLike(given, first) ? first : orderOf(given, table, 1);
                if (order !== undefined) row = COPIES[(table.index * ORDERS + order.site) % COPIES.length]!(given);
                else if (isPlain(given)) row = gathered(given, table, bulk);
                // Only now: what a getter hangs on the prototype of all objects would show in the copy, too.
                if (isPolluted()) row = undefined;
                // What an id must be, Rust knows also where nobody declared it.
                else if (row !== undefined && (order !== undefined || !isListed(row)) && (!bulk || table.id !== undefined || !Object.hasOwn(row, "id"))) {
                    // Of what is sent the names may be usual all the same.
                    const like = order ?? orderOf(row, table, 0);
                    found = walk(row, table, (like ?? first).usual, terms, bulk);
                    if (like === undefined && found !== 0) learn(table, row);
                }
                // What is `undefined` is not sent, nor what is only read.
                sent = found === HOLES ? gathered(row!, table, bulk) : row;
            }
        } catch (error) {
            found = 0;
            failed(error);
        }
    }
    if (found % FAULTY !== 0 && sent !== undefined) return sent;
    // Only now: a getter may have had another row judged meanwhile.
    left = row ?? given;
    if (found !== FAULTY) strangers = undefined;
    return undefined;
}

/** Whether the value of one field is surely valid; `undefined`: it was not looked at. */
export function isFieldWell(resource: Resource, name: string, value: unknown): boolean | undefined {
    let given = value;
    let isWell: boolean | undefined;
    try {
        const table = resource.table();
        const field = table.byName.get(name);
        if (field !== undefined && (field.flags & READ_ONLY) === 0 && !isPolluted()) {
            if (value === null || field.how !== REFERENCE) isWell = fits(table, field, value) !== 0;
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
    if (isWell !== true) left = given;
    return isWell;
}

/** Engines copy quickly at a place in the code that has met few shapes: so the first resources have one for each of their orders. */
const COPIES: readonly ((row: Row) => Row)[] = [
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
    (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }), (row) => ({ ...row }),
];

/** 0: ask; 1: surely valid; `HOLES`: so is what is sent of it, but not all of it is; `FAULTY`: see {@link suspects}. */
function walk(row: Row, table: Table, usual: readonly Known[], terms: number, bulk: boolean): number {
    const { byName, stranger } = table;
    const passes = table.passes || (terms & PASS_UNKNOWN) !== 0;
    const states = lent(table);
    let update = (terms & UPDATE) !== 0;
    let result = 1;
    let bad: Suspect | undefined;
    let others: string[] | undefined;
    let at = 0;
    let met = 0;
    let id: unknown;
    // In a loop through an object's names engines know where its values stand, as long as they keep no object here as a table:
    // hence the copies.
    for (const name in row) {
        // There may be more than are usual.
        let field = usual[at++] ?? stranger;
        if (name !== field.name) field = byName.get(name) ?? stranger;
        const { place, flags, how } = field;
        let value = row[name];
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
        let state = 0;
        if (how === REFERENCE && value !== null) {
            const copy = reference(value);
            if (copy !== undefined) {
                row[name] = value = copy;
                if (isId(field, copy.id)) state = SET;
            } else if (typeof value === "object" && !Array.isArray(value)) return 0;
        } else {
            state = fits(table, field, value);
            if (state !== 0 && how === ARRAY && value !== null) row[name] = [];
        }
        if (state === 0) bad = doubt(bad, field, value);
        if ((flags & REQUIRED) !== 0) met++;
        if (states !== undefined) states[place] = state;
    }
    const isWhole = update || met === table.required.length;
    const isKept = areKept(table, states, update);
    const isWell = bad === undefined && others === undefined && isWhole && isKept;
    idRead = id;
    if (isWell) return result;
    for (const field of isWhole ? [] : table.required) {
        if (!Object.hasOwn(row, field.name) || row[field.name] === undefined) bad = doubt(bad, field, undefined);
    }
    suspects = bad;
    strangers = others ?? [];
    return states === undefined ? FAULTY : 0;
}

/** Puts a field among those that may be wrong, which are in the page's order. */
function doubt(first: Suspect | undefined, field: Known, value: unknown): Suspect {
    if (first === undefined || first.field.place > field.place) return { field, value, next: first };
    let before = first;
    while (before.next !== undefined && before.next.field.place < field.place) before = before.next;
    before.next = { field, value, next: before.next };
    return first;
}
