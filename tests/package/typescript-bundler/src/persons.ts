// A user's module in TypeScript: what the app does with contact persons, in the package's own types.
import {
    ExternalClientContactPerson,
    type ExternalClientContactPersonCreate,
    type ExternalClientContactPersonListOptions,
    type Issue,
    type Pigello,
} from "pigello-client";

/** What is wrong with the form, by field. */
export function problems(form: Partial<ExternalClientContactPersonCreate>): Record<string, Issue["code"]> {
    const judged = ExternalClientContactPerson.validate(form);
    if (judged.valid) return {};
    return Object.fromEntries(judged.issues.map(({ path, code }) => [path.join("."), code]));
}

/** The persons of a client whose name holds the text, in the order of their names. */
export async function personsNamed(pigello: Pigello, client: string, text: string): Promise<ExternalClientContactPerson[]> {
    const options: ExternalClientContactPersonListOptions = {
        filter: { external_client: client, name: { icontains: text } },
        orderBy: "name",
    };
    return pigello.organization.externalClientContactPerson.list(options);
}
