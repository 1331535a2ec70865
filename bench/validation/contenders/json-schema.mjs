// What JSON Schema says of a contact person, and of a sub-tenant twice: with every rule that ours keeps, and with those alone
// that the fields of the rows here can break. The first of these differs from ours at the edges of formats only, and in that
// ours judges text without the white space around it.

import { ALLOWED } from "../rows.mjs";

const boolean = { type: "boolean" };
const text = (rules) => ({ type: ["string", "null"], ...rules });
const id = { type: "string", format: "uuid" };
const reference = { type: ["object", "null"], properties: { id }, required: ["id"] };
const email = text({ maxLength: 254, format: "email" });
const phone = text({ maxLength: 36, pattern: "^\\+?1?\\d{7,15}$" });
const organizationNumber = text({ minLength: 10, maxLength: 11, luhn: true });

export const person = {
    type: "object",
    properties: {
        name: { type: "string", minLength: 1, maxLength: 255 },
        external_client: { ...reference, type: "object" },
        title: { type: "string", minLength: 1, maxLength: 255 },
        ssn: text({ minLength: 12, maxLength: 13, luhn: true }),
        custom_id: text({ maxLength: 128 }),
        org_no: organizationNumber,
        first_name: text({ maxLength: 255 }),
        email,
        organization: reference,
        corporate_name: text({ maxLength: 255 }),
        phone_number: phone,
        last_name: text({ maxLength: 255 }),
    },
    required: ["name", "external_client", "title"],
    additionalProperties: false,
};

const objects = { type: "array", items: { type: "object" } };

const allowed = Object.fromEntries(ALLOWED.map((name) => [name, boolean]));

/** The other fields of the rows here. */
const MET = {
    org_no: organizationNumber,
    previous_address: reference,
    organization: reference,
    invoice_email: email,
    sni_number: text({ maxLength: 6 }),
    ssn_is_coordination_number: boolean,
    is_active: boolean,
    allows_external_personal_information_sharing: { type: ["boolean", "null"] },
    autogiro_disables_invoice_distribution: boolean,
    fmi: text({ minLength: 17, maxLength: 20 }),
    phone_number: phone,
    peppol_id: text({ minLength: 15, maxLength: 18, pattern: "^(0007|0088):\\d{10,13}$" }),
    birth_date: text({ format: "date" }),
};

/** A number of this industry needs the name of a company. */
const requires = {
    required: ALLOWED,
    if: { properties: { sni_number: { type: "string", minLength: 1 } }, required: ["sni_number"] },
    then: {
        required: ["corporate_name"],
        properties: { corporate_name: { type: ["string", "number", "boolean", "array", "object"], minLength: 1, minItems: 1 } },
    },
};

/** What the rows here can break; other names pass unseen. */
export const brief = { type: "object", properties: { ...allowed, ...MET }, ...requires };

/** What is only read is not sent; of a relation the id is, which is judged; and what the other rules take has no such characters. */
const PLAIN_OTHERWISE = [
    "status", "id", "mfa_has_hotp", "username", "is_company",
    "previous_address", "organization", "current_registered_address", "future_address",
    "org_no", "invoice_email", "gln13_number", "phone_number", "peppol_id", "birth_date",
];

/** What ours is asked: all fields that the API names, and the characters of every text, under whatever name. */
export const whole = {
    ...brief,
    properties: {
        ...allowed,
        ...MET,
        block_sms_notifications_for: objects,
        block_notifications_for: objects,
        current_registered_address: reference,
        future_address: reference,
        profile_picture: { type: ["object", "null"] },
        gln13_number: text({ minLength: 13, maxLength: 14, gln13: true }),
    },
    // In place of `additionalProperties` and a `pattern` for each text, which would take ajv half as long again.
    charactersBut: PLAIN_OTHERWISE,
};
