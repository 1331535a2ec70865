"use server";

// What the form does when it is sent, on the server. Ask who it is, as the rest of the app does: an action is an address.
import { revalidatePath } from "next/cache";
import { BadRequestError, ExternalClientContactPerson } from "pigello-client";
import { pigello } from "./pigello";

export async function savePerson(_, form) {
    const { valid, value, issues } = ExternalClientContactPerson.parseForm(form, { locale: "sv" });
    if (!valid) return { issues, values: Object.fromEntries(form) };
    try {
        await pigello().organization.externalClientContactPerson.create(value);
    } catch (error) {
        if (!(error instanceof BadRequestError)) throw error;
        return { issues: error.issues, values: Object.fromEntries(form) };
    }
    revalidatePath("/");
    return { saved: true };
}
