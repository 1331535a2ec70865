// Reads values from outside, each property once and each read guarded, and writes them as numbers and text for Rust.
// Beside it grows the plain copy: what was judged is what is sent. No decision about the API is made here.

import { set } from "./define";
import { charCodeAt, hasOwn, kindOf, namesOf, read } from "./foreign";
import type { Packed } from "./raw";
import { READ_ONLY, REFERENCE, REFERENCES, type Table } from "./table";
import { ARRAY, DATE, FALSE, FUNCTION, NULL, NUMBER, OBJECT, OTHER, TEXT, TRUE } from "./tags";

/** Containers deeper than this are not read. */
const MOST_LEVELS = 64;
/** No more values than this are read of one row: an array may claim any length, and a value stand in many places. */
const MOST_VALUES = 100_000;

/** Nor more text than this, in UTF-16 units: on its way it stands in memory four times, and wasm's ends at 4 GB. */
export const MOST_TEXT = 0x400_0000;
/** Rows that have more text than this go in several parts. */
const MUCH_TEXT = 0x40_0000;

/** What was written, and the plain copy of it. */
export interface PackedValue extends Packed {
    readonly value: unknown;
    /** Whether something in it is nothing that JSON can carry. */
    readonly unfit: boolean;
}

/** What was written of several rows, and the plain copy of each. */
export interface PackedRows extends Packed {
    readonly values: unknown[];
    /** How many rows are `undefined`. */
    readonly missing: number;
}

/** Nothing: how `undefined` crosses. */
export const NOTHING: Packed = { words: /* @__PURE__ */ new Uint32Array(0), text: /* @__PURE__ */ new Uint16Array(0) };

/** Any value, with all it holds, up to so many values and so much text. */
export function pack(value: unknown, most = MOST_VALUES, mostText = MOST_TEXT): PackedValue {
    if (value === undefined) return { ...NOTHING, value, unfit: false };
    const writer = new Writer(most, mostText);
    const copy = writer.value(value, 0);
    return { ...writer.packed(), value: copy, unfit: writer.unfit };
}

/** A body: read-only fields are not read, relations are read for their id alone. */
export function packRow(row: unknown, table: Table): PackedValue {
    if (row === undefined) return { ...NOTHING, value: row, unfit: false };
    const writer = new Writer();
    const copy = writer.row(row, table, false);
    return { ...writer.packed(), value: copy, unfit: writer.unfit };
}

/** One field of a body, by its name. */
export function packField(name: string, value: unknown, table: Table): PackedValue {
    if (value === undefined) return { ...NOTHING, value, unfit: false };
    const writer = new Writer();
    const copy = writer.field(value, table.byName.get(name)?.flags ?? 0);
    return { ...writer.packed(), value: copy, unfit: writer.unfit };
}

/** Rows of a bulk write from `start` on, each with its id; fewer than there are if they have much text. */
export function packRows(rows: readonly unknown[], start: number, table: Table): PackedRows {
    const writer = new Writer();
    const values = writer.rows(rows, start, table);
    return { ...writer.packed(), values, missing: writer.missing };
}

const float = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

class Writer {
    #words = new Uint32Array(128);
    #count = 0;
    #text = new Uint16Array(512);
    #units = 0;
    #left: number;
    #mostText: number;
    readonly #parents: object[] = [];
    unfit = false;
    missing = 0;

    constructor(most = MOST_VALUES, mostText = MOST_TEXT) {
        this.#left = most;
        this.#mostText = mostText;
    }

