// The ways in which JSON, URLs and HTML spell a text, as one pattern.

/** A longer text is looked for as it is: no header carries one. */
const LONGEST = 4_096;

const NAMED: Readonly<Record<string, string>> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos" };

/** What finds a text in any of its spellings. */
export function spellings(text: string): string | RegExp {
    return text.length > LONGEST ? text : new RegExp(Array.from(text, spelled).join(""), "gu");
}

/** The pattern of one character. Nobody spells letters and digits in another way. */
function spelled(c: string): string {
    if (/[0-9a-z]/i.test(c)) return c;
    const code = c.codePointAt(0) ?? 0;
    const units = Array.from({ length: c.length }, (_, i) => hex(c.charCodeAt(i), 4));
    const ways = [
        units.map((unit) => `\\\\{1,3}u${anyCase(unit)}`).join(""),
        `&#0{0,5}${code};`,
        `&#[xX]0{0,5}${anyCase(code.toString(16))};`,
    ];
    if (NAMED[c] !== undefined) ways.push(`&${NAMED[c]};`);
    if (c === " ") ways.push("\\+");
    try {
        const encoded = encodeURIComponent(c);
        ways.push(anyCase(encoded === c ? `%${hex(code, 2)}` : encoded));
    } catch {
        // Half of a surrogate pair: no URL holds it.
    }
    // The shortest last: what it leaves over must not stay.
    ways.push(`\\\\{0,3}\\u{${code.toString(16)}}`);
    return `(?:${ways.join("|")})`;
}

function hex(code: number, digits: number): string {
    return code.toString(16).padStart(digits, "0");
}

function anyCase(digits: string): string {
    return digits.replace(/[a-f]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);
}
