// What the filter builder holds, and the list options that it stands for. What is right of it the library judges.

import type { Filter, Model } from "../models";
import { knownOf, type Known } from "./known";

/** The operator of a bare value. */
export const EXACT = "exact";

export interface Condition {
    readonly number: number;
    readonly field: string;
    readonly operator: string;
    readonly not: boolean;
    /** As the input gives it; for `in` with commas between. */
    readonly value: string;
}

export interface Order {
    readonly field: string;
    readonly descending: boolean;
}

/** The operators that a filter of this field can have. */
export function operatorsOf({ schema }: Model, field: string): readonly string[] {
    return [EXACT, ...((schema.filters as Record<string, readonly string[]>)[field] ?? [])];
}

/** The operator that is offered first: what people mostly mean. */
export function usual(model: Model, field: string): string {
    return operatorsOf(model, field).includes("icontains") ? "icontains" : EXACT;
}

/** How a value is asked for. */
export type Asked = "boolean" | "choice" | "number" | "date" | "datetime-local" | "reference" | "list" | "text";

export function askedAs(field: Known, operator: string): Asked {
    if (operator === "isnull") return "boolean";
    if (operator === "in") return "list";
    if (field.type === "boolean") return "boolean";
    if (field.enum && !field.enumIsOpen) return "choice";
    if (field.type === "integer" || field.type === "number") return "number";
    if (field.format === "date") return "date";
    if (field.format === "date-time") return "datetime-local";
    return field.type === "reference" ? "reference" : "text";
}

/** The value that a filter is given. */
function valueOf(field: Known, { operator, value }: Condition): unknown {
    if (operator === "isnull") return value === "true";
    const one = (text: string): unknown => {
        if (field.type === "boolean") return text === "true" ? true : text === "false" ? false : text;
        const numeric = field.type === "integer" || field.type === "number";
        return numeric && text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
    };
    if (operator !== "in") return one(value);
    return value.split(",").map((text) => one(text.trim())).filter((element) => element !== "");
}

export interface Made {
    readonly filter: Filter;
    /** The numbers of conditions for which the filter has no place left. */
    readonly clashes: readonly number[];
}

/** The filter that the conditions stand for. Those without a value are left out. */
export function toFilter(model: Model, conditions: readonly Condition[]): Made {
    const filter: Filter = {};
    const clashes: number[] = [];
    for (const condition of conditions) {
        if (condition.value === "") continue;
        const { field, operator, not, number } = condition;
        const value = valueOf(knownOf(model, field), condition);
        // `{ name: "x" }`, `{ name: { contains: "x" } }`, `{ name: { not: … } }` in turn of one or the other.
        const fits = not ? put(filter, field, "not", operator, value) : putInto(filter, field, operator, value);
        if (!fits) clashes.push(number);
    }
    return { filter, clashes };
}

/** Puts a value into `place[name]`: as it is, or under its operator. Answers whether there was room. */
function putInto(place: Filter, name: string, operator: string, value: unknown): boolean {
    const there = place[name];
    if (operator === EXACT) {
        if (there !== undefined) return false;
        place[name] = value;
        return true;
    }
    if (there === undefined) place[name] = { [operator]: value };
    else if (!isOperators(there) || operator in there) return false;
    else there[operator] = value;
    return true;
}

function put(filter: Filter, field: string, name: string, operator: string, value: unknown): boolean {
    const there = filter[field] ?? {};
    if (!isOperators(there) || !putInto(there, name, operator, value)) return false;
    filter[field] = there;
    return true;
}

const isOperators = (value: unknown): value is Filter => typeof value === "object" && value !== null;

/** `-` before those that go down. */
export const toOrderBy = (orders: readonly Order[]): string[] =>
    orders.filter(({ field }) => field !== "").map(({ field, descending }) => (descending ? `-${field}` : field));
