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
    }
    return {
        ...(draft && { $schema: draft }),
        type: "object",
        properties,
        ...(required.length > 0 && { required }),
        ...(!asked.open && !form && { additionalProperties: false }),
    };
}

/** As an input holds it. */
function input({ type, nullable }: FieldInfo): Json {
    const text = { type: "string" };
    if (type === "boolean") return nullable ? { enum: [true, false, ""] } : { type };
    return type === "array" ? { type, items: text } : text;
}

/** As a body holds it. */
function body(info: FieldInfo, output: boolean, openapi: boolean): Json {
    const { nullable } = info;
    const { type, ...rest } = value(info, info.type, output);
    if (type === undefined) return rest;
    if (!nullable) return { type, ...rest };
    if (rest.enum) rest.enum = [...(rest.enum as unknown[]), null];
    return openapi ? { type, nullable, ...rest } : { type: [type, "null"], ...rest };
}

function value(info: FieldInfo, type: string | undefined, output: boolean): Json {
    switch (type) {
        case "reference":
            return {
                type: "object",
                properties: { id: { type: "string", format: "uuid" } },
                required: ["id"],
                ...(output && { additionalProperties: false }),
            };
        case "array":
            return { type, items: value({ ...info, enum: undefined }, info.items, output) };
        case "object":
            return { type };
        case "any":
        case undefined:
            return {};
        default:
    }
    const { nullable, format, minLength, maxLength, minimum, maximum } = info;
    const told = {
        // Blank is missing where `null` is.
        minLength: minLength ?? (type === "string" && !nullable ? 1 : undefined),
        maxLength,
        minimum,
        maximum,
        enum: info.enumIsOpen ? undefined : info.enum,
        // Those of the others take less than the API does.
        format: format === "uuid" || format === "date" ? format : undefined,
        pattern: format === "date-time" ? "^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d" : info.pattern && `^${info.input.pattern}$`,
    };
    return { type, ...Object.fromEntries(Object.entries(told).filter(([, entry]) => entry !== undefined)) };
}
