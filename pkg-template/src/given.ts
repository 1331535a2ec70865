// Option objects, read once: what a user gave, as an object of ours.

import { kindOf, namesOf, read } from "./foreign";

/** Options: own properties without `undefined`, and no prototype, so that nothing hung on one is taken for an option. */
export type Given = Record<string, unknown>;

/** The options as an object of ours, or `undefined` if they are something else. */
export function given(options: unknown): Given | undefined {
    if (options === undefined) return nothing();
    if (kindOf(options) !== "object") return undefined;
    const names = namesOf(options as object);
    if (names === undefined) return undefined;
    const copy = nothing();
    for (const name of names) {
        const value = read(options as object, name);
        if (value !== undefined) copy[name] = value;
    }
    return copy;
}

/** No options. */
export function nothing(): Given {
    return Object.create(null) as Given;
}
