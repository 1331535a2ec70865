// What to tell people when a form could not be saved.
import { BadRequestError, NetworkError, PermissionError, PigelloError, RateLimitError, TimeoutError, ValidationError } from "pigello-client";

/** Answers the saved person, or what is to be shown: beside a field, or above the form. */
export async function save(persons, body) {
    try {
        return { person: await persons.create(body) };
    } catch (error) {
        // What is wrong with the body: nothing was sent, or the server did not take it.
        if (error instanceof ValidationError || error instanceof BadRequestError) return { issues: error.issues };
        if (error instanceof PermissionError) return { problem: "You may not do this." };
        if (error instanceof RateLimitError) return { problem: "Too many at once: try again in a minute." };
        // Nobody knows whether it was written: a POST is not sent twice. Look, before it is sent again.
        if (error instanceof NetworkError || error instanceof TimeoutError) return { inDoubt: true };
        if (PigelloError.is(error)) return { problem: `It was not saved: ${error.message}` };
        throw error;
    }
}
