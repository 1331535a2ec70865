// Rows that failed -> a file of the same kind, with the reasons in a further column. Once mended it can be read as it is:
// that column means nothing. It is the first one, since rows may have fewer cells than the header, or more, and come back
// with as many.

import Papa from "papaparse";
import { excelText } from "./excel";
import type { Kind, SourceRow } from "./read";

/** The column, or the name in a JSON row, that holds what was wrong. */
export const REASON = "import_error";
/** In JSON: the text that was none. */
const TEXT = "import_text";

/** How the file is written. */
export interface FailedFile {
    readonly kind: Kind;
    /** As the source has it: its columns, and what stands between them. */
    readonly header?: readonly string[] | undefined;
    readonly separator?: string | undefined;
}

/** What stands before all rows. CSV begins with a byte order mark, without which Excel takes it for Windows-1252. */
export function failedHead({ kind, header = [], separator = "," }: FailedFile): string {
    if (kind !== "csv") return "";
    return `\ufeff${csvLine([REASON, ...header.filter((name) => name.trim() !== REASON)], separator, "\r\n")}`;
}

/** One row with its reasons. An array of JSON becomes JSON Lines, which can be added to. */
export function failedRow(
    row: SourceRow,
    reasons: readonly string[],
    { kind, header = [], separator = "," }: FailedFile,
): string {
    const reason = reasons.join("; ");
    if (kind === "csv") {
        const cells = (row.cells ?? []).filter((_, place) => header[place]?.trim() !== REASON);
        // Semicolons are Excel's, in Sweden, and a double click opens the file there.
        return csvLine([reason, ...(separator === ";" ? cells.map(excelText) : cells)], separator, "\r\n");
    }
    if (row.text !== undefined) return `${JSON.stringify({ [REASON]: reason, [TEXT]: row.text })}\n`;
    const value = withoutReason(row.value);
    const whole = typeof value === "object" && value !== null && !Array.isArray(value) ? value : { [TEXT]: value };
    return `${JSON.stringify({ ...whole, [REASON]: reason })}\n`;
}

/** A JSON row as it was before it failed. */
export function withoutReason(value: unknown): unknown {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, REASON)) return value;
    const { [REASON]: _, ...rest } = value as Record<string, unknown>;
    return rest;
}

/** One line of CSV. A cell with any separator in it is quoted: who looks for the file's own must not count it. */
export function csvLine(cells: readonly string[], separator = ",", lineBreak: "\n" | "\r\n" = "\n"): string {
    return Papa.unparse([[...cells]], { delimiter: separator, newline: lineBreak, quotes: (cell) => /[,;\t]/.test(cell) }) + lineBreak;
}
