// Text from elsewhere, a file or a server, for people: what would drive their terminal, or turn the direction of what stands
// beside it, is written out (`\x1b`). Data is not for people, and goes through nothing of this.

/** Tabs and line breaks stay. */
export function visible(text: string): string {
    return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, writtenOut);
}

/** The same in one line: they are written out, too. */
export function oneLine(text: string): string {
    return visible(text).replace(/[\t\n]/g, writtenOut);
}

const NAMES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function writtenOut(letter: string): string {
    const digits = letter.charCodeAt(0).toString(16);
    return NAMES[letter] ?? (digits.length > 2 ? `\\u${digits.padStart(4, "0")}` : `\\x${digits.padStart(2, "0")}`);
}
