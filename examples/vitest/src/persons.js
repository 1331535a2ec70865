// What the app does with contact persons. Its client is given to it, so that a test can give it a sandbox's.
import { BadRequestError, ExternalClientContactPerson } from "pigello-client";

/** Saves what a form holds. Answers the person, or what to show beside the fields. */
export async function savePerson(pigello, form) {
    const { valid, value, issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
    if (!valid) return { problems: byField(issues) };
    try {
        return { person: await pigello.organization.externalClientContactPerson.create(value), problems: {} };
    } catch (error) {
        if (error instanceof BadRequestError) return { problems: byField(error.issues) };
        throw error;
    }
}

/** The persons whose name holds the text, in the order of their names. */
export function personsNamed(pigello, text) {
    return pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: text } }, orderBy: "name" });
}

function byField(issues) {
    return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}
