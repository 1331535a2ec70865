// Keeps the secret out of answers that repeat it, also across the pieces of a stream. Bytes pass as they come; held
// back is only an end that may be the secret's beginning, until the next piece tells.

const EMPTY: Uint8Array<ArrayBuffer> = new Uint8Array(0);
/** Anything shorter stands in any text: to mask it would only break answers. */
const SHORTEST = 4;

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");
const json = (c: string): string => JSON.stringify(c).slice(1, -1);
const escaped = (c: string): string => `\\u${hex(c.charCodeAt(0), 4)}`;
const percent = (c: string): string =>
    Array.from(new TextEncoder().encode(c), (byte) => `%${hex(byte, 2).toUpperCase()}`).join("");

/** How JSON, URLs and HTML spell a character. */
const SPELLINGS: readonly ((c: string) => string)[] = [
    (c) => c,
    json,
    (c) => (c === "/" ? "\\/" : json(c)),
    (c) => (/[^ -~]/.test(c) ? escaped(c) : json(c)),
    (c) => (/[^ -~]/.test(c) ? escaped(c).toUpperCase().replace("U", "u") : json(c)),
    (c) => (/[^ -~]|[<>&'"]/.test(c) ? escaped(c) : json(c)),
    (c) => (/[^ -~]|[<>&'"]/.test(c) ? escaped(c).toUpperCase().replace("U", "u") : json(c)),
    encodeURIComponent,
    (c) => (/[\w.~-]/.test(c) ? c : percent(c)),
    (c) => (/[\w.~-]/.test(c) ? c : percent(c).toLowerCase()),
    (c) => (/[\w.~/-]/.test(c) ? c : percent(c)),
    (c) => (c === " " ? "+" : /[\w.*-]/.test(c) ? c : percent(c)),
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" })[c] ?? c,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[c] ?? c,
];

/** What takes the secret out of one answer. */
export interface Hider {
    /** What may be sent so far. */
    push(piece: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
    /** What was held back. */
    end(): Uint8Array<ArrayBuffer>;
}

/** What knows a secret. */
export interface Mask {
    hider(): Hider;
    /** Whether the secret stands in a text. */
    isIn(text: string): boolean;
}

const NONE: Mask = { hider: () => ({ push: (piece) => piece, end: () => EMPTY }), isIn: () => false };

/** What knows this secret, whose characters are at most U+00FF. */
export function maskOf(secret: string): Mask {
    if (secret.length < SHORTEST) return NONE;
    const encoder = new TextEncoder();
    const texts = new Set<string>();
    const needles: Uint8Array<ArrayBuffer>[] = [];
    for (const heard of heardAs(secret, encoder)) {
        for (const spelling of SPELLINGS) texts.add(Array.from(heard, spelling).join(""));
    }
    for (const text of texts) needles.push(encoder.encode(text));
    if (/[^ -~]/.test(secret)) needles.push(latin1(secret));
    const mask = encoder.encode("[secret]".includes(secret) ? "[******]" : "[secret]");
    return {
        hider: () => hiderOf(needles, mask),
        isIn: (text) => [...texts].some((spelling) => text.includes(spelling)),
    };
}

/** As the API may read it: a character above U+007F is sent as one byte or, by some engines, as two. */
function heardAs(secret: string, encoder: TextEncoder): string[] {
    if (!/[^ -~]/.test(secret)) return [secret];
    return [secret, String.fromCharCode(...encoder.encode(secret)), new TextDecoder().decode(latin1(secret))];
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

function hiderOf(needles: readonly Uint8Array[], mask: Uint8Array<ArrayBuffer>): Hider {
    let held = EMPTY;
    return {
        push(piece) {
            const bytes = held.length === 0 ? piece : joined([held, piece]);
            const parts: Uint8Array<ArrayBuffer>[] = [];
            const places = needles.map((needle) => find(bytes, needle, 0));
            let from = 0;
            for (let which = first(places, needles); which !== -1; which = first(places, needles)) {
                const at = places[which] as number;
                parts.push(bytes.subarray(from, at), mask);
                from = at + (needles[which] as Uint8Array).length;
                // Each needle is looked for anew only where it was last found: a text full of secrets takes no longer.
                needles.forEach((needle, i) => {
                    if ((places[i] as number) < from) places[i] = find(bytes, needle, from);
                });
            }
            const until = beginning(bytes, needles, from);
            // A copy: who made the piece may use its memory again.
            held = bytes.slice(until);
            if (parts.length === 0) return bytes.subarray(0, until);
            return joined([...parts, bytes.subarray(from, until)]);
        },
        end() {
            const last = held;
            held = EMPTY;
            return last;
        },
    };
}

/** Which needle comes first, of several at one place the longest; -1 if there is none. */
function first(places: readonly number[], needles: readonly Uint8Array[]): number {
    let best = -1;
    places.forEach((at, i) => {
        const least = best === -1 ? Infinity : (places[best] as number);
        const longer = best !== -1 && (needles[i] as Uint8Array).length > (needles[best] as Uint8Array).length;
        if (at < least || (at === least && longer)) best = i;
    });
    return best;
}

/** Where a needle stands from `from` on; infinitely far if nowhere. */
function find(bytes: Uint8Array, needle: Uint8Array, from: number): number {
    const head = needle[0] as number;
    for (let at = bytes.indexOf(head, from); at !== -1; at = bytes.indexOf(head, at + 1)) {
        if (at + needle.length > bytes.length) break;
        if (isAt(bytes, needle, at, needle.length)) return at;
    }
    return Infinity;
}

/** Where the end begins that may be the beginning of a needle; the length if there is none. */
function beginning(bytes: Uint8Array, needles: readonly Uint8Array[], from: number): number {
    let least = bytes.length;
    for (const needle of needles) {
        for (let at = Math.max(from, bytes.length - needle.length + 1); at < least; at++) {
            if (isAt(bytes, needle, at, bytes.length - at)) least = at;
        }
    }
    return least;
}

function isAt(bytes: Uint8Array, needle: Uint8Array, at: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (bytes[at + i] !== needle[i]) return false;
    return true;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}
