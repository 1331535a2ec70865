// The rows that the sandbox begins with: generated, and made to lead to each other. Names stand here for the resources of
// which no field is declared; it is the one place of the page that names fields.

import type { Sandbox } from "pigello-client/sandbox";
import type { Planned } from "./words";

type Row = Record<string, unknown>;

/** How many rows a resource gets. */
const MANY = 100;
const FEW = 12;

const NAMES = ["Norrskenet", "Björkbacken", "Kronprinsen", "Sjöutsikten", "Lindgården", "Västra Hamnen", "Tallkotten", "Ängsblomman", "Stenhuggaren", "Fyrvaktaren", "Rosenlund", "Åkerbäret"];
const KINDS = ["Fastigheter AB", "Förvaltning AB", "Bostäder AB", "Kontor & Lokaler AB"];

/** Rows by resource. */
export function seed(sandbox: Sandbox, plan: readonly Planned[], number: number): Record<string, Row[]> {
    const rows = new Map<string, Row[]>();
    const wanted = new Map<string, Set<string>>();
    for (const { path, references, unique } of plan) {
        const all = sandbox.generate<Row>(path, isNamed(path) ? FEW : MANY, { seed: number });
        const generated = all.filter((_, at) => unique.every((field) => isFirst(all, field, at)));
        rows.set(path, generated);
        for (const [field, target] of references) {
            const ids = wanted.get(target) ?? new Set();
            wanted.set(target, ids);
            for (const row of generated) for (const id of idsIn(row[field])) ids.add(id);
        }
    }
    // Who is referred to gets the ids by which that is done.
    for (const [path, ids] of wanted) {
        const targets = rows.get(path) ?? [];
        [...ids].forEach((id, at) => {
            const target = targets[at];
            if (target) target["id"] = id;
            else if (isNamed(path)) targets.push({ id });
        });
        rows.set(path, targets);
    }
    for (const path of rows.keys()) if (isNamed(path)) rows.get(path)?.forEach(named);
    return Object.fromEntries(rows);
}

/** Generated rows share what their references lead to; where only one may have it, it is the first. */
function isFirst(rows: readonly Row[], field: string, at: number): boolean {
    const [id] = idsIn(rows[at]?.[field]);
    return id === undefined || rows.findIndex((row) => idsIn(row[field])[0] === id) === at;
}

/** Resources without a declared field: their rows would be empty. */
const isNamed = (path: string): boolean => path === "organization.company" || path === "organization.externalClient";

function named(row: Row, at: number): void {
    row["name"] = `${NAMES[at % NAMES.length]} ${KINDS[Math.floor(at / NAMES.length + at) % KINDS.length]}`;
    row["custom_id"] = `F-${String(at + 1).padStart(4, "0")}`;
}

function idsIn(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(idsIn);
    if (typeof value !== "object" || value === null || !("id" in value)) return [];
    return typeof value.id === "string" ? [value.id] : [];
}
