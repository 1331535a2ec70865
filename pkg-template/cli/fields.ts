// `fields RESOURCE`: what is known of each field, and how it can be filtered.

import { formatOf, writerOf } from "./format";
import type { FieldInfo } from "./library";
import { resourceNamed } from "./resource";
import { data, note } from "./say";

export async function run(
    name: string,
    options: { jsonl?: boolean; csv?: boolean; table?: boolean; locale?: string },
): Promise<void> {
    const { schema } = await resourceNamed(name);
    const format = formatOf(options);
    const language = options.locale?.toLowerCase().startsWith("sv") ? "sv" : "en";
    const columns = ["field", "label", "type", "write", "limits", "operators"];
    const writer = await writerOf(format, format === "jsonl" ? undefined : columns);
    for (const field of Object.values(schema.fields)) {
        const operators = schema.filters[field.name];
        const told = {
            field: field.name,
            label: field.label[language],
            type: typeOf(field),
            write: writeOf(field),
            limits: limitsOf(field),
            operators: operators === undefined ? "" : ["exact", ...operators].join(" "),
        };
        await data(writer.row(format === "jsonl" ? { ...field, operators } : told));
    }
    await data(writer.end());
    if (schema.documented !== "complete") note(`Of ${schema.name} not all fields are known: others pass as JSON has them.`);
}

function typeOf({ type, format, target }: FieldInfo): string {
    return format ?? (target === undefined ? type : `${type} ${target}`);
}

function writeOf({ readOnly, required, nullable }: FieldInfo): string {
    return readOnly ? "read-only" : required ? "required" : nullable ? "may be empty" : "";
}

function limitsOf({ minLength, maxLength, enum: values }: FieldInfo): string {
    if (values !== undefined) return values.map(String).join(" | ");
    if (maxLength === undefined) return minLength === undefined ? "" : `${minLength} or more letters`;
    return `${minLength === undefined ? "up to" : `${minLength} to`} ${maxLength} letters`;
}
