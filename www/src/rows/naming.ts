// Asks for the names of rows that references lead to: in one request for each resource.

import { pigello, place } from "../line/line";
import { clientOf, idIn, nameOf, targetOf, type FieldInfo, type Model, type Row } from "../models";
import { known, learn } from "./names";

/** How many ids one request asks for: its URL stays short. */
const MOST = 100;

/** Asks for the names that these fields of these rows need. A name that does not come is no misfortune: the id stands. */
export async function nameReferences(rows: readonly Row[], fields: readonly FieldInfo[]): Promise<void> {
    const wanted = new Map<Model, Set<string>>();
    for (const field of fields) {
        const target = targetOf(field);
        if (!target?.schema.operations.includes("get")) continue;
        const ids = wanted.get(target) ?? new Set();
        wanted.set(target, ids);
        for (const row of rows) {
            const value = row[field.name];
            for (const one of Array.isArray(value) ? value : [value]) {
                const id = idIn(one);
                if (id && !known.peek().has(id)) ids.add(id);
            }
        }
    }
    await Promise.all([...wanted].map(([target, ids]) => ask(target, [...ids])));
}

async function ask(target: Model, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    learn(ids.map((id) => [id, ""]));
    const asked = place.peek();
    try {
        const client = clientOf(pigello.peek(), target);
        for (let at = 0; at < ids.length; at += MOST) {
            // One request; `getMany` would ask for another page as well, to be sure that there is none.
            const some = ids.slice(at, at + MOST);
            const rows = await client.list({ extra: { id__in: some.join(",") }, page: 1, pageSize: MOST });
            if (asked !== place.peek()) return;
            learn(rows.flatMap((row) => (row.id ? [[row.id, nameOf(row, target)] as const] : [])));
        }
    } catch {
        // The log has it. The next page asks again.
        known.value = new Map([...known.value].filter(([id]) => !ids.includes(id)));
    }
}
