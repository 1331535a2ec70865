// Rows of which nobody knows whether the server has them: looking for them, by a field that a person chose.

import { clientOf, type Model } from "../models";
import { count } from "../words";
import { say } from "../words/import";
import { Told, type Words } from "./told";
import type { Chunk } from "./words";

/** How long a write may go on after its connection is gone, in milliseconds. */
const SETTLE_MS = 5_000;
/** So often it is looked at most. */
const MOST_LOOKS = 10;
/** How many values one request asks for: its URL stays short. */
const SOME = 100;
/** How soon a press of Stop is heeded. */
const TICK_MS = 100;

/** Rows in doubt, and what happened to them. */
export interface Doubt {
    readonly chunk: Chunk;
    readonly why: Words;
}

export type Client = ReturnType<typeof clientOf>;

/** The names of the fields that lists can be asked for several values of. */
export const askable = ({ schema: { fields, filters } }: Model): readonly string[] =>
    Object.values(fields)
        .filter(({ name, type }) => type === "string" && filters[name]?.includes("in"))
        .map(({ name }) => name);

/** What of a chunk some rows are. */
export function some({ bodies, places, lines }: Chunk, is: (at: number) => boolean): Chunk {
    const here = (_: unknown, at: number) => is(at);
    return { bodies: bodies.filter(here), places: places.filter(here), lines: lines.filter(here) };
}

/**
 * The rows that the server does not have, by a field. It is asked until two answers are the same, a pause apart: what was on
 * its way may still arrive. A row without a value is one that it does not have. `heed` throws to end it.
 */
export async function missingOf(client: Client, chunk: Chunk, name: string, told: (words: Words) => void, heed: () => void): Promise<Chunk> {
    const keyOf = (body: Record<string, unknown> | undefined) => (typeof body?.[name] === "string" ? (body[name] as string) : "");
    const wanted = chunk.bodies.map(keyOf).filter((key) => key !== "");
    const ask = async () => {
        told(() => say("looking"));
        const there = new Set<unknown>();
        for (let at = 0; at < wanted.length; at += SOME) {
            const rows = await client.list({ filter: { [name]: { in: wanted.slice(at, at + SOME) } } });
            heed();
            for (const row of rows) there.add(row[name]);
        }
        return there;
    };
    let there = await ask();
    for (let looks = 1; wanted.some((key) => !there.has(key)); looks++) {
        if (looks === MOST_LOOKS) throw new Told(() => say("lookUnsettled"));
        const { size } = there;
        told(() => say("lookingAgain", { n: count(size), total: count(chunk.bodies.length), seconds: SETTLE_MS / 1_000 }));
        for (let waited = 0; waited < SETTLE_MS; waited += TICK_MS) {
            await new Promise((resolve) => setTimeout(resolve, TICK_MS));
            heed();
        }
        const again = await ask();
        const same = again.size === there.size;
        there = again;
        if (same) break;
    }
    return some(chunk, (at) => !there.has(keyOf(chunk.bodies[at])));
}
