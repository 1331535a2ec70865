// The cells of a row -> the values of a form, as `validateAll(rows, { input: "form" })` and `parseForm` take them. What a
// value means is for the schema to say; here are only the spellings that tables have and forms have not.

import type { Column } from "./columns";

/** A row as a form: by field, text or a list of texts. */
export type FormRow = Record<string, string | readonly string[]>;

/** Makes the form of one row. An empty cell is an empty input: it clears what may be empty. */
export function formOf(cells: readonly string[], columns: readonly Column[]): FormRow {
    const form: FormRow = {};
    for (let place = 0; place < columns.length; place++) {
        const { field, type } = columns[place] as Column;
        if (field === undefined) continue;
        const text = cells[place] ?? "";
        form[field] = type === "boolean" ? booleanOf(text) : type === "array" ? elementsOf(text) : text;
    }
    return form;
}

/**
 * What is wrong with the number of cells in a row, if something is: a cell without a column must not be lost silently, and one
 * that is not there is not an empty one, which would clear its field.
 */
export function lengthProblem(cells: readonly string[], columns: readonly Column[]): string | undefined {
    for (let place = cells.length; place < columns.length; place++) {
        if (columns[place]?.field !== undefined) return counts(cells, columns);
    }
    for (let place = 0; place < cells.length; place++) {
        if (cells[place] === "") continue;
        if (place >= columns.length) return counts(cells, columns);
        if (columns[place]?.why === "empty") return `cell ${place + 1} stands under a column without a header`;
    }
    return undefined;
}

function counts(cells: readonly string[], columns: readonly Column[]): string {
    return `has ${cells.length} cell${cells.length === 1 ? "" : "s"}, and the header ${columns.length}`;
}

/** What else to say of a cell that was found wrong, for people who wonder why. */
export function hintOf(text: string, type: string | undefined): string | undefined {
    const number = type === "integer" || type === "number";
    if (number && /^[-+]?[\d\s]*\d,\d+$/.test(text.trim())) return "a comma is no decimal point here: write `.`";
    if (number && /^[-+]?\d{1,3}(\s\d{3})+$/.test(text.trim())) return "write the digits without blanks between them";
    return undefined;
}

const BOOLEANS: Readonly<Record<string, string>> = {
    "1": "true",
    ja: "true",
    yes: "true",
    sant: "true",
    true: "true",
    on: "true",
    "0": "false",
    nej: "false",
    no: "false",
    falskt: "false",
    false: "false",
    off: "false",
};

/** `SANT`, `ja`, `1` and their like. Another text stays, and is refused by the schema. */
function booleanOf(text: string): string {
    const word = text.trim().toLowerCase();
    return Object.hasOwn(BOOLEANS, word) ? (BOOLEANS[word] as string) : text;
}

/** Ids with anything between them, or a JSON array. */
function elementsOf(text: string): string | readonly string[] {
    const trimmed = text.trim();
    if (trimmed === "") return "";
    if (trimmed.startsWith("[")) {
        try {
            return JSON.parse(trimmed) as readonly string[];
        } catch {
            return text;
        }
    }
    return trimmed.split(/[\s,;|]+/).filter((id) => id !== "");
}
