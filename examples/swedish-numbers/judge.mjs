// Judges one number, in the words that stand beside a field.
import { Subtenant, Tenant } from "pigello-client";

export function judge(field, value) {
    const schema = field === "ssn" ? Tenant : Subtenant;
    const [issue] = schema.validateField(field, value, { locale: "sv" });
    return issue?.message ?? "right";
}

/** What people type, without what the API does not take of it. */
export function tidied(field, text) {
    return field === "phone_number" ? text.replace(/[\s()-]/g, "") : text.trim();
}
