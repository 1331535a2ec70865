// What is known of a resource's fields, as rows are read by it: told by Rust once (`binding/schemas.rs`), and arranged so that
// things are quickly looked up. Nothing is judged here.

import type { TableInfo, ToldIssue } from "./raw";

export const READ_ONLY = 1;
export const REFERENCE = 2;
export const REFERENCES = 4;
export const REQUIRED = 8;
export const NULLABLE = 16;
/** Above these bits stands how a value is seen to be well (`fits.ts`). */
export const HOW = 5;
/** All that text, numbers and the like can be is. */
export const ANY = 7;

/** After so many rows with other names the last of them are the usual ones. */
export const PATIENCE = 64;

/** A resource's fields. Those at the end are not declared, but mentioned in rules. */
export interface Table {
    readonly index: number;
    /** Whether fields that nobody declared pass, whatever the options say. */
    readonly passes: boolean;
    readonly names: readonly string[];
    readonly places: ReadonlyMap<string, number>;
    readonly flags: readonly number[];
    /** Of each that is declared the least and the most of its length or of itself. */
    readonly least: Float64Array;
    readonly most: Float64Array;
    /** What matches its text, and the same as asked of the whole of one. At the end, what matches text of any content. */
    readonly bodies: readonly string[];
    readonly tests: readonly RegExp[];
    /** How many must be given. */
    readonly required: number;
    /** When each rule between fields is kept, and the places of its fields. */
    readonly rules: readonly (readonly number[])[];
    /** The place of the id or -1, and its name. */
    readonly id: number;
    readonly idName: string | undefined;
    /** The names that rows mostly have, in their order, and how many rows since had others; see {@link learn}. */
    usual: readonly string[];
    /** For each of these the place of its field. */
    usualPlaces: readonly number[];
    missed: number;
    /** What was said of mistakes; see mistakes.ts. */
    readonly told: Map<number | string, ToldIssue | null>;
}

/** The table as things are looked up in it. */
export function table([id, plain, ...told]: TableInfo, index: number, passes: boolean): Table {
    const names: string[] = [];
    const flags: number[] = [];
    const least: number[] = [];
    const most: number[] = [];
    const bodies: string[] = [];
    const rules: (readonly number[])[] = [];
    let required = 0;
    for (let at = 0; at < told.length; at++) {
        const name = told[at]!;
        if (typeof name === "object") rules.push(name);
        if (typeof name !== "string") continue;
        // As the engine has the names of properties: then two are the same where they are one.
        names.push(Object.keys({ [name]: 0 })[0]!);
        const flag = told[at + 1];
        if (typeof flag === "number") {
            least.push(told[at + 2] as number);
            most.push(told[at + 3] as number);
            bodies.push((told[at + 4] as string) || plain);
            flags.push(flag);
            if ((flag & REQUIRED) !== 0) required++;
            at += 4;
        } else flags.push((ANY << HOW) | NULLABLE);
    }
    bodies.push(plain);
    const made: Table = {
        index,
        passes,
        names,
        places: new Map(names.map((name, place) => [name, place])),
        flags,
        least: new Float64Array(least),
        most: new Float64Array(most),
        bodies,
        tests: bodies.map((body) => new RegExp(`^(?:${body})$`, "u")),
        required,
        rules,
        id,
        idName: names[id],
        usual: [],
        usualPlaces: [],
        missed: PATIENCE,
        told: new Map(),
    };
    learn(made, names);
    return made;
}

/** These are the usual names from now on. Behind them stands one that is none: engines are slow where a list has ended. */
export function learn(table: Table, names: readonly string[]): void {
    table.usual = [...names, ""];
    table.usualPlaces = table.usual.map((name) => table.places.get(name) ?? -1);
}
