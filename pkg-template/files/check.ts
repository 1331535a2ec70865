// Rows of a file -> what is wrong with them, told by line and column. What is wrong says the schema.

import { formOf, hintOf, lengthProblem, type FormRow } from "./cells";
import type { Column, Model } from "./columns";
import { withoutReason } from "./failed";
import type { SourceRow } from "./read";

/** As much of an issue of the schema's as is needed here. */
export interface ModelIssue {
    readonly path: readonly (string | number)[];
    readonly code: string;
    readonly message: string;
}

/** As much of a schema as it takes to judge rows: every resource of `pigello-client` is one. */
export interface Judge extends Model {
    validateAll(
        rows: readonly unknown[],
        options: { input: "json" | "form"; locale?: string; mode?: "create" | "update"; maxIssues?: number },
    ): { readonly issues: readonly ModelIssue[] };
}

/** How to judge. */
export interface CheckOptions {
    /** The language of messages. */
    readonly locale?: string | undefined;
    /** How to judge every row. Default: a row with an `id` as a change, one without as new. */
    readonly mode?: "create" | "update" | undefined;
}

/** One thing that is wrong. */
export interface Wrong {
    /** The row's place among those that were given, from 0. */
    readonly row: number;
    /** The row's line in the file. */
    readonly line: number;
    /** The column's header in the file; absent where no column has the field. */
    readonly column?: string;
    /** The field, with what of it is wrong: `external_client.id`; `""`: the row as a whole. */
    readonly field: string;
    /** The schema's code, or `row` for what is no row. */
    readonly code: string;
    readonly message: string;
}

/** What a row is to the schema: a form if the file has columns, else its value. */
export function inputOf(row: SourceRow, columns: readonly Column[]): FormRow | unknown {
    return row.cells === undefined ? withoutReason(row.value) : formOf(row.cells, columns);
}

/** All that is wrong with rows, in their order. Of JSON there are no `columns`. */
export function checkRows(rows: readonly SourceRow[], columns: readonly Column[], judge: Judge, options: CheckOptions = {}): Wrong[] {
    const wrong: Wrong[] = [];
    const places: number[] = [];
    const inputs: unknown[] = [];
    for (let place = 0; place < rows.length; place++) {
        const row = rows[place] as SourceRow;
        const problem = row.problem ?? (row.cells === undefined ? undefined : lengthProblem(row.cells, columns));
        if (problem !== undefined) {
            wrong.push({ row: place, line: row.line, field: "", code: "row", message: problem });
            continue;
        }
        places.push(place);
        inputs.push(inputOf(row, columns));
    }
    const { issues } = judge.validateAll(inputs, {
        input: columns.length > 0 ? "form" : "json",
        ...(options.locale !== undefined && { locale: options.locale }),
        ...(options.mode !== undefined && { mode: options.mode }),
    });
    for (const { path, code, message } of issues) {
        const place = places[Number(path[0])] as number;
        wrong.push(told(place, rows[place] as SourceRow, columns, path.slice(1), code, message));
    }
    return wrong.sort((a, b) => a.row - b.row);
}

/** An issue of one row, by the names that the file has for things. */
export function told(
    place: number,
    row: SourceRow,
    columns: readonly Column[],
    path: readonly (string | number)[],
    code: string,
    message: string,
): Wrong {
    const at = columns.findIndex(({ field }) => field !== undefined && field === path[0]);
    const column = columns[at];
    const hint = column === undefined ? undefined : hintOf(row.cells?.[at] ?? "", column.type);
    return {
        row: place,
        line: row.line,
        ...(column !== undefined && { column: column.header }),
        field: path.join("."),
        code,
        message: hint === undefined ? message : `${message}: ${hint}`,
    };
}

/** One sentence: `line 7, E-post: Must be an email address`. */
export function sentenceOf({ line, column, field, message }: Wrong): string {
    const where = column ?? field;
    return where === "" ? `line ${line}: ${message}` : `line ${line}, ${where}: ${message}`;
}
