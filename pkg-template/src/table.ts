// What is known of a resource's fields, as rows are read by it: told by Rust once (`binding/schemas.rs`), and arranged so that
// things are quickly looked up. Nothing is judged here.

import type { TableInfo, ToldIssue } from "./raw";

export const READ_ONLY = 1;
export const REFERENCE = 2;
export const REFERENCES = 4;
export const REQUIRED = 8;
export const NULLABLE = 16;
/** Above these bits stands how a value is seen to be well (`kinds.ts`), in four bits. */
const HOW = 5;
/** Whether of ordinary texts the same is said where they are wrong in the same way; see mistakes.ts. */
export const EXACT = 512;
/** All that text, numbers and the like can be is. */
export const ANY = 7;

/** After so many rows with other names the names of the last of them are usual, too. */
const PATIENCE = 64;
/** Longer orders of names are not kept to their end. */
const MOST_NAMES = 500;
/** So many orders of names are usual at once. */
export const ORDERS = 4;

/** What is known of a field. */
export interface Known {
    readonly name: string;
    /** -1: nobody declared it. */
    readonly place: number;
    readonly flags: number;
    /** How a value is seen to be well (`kinds.ts`). */
    readonly how: number;
    /** The least and the most of a value's length or of itself. */
    readonly least: number;
    readonly most: number;
    /** What matches the whole of its text, and of ordinary ones that are surely wrong, all in the same way; see mistakes.ts. */
    readonly test: RegExp;
    readonly unlike: RegExp | undefined;
}

/** Names that many rows have in this order, or those that are sent of them. */
export interface Order {
    /** What is known of each. Behind them stands one that is none: engines are slow where a list has ended. */
    usual: readonly Known[];
    /** Where such rows are copied; see `COPIES` in fast.ts. */
    readonly site: number;
    /** How many rows had it since the last one was learned. */
    times: number;
}

/** A resource's fields. Those at the end are not declared, but mentioned in rules. */
export interface Table {
    readonly index: number;
    /** Whether fields that nobody declared pass, whatever the options say. */
    readonly passes: boolean;
    readonly fields: readonly Known[];
    readonly byName: ReadonlyMap<string, Known>;
    /** How many of them are declared. */
    readonly declared: number;
    /** What is known of a field that nobody declared. */
    readonly stranger: Known;
    /** Those that must be given. */
    readonly required: readonly Known[];
    /** When each rule between fields is kept, and the places of its fields. */
    readonly rules: readonly (readonly number[])[];
    readonly id: Known | undefined;
    /** The names that rows mostly have, and how many rows since had others; see {@link learn}. */
    readonly orders: [Order, Order, Order, Order];
    missed: number;
    /** What was said of mistakes; see mistakes.ts. */
    readonly told: Map<number | string, ToldIssue>;
}

/** The table as things are looked up in it. */
export function table([id, plain, ...told]: TableInfo, index: number, passes: boolean): Table {
    const fields: Known[] = [];
    const rules: (readonly number[])[] = [];
    let declared = 0;
    const known = (given: string, place: number, flags: number, least: number, most: number, told: string): Known => {
        const [test, unlike] = told.split("\n").map(whole);
        // As the engine has the names of properties: then two are the same where they are one.
        const name = Object.keys({ [given]: 0 })[0]!;
        return { name, place, flags, how: (flags >> HOW) & 15, least, most, test: test!, unlike };
    };
    const any = (name: string, place: number): Known => known(name, place, (ANY << HOW) | NULLABLE, 0, 0, plain);
    for (let at = 0; at < told.length; at++) {
        const name = told[at]!;
        if (typeof name === "object") rules.push(name);
        if (typeof name !== "string") continue;
        const flags = told[at + 1];
        if (typeof flags === "number") {
            const [least, most, body] = told.slice(at + 2) as [number, number, string];
            fields.push(known(name, declared++, flags, least, most, body || plain));
            at += 4;
        } else fields.push(any(name, fields.length));
    }
    const byName = new Map(fields.map((field) => [field.name, field]));
    const stranger = any("", -1);
    const order = (site: number): Order => ({ usual: [...fields, stranger], site, times: 0 });
    return {
        index,
        passes,
        fields,
        byName,
        declared,
        stranger,
        required: fields.filter(({ flags }) => (flags & REQUIRED) !== 0),
        rules,
        id: fields[id],
        orders: [order(0), order(1), order(2), order(3)],
        missed: PATIENCE,
        told: new Map(),
    };
}

/** Engines count what is repeated more than three times, and are quicker where it is written out: classes without escapes are. */
function whole(body: string): RegExp {
    const written = body.replace(/(\[[^\\[\]]+\])\{(\d\d?)\}/g, (_, one: string, times: string) => one.repeat(+times));
    return new RegExp(`^(?:${written})$`, "u");
}

/** Tells of a row with names that are not usual. Now and then they become so, in place of those that fewest rows had lately. */
export function learn(table: Table, row: object): void {
    if (table.missed++ < PATIENCE) return;
    table.missed = 0;
    const { orders, byName, stranger } = table;
    const rarest = orders.reduce((one, other) => (one.times < other.times ? one : other));
    for (const order of orders) order.times = 0;
    const names = [...Object.keys(row).slice(0, MOST_NAMES), ""];
    rarest.usual = names.map((name) => byName.get(name) ?? { ...stranger, name });
}
