// What has to be written so that Pigello has what the file has: rows are the same person if their `custom_id` is.

/** How many keys go into one question. */
const AT_ONCE = 100;

/** `{ created, updated, same }`: an update holds the id and what differs, and nothing else. */
export async function changesFor(persons, rows) {
    const there = await byKey(persons, rows.map(({ custom_id }) => custom_id));
    const changes = { created: [], updated: [], same: 0 };
    for (const row of rows) {
        const found = there.get(row.custom_id);
        if (found === undefined) {
            changes.created.push(row);
            continue;
        }
        const different = Object.entries(row).filter(([name, value]) => !isSame(found[name], value));
        if (different.length > 0) changes.updated.push({ id: found.id, ...Object.fromEntries(different) });
        else changes.same += 1;
    }
    return changes;
}

async function byKey(persons, keys) {
    const found = new Map();
    for (let at = 0; at < keys.length; at += AT_ONCE) {
        const filter = { custom_id: { in: keys.slice(at, at + AT_ONCE) } };
        for await (const person of persons.iterate({ filter })) {
            if (found.has(person.custom_id)) throw new Error(`two persons have the custom_id ${person.custom_id}`);
            found.set(person.custom_id, person);
        }
    }
    return found;
}

/** Relations are the same if their ids are. */
function isSame(one, other) {
    return (one?.id ?? one ?? null) === (other?.id ?? other ?? null);
}
