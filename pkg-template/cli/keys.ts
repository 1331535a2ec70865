// Which rows the server has, by a key of the file's own.

import { textOf } from "./check";
import type { ResourceClient } from "./library";

/** The longest list of keys in one URL, in characters; the library lets no URL be longer than 8,000. */
const LONGEST = 6_000;
const PAGE = 500;

/** Asks the server for rows with these keys. */
export class Keys {
    constructor(
        readonly resource: ResourceClient,
        readonly field: string,
        readonly numeric: boolean,
        readonly signal: AbortSignal,
    ) {}

    /** The ids of the rows that have one of the keys, by key. */
    async ids(keys: readonly string[]): Promise<Map<string, string[]>> {
        const found = new Map<string, string[]>();
        for (const part of this.#parts(keys)) {
            const wanted = this.numeric ? part.map(Number) : part;
            // A list in a URL has its commas between the values.
            const condition = part.length === 1 ? wanted[0] : { in: wanted };
            const rows = this.resource.iterate({ filter: { [this.field]: condition }, pageSize: PAGE }, { signal: this.signal });
            for await (const row of rows) {
                const key = textOf(row[this.field]);
                const ids = found.get(key) ?? [];
                ids.push(String(row["id"]));
                found.set(key, ids);
            }
        }
        return found;
    }

    *#parts(keys: readonly string[]): Generator<string[]> {
        let part: string[] = [];
        let length = 0;
        for (const key of keys) {
            if (key.includes(",")) {
                yield [key];
                continue;
            }
            const more = encodeURIComponent(key).length + 3;
            if (part.length > 0 && length + more > LONGEST) {
                yield part;
                part = [];
                length = 0;
            }
            part.push(key);
            length += more;
        }
        if (part.length > 0) yield part;
    }
}
