// The same with the package.
import { Pigello } from "pigello-client";

const personsOf = (env) => Pigello.fromEnv(env).organization.externalClientContactPerson;

export async function personsAt(env, clientId) {
    const filter = { external_client: clientId, email: { isnull: false } };
    const rows = [];
    for await (const row of personsOf(env).iterate({ filter, orderBy: "name" })) rows.push(row);
    return rows;
}

export function rename(env, id, name) {
    return personsOf(env).update(id, { name });
}
