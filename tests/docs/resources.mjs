// The reference of the resources, a Markdown page for each, of what the package says of itself, the document of `cargo
// xtask openapi`, and what tests/fixtures has of the API's own pages: `node resources.mjs <package> <openapi.json> <folder>`.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder, openapi, out] = argv.slice(2).map((path) => resolve(path));
const { paths } = JSON.parse(readFileSync(openapi, "utf8"));
const exported = await import(pathToFileURL(join(folder, "index.js")));

/** How much is known, in words. */
const KNOWN = {
    complete: "Its page is known in full.",
    partial: "Its page is known in part: fields and filters that are not here pass, in types and at run time.",
    "name only": "Only its name and its path are known: every field and filter passes.",
};

/** What our tests hold the declaration against: where it was read, what is not known, which operations no page shows. */
function facts({ name, operations }) {
    const file = ["pages", "partial"].map((folder) => fileURLToPath(new URL(`../fixtures/${folder}/${name.toLowerCase()}.json`, import.meta.url))).find(existsSync);
    if (file === undefined) throw new Error(`tests/fixtures has no ${name.toLowerCase()}.json: what is known of it, and by which page`);
    const page = JSON.parse(readFileSync(file, "utf8"));
    const { source = [], unknown = [] } = page;
    if (source.length === 0) throw new Error(`${file} has no source: the addresses of the pages that it is known by`);
    const shown = Object.entries(page.operations).flatMap(([operation, by]) => (by === "template" ? [] : [operation.toLowerCase().replace(" ", "")]));
    const byTemplate = operations.filter((operation) => ![...shown, ...(page.tag_page ?? [])].includes(operation.toLowerCase()));
    return { source, unknown, byTemplate };
}

/** A page shows what is done to a path, or a whole resource. */
function link(address) {
    const [, resource, path, method] = address.match(/\/apis\/([^/]+\/[^/]+)(?:\/paths\/([^/]+)\/(\w+))?$/);
    return `[${path ? `${method.toUpperCase()} ${path.replaceAll("~1", "/")}` : resource}](${address})`;
}

const code = (word) => `\`${word}\``;
const list = (words) => words.map(code).join(", ");
const table = (heads, rows) => [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** What may stand in the field, in a line. */
function limits({ maxLength, minLength, pattern, format, minimum, maximum, enum: values, enumIsOpen }) {
    const parts = [];
    if (format) parts.push(code(format));
    if (minLength !== undefined || maxLength !== undefined) parts.push(`${minLength ?? 0}–${maxLength ?? "…"} characters`);
    if (minimum !== undefined || maximum !== undefined) parts.push(`${minimum ?? "…"} to ${maximum ?? "…"}`);
    if (pattern) parts.push(code(pattern.replaceAll("|", "\\|")));
    if (values) parts.push(`one of ${list(values)}${enumIsOpen ? " and others" : ""}`);
    return parts.join("; ");
}

function type({ type, items, target }) {
    const of = items ? ` of ${items}` : "";
    return `${type}${of}${target ? ` (${target})` : ""}`;
}

function field(info) {
    const { name, label, required, nullable, readOnly, rules = [], doc = "" } = info;
    const marks = [readOnly ? "read-only" : required && "required", nullable && "may be `null`"].filter(Boolean).join(", ");
    const said = rules.map(({ rule, fields = [] }) => (fields.length > 0 ? `${code(rule)} ${list(fields)}` : code(rule))).join("; ");
    return [code(name), `${label.en} / ${label.sv}`, type(info), marks, limits(info), said, doc];
}

/** List parameters that are no filters: the common ones are named in the document once for all. */
function parameters({ basePath, fields }) {
    const given = paths[`${basePath}list/`]?.get?.parameters ?? [];
    const names = given.map(({ $ref, name }) => name ?? $ref.split("/").at(-1));
    return names.filter((name) => fields[name.split("__")[0].replace(/!$/, "")] === undefined || name === "tags" || name === "customer_columns");
}

function page(name, schema) {
    const { fields, filters, basePath, operations, documented } = schema;
    const { source, unknown, byTemplate } = facts(schema);
    const filtered = Object.entries(filters).map(([field, operators]) => [code(field), list(operators)]);
    return `---
title: ${name}
---

# ${name}

${code(basePath)}. ${KNOWN[documented]}

${documented === "name only" ? "Named on" : "Read on"} the API's pages ${source.map(link).join(", ")}.
${unknown.length > 0 ? `\nNot known: ${unknown.join("; ")}.\n` : ""}
Operations: ${list(operations)}.${byTemplate.length > 0 ? ` No page shows ${list(byTemplate)}: ours by the template that all resources share.` : ""}

## Fields

${table(["field", "label", "type", "", "limits", "rules", "meaning"], Object.values(fields).map(field))}

Lengths are counted in code points. Labels are ours: the API has none.

## Filters

Each takes a value for an exact match, and these operators; \`not\` negates.

${filtered.length > 0 ? table(["field", "operators"], filtered) : "None is known."}

## List parameters

${list(parameters(schema))}
`;
}

const schemas = Object.entries(exported).filter(([, value]) => typeof value?.basePath === "string");
if (schemas.length === 0) throw new Error(`${folder} exports no schema`);
mkdirSync(out, { recursive: true });
for (const [name, schema] of schemas) {
    if (paths[`${schema.basePath}list/`] === undefined) throw new Error(`the document has no ${schema.basePath}`);
    writeFileSync(join(out, `${name}.md`), page(name, schema));
}
console.log(`${schemas.length} resources`);
