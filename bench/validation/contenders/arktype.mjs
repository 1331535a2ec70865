// arktype.

import { type } from "arktype";
import { luhn } from "../digits.mjs";

export const name = "arktype";

const reference = type({ id: "string.uuid" });
const checked = (text, context) => luhn(text) || context.mustBe("a number with the right check digit");
const person = type({
    "+": "reject",
    name: "1 <= string <= 255",
    external_client: reference,
    title: "1 <= string <= 255",
    "ssn?": type("12 <= string <= 13").narrow(checked).or("null"),
    "custom_id?": "string <= 128 | null",
    "org_no?": type("10 <= string <= 11").narrow(checked).or("null"),
    "first_name?": "string <= 255 | null",
    "email?": type("string.email <= 254").or("null"),
    "organization?": reference.or("null"),
    "corporate_name?": "string <= 255 | null",
    "phone_number?": type(/^\+?1?\d{7,15}$/).and("string <= 36").or("null"),
    "last_name?": "string <= 255 | null",
});
const persons = person.array();
const fields = Object.fromEntries(["name", "email", "phone_number", "ssn"].map((name) => [name, person.get(name)]));

export const form = (row) => !(person(row) instanceof type.errors);
export const field = (name, value) => !(fields[name](value) instanceof type.errors);
export const rows = (list) => !(persons(list) instanceof type.errors);
export const text = (json) => rows(JSON.parse(json));

export function faults(row) {
    const result = person(row);
    return result instanceof type.errors ? result.map(({ path }) => path[0]) : [];
}
