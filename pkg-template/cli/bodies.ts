// Rows of a file -> bodies of a bulk write. What is wrong with a row is in the words that `validate` has for it.

import { givenOf, inputOf, plainOf, sentenceOf, told, type Column, type SourceRow } from "../files";
import { textOf } from "./check";
import type { Issue, ResourceSchema, Row } from "./library";

/** A row on its way. */
export interface Entry {
    /** Its place in the file, from 0. */
    readonly place: number;
    readonly row: SourceRow;
    /** Why it cannot be sent, if it cannot. */
    readonly reasons: readonly string[];
}

/** An entry that can be sent. */
export interface Sendable {
    readonly entry: Entry;
    readonly body: Row;
    /** Whether it changes a row, which does no harm twice. */
    readonly changes: boolean;
}

/** Makes bodies, in the language asked for. */
export class Bodies {
    /** Of the file; known once it is read. */
    columns: readonly Column[] = [];

    constructor(
        readonly schema: ResourceSchema,
        readonly locale: string | undefined,
        /** Whether rows are judged here only, since nobody knew before which of them change a row. */
        readonly strict: boolean,
    ) {}

    /** What a row gives for a field, as text. */
    given({ row }: Entry, field: string): string {
        return textOf(givenOf(row, this.columns, field));
    }

    /** The body of a row, or why there is none. `found` is the id that its key has on the server. */
    bodyOf(entry: Entry, found?: string): Sendable | readonly string[] {
        const own = this.given(entry, "id");
        const id = found ?? (own === "" ? undefined : own);
        const changes = id !== undefined;
        const { cells } = entry.row;
        const plain = cells === undefined || this.strict ? undefined : plainOf(cells, this.columns);
        if (plain !== undefined) return { entry, body: plain, changes };
        const options = {
            mode: changes ? "update" : "create",
            ...(this.locale !== undefined && { locale: this.locale }),
        } as const;
        const input = inputOf(entry.row, this.columns);
        const verdict = cells === undefined ? this.schema.validate(input, options) : this.schema.parseForm(input, options);
        if (!verdict.valid) return this.reasons(entry.row, verdict.issues);
        return { entry, body: changes ? { id, ...verdict.value } : verdict.value, changes };
    }

    /** Issues of one row, as sentences without its line. */
    reasons(row: SourceRow, issues: readonly Issue[]): string[] {
        return issues.map(({ path, code, message }) => {
            const sentence = sentenceOf(told(0, row, this.columns, path, code, message));
            return sentence.replace(/^line \d+[,:] /, "");
        });
    }
}
