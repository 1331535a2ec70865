// Bytes -> text, piece by piece: UTF-8 with or without a byte order mark, UTF-16, and Windows-1252, as which Excel
// saves "CSV" in Sweden. What the text means stands beside.
//
// A file is UTF-8 for as long as it reads as UTF-8. At the first byte that does not, it is Windows-1252 if all before
// was ASCII, which both spell alike; else nobody knows what it is, and it is refused.

/** The encodings that are found, or can be asked for. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Bytes that are no text of the encoding. */
export class EncodingError extends Error {
    override readonly name = "EncodingError";
    constructor(
        message: string,
        /** The line of the first wrong byte, from 1. */
        readonly line: number,
    ) {
        super(message);
    }
}

const NOTHING = new Uint8Array(0);
const LINE_BREAK = 10;
/** How an .xlsx begins, and an .xls. */
const WORKBOOKS = [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
];

/** Decodes what it is given, wherever the pieces are cut. Line breaks come out as `\n` alone. */
export class TextReader {
    /** What the bytes turned out to be; not settled before a byte that tells. */
    encoding: Encoding = "utf-8";
    /** Bytes of a character, or of a mark, that is not whole yet. */
    #rest: Uint8Array = NOTHING;
    #begun = false;
    #beyondAscii = false;
    #asked: boolean;
    #decoder: TextDecoder | undefined;
    #return = false;
    /** Of what was handed out. */
    #lines = 1;

    constructor(encoding?: Encoding) {
        this.#asked = encoding !== undefined;
        if (encoding !== undefined) this.encoding = encoding;
    }

    /** The text of the next piece. */
    push(bytes: Uint8Array): string {
        const all = joined(this.#rest, bytes);
        this.#rest = NOTHING;
        if (this.#begun) return this.#decoded(all, false);
        if (all.length < 4) {
            this.#rest = all;
            return "";
        }
        return this.#decoded(this.#start(all), false);
    }

    /** The text of what was held back. */
    end(): string {
        const all = this.#rest;
        this.#rest = NOTHING;
        return this.#decoded(this.#begun ? all : this.#start(all), true);
    }

    /** Finds the byte order mark, or the zeros of UTF-16 without one; answers what comes after the mark. */
    #start(bytes: Uint8Array): Uint8Array {
        this.#begun = true;
        const [a, b, c, d] = bytes;
        if (WORKBOOKS.some((first) => first.every((byte, place) => byte === bytes[place]))) {
            throw new SyntaxError("this is a workbook, as Excel saves it, or another archive: save it as CSV, and take that");
        }
        const marked: [Encoding, number] | undefined =
            a === 0xef && b === 0xbb && c === 0xbf
                ? ["utf-8", 3]
                : a === 0xff && b === 0xfe
                  ? ["utf-16le", 2]
                  : a === 0xfe && b === 0xff
                    ? ["utf-16be", 2]
                    : undefined;
        const zeros: Encoding | undefined =
            a !== 0 && b === 0 && c !== 0 && d === 0
                ? "utf-16le"
                : a === 0 && b !== 0 && c === 0 && d !== 0
                  ? "utf-16be"
                  : undefined;
        const found = marked?.[0] ?? zeros;
        if (!this.#asked && found !== undefined) {
            this.encoding = found;
            // A mark is a promise: what breaks it is an error, and not Windows-1252.
            this.#beyondAscii = true;
        }
        return marked !== undefined && marked[0] === this.encoding ? bytes.subarray(marked[1]) : bytes;
    }

    #decoded(bytes: Uint8Array, last: boolean): string {
        const text = this.encoding === "utf-8" ? this.#utf8(bytes, last) : this.#other(bytes, last);
        return this.#withLineBreaks(text, last);
    }

    #utf8(bytes: Uint8Array, last: boolean): string {
        const cut = last ? bytes.length : wholeUtf8(bytes);
        this.#rest = bytes.slice(cut);
        const whole = bytes.subarray(0, cut);
        try {
            // A mark that is not at the file's beginning is a character like any other.
            const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(whole);
            if (text.length !== whole.length) this.#beyondAscii = true;
            return text;
        } catch {
            const { wrong, beyondAscii } = firstWrong(whole);
            if (this.#asked || this.#beyondAscii || beyondAscii) {
                throw new EncodingError(
                    "the text is not UTF-8 throughout: say which encoding it has",
                    this.#lineAt(whole, wrong),
                );
            }
            this.encoding = "windows-1252";
            this.#rest = NOTHING;
            return this.#other(bytes, last);
        }
    }

    #other(bytes: Uint8Array, last: boolean): string {
        this.#decoder ??= new TextDecoder(this.encoding, { fatal: true, ignoreBOM: true });
        try {
            const text = this.#decoder.decode(bytes, { stream: !last });
            return this.encoding === "windows-1252" ? text.replace(/[\x80-\x9f]/g, asWindowsHasIt) : text;
        } catch {
            throw new EncodingError(`the text is not ${this.encoding.toUpperCase()} throughout`, this.#lines);
        }
    }

    #lineAt(bytes: Uint8Array, end: number): number {
        let lines = this.#lines;
        for (let at = 0; at < end; at++) if (bytes[at] === LINE_BREAK) lines++;
        return lines;
    }

    #withLineBreaks(text: string, last: boolean): string {
        let unix = this.#return ? `\r${text}` : text;
        this.#return = !last && unix.endsWith("\r");
        if (this.#return) unix = unix.slice(0, -1);
        unix = unix.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
        for (let at = unix.indexOf("\n"); at !== -1; at = unix.indexOf("\n", at + 1)) this.#lines++;
        return unix;
    }
}

/** Some versions of Node 22 and 23 take Windows-1252 for Latin-1, which has no letters there. */
function asWindowsHasIt(letter: string): string {
    return "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"[letter.charCodeAt(0) - 0x80] ?? letter;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
    if (first.length === 0) return second;
    const both = new Uint8Array(first.length + second.length);
    both.set(first);
    both.set(second, first.length);
    return both;
}

/** Up to where the bytes end with a whole character, as far as one can tell without decoding. */
function wholeUtf8(bytes: Uint8Array): number {
    for (let back = 1; back <= 3 && back <= bytes.length; back++) {
        const byte = bytes[bytes.length - back] ?? 0;
        if (byte < 0x80) return bytes.length;
        if (byte >= 0xc0) {
            const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return back < length ? bytes.length - back : bytes.length;
        }
    }
    return bytes.length;
}

/** Where the first character is that is not UTF-8, and whether one before it is more than ASCII. */
function firstWrong(bytes: Uint8Array): { wrong: number; beyondAscii: boolean } {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let beyondAscii = false;
    for (let at = 0; at < bytes.length; ) {
        const byte = bytes[at] ?? 0;
        const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        if (length > 1) {
            try {
                decoder.decode(bytes.subarray(at, at + length));
                beyondAscii = true;
            } catch {
                return { wrong: at, beyondAscii };
            }
        }
        at += length;
    }
    return { wrong: bytes.length, beyondAscii };
}
