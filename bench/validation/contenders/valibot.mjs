// valibot.

import * as v from "valibot";
import { luhn } from "../digits.mjs";

export const name = "valibot";

const reference = v.object({ id: v.pipe(v.string(), v.uuid()) });
const required = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const upTo = (most) => v.nullish(v.pipe(v.string(), v.maxLength(most)));
const number = (least, most) => v.nullish(v.pipe(v.string(), v.minLength(least), v.maxLength(most), v.check(luhn)));
const person = v.strictObject({
    name: required,
    external_client: reference,
    title: required,
    ssn: number(12, 13),
    custom_id: upTo(128),
    org_no: number(10, 11),
    first_name: upTo(255),
    email: v.nullish(v.pipe(v.string(), v.maxLength(254), v.email())),
    organization: v.nullish(reference),
    corporate_name: upTo(255),
    phone_number: v.nullish(v.pipe(v.string(), v.maxLength(36), v.regex(/^\+?1?\d{7,15}$/))),
    last_name: upTo(255),
});
const persons = v.array(person);

export const form = (row) => v.safeParse(person, row).success;
export const field = (name, value) => v.safeParse(person.entries[name], value).success;
export const rows = (list) => v.safeParse(persons, list).success;
export const text = (json) => rows(JSON.parse(json));

export const faults = (row) => (v.safeParse(person, row).issues ?? []).map(({ path }) => path[0].key);
