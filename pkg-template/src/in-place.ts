// Rows of which nobody wants copies are judged where they are. What is read of a row that is not surely well is judged in its
// place: no property is read twice, whatever it does to the row.

import { set, slots } from "./define";
import { areKept, fits, isId, lent } from "./fits";
import { isObject, isUsuallyMade, read } from "./foreign";
import { failed } from "./hot";
import { REFERENCE, SET } from "./kinds";
import { reference, type Row } from "./plain";
import { READ_ONLY, REQUIRED, type Table } from "./table";
import { UPDATE } from "./terms";

/** So many rows are read before the first is judged. */
const ROWS_AT_ONCE = 32;

/**
 * How many of these rows, from the first on, surely are valid and have the most usual names, or the first of them. Where this
 * ends, what was read stands in the places of rows.
 */
export function wellOf(rows: unknown[], table: Table, terms: number): number {
    const most = Math.min(rows.length, ROWS_AT_ONCE);
    const ends = slots<number>(most);
    const notes = slots<unknown>(most * table.fields.length * 2);
    for (let at = 0; ; at += most) {
        let start = 0;
        let end = 0;
        let taken = 0;
        let well = 0;
        try {
            while (taken < most && at + taken < rows.length && (end = note(rows[at + taken], notes, end)) >= 0) ends[taken++] = end;
            while (well < taken && isWell(table, terms, notes, start, ends[well]!)) start = ends[well++]!;
        } catch (error) {
            failed(error);
        }
        if (well === most) continue;
        for (let more = well; more < taken; more++) {
            const row: Row = {};
            for (end = ends[more]!; start < end; start += 2) set(row, notes[start] as string, notes[start + 1]);
            // Engines may keep an object as a table that gets its names one by one, but no copy.
            rows[at + more] = { ...row };
        }
        return at + well;
    }
}

/** Notes the names and values of a row, and answers where that ends; negative: it is to be judged as it is. */
function note(given: unknown, notes: unknown[], start: number): number {
    if (!isObject(given) || !isUsuallyMade(given)) return -1;
    let end = start;
    let texts = start;
    for (const name in given) {
        // Of what it inherits nothing counts.
        if (!Object.prototype.hasOwnProperty.call(given, name)) continue;
        const value = read(given, name);
        notes[end++] = name;
        notes[end++] = value;
        // Where a value is first asked what it is, processors wait for memory: here they do so once for many of them. The count is
        // for engines, which leave out what nobody needs.
        if (typeof value === "string") texts++;
    }
    return texts <= end ? end : -1;
}

/** Whether what was noted from `start` to `end` surely is a valid row. */
function isWell(table: Table, terms: number, notes: unknown[], start: number, end: number): boolean {
    const order = table.orders[0];
    const states = lent(table);
    const update = (terms & UPDATE) !== 0;
    let count = 0;
    let met = 0;
    for (let at = start; at < end; at++) {
        const field = order.usual[count++]!;
        const { name, place, flags, how } = field;
        if (name !== notes[at++] || place < 0 || (flags & READ_ONLY) !== 0) return false;
        const value = notes[at];
        let state: number;
        if (how === REFERENCE && value !== null) {
            const copy = reference(value);
            if (copy !== undefined) notes[at] = copy;
            state = isId(field, copy?.id) ? SET : 0;
        } else state = fits(table, field, value);
        if (state === 0) return false;
        if ((flags & REQUIRED) !== 0) met++;
        if (states !== undefined) states[place] = state;
    }
    if ((!update && met !== table.required.length) || !areKept(table, states, update)) return false;
    order.times++;
    return true;
}
