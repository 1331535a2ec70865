// Text -> rows of cells, piece by piece: CSV and TSV. What a cell may be is papaparse's affair; which separator the file
// has, and on which line a row begins, is found here.

import Papa, { type Parser } from "papaparse";

/** One row as it stands in the file. */
export interface Cells {
    /** The line on which it begins, from 1. */
    readonly line: number;
    readonly cells: readonly string[];
    /** What is wrong with its quotes. */
    readonly problem?: string;
}

/** What may stand between two cells. */
export type Separator = "," | ";" | "\t";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];
/** No row is longer: a quote that is never closed would swallow the file. */
const LONGEST_ROW = 4_000_000;

/** Takes text with `\n` line breaks, and hands out the rows that are whole. Lines with nothing on them are skipped. */
export class CsvReader {
    /** Known once the first row is whole. */
    separator: Separator | undefined;
    #rest = "";
    #line = 1;
    #parser: Parser | undefined;

    constructor(separator?: Separator) {
        this.separator = separator;
    }

    push(text: string): Cells[] {
        this.#rest += text;
        return this.#taken(false);
    }

    end(): Cells[] {
        return this.#taken(true);
    }

    #taken(last: boolean): Cells[] {
        this.#parser ??= this.#begun(last);
        if (this.#parser === undefined) return [];
        const { data, errors, meta } = this.#parser.parse(this.#rest, 0, !last);
        const wrong = new Map(errors.map((error) => [error.row ?? 0, error]));
        const rows: Cells[] = [];
        const first = this.#line;
        // Without a quote each row is one line.
        const quoted = this.#rest.includes('"');
        for (let place = 0; place < data.length; place++) {
            const cells = data[place] ?? [];
            const problem = wrong.get(place);
            // A cell with line breaks takes several lines.
            let lines = 1;
            let empty = true;
            for (const cell of cells) {
                if (cell === "") continue;
                empty = false;
                if (!quoted) break;
                for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) lines++;
            }
            if (problem !== undefined) {
                const { message, index = 0 } = problem;
                const text = PROBLEMS[message] ?? message;
                // Rows that are good may be within it: they must not be left out for it.
                if (cells.some((cell) => /\n\s*\S/.test(cell))) {
                    throw new SyntaxError(`line ${lineAt(this.#rest, index, first)}: ${text}: the lines after it are no rows by it`);
                }
                rows.push({ line: this.#line, cells, problem: text });
            }
            if (problem === undefined && !empty) rows.push({ line: this.#line, cells });
            this.#line += lines;
        }
        this.#rest = last ? "" : this.#rest.slice(meta.cursor);
        if (this.#rest.length > LONGEST_ROW) {
            throw new SyntaxError(
                `line ${this.#line}: a quote is opened that is not closed in the next ${LONGEST_ROW} characters`,
            );
        }
        return rows;
    }

    /** Finds the separator, for which it takes a first line. */
    #begun(last: boolean): Parser | undefined {
        // Excel's own way to say it.
        const said = /^sep=([,;\t])\n/.exec(this.#rest);
        if (said !== null) {
            this.separator ??= said[1] as Separator;
            this.#rest = this.#rest.slice(said[0].length);
            this.#line++;
        }
        const head = firstLine(this.#rest);
        if (head === undefined && !last && this.#rest.length <= LONGEST_ROW) return undefined;
        this.separator ??= separatorOf(head ?? this.#rest);
        return new Papa.Parser({ delimiter: this.separator, newline: "\n" });
    }
}

const PROBLEMS: Readonly<Record<string, string>> = {
    "Quoted field unterminated": "a quote is opened and not closed",
    "Trailing quote on quoted field is malformed": "after a closing quote something else follows than the next cell",
};

/** The line of a place in a text that begins on the line `first`. */
function lineAt(text: string, place: number, first: number): number {
    let line = first;
    for (let at = text.indexOf("\n"); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) line++;
    return line;
}

/** The first line that says something, quoted line breaks left in; `undefined` if it may go on. */
function firstLine(text: string): string | undefined {
    let quoted = false;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '"') quoted = !quoted;
        if (text[at] === "\n" && !quoted && text.slice(0, at).trim() !== "") return text.slice(0, at);
    }
    return undefined;
}

/** The one that stands in a line most often, outside quotes. */
function separatorOf(line: string): Separator {
    const bare = line.replace(/"[^"]*"/g, "");
    let best: Separator = ",";
    let most = 0;
    for (const separator of SEPARATORS) {
        const count = bare.split(separator).length - 1;
        if (count > most) [best, most] = [separator, count];
    }
    return best;
}
