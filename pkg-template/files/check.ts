// Rows of a file -> what is wrong with them, told by line and column. What is wrong says the schema.

import { formOf, hintOf, lengthProblem, type FormRow } from "./cells";
import type { Column, Model } from "./columns";
import { withoutReason } from "./failed";
import { plainOf } from "./plain";
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

/** What a row gives for one field, as the file has it: text, or a value of JSON. `undefined`: nothing. */
export function givenOf(row: SourceRow, columns: readonly Column[], name: string): unknown {
    if (row.cells === undefined) return (row.value as Record<string, unknown> | null | undefined)?.[name];
    for (let place = 0; place < columns.length; place++) if (columns[place]?.field === name) return row.cells[place];
    return undefined;
}

/** All that is wrong with rows, in their order. Of JSON there are no `columns`. */
export function checkRows(
    rows: readonly SourceRow[],
    columns: readonly Column[],
    judge: Judge,
    options: CheckOptions = {},
): Wrong[] {
    const wrong: Wrong[] = [];
    const ofJson = columns.length === 0;
    // Then a row with as many cells has nothing wrong with their number.
    const headed = columns.every(({ why }) => why !== "empty");
    const places: number[] = [];
    const values: unknown[] = [];
    // Places of rows that are to be judged as forms.
    const forms: number[] = [];
    for (let place = 0; place < rows.length; place++) {
        const row = rows[place] as SourceRow;
        const { cells } = row;
        const fits = cells === undefined || (headed && cells.length === columns.length);
        const problem = row.problem ?? (fits ? undefined : lengthProblem(cells, columns));
        if (problem !== undefined) {
            wrong.push({ row: place, line: row.line, field: "", code: "row", message: problem });
            continue;
        }
        const value = cells === undefined ? withoutReason(row.value) : plainOf(cells, columns);
        if (value === undefined && !ofJson) {
            forms.push(place);
        } else {
            places.push(place);
            values.push(value);
        }
    }
    const { locale, mode } = options;
    const asked = { ...(locale !== undefined && { locale }), ...(mode !== undefined && { mode }) };
    const { issues } = judge.validateAll(values, { input: "json", ...asked });
    if (ofJson || (issues.length === 0 && forms.length === 0)) {
        addIssues(wrong, issues, places, rows, columns);
    } else {
        // An id may stand in a row of either kind, and twice: then all of them are looked at again.
        const twice = issues.some(({ code }) => code === "duplicate");
        for (const { path } of issues) forms.push(places[Number(path[0])] as number);
        const again =
            twice || idsOf(columns)
                ? rows.map((_, place) => place).filter((place) => isRow(rows[place] as SourceRow, columns))
                : inOrder(forms);
        const inputs = again.map((place) => inputOf(rows[place] as SourceRow, columns));
        addIssues(wrong, judge.validateAll(inputs, { input: "form", ...asked }).issues, again, rows, columns);
    }
    return wrong.sort((a, b) => a.row - b.row);
}

/** Takes issues whose paths begin with the place among rows that stand at these places. */
function addIssues(
    wrong: Wrong[],
    issues: readonly ModelIssue[],
    places: readonly number[],
    rows: readonly SourceRow[],
    columns: readonly Column[],
): void {
    for (const { path, code, message } of issues) {
        const place = places[Number(path[0])] as number;
        wrong.push(told(place, rows[place] as SourceRow, columns, path.slice(1), code, message));
    }
}

function idsOf(columns: readonly Column[]): boolean {
    return columns.some(({ field }) => field === "id");
}

function isRow(row: SourceRow, columns: readonly Column[]): boolean {
    return row.problem === undefined && (row.cells === undefined || lengthProblem(row.cells, columns) === undefined);
}

/** Each place once, from the first to the last. */
function inOrder(places: readonly number[]): number[] {
    return [...new Set(places)].sort((a, b) => a - b);
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
