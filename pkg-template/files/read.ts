// Bytes -> rows, whatever kind of file they are: what the other readers do, put together. Rows come out as soon as they
// are whole, so that memory does not grow with the file.

import { CsvReader, type Separator } from "./csv";
import { ArrayReader, LinesReader } from "./json";
import { TextReader, type Encoding } from "./text";

/** CSV and TSV; one JSON array; one JSON value a line. */
export type Kind = "csv" | "json" | "jsonl";

/** One row of a file. It has `cells`, or a `value`, or a `problem` in their place. */
export interface SourceRow {
    /** The line on which it begins, from 1. */
    readonly line: number;
    /** Of a CSV file, in the order of its header. */
    readonly cells?: readonly string[];
    /** Of a JSON file. */
    readonly value?: unknown;
    /** Why it cannot be read. */
    readonly problem?: string;
    /** The text that is no JSON. */
    readonly text?: string;
}

/** What is known of a file before it is read. What is not said is found out. */
export interface ReadOptions {
    readonly kind?: Kind | undefined;
    readonly encoding?: Encoding | undefined;
    readonly separator?: Separator | undefined;
}

interface Reader {
    push(text: string): SourceRow[];
    end(): SourceRow[];
}

/**
 * Reads a file from its bytes. What no reader can go on from (an encoding that is none, an array that is none) is thrown:
 * an `EncodingError` or a `SyntaxError`.
 */
export class RowReader {
    /** Found with the first letter. */
    kind: Kind | undefined;
    /** The first row of a CSV file; `undefined` before it was read, and of JSON. */
    header: readonly string[] | undefined;
    #text: TextReader;
    #reader: Reader | undefined;
    #csv: CsvReader | undefined;
    #separator: Separator | undefined;
    #before = "";

    constructor({ kind, encoding, separator }: ReadOptions = {}) {
        this.kind = kind;
        this.#separator = separator;
        this.#text = new TextReader(encoding);
    }

    /** What the bytes are, as far as is known. */
    get encoding(): Encoding {
        return this.#text.encoding;
    }

    /** What stands between cells; `undefined` of JSON. */
    get separator(): Separator | undefined {
        return this.#csv?.separator;
    }

    /** The rows that are whole with the next bytes. */
    push(bytes: Uint8Array): SourceRow[] {
        return this.#rows(this.#text.push(bytes), false);
    }

    /** The rows that were waiting for their end. */
    end(): SourceRow[] {
        return this.#rows(this.#text.end(), true);
    }

    #rows(text: string, last: boolean): SourceRow[] {
        let all = text;
        if (this.#reader === undefined) {
            this.#before += text;
            if (!last && this.#before.trim() === "") return [];
            this.#reader = this.#readerFor(this.#before);
            all = this.#before;
            this.#before = "";
        }
        const rows = all === "" ? [] : this.#reader.push(all);
        if (last) rows.push(...this.#reader.end());
        if (this.#csv !== undefined && this.header === undefined) {
            const head = rows.shift();
            if (head?.problem !== undefined) throw new SyntaxError(`line ${head.line}: ${head.problem}`);
            this.header = head?.cells;
        }
        return rows;
    }

    #readerFor(text: string): Reader {
        const [first] = text.trimStart();
        this.kind ??= first === "[" ? "json" : first === "{" ? "jsonl" : "csv";
        if (this.kind === "json") return new ArrayReader();
        if (this.kind === "jsonl") return new LinesReader();
        return (this.#csv = new CsvReader(this.#separator));
    }
}

/** The rows of a file, in the portions in which its bytes come. */
export async function* rowsOf(pieces: AsyncIterable<Uint8Array>, reader: RowReader): AsyncGenerator<SourceRow[]> {
    for await (const piece of pieces) {
        const rows = reader.push(piece);
        if (rows.length > 0) yield rows;
    }
    const rows = reader.end();
    if (rows.length > 0) yield rows;
}

/** The bytes of a stream: not every browser can walk one by itself. */
export async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
    const reader = stream.getReader();
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield value;
        }
    } finally {
        await reader.cancel().catch(() => {});
    }
}
