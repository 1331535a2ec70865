// ajv, compiled, with all errors, the formats of ajv-formats, and check digits as keywords.

import { Ajv } from "ajv";
import formats from "ajv-formats";
import { areTextsWell } from "../characters.mjs";
import { gln13, luhn } from "../digits.mjs";
import { brief, person, whole } from "./json-schema.mjs";

export const name = "ajv";

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
for (const [keyword, isRight] of Object.entries({ luhn, gln13 })) {
    ajv.addKeyword({ keyword, type: "string", schemaType: "boolean", validate: (_, value) => isRight(value), errors: false });
}
// Of all texts in an object at once, but for those under some names: quicker than a pattern for each.
ajv.addKeyword({ keyword: "charactersBut", type: "object", schemaType: "array", compile: areTextsWell, errors: false });

// Each is compiled when it is first asked, as a program that needs one of them would.
const once = (schema) => {
    let compiled;
    return (value) => (compiled ??= ajv.compile(schema))(value);
};
const fields = Object.fromEntries(Object.entries(person.properties).map(([name, schema]) => [name, once(schema)]));

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
