// A plain copy as JSON text, whatever a page has hung on the prototypes.

import { ConfigError } from "./errors";
import { isObject } from "./foreign";
import { MOST_TEXT, pack } from "./pack";

/** No more values than this are sent unjudged. */
const MOST_VALUES = 2_000_000;

/** A body of any shape, as input of a call. */
export function anyText(body: unknown): { body?: string } {
    const { unfit, value } = pack(body, MOST_VALUES);
    if (unfit) throw new ConfigError("`body` holds something that JSON cannot carry, or more than one request can");
    return body === undefined ? {} : { body: jsonText(value) };
}

/** As `JSON.stringify`; the value is a copy made by pack.ts. Throws a `ConfigError` over what is too large. */
export function jsonText(value: unknown): string {
    // A `toJSON` on a prototype would be asked for every object.
    const plain = !("toJSON" in Object.prototype) && !("toJSON" in Array.prototype);
    let text: string;
    try {
        text = (plain ? JSON.stringify(value) : written(value)) ?? "null";
    } catch (error) {
        // Longer than any text of the engine may be. All else that could be wrong with a value is not in a plain copy.
        if (error instanceof RangeError) throw tooLarge();
        throw error;
    }
    if (text.length > MOST_TEXT) throw tooLarge();
    return text;
}

function tooLarge(): ConfigError {
    return new ConfigError(`the body is too large for one request: as JSON it has more than ${MOST_TEXT} characters`);
}

function written(value: unknown): string | undefined {
    if (Array.isArray(value)) return `[${value.map((element) => written(element) ?? "null").join(",")}]`;
    if (!isObject(value)) return JSON.stringify(value);
    const entries: string[] = [];
    for (const [key, entry] of Object.entries(value)) {
        const text = written(entry);
        if (text !== undefined) entries.push(`${JSON.stringify(key)}:${text}`);
    }
    return `{${entries.join(",")}}`;
}
