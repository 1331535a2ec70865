// Text -> rows, piece by piece: JSON Lines, and an array of objects in JSON, of which only the row at hand is kept.

/** One row as it stands in the file. */
export interface JsonRow {
    /** The line on which it begins, from 1. */
    readonly line: number;
    /** What it is, unless it is no JSON. */
    readonly value?: unknown;
    readonly problem?: string;
    /** The text that is none. */
    readonly text?: string;
}

/** No row is longer: what is never closed would swallow the file. */
const LONGEST_ROW = 16_000_000;

/** One JSON value a line; blank lines are skipped. A line that is no JSON is a row with a problem. */
export class LinesReader {
    #rest = "";
    #line = 1;

    push(text: string): JsonRow[] {
        const rows: JsonRow[] = [];
        const all = this.#rest + text;
        let start = 0;
        for (let end; (end = all.indexOf("\n", start)) !== -1; start = end + 1) {
            this.#take(all.slice(start, end), rows);
            this.#line++;
        }
        this.#rest = all.slice(start);
        if (this.#rest.length > LONGEST_ROW) throw new SyntaxError(`line ${this.#line} is longer than ${LONGEST_ROW} characters`);
        return rows;
    }

    end(): JsonRow[] {
        const rows: JsonRow[] = [];
        this.#take(this.#rest, rows);
        this.#rest = "";
        return rows;
    }

    #take(text: string, rows: JsonRow[]): void {
        if (text.trim() !== "") rows.push(rowOf(text, this.#line));
    }
}

/** The elements of one array. What is wrong between them ends the reading with a `SyntaxError`. */
export class ArrayReader {
    #rest = "";
    #line = 1;
    /** Where in the rest the search goes on, and what is known there. */
    #at = 0;
    #depth = 0;
    #quoted = false;
    #place: "before" | "first" | "element" | "between" | "next" | "after" = "before";
    #start = 0;
    #startLine = 1;

    push(text: string): JsonRow[] {
        this.#rest += text;
        const rows: JsonRow[] = [];
        while (this.#at < this.#rest.length) {
            const letter = this.#rest[this.#at] as string;
            if (this.#place === "element") this.#within(letter, rows);
            else this.#outside(letter);
            if (letter === "\n") this.#line++;
            this.#at++;
        }
        const keep = this.#place === "element" ? this.#start : this.#at;
        this.#rest = this.#rest.slice(keep);
        this.#at -= keep;
        this.#start = 0;
        if (this.#rest.length > LONGEST_ROW) throw this.#wrong(`the row from line ${this.#startLine} on does not end`);
        return rows;
    }

    end(): JsonRow[] {
        if (this.#place !== "after") throw this.#wrong("the file ends before its array does");
        return [];
    }

    #outside(letter: string): void {
        if (letter === " " || letter === "\t" || letter === "\n") return;
        const place = this.#place;
        if (place === "before" && letter === "[") this.#place = "first";
        else if ((place === "first" || place === "between") && letter === "]") this.#place = "after";
        else if (place === "between" && letter === ",") this.#place = "next";
        else if (place === "first" || place === "next") {
            this.#place = "element";
            this.#start = this.#at;
            this.#startLine = this.#line;
            this.#at--;
            if (letter === "\n") this.#line--;
        } else throw this.#wrong(`\`${letter}\` stands where ${EXPECTED[place]} should`);
    }

    #within(letter: string, rows: JsonRow[]): void {
        if (this.#quoted) {
            if (letter === "\\") this.#at++;
            else if (letter === '"') this.#quoted = false;
        } else if (letter === '"') this.#quoted = true;
        else if (letter === "{" || letter === "[") this.#depth++;
        else if (this.#depth > 0) {
            if (letter === "}" || letter === "]") this.#depth--;
        } else if (letter === "," || letter === "]") {
            rows.push(rowOf(this.#rest.slice(this.#start, this.#at), this.#startLine));
            this.#place = letter === "," ? "next" : "after";
        }
    }

    #wrong(what: string): SyntaxError {
        return new SyntaxError(`line ${this.#line}: ${what}`);
    }
}

const EXPECTED = { before: "`[`", first: "a row", element: "a row", between: "a comma", next: "a row", after: "nothing more" };

function rowOf(text: string, line: number): JsonRow {
    try {
        return { line, value: JSON.parse(text) };
    } catch (error) {
        return { line, problem: `not JSON: ${(error as Error).message}`, text };
    }
}
