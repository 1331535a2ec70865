// What is known of something that lists can be filtered by: a field, or, where no field of that name is declared, what the
// library takes for its value. It is asked, for it says so nowhere.

import { FilterError } from "pigello-client/slim";
import { models, type FieldInfo, type Filter, type Model } from "../models";
import { labelOf, locale } from "../words";

export type Known = Pick<FieldInfo, "type"> & Partial<FieldInfo>;

const learned = new Map<string, Known>();

export function knownOf(model: Model, name: string): Known {
    const field = (model.schema.fields as Record<string, FieldInfo>)[name];
    if (field) return field;
    const key = `${model.key} ${name}`;
    const known = learned.get(key) ?? learn(model, name);
    learned.set(key, known);
    return known;
}

/** What is wrong with a value as a filter: its code, or nothing. */
function wrongWith({ schema }: Model, name: string, value: unknown): string | undefined {
    try {
        schema.query({ filter: { [name]: value } as Filter });
        return undefined;
    } catch (error) {
        if (error instanceof FilterError) return error.issues[0]?.code ?? "type";
        throw error;
    }
}

function learn(model: Model, name: string): Known {
    const wrong = wrongWith(model, name, "text");
    if (wrong === "date") return { type: "string", format: "date" };
    if (wrong === "date_time") return { type: "string", format: "date-time" };
    if (wrong === "uuid") return { type: "string", format: "uuid" };
    if (wrong === "type" && !wrongWith(model, name, 1)) return { type: "integer" };
    if (wrong === "type" && !wrongWith(model, name, true)) return { type: "boolean" };
    return { type: "string" };
}

/** The label of a field. Where the resource has no such field declared another one may, which calls it the same; else it is the
 *  API's name: in English as words, in Swedish as it is, for half of it would be another language. */
export function knownLabel(model: Model, name: string): string {
    const declared = [model, ...models].map(({ schema }) => (schema.fields as Record<string, FieldInfo>)[name]).find(Boolean);
    if (declared) return labelOf(declared);
    return locale.value === "sv" ? name : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("_", " ")}`;
}
