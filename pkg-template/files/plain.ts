// The cells of a row -> its JSON, where there is no doubt about it: most rows of most files. It may say what a form's text
// plainly stands for, or nothing at all; a row that is then judged wrong is judged again as a form. So every judgement is the
// schema's, and the quick way is only quick. `cli-plain.test.mjs` holds it against `parseForm`.

import type { Column } from "./columns";

/** What the schema takes of a row: as `parseForm` makes it, and the `id` beside. `undefined`: ask as a form. */
export function plainOf(cells: readonly string[], columns: readonly Column[]): Record<string, unknown> | undefined {
    const row: Record<string, unknown> = {};
    for (let place = 0; place < columns.length; place++) {
        const column = columns[place] as Column;
        if (column.field === undefined) continue;
        const value = valueOf(cells[place] ?? "", column);
        if (value === undefined) return undefined;
        if (value !== ABSENT) row[column.field] = value;
    }
    return row;
}

const ABSENT = Symbol("absent");

function valueOf(text: string, { field, type, nullable }: Column): unknown {
    if (text === "") return field === "id" ? ABSENT : nullable === true ? null : undefined;
    switch (type) {
        case "string":
            return isTrimmed(text) ? text : undefined;
        case "reference":
            return isTrimmed(text) && !text.startsWith("{") ? { id: text } : undefined;
        case "boolean":
            return text === "true" ? true : text === "false" ? false : undefined;
        case "integer":
            return /^(0|-?[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined;
        default:
            return undefined;
    }
}

/** Whether the text surely begins and ends with no white space: with letters of Europe, digits and signs. */
function isTrimmed(text: string): boolean {
    return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1));
}

function isInk(unit: number): boolean {
    return (unit > 0x20 && unit < 0x7f) || (unit > 0xa0 && unit < 0x250);
}