    packed(): Packed {
        return { words: this.#words.subarray(0, this.#count), text: this.#text.subarray(0, this.#units) };
    }

    /** Writes a value and answers its plain copy. */
    value(value: unknown, level: number): unknown {
        switch (typeof value) {
            case "string":
                return this.#string(TEXT, value);
            case "number":
                this.#number(value);
                return value;
            case "boolean":
                this.#word(value ? TRUE : FALSE);
                return value;
            case "function":
                this.unfit = true;
                this.#word(FUNCTION);
                return value;
            case "object":
                return value === null ? this.#null() : this.#container(value, level);
            default:
                return this.#other();
        }
    }

    /** Writes a body. */
    row(row: unknown, table: Table, bulk: boolean): unknown {
        if (kindOf(row) !== "object") return this.value(row, 0);
        return this.#object(row as object, 0, (key, copy) => {
            const field = table.byName.get(key);
            if (field === undefined) return this.#entry(copy, key, read(row as object, key), 0);
            const { flags } = field;
            if ((flags & READ_ONLY) === 0) return this.#entry(copy, key, read(row as object, key), flags);
            if (!bulk || field !== table.id) return 0;
            const id = read(row as object, key);
            return id === null || id === "" ? 0 : this.#entry(copy, key, id, 0);
        });
    }

    /** Writes a field with these flags. */
    field(value: unknown, flags: number, level = 0): unknown {
        if ((flags & REFERENCE) !== 0) return this.#reference(value, level);
        if ((flags & REFERENCES) !== 0 && kindOf(value) === "array") {
            return this.#array(value as unknown[], level, (element) => this.#reference(element, level + 1));
        }
        return this.value(value, level);
    }

    /** Writes rows as an array. */
    rows(rows: readonly unknown[], start: number, table: Table): unknown[] {
        this.#word(ARRAY);
        const place = this.#count;
        this.#word(0);
        const copies: unknown[] = [];
        for (let i = start; i < rows.length && this.#units < MUCH_TEXT; i++) {
            this.#left = MOST_VALUES;
            this.#mostText = this.#units + MOST_TEXT;
            const row = rows[i];
            if (row === undefined) this.missing++;
            copies.push(this.row(row, table, true));
        }
        this.#words[place] = copies.length;
        return copies;
    }

    #container(value: object, level: number): unknown {
        switch (kindOf(value)) {
            case "date":
                return this.#date(value);
            case "array":
                return this.#array(value as unknown[], level, (element) => this.value(element, level + 1));
            case "object":
                return this.#object(value, level, (key, copy) => this.#entry(copy, key, read(value, key), 0, level + 1));
            default:
                return this.#other();
        }
    }

    /** An object whose entries `each` writes, answering how many. */
    #object(
        value: object,
        level: number,
        each: (key: string, copy: Record<string, unknown>) => number,
    ): unknown {
        const keys = namesOf(value);
        if (keys === undefined || !this.#enter(value, level, keys.length)) return this.#other();
        this.#word(OBJECT);
        const place = this.#count;
        this.#word(0);
        const copy: Record<string, unknown> = {};
        let written = 0;
        for (const key of keys) written += each(key, copy);
        this.#words[place] = written;
        this.#parents.pop();
        return copy;
    }

    #array(value: unknown[], level: number, each: (element: unknown) => unknown): unknown {
        const length = read(value, "length");
        if (!Number.isSafeInteger(length) || !this.#enter(value, level, length as number)) return this.#other();
        this.#word(ARRAY);
        this.#word(length as number);
        const copy: unknown[] = [];
        for (let i = 0; i < (length as number); i++) copy.push(each(read(value, i)));
        this.#parents.pop();
        return copy;
    }

    #reference(value: unknown, level: number): unknown {
        if (kindOf(value) !== "object") return this.value(value, level);
        const object = value as object;
        const copy: Record<string, unknown> = {};
        this.#word(OBJECT);
        const place = this.#count;
        this.#word(0);
        // Before the place is looked up: writing may move the words.
        const written = hasOwn(object, "id") ? this.#entry(copy, "id", read(object, "id"), 0, level + 1) : 0;
        this.#words[place] = written;
        return copy;
    }

    /** One entry of an object; 0 if there is nothing to write. */
    #entry(copy: Record<string, unknown>, key: string, value: unknown, flags: number, level = 1): number {
        if (value === undefined) return 0;
        if (!this.#hasRoom(key)) {
            // Under no name: what the copy lacks must not look well.
            this.unfit = true;
            this.#word(0);
            this.#word(OTHER);
            return 1;
        }
        this.#characters(key);
        set(copy, key, this.field(value, flags, level));
        return 1;
    }

    /** Whether a container may be read: not one that holds itself, nor one too deep or too large. */
    #enter(value: object, level: number, length: number): boolean {
        if (level >= MOST_LEVELS || length < 0 || length > this.#left || this.#parents.includes(value)) return false;
        this.#left -= length;
        this.#parents.push(value);
        return true;
    }

    #date(value: object): unknown {
        try {
            // This throws for what only says that it is a Date, and for one that is none.
            return this.#string(DATE, Date.prototype.toISOString.call(value));
        } catch {
            // It is no date.
        }
        return this.#other();
    }

    #null(): null {
        this.#word(NULL);
        return null;
    }

    #other(): undefined {
        this.unfit = true;
        this.#word(OTHER);
        return undefined;
    }

    #number(value: number): void {
        if (!Number.isFinite(value)) this.unfit = true;
        float.setFloat64(0, value, true);
        this.#word(NUMBER);
        this.#word(float.getUint32(0, true));
        this.#word(float.getUint32(4, true));
    }

    #string(tag: number, value: string): string | undefined {
        if (!this.#hasRoom(value)) return this.#other();
        this.#word(tag);
        this.#characters(value);
        return value;
    }

    #hasRoom({ length }: string): boolean {
        return this.#units + length <= this.#mostText;
    }

    /** The length among the words, the characters among the text. */
    #characters(value: string): void {
        const { length } = value;
        this.#word(length);
        let units = this.#units;
        if (units + length > this.#text.length) {
            const larger = new Uint16Array(Math.max(2 * this.#text.length, units + length));
            larger.set(this.#text);
            this.#text = larger;
        }
        const text = this.#text;
        for (let i = 0; i < length; i++) text[units++] = charCodeAt.call(value, i);
        this.#units = units;
    }

    #word(word: number): void {
        if (this.#count === this.#words.length) {
            const larger = new Uint32Array(2 * this.#words.length);
            larger.set(this.#words);
            this.#words = larger;
        }
        this.#words[this.#count++] = word;
    }
}
