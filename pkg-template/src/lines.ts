// Lines out of text or UTF-8 bytes that arrive in pieces, split at any byte. Our decision: blank lines are skipped, and the
// last one may lack its end.

/** Collects pieces and answers the lines that they end; blank ones are left out. */
export class Lines {
    #decoder: Decoder | undefined;
    /** Pieces of the line that has not ended: joined once, or a long line would be copied again with each piece. */
    #open: string[] = [];

    /** The lines that end in this piece. */
    take(piece: string | Uint8Array): string[] {
        const found: string[] = [];
        const text = typeof piece === "string" ? piece : (this.#decoder ??= decoder()).piece(piece);
        let start = 0;
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
            this.#close(text.slice(start, end), found);
            start = end + 1;
        }
        if (start < text.length) this.#open.push(text.slice(start));
        return found;
    }

    /** The last line, which may lack its end. */
    rest(): string[] {
        const found: string[] = [];
        this.#close(this.#decoder?.rest() ?? "", found);
        return found;
    }

    #close(end: string, found: string[]): void {
        let line = end;
        if (this.#open.length > 0) {
            this.#open.push(end);
            line = this.#open.join("");
            this.#open = [];
        }
        // A row begins with `{`: only other lines are looked at for what they have beside white space.
        if (line.charCodeAt(0) === 123 || line.trim() !== "") found.push(this.#decoder?.line(line) ?? line);
    }
}

interface Decoder {
    piece(bytes: Uint8Array): string;
    rest(): string;
    line(text: string): string;
}

function decoder(): Decoder {
    if (typeof TextDecoder === "function") {
        const utf8 = new TextDecoder();
        return { piece: (bytes) => utf8.decode(bytes, { stream: true }), rest: () => utf8.decode(), line: (text) => text };
    }
    // Jest's jsdom has none: bytes stand as characters until their line is whole.
    return {
        piece: (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""),
        rest: () => "",
        line: (text) => decodeURIComponent(escape(text)),
    };
}
