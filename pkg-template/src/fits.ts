// Whether one value surely is well in a field, and whether rules between fields surely are kept: by what Rust has said of them
// (`validate/sure.rs`). Whatever is not surely well may be so all the same.

import { fault } from "./hot";
import { ALL_SET, ARRAY, BOOLEAN, CONTENT, INTEGER, LONGEST, LUHN, NUMBER, ONE_SET, SET, TEXT, UNSET } from "./kinds";
import { ANY, NULLABLE, type Known, type Table } from "./table";
import { isLuhn, lengthOf } from "./text";

/** Whether a value is surely well, and then whether it is set. */
export function fits(table: Table, field: Known, value: unknown): number {
    const { flags, how, least, most } = field;
    if (value === null) return (flags & NULLABLE) !== 0 ? UNSET : 0;
    switch (how) {
        case TEXT:
        case CONTENT:
        case LUHN: {
            if (typeof value !== "string") return 0;
            const length = lengthOf(value);
            if (length < least || length > most) return 0;
            if (length === 0) return UNSET;
            if (how === LUHN) return isLuhn(value) ? SET : 0;
            if (!field.test.test(value)) return 0;
            return how === TEXT || fault(table.index, field.place, value) === 0 ? SET : 0;
        }
        case BOOLEAN:
            return typeof value === "boolean" ? SET : 0;
        case INTEGER:
        case NUMBER:
            return typeof value === "number" &&
                value >= least &&
                value <= most &&
                (how === NUMBER || Math.trunc(value) === value)
                ? SET
                : 0;
        case ANY:
            if (typeof value === "string") {
                if (value === "") return UNSET;
                return value.length <= LONGEST && field.test.test(value) ? SET : 0;
            }
            if (typeof value === "number") return Number.isFinite(value) ? SET : 0;
            return typeof value === "boolean" ? SET : 0;
        case ARRAY:
            return Array.isArray(value) && value.length === 0 ? UNSET : 0;
        default:
            return 0;
    }
}

/** Whether it is an id as relations have it. */
export function isId({ test }: Known, id: unknown): boolean {
    return typeof id === "string" && test.test(id);
}

let spare: Uint8Array | undefined;

/** For what is known of fields; of those that rules name nothing is. To be given back: a getter may begin another walk. */
export function lent({ rules, fields }: Table): Uint8Array | undefined {
    if (rules.length === 0) return undefined;
    const states = spare === undefined || spare.length < fields.length ? new Uint8Array(fields.length) : spare;
    spare = undefined;
    for (const rule of rules) for (let at = 1; at < rule.length; at++) states[rule[at]!] = 0;
    return states;
}

/** Whether rules between fields are surely kept. In an update, what is absent may be anything. */
export function areKept({ rules }: Table, states: Uint8Array | undefined, update: boolean): boolean {
    if (states === undefined) return true;
    spare = states;
    const least = update ? UNSET : 0;
    for (const rule of rules) {
        const own = states[rule[1]!]!;
        const needsOne = rule[0] === ONE_SET;
        // It says nothing here.
        if (needsOne ? own === SET || own < least : own !== SET) continue;
        let unset = 0;
        let set = 0;
        for (let at = 2; at < rule.length; at++) {
            const other = states[rule[at]!]!;
            if (other === SET) set++;
            else if (other >= least) unset++;
        }
        if (needsOne ? unset === rule.length - 2 : (rule[0] === ALL_SET ? unset : set) > 0) return false;
    }
    return true;
}
