// What rows are made of that are judged in two ways, and what is compared then. Not a test itself.

import assert from "node:assert/strict";
import * as all from "pigello-client";
import { ID } from "./scripted.mjs";

export const SCHEMAS = Object.values(all).filter((value) => typeof value?.validate === "function" && value.fields !== undefined);
export const LONG = 300;

/** The same row as one of a kind of its own, which nobody takes for plain. */
export const strange = (row) => Object.defineProperties(Object.create({ [Symbol.toStringTag]: "Strange" }), Object.getOwnPropertyDescriptors(row));

/** A value that fits the field, as far as its description goes. */
export function fitting({ type, format, minLength = 0, maxLength = LONG, enum: values }, roll) {
    if (values !== undefined) return values[roll(values.length)];
    const few = { email: ["anna@example.com", "a.b@c-d.se"], uuid: [ID], date: ["2024-02-29", "2026-01-15"], "date-time": ["2026-01-15T10:30Z"], luhn: ["189001019802", "5560360793"], gln13: ["7300010000001"] };
    if (few[format]) return few[format][roll(few[format].length)];
    switch (type) {
        case "string": return "x".repeat(Math.max(minLength, Math.min(maxLength, roll(12))));
        case "reference": return { id: ID };
        case "boolean": return roll(2) === 0;
        case "integer": case "number": return roll(3);
        case "array": return roll(2) === 0 ? [] : [{ id: ID }];
        default: return {};
    }
}

/** What was said, with what JSON cannot tell apart. */
export const said = (result) =>
    JSON.stringify(result, (_, value) => (typeof value === "object" || typeof value === "string" ? value : Object.is(value, -0) ? "-0" : String(value)));

/** Fails where two have not said the same. */
export function same(one, other, words) {
    const [first, second] = [said(one), said(other)];
    if (first !== second) assert.equal(first, second, words());
}
