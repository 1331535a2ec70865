// What the page and the worker that reads a file say to each other.

import type { Column, Kind } from "#files/index";

/** What is known of a file once it is read. */
export interface Read {
    readonly count: number;
    readonly kind: Kind;
    /** What the table's columns are called: the header, or the names in the first rows of JSON. */
    readonly names: readonly string[];
    /** Which field each column goes to; of JSON there are none. */
    readonly columns: readonly Column[];
    /** The first values of each column. */
    readonly samples: readonly (readonly string[])[];
}

/** A row of the table. */
export interface ShownRow {
    readonly place: number;
    readonly line: number;
    readonly cells: readonly string[];
    /** What is wrong, by column. */
    readonly wrong: readonly (string | undefined)[];
    /** What is wrong with the row as a whole, or with a field that no column has. */
    readonly whole?: string;
}

/** Rows to send, as bodies, and where they stand in the file. `next`: where to go on; absent at the end. */
export interface Chunk {
    readonly bodies: readonly Record<string, unknown>[];
    readonly places: readonly number[];
    /** Their lines, by which the table tells them. */
    readonly lines: readonly number[];
    readonly next?: number;
}

/** A field by which one can look whether rows are there: no two rows of the file have the same in it. */
export interface Key {
    readonly name: string;
    /** Every row has it, and it looks like a code: nobody shares it. */
    readonly code: boolean;
}

/** A row that the server refused, in words. */
export type Refused = readonly [place: number, why: string];

export interface Asks {
    read: { readonly question: { readonly blob: Blob; readonly model: string }; readonly answer: Read };
    /** By column: a field's name, or nothing where it is left out. */
    columns: { readonly question: readonly (string | undefined)[]; readonly answer: readonly Column[] };
    /** Judges every row; tells how far it is. */
    check: { readonly question: { readonly locale: string }; readonly answer: { readonly bad: number } };
    window: { readonly question: { readonly from: number; readonly to: number; readonly onlyBad: boolean; readonly refused: readonly number[] }; readonly answer: readonly ShownRow[] };
    /** Changes a cell, and judges its row anew. */
    mend: { readonly question: { readonly place: number; readonly column: number; readonly text: string }; readonly answer: { readonly bad: number } };
    chunk: { readonly question: { readonly from: number; readonly size: number }; readonly answer: Chunk };
    /** Of these fields, those by which one can look. */
    keys: { readonly question: readonly string[]; readonly answer: readonly Key[] };
    /** The file of what failed. */
    failed: { readonly question: readonly Refused[]; readonly answer: { readonly blob: Blob; readonly extension: string } };
}

export type Ask = keyof Asks;
export type ToWorker = { readonly [Name in Ask]: { readonly call: number; readonly ask: Name; readonly question: Asks[Name]["question"] } }[Ask];
export type FromWorker =
    /** It listens: what was said before that is lost. */
    | { readonly ready: true }
    /** It cannot. */
    | { readonly unable: string }
    | { readonly call: number; readonly answer: unknown }
    | { readonly call: number; readonly failed: string }
    /** How many rows are read or judged. */
    | { readonly call: number; readonly soFar: number };
