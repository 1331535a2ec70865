// ajv, compiled, with all errors, the formats of ajv-formats, and the check digit as a keyword.

import { Ajv } from "ajv";
import formats from "ajv-formats";
import { luhn } from "../luhn.mjs";

export const name = "ajv";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addKeyword({ keyword: "luhn", type: "string", schemaType: "boolean", validate: (_, value) => luhn(value), errors: false });

const text = (rules) => ({ type: ["string", "null"], ...rules });
const id = { type: "string", format: "uuid" };
const reference = (type) => ({ type, properties: { id }, required: ["id"] });
const properties = {
    name: { type: "string", minLength: 1, maxLength: 255 },
    external_client: reference("object"),
    title: { type: "string", minLength: 1, maxLength: 255 },
    ssn: text({ minLength: 12, maxLength: 13, luhn: true }),
    custom_id: text({ maxLength: 128 }),
    org_no: text({ minLength: 10, maxLength: 11, luhn: true }),
    first_name: text({ maxLength: 255 }),
    email: text({ maxLength: 254, format: "email" }),
    organization: reference(["object", "null"]),
    corporate_name: text({ maxLength: 255 }),
    phone_number: text({ maxLength: 36, pattern: "^\\+?1?\\d{7,15}$" }),
    last_name: text({ maxLength: 255 }),
};
const person = { type: "object", properties, required: ["name", "external_client", "title"], additionalProperties: false };

const ALLOWED = [
    "allow_errands_access_through_connections",
    "allow_personal_information_access",
    "add_connection_description_on_invoice",
    "allow_notifications",
    "allow_revenue_row_access",
    "allow_brf_access",
    "allow_cancel_contract_access",
    "allow_errands_access",
    "allow_contracts_access",
    "allow_invoice_access",
    "allow_objects_access",
    "allow_my_pages_access",
];
const boolean = { type: "boolean" };
/** The fields of a sub-tenant that its rows here have; others pass, as there are more than are known. */
const lodger = {
    type: "object",
    properties: {
        ...Object.fromEntries(ALLOWED.map((name) => [name, boolean])),
        org_no: text({ minLength: 10, maxLength: 11, luhn: true }),
        previous_address: reference(["object", "null"]),
        organization: reference(["object", "null"]),
        invoice_email: text({ maxLength: 254, format: "email" }),
        sni_number: text({ maxLength: 6 }),
        ssn_is_coordination_number: boolean,
        is_active: boolean,
        allows_external_personal_information_sharing: { type: ["boolean", "null"] },
        autogiro_disables_invoice_distribution: boolean,
        fmi: text({ minLength: 17, maxLength: 20 }),
        phone_number: text({ maxLength: 36, pattern: "^\\+?1?\\d{7,15}$" }),
        peppol_id: text({ minLength: 15, maxLength: 18, pattern: "^(0007|0088):\\d{10,13}$" }),
        birth_date: text({ format: "date" }),
    },
    required: ALLOWED,
    if: { properties: { sni_number: { type: "string", minLength: 1 } }, required: ["sni_number"] },
    then: { properties: { corporate_name: { type: "string", minLength: 1 } }, required: ["corporate_name"] },
};

// Each is compiled when it is first asked, as a program that needs one of them would.
const once = (schema) => {
    let compiled;
    return (value) => (compiled ??= ajv.compile(schema))(value);
};
const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, once(schema)]));

const judge = once(person);
export const form = judge;
export const field = (name, value) => fields[name](value);
export const tenant = once(lodger);
export const rows = once({ type: "array", items: person });
const json = (given) => rows(JSON.parse(given));
export { json as text };

const told = ajv.compile(person);
export function faults(row) {
    if (told(row)) return [];
    return told.errors.map(({ instancePath, params }) => instancePath.split("/")[1] ?? params.missingProperty ?? params.additionalProperty);
}
