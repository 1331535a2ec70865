// ajv, compiled, with all errors, the formats of ajv-formats, and check digits as keywords.

import { Ajv } from "ajv";
import formats from "ajv-formats";
import { areTextsWell } from "../characters.mjs";
import { gln13, luhn } from "../digits.mjs";
import { brief, whole } from "./subtenant.mjs";

export const name = "ajv";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
for (const [keyword, isRight] of Object.entries({ luhn, gln13 })) {
    ajv.addKeyword({ keyword, type: "string", schemaType: "boolean", validate: (_, value) => isRight(value), errors: false });
}
// Of all texts in an object at once, but for those under some names: quicker than a pattern for each.
ajv.addKeyword({ keyword: "charactersBut", type: "object", schemaType: "array", compile: (names) => areTextsWell(names), errors: false });

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

// Each is compiled when it is first asked, as a program that needs one of them would.
const once = (schema) => {
    let compiled;
    return (value) => (compiled ??= ajv.compile(schema))(value);
};
const fields = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, once(schema)]));

const judge = once(person);
export const form = judge;
export const field = (name, value) => fields[name](value);
export const tenant = once(whole);
export const fewer = once(brief);
export const rows = once({ type: "array", items: person });
const json = (given) => rows(JSON.parse(given));
export { json as text };

const told = ajv.compile(person);
export function faults(row) {
    if (told(row)) return [];
    return told.errors.map(({ instancePath, params }) => instancePath.split("/")[1] ?? params.missingProperty ?? params.additionalProperty);
}
