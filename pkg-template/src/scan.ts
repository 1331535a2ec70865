// Rows given as JSON text, found valid without being parsed: one regular expression, made of what Rust has said of each field
// (`validate/sure.rs`), matches a row that has the names of the first, as `JSON.stringify` writes it. A row that it does not
// match is parsed by itself. Whatever is not surely valid is for rows.ts to judge, from the beginning.

import type { Resource } from "./client";
import { copied, idRead, rest } from "./fast";
import { fits, isId } from "./fits";
import { failed } from "./hot";
import { LUHN, REFERENCE, TEXT } from "./kinds";
import { NULLABLE, READ_ONLY, type Known, type Table } from "./table";

/** For less text an expression is not worth its making. */
const MUCH = 0x4000;
/** A row that has no more signs beside its names, and five for each value, has no longer text. */
const SHORT = 250;

/** Where a row ends, and the next one begins or the text ends. */
const END = /\}(?:,(?=\{)|\]$)/g;
/** A value that is looked at by itself. */
const TOKEN = '("[^"\\\\\\0-\\x1f]*"|[-+.\\w]+|\\[\\])';
/** One that can but be a text: nothing is cut off it then. */
const LETTERS = '"([^"\\\\\\0-\\x1f]*)"';

/** Whether all rows of a JSON text are surely valid, and each id is new to `isNew`. */
export function areRowsWell(resource: Resource, text: string, terms: number, isNew: (id: unknown) => boolean): boolean {
    const table = resource.table();
    if (text.length < MUCH || text[0] !== "[" || table.rules.length > 0) return false;
    /** Of the fields whose values are looked at by themselves. */
    const fields: Known[] = [];
    const isWell = (field: Known, token: string | undefined): boolean => {
        // `null`, which only its expression lets pass where it may be.
        if (token === undefined) return true;
        if (isBare(field)) return fits(table, field, token) !== 0;
        const value: unknown = token[0] === '"' ? token.slice(1, -1) : JSON.parse(token);
        if (field === table.id) return isId(field, value) && isNew(value);
        return (field.flags & READ_ONLY) !== 0 || fits(table, field, value) !== 0;
    };
    let row: RegExp | undefined;
    let longest = 0;
    try {
        for (let at = 1; at < text.length; ) {
            if (row !== undefined) row.lastIndex = at;
            const found = row?.exec(text);
            if (found && found[0].length < longest && fields.every((field, group) => isWell(field, found[group + 1]))) {
                at = row!.lastIndex;
                continue;
            }
            END.lastIndex = at;
            const parsed = JSON.parse(`${text.slice(at, END.exec(text)!.index)}}`) as object;
            if (copied(resource, parsed, terms, true) === undefined || !isNew(idRead)) {
                // The rows are read anew.
                rest();
                return false;
            }
            if (row === undefined) {
                const names = Object.keys(parsed);
                // For each value: three marks, a colon, a comma, of which the last one has none.
                longest = SHORT + names.join("12345").length;
                row = new RegExp(`\\{${names.map((name) => `"${name}":${expressionOf(table, name, fields)}`)}${END.source}`, "uy");
            }
            at = END.lastIndex;
        }
        return true;
    } catch (error) {
        // Where it throws by itself, this is no JSON, or not as `JSON.stringify` writes it.
        failed(error);
        return false;
    } finally {
        // Engines keep the text that was matched last.
        /$/.exec("");
    }
}

/** Whether a value of it that is no `null` stands in its group without the marks around it. */
function isBare({ how, flags }: Known): boolean {
    return how === LUHN && (flags & READ_ONLY) === 0;
}

/** What matches a value of that name, as JSON has it; those that are to be looked at by themselves are noted. */
function expressionOf(table: Table, name: string, alone: Known[]): string {
    const field = table.byName.get(name)!;
    const { flags, least, most } = field;
    const how = (flags & READ_ONLY) === 0 ? field.how : 0;
    const body = field.test.source.slice(1, -1).replaceAll("[^", '[^"\\\\\\x01-\\x1f');
    let value = TOKEN;
    if (how === REFERENCE) value = `\\{"id":"${body}"\\}`;
    else if (how === TEXT) value = `"${least > 1 || most < SHORT ? `(?=[^"]{${least},${most}}")` : ""}${body}${least === 0 ? "?" : ""}"`;
    else {
        alone.push(field);
        if (isBare(field)) value = LETTERS;
    }
    return `(?:${value}${(flags & NULLABLE) === 0 ? "" : "|null"})`;
}
