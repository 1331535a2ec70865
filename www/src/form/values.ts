// What the inputs of a form hold, and which of them were changed.

import type { FieldInfo, Given, Model, Row, Values } from "../models";
import { writable } from "../models";

/** How a field is filled in. */
export type Kind = "checkbox" | "select" | "suggest" | "reference" | "references" | "lines" | "json" | "input";

export function kindOf({ type, items, target, enum: values, enumIsOpen }: FieldInfo): Kind {
    if (type === "boolean") return "checkbox";
    if (type === "reference") return "reference";
    if (type === "array") return items === "reference" && target ? "references" : "lines";
    if (type === "object") return "json";
    if (values) return enumIsOpen ? "suggest" : "select";
    return "input";
}

const EMPTY: Partial<Record<Kind, Given>> = { checkbox: false, references: [], lines: [] };

/** What the inputs hold for a row, or for a new one. */
export function initial(model: Model, row: Row | undefined): Values {
    const given = model.schema.toFormValues(row ?? {});
    return Object.fromEntries(writable(model).map((field) => [field.name, given[field.name] ?? EMPTY[kindOf(field)] ?? ""]));
}

/** The names of the inputs that hold something else than at first. */
export function changed(now: Values, before: Values): string[] {
    return Object.keys(now).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
}

/** Of the body what these inputs gave. */
export function only(body: Row, names: readonly string[]): Row {
    return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
}
