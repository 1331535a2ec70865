// JSON Schema, for tools that take a model so. It tells what is known of each field by itself, and never refuses what
// `validate` takes, but for white space that stands around a text of the greatest length. Rules between fields, check
// digits and addresses are left to `validate`.

import { ConfigError } from "./errors";
import type { Fields } from "./form";
import { given } from "./given";
import type { FieldInfo } from "./public";

const DRAFTS = new Map([
    ["draft-2020-12", "https://json-schema.org/draft/2020-12/schema"],
    ["draft-07", "http://json-schema.org/draft-07/schema#"],
    ["openapi-3.0", ""],
]);

/** What a schema is to tell. */
export interface Asked {
    /** What is sent, and not what is given. */
    readonly output: boolean;
    /** It is given as a form holds it. */
    readonly form: boolean;
    /** Nothing must be there. */
    readonly update: boolean;
    /** There may be more than is declared. */
    readonly open: boolean;
    readonly language: "en" | "sv";
}

type Json = Record<string, unknown>;

/** The schema of a body, for the target that the options name. */
export function jsonSchema(fields: Fields, options: unknown, asked: Asked): Json {
    const target = given(options)?.target as string;
    const draft = DRAFTS.get(target);
    if (draft === undefined) throw new ConfigError(`\`target\` must be one of ${[...DRAFTS.keys()].join(", ")}`);
    const form = asked.form && !asked.output;
    const properties: Json = {};
    const required: string[] = [];
    for (const info of Object.values(fields)) {
        const { name, readOnly, label, doc } = info;
        if (readOnly && (asked.output || form)) continue;
        if (info.required && !readOnly && !asked.update) required.push(name);
        properties[name] = {
            title: label[asked.language],
            ...(doc && { description: doc }),
            ...(readOnly ? { readOnly } : form ? input(info) : body(info, asked.output, draft === "")),
        };
        if (WRITE_ONLY && info.writeOnly && !asked.output) (properties[name] as Json).writeOnly = true;
    }
    const schema: Json = { ...(draft && { $schema: draft }), type: "object", properties };
    if (required.length > 0) schema.required = required;
    if (!asked.open && !form) schema.additionalProperties = false;
    return schema;
}

/** As an input holds it. */
function input({ type, nullable }: FieldInfo): Json {
    const text = { type: "string" };
    if (type === "boolean") return nullable ? { enum: [true, false, ""] } : { type };
    return type === "array" ? { type, items: text } : text;
}

/** As a body holds it. */
function body(info: FieldInfo, output: boolean, openapi: boolean): Json {
    const told = value(info, info.type, output);
    if (!info.nullable) return told;
    if (told.enum) told.enum = [...(told.enum as unknown[]), null];
    if (openapi) told.nullable = true;
    else told.type = [told.type, "null"];
    return told;
}

/** Told as it is told of the field. */
const SAME = ["minLength", "maxLength", "minimum", "maximum", "enum"] as const;

function value(info: FieldInfo, type: string | undefined, output: boolean): Json {
    const { format, pattern, nullable, items } = info;
    const told: Json = { type };
    if (type === "array") told.items = value({ ...info, enum: undefined }, items, output);
    if (type === "any") delete told.type;
    if (type === "reference") {
        told.type = "object";
        told.properties = { id: { type: "string", format: "uuid" } };
        told.required = ["id"];
        if (output) told.additionalProperties = false;
    }
    // Blank is missing where `null` is.
    if (type === "string" && !nullable) told.minLength = 1;
    for (const key of SAME) if (info[key] !== undefined && !(info.enumIsOpen && key === "enum")) told[key] = info[key];
    // What others call by the other formats is less than the API takes.
    if (format === "uuid" || format === "date") told.format = format;
    if (format === "date-time") told.pattern = "^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d";
    if (pattern) told.pattern = `^${info.input.pattern}$`;
    return told;
}
