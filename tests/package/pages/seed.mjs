// Rows for the pages to find: two whose names hold a word that no other row has, and one that has another such word.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Creates them with the package that the folder has installed. Answers the word, and what a page is to show for it. */
export async function seed(folder) {
    const entry = pathToFileURL(join(folder, "node_modules/pigello-client/index.js"));
    const { Pigello } = await import(entry);
    const pigello = Pigello.fromEnv(process.env);
    const search = `w${randomBytes(6).toString("hex")}`;
    const found = [`Anna Berg ${search.toUpperCase()}`, `Åsa Öberg ${search}`];
    for (const name of [...found, `Erik Ek ${search.slice(1)}`]) {
        const person = { name, title: "Ekonom", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
        await pigello.organization.externalClientContactPerson.create(person);
    }
    return { search, names: found.join(", ") };
}

/** What a page gives `new Pigello` in the place of an app's own settings: the sandbox's address and made-up credentials. */
export function settings({ PIGELLO_BASE_URL: baseUrl, ...environment } = process.env) {
    const words = ["CUSTOMER_ID", "APPLICATION_ID", "SERVICE_ID", "SERVICE_VERSION_ID", "CLIENT_CT", "CLIENT_ENTITY", "CLIENT_SECRET"];
    const camel = (word) => word.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    const credentials = Object.fromEntries(words.map((word) => [camel(word), environment[`PIGELLO_${word}`]]));
    return JSON.stringify({ baseUrl, credentials });
}
