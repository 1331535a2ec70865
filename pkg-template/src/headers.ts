// Headers as users give them, read as pairs. Whether names and values are right is for Rust to say.

import { ConfigError } from "./errors";
import { isObject, kindOf, namesOf, read } from "./foreign";

const MOST_PAIRS = 1_000;

/** `Headers`, pairs or an object as pairs of a name and whatever stands there; `undefined` if it is none of these. */
export function headerPairs(value: unknown): [unknown, unknown][] | undefined {
    if (!isObject(value)) return undefined;
    try {
        if (typeof (value as { readonly [Symbol.iterator]?: unknown })[Symbol.iterator] === "function") {
            return fromIterable(value as unknown as Iterable<unknown>);
        }
        if (kindOf(value) === "object") return fromObject(value);
        return fromEach(value as { forEach?: unknown });
    } catch {
        return undefined;
    }
}

function fromIterable(iterable: Iterable<unknown>): [unknown, unknown][] | undefined {
    const pairs: [unknown, unknown][] = [];
    for (const pair of iterable) {
        if (!Array.isArray(pair) || pair.length !== 2 || pairs.length === MOST_PAIRS) return undefined;
        pairs.push([pair[0], pair[1]]);
    }
    return pairs;
}

function fromObject(object: object): [unknown, unknown][] | undefined {
    return namesOf(object)
        ?.map((name): [unknown, unknown] => [name, read(object, name)])
        .filter(([, value]) => value !== undefined);
}

/** A `Headers` that cannot be iterated. */
function fromEach(headers: { forEach?: unknown }): [unknown, unknown][] | undefined {
    if (typeof headers.forEach !== "function") return undefined;
    const pairs: [unknown, unknown][] = [];
    (headers as Headers).forEach((value, name) => pairs.push([name, value]));
    return pairs;
}

/** What these sources say for one attempt: of each name, in whatever capitals, the last. A function among them is asked. */
export async function askHeaders(sources: readonly unknown[]): Promise<[string, string][]> {
    const asked = new Map<string, [string, string]>();
    for (const source of sources) collect(asked, typeof source === "function" ? await source() : source);
    return [...asked.values()];
}

/** Puts headers among others, by their name in small letters. */
export function collect(asked: Map<string, [string, string]>, given: unknown): void {
    if (given === undefined) return;
    const pairs = headerPairs(given);
    if (pairs === undefined) throw new ConfigError("`headers` must be an object, a Headers or a list of pairs");
    for (const [name, value] of pairs) {
        if (typeof name !== "string" || typeof value !== "string") {
            throw new ConfigError(`\`headers\` must hold text${typeof name === "string" ? `, at \`${name}\`` : ""}`);
        }
        asked.set(name.toLowerCase(), [name, value]);
    }
}
