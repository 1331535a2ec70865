// The check of a whole file, portion by portion: what `validate` is, and what `import` begins with.

import { checkRows, givenOf, matchColumns, RowReader, type Column, type Kind, type SourceRow, type Wrong } from "../files";
import type { Encoding, Separator } from "../files";
import { misuse } from "./ending";
import type { ResourceSchema } from "./library";
import { Seen } from "./seen";

/** What the command line says of a file. */
export interface CheckWish {
    readonly locale?: string;
    readonly encoding?: Encoding;
    readonly separator?: Separator;
    readonly kind?: Kind;
    /** `HEADER=FIELD`, `HEADER=` to leave a column out. */
    readonly column?: readonly string[];
    readonly ignoreUnknown?: boolean;
    /** How to judge rows, where not by their id. */
    readonly mode?: "create" | "update";
}

/** Some rows, and what is wrong with them. */
export interface Portion {
    readonly rows: readonly SourceRow[];
    readonly wrong: readonly Wrong[];
    /** The place of the first row in the file, from 0. */
    readonly start: number;
}

/** Says what is wrong with a row by rules of the command's own, from what it gives for a field; `undefined`: nothing. */
export type Rule = (given: (field: string) => string) => { readonly field: string; readonly message: string } | undefined;

/** Reads and judges. Memory does not grow with the file, but for ids. */
export class Check {
    readonly reader: RowReader;
    /** Known with the first rows; none of JSON. */
    columns: readonly Column[] = [];
    rows = 0;
    wrongRows = 0;
    /** Columns that are left out, for people. */
    readonly notes: string[] = [];
    #ids = new Seen();
    #begun = false;

    constructor(
        readonly schema: ResourceSchema,
        readonly wish: CheckWish,
        readonly rules: readonly Rule[] = [],
        /** Whether rows are judged: those of a file that was found good are only read. */
        readonly judges = true,
    ) {
        this.reader = new RowReader(wish);
    }

    /** The rows in portions, with what is wrong with them. */
    async *portions(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Portion> {
        for await (const piece of pieces) {
            const rows = this.reader.push(piece);
            if (rows.length > 0) yield this.#judged(rows);
        }
        const rows = this.reader.end();
        if (rows.length > 0) yield this.#judged(rows);
        this.#begin();
    }

    /** How many rows, and how they were read. */
    summary(): string {
        const { encoding, separator, kind } = this.reader;
        const how =
            kind === "csv"
                ? `${encoding}, cells divided by ${separator === "\t" ? "tabs" : `\`${separator}\``}`
                : `${encoding}, ${kind}`;
        const verdict = this.wrongRows === 0 ? "all of them valid" : `${counted(this.wrongRows, "row")} not valid`;
        return this.rows === 0 ? `no rows (${how})` : `${counted(this.rows, "row")}, ${verdict} (${how})`;
    }

    #begin(): void {
        if (this.#begun) return;
        this.#begun = true;
        if (this.reader.header === undefined) return;
        this.columns = columnsOf(this.reader.header, this.schema, this.wish, this.notes);
    }

    #judged(rows: readonly SourceRow[]): Portion {
        this.#begin();
        const start = this.rows;
        this.rows += rows.length;
        if (!this.judges) return { rows, wrong: [], start };
        const { locale, mode } = this.wish;
        const wrong = checkRows(rows, this.columns, this.schema, { locale, mode });
        const own = this.#byRules(rows);
        const all = own.length === 0 ? wrong : [...wrong, ...own].sort((a, b) => a.row - b.row);
        let last = -1;
        for (const { row } of all) {
            if (row !== last) this.wrongRows++;
            last = row;
        }
        return { rows, wrong: all, start };
    }

    /** What takes more than one portion to see, and what the command asks. */
    #byRules(rows: readonly SourceRow[]): Wrong[] {
        const wrong: Wrong[] = [];
        const noIds = this.columns.length > 0 && this.columns.every(({ field }) => field !== "id");
        if (noIds && this.rules.length === 0) return wrong;
        const within = new Set<string>();
        for (let place = 0; place < rows.length; place++) {
            const row = rows[place] as SourceRow;
            if (row.problem !== undefined) continue;
            const given = (field: string): string => textOf(givenOf(row, this.columns, field));
            const id = given("id").toLowerCase();
            if (id !== "") {
                // Twice in one portion the schema has seen.
                if (!within.has(id) && this.#ids.has(id)) {
                    wrong.push({ row: place, line: row.line, field: "id", code: "duplicate", message: "is there twice" });
                }
                within.add(id);
                this.#ids.add(id);
            }
            for (const rule of this.rules) {
                const found = rule(given);
                if (found !== undefined) wrong.push({ row: place, line: row.line, code: "import", ...found });
            }
        }
        return wrong;
    }
}

/** What is given as text, as the server keeps it: without white space around it. `""`: nothing. */
export function textOf(value: unknown): string {
    return value === null || value === undefined ? "" : String(value).trim();
}

/** `1 row`, `2 rows` */
export function counted(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function columnsOf(header: readonly string[], schema: ResourceSchema, wish: CheckWish, notes: string[]): Column[] {
    const columns = matchColumns(header, schema, chosenOf(wish.column ?? [], header));
    const strange: string[] = [];
    for (const { header, why, nearest } of columns) {
        if (why === "unknown" && wish.ignoreUnknown !== true) {
            strange.push(
                `column \`${header}\` is no field of ${schema.name}${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`,
            );
        } else if (why === "twice") {
            strange.push(`column \`${header}\` is \`${nearest}\`, as another column is`);
        } else if (why === "unknown" || why === "read-only") {
            notes.push(`column \`${header}\` is left out: ${why === "unknown" ? "no such field" : "nobody can write it"}`);
        }
    }
    if (columns.every(({ field }) => field === undefined)) strange.push("no column is a field");
    if (strange.length > 0) {
        const help =
            "`--column HEADER=FIELD` says what a column is, `--column HEADER=` leaves it out, `--ignore-unknown` all that are unknown";
        throw misuse(`${strange.join("\n")}\n${help}`);
    }
    return columns;
}

function chosenOf(given: readonly string[], header: readonly string[]): Record<string, string> {
    const chosen: Record<string, string> = {};
    for (const text of given) {
        const cut = text.lastIndexOf("=");
        const name = text.slice(0, cut).trim();
        if (cut < 1) throw misuse(`\`--column ${text}\`: a column is HEADER=FIELD`);
        if (!header.some((one) => one.trim() === name)) throw misuse(`\`--column ${text}\`: the file has no column \`${name}\``);
        chosen[name] = text.slice(cut + 1).trim();
    }
    return chosen;
}
