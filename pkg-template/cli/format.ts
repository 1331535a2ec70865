// Rows of the API -> text for standard output, or for a file: JSON Lines, CSV, a table for people. What CSV says, `import`
// reads again.

import { csvLine, excelText } from "../files";
import { misuse } from "./ending";
import type { Row } from "./library";

export type Format = "jsonl" | "csv" | "table";

/** What is said of the format. `excel` is a way to write CSV. */
export interface Asked {
    readonly jsonl?: boolean;
    readonly csv?: boolean;
    readonly table?: boolean;
    readonly excel?: boolean;
}

/** The format that is said, if one is. */
export function saidFormat(asked: Asked): Format | undefined {
    const said = (["jsonl", asked.excel === true ? "excel" : "csv", "table"] as const).filter((format) => asked[format] === true);
    if (said.length > 1) throw misuse(`\`--${said[0]}\` and \`--${said[1]}\`: one of them`);
    return said[0] === "excel" ? "csv" : said[0];
}

/** The same; without any, a table for people and JSON Lines for programs. */
export function formatOf(asked: Asked): Format {
    return saidFormat(asked) ?? (process.stdout.isTTY === true ? "table" : "jsonl");
}

/** Makes the text of rows, as they come. */
export interface Writer {
    row(row: Row): string;
    /** What stands after the last one. */
    end(): string;
    /** Of CSV: its columns, once they are known. */
    columns(): Columns | undefined;
    /** Of CSV: names of rows that are no column. */
    readonly left: ReadonlySet<string>;
}

/** Of CSV and of tables: which columns, in which order. */
export type Columns = readonly string[];

/** How CSV is written. */
export interface CsvStyle {
    /** For Excel as it is in Sweden. */
    readonly excel?: boolean;
    /** The rows are added to a file that has its header. */
    readonly added?: boolean;
}

/** Writes rows in a format; CSV and tables in these columns, or in those of the first row. */
export async function writerOf(format: Format, columns: Columns | undefined, style: CsvStyle = {}): Promise<Writer> {
    if (format === "csv") return new CsvWriter(columns, style);
    if (format === "table") return (await import("./table")).tableWriter(columns);
    return {
        row: (row) => `${JSON.stringify(columns === undefined ? row : picked(row, columns))}\n`,
        end: () => "",
        columns: () => undefined,
        left: new Set(),
    };
}

class CsvWriter implements Writer {
    readonly left = new Set<string>();
    readonly #chosen: boolean;
    #columns: Columns | undefined;
    #headed: boolean;
    readonly #excel: boolean;

    constructor(columns: Columns | undefined, { added = false, excel = false }: CsvStyle) {
        this.#excel = excel;
        this.#columns = columns;
        this.#chosen = columns !== undefined && !added;
        this.#headed = added;
    }

    row(row: Row): string {
        const columns = (this.#columns ??= Object.keys(row));
        if (!this.#chosen) {
            for (const name of Object.keys(row)) if (!columns.includes(name)) this.left.add(name);
        }
        const cells = columns.map((name) => {
            const value = row[name];
            return this.#excel && typeof value === "string" ? excelText(value) : cellOf(value);
        });
        return this.#head() + this.#line(cells);
    }

    end(): string {
        return this.#columns === undefined ? "" : this.#head();
    }

    columns(): Columns | undefined {
        return this.#columns;
    }

    #head(): string {
        if (this.#headed) return "";
        this.#headed = true;
        return (this.#excel ? "\ufeff" : "") + this.#line(this.#columns ?? []);
    }

    #line(cells: readonly string[]): string {
        return this.#excel ? csvLine(cells, ";", "\r\n") : csvLine(cells);
    }
}

function picked(row: Row, columns: Columns): Row {
    return Object.fromEntries(columns.filter((name) => name in row).map((name) => [name, row[name]]));
}

/** A value as the text of a cell: a relation as its id, several as ids with blanks between them. */
export function cellOf(value: unknown): string {
    if (value === null || value === undefined) return "";
    if (typeof value !== "object") return String(value);
    const id = idOf(value);
    if (id !== undefined) return id;
    if (!Array.isArray(value)) return JSON.stringify(value);
    const ids = value.map(idOf);
    return ids.includes(undefined) ? JSON.stringify(value) : ids.join(" ");
}

function idOf(value: unknown): string | undefined {
    const id = (value as { id?: unknown } | null)?.id;
    return typeof id === "string" ? id : undefined;
}
