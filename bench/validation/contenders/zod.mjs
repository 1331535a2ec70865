// zod, its schema compiled by itself at first use (`jitless` is not asked for).

import { z } from "zod";
import { luhn } from "../digits.mjs";

export const name = "zod";

const reference = z.object({ id: z.guid() });
const person = z.strictObject({
    name: z.string().min(1).max(255),
    external_client: reference,
    title: z.string().min(1).max(255),
    ssn: z.string().min(12).max(13).refine(luhn).nullish(),
    custom_id: z.string().max(128).nullish(),
    org_no: z.string().min(10).max(11).refine(luhn).nullish(),
    first_name: z.string().max(255).nullish(),
    email: z.email().max(254).nullish(),
    organization: reference.nullish(),
    corporate_name: z.string().max(255).nullish(),
    phone_number: z.string().max(36).regex(/^\+?1?\d{7,15}$/).nullish(),
    last_name: z.string().max(255).nullish(),
});
const persons = z.array(person);

export const form = (row) => person.safeParse(row).success;
export const field = (name, value) => person.shape[name].safeParse(value).success;
export const rows = (list) => persons.safeParse(list).success;
export const text = (json) => rows(JSON.parse(json));

export const faults = (row) => (person.safeParse(row).error?.issues ?? []).flatMap(({ path, keys }) => path[0] ?? keys);
