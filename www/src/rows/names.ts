// Names of the rows that references lead to, as far as they are known. Asking for them stands in naming.ts.

import { signal } from "@preact/signals";

/** By id; empty text while it is asked for, or where there is no such row. */
export const known = signal<ReadonlyMap<string, string>>(new Map());

export const nameOfId = (id: string): string => known.value.get(id) || id.slice(0, 8);

export function forgetNames(): void {
    known.value = new Map();
}

export const learn = (names: Iterable<readonly [string, string]>): void => {
    known.value = new Map([...known.value, ...names]);
};
