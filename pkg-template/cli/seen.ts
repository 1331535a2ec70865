// Which texts were met already: ids and keys of a million rows. The first ones are kept as they are; if there are more, all as
// 96 bits of their hash each, in one block of memory that the collector need not walk: chance takes two for one once in 10^17
// files of a million.

import { sha1Of } from "./digest";

const WORDS = 3;
/** So many are kept as they are, which is five times quicker. */
const FEW = 20_000;

export class Seen {
    #few: Set<string> | undefined = new Set();
    #room = 1 << 16;
    #count = 0;
    #table = new Uint32Array(0);

    has(text: string): boolean {
        if (this.#few !== undefined) return this.#few.has(text);
        return this.#table[this.#place(hashOf(text)) * WORDS] !== 0;
    }

    /** Takes note of a text; whether it is new. */
    add(text: string): boolean {
        const few = this.#few;
        if (few === undefined) return this.#added(hashOf(text));
        if (few.has(text)) return false;
        few.add(text);
        if (few.size <= FEW) return true;
        this.#few = undefined;
        this.#table = new Uint32Array(this.#room * WORDS);
        for (const one of few) this.#added(hashOf(one));
        return true;
    }

    #added(hash: Uint32Array): boolean {
        const place = this.#place(hash) * WORDS;
        if (this.#table[place] !== 0) return false;
        this.#table.set(hash, place);
        if (++this.#count * 2 > this.#room) this.#grow();
        return true;
    }

    /** Where the hash stands, or would. */
    #place([a = 0, b, c]: Uint32Array): number {
        for (let place = a & (this.#room - 1); ; place = (place + 1) & (this.#room - 1)) {
            const at = place * WORDS;
            const known = this.#table[at];
            if (known === 0 || (known === a && this.#table[at + 1] === b && this.#table[at + 2] === c)) return place;
        }
    }

    #grow(): void {
        const old = this.#table;
        this.#room *= 2;
        this.#table = new Uint32Array(this.#room * WORDS);
        for (let at = 0; at < old.length; at += WORDS) {
            if (old[at] !== 0) this.#table.set(old.subarray(at, at + WORDS), this.#place(old.subarray(at, at + WORDS)) * WORDS);
        }
    }
}

function hashOf(text: string): Uint32Array {
    const digits = sha1Of(text);
    const words = new Uint32Array(WORDS);
    for (let word = 0; word < WORDS; word++) words[word] = Number.parseInt(digits.slice(8 * word, 8 * word + 8), 16);
    // Zero is an empty place.
    if (words[0] === 0) words[0] = 1;
    return words;
}
