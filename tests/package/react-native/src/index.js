// The app without its screens: a form is judged and saved, and a list is asked for.
import "./globals";
import { ExternalClientContactPerson, Pigello } from "pigello-client";

/** What stands beside the fields of a form that is not right yet. */
export function problems(form) {
    const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
    return issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

export function connect(settings) {
    const persons = new Pigello(settings).organization.externalClientContactPerson;
    return {
        save: (person) => persons.create(person),
        find: (client, text) => persons.list({ filter: { external_client: client, name: { icontains: text } }, orderBy: "name" }),
        walk: async (client) => {
            const names = [];
            for await (const { name } of persons.iterate({ filter: { external_client: client } }, { timeoutMs: 10_000 })) names.push(name);
            return names.sort();
        },
    };
}

globalThis.app = { connect, problems };
