// `--filter name__icontains=anna` -> the list option. Which operators a field has says the library.

import { bareName, fieldNamed } from "../files";
import { misuse } from "./ending";
import type { ResourceSchema } from "./library";

/** All filters together: each of them must hold. */
export function filterOf(given: readonly string[], schema: ResourceSchema): Record<string, unknown> {
    const filter: Record<string, Record<string, unknown>> = {};
    for (const text of given) {
        const [, name = "", negated, value] = /^([^=]*?)(!)?=(.*)$/s.exec(text) ?? [];
        if (value === undefined) {
            throw misuse(`\`--filter ${text}\`: a filter is FIELD=VALUE, FIELD__OPERATOR=VALUE, or either with \`!=\``);
        }
        const cut = name.lastIndexOf("__");
        const operator = cut > 0 ? name.slice(cut + 2) : undefined;
        const field = named(operator === undefined ? name : name.slice(0, cut), schema);
        const operators = (filter[field] ??= {});
        const typed = typedOf(value, operator, field, schema);
        if (negated === undefined) put(operators, operator ?? "exact", typed, text);
        else put((operators["not"] ??= {}) as Record<string, unknown>, operator ?? "exact", typed, text);
    }
    return Object.fromEntries(Object.entries(filter).map(([field, operators]) => [field, spelled(operators, field)]));
}

function put(operators: Record<string, unknown>, name: string, value: unknown, text: string): void {
    if (name in operators) throw misuse(`\`--filter ${text}\`: that is asked already`);
    operators[name] = value;
}

/** An exact value stands by itself, or negated behind `not`; the library knows no operator for it. */
function spelled(operators: Record<string, unknown>, field: string): unknown {
    const { exact, not, ...others } = operators;
    const negated = not as Record<string, unknown> | undefined;
    if (negated !== undefined && "exact" in negated && Object.keys(negated).length > 1) {
        throw misuse(`\`--filter ${field}!=…\` beside another negation of \`${field}\`: \`${field}__in!=\` says the same`);
    }
    if (exact !== undefined) {
        if (not !== undefined || Object.keys(others).length > 0) {
            throw misuse(`\`--filter ${field}=…\` beside another filter of \`${field}\`: \`${field}__in=\` says the same`);
        }
        return exact;
    }
    return negated === undefined ? others : { ...others, not: "exact" in negated ? negated["exact"] : negated };
}

function named(text: string, schema: ResourceSchema): string {
    // A field that can be filtered need not be one that is shown. What nobody knows is the library's to refuse.
    const name = Object.hasOwn(schema.filters, text) ? text : fieldNamed(text, schema);
    if (name !== undefined) return name;
    for (const [field, operators] of Object.entries(schema.filters)) {
        const meant = operators.find((operator) => bareName(field + operator) === bareName(text));
        if (meant !== undefined) throw misuse(`\`--filter ${text}\`: two underscores stand before an operator: \`${field}__${meant}\``);
    }
    return text;
}

function typedOf(text: string, operator: string | undefined, field: string, schema: ResourceSchema): unknown {
    if (operator === "isnull") return booleanOf(text, field);
    if (operator === "in") return text.split(",").map((part) => oneOf(part, field, schema));
    return oneOf(text, field, schema);
}

function oneOf(text: string, field: string, schema: ResourceSchema): unknown {
    const type = schema.fields[field]?.type;
    if (type === "boolean") return booleanOf(text, field);
    const numeric = type === "integer" || type === "number" || (type === undefined && schema.filters[field]?.includes("gt"));
    return numeric && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function booleanOf(text: string, field: string): boolean {
    if (text === "true") return true;
    if (text === "false") return false;
    throw misuse(`\`--filter ${field}\`: \`${text}\` is neither \`true\` nor \`false\``);
}
