// The columns of a table -> the fields of a resource. People write headers as they like: the API's own name, with capitals
// or blanks, the label in Swedish or English.

import { REASON } from "./failed";

/** As much of a schema as is needed here: every resource of `pigello-client` is one. */
export interface Model {
    readonly fields: Readonly<Record<string, ModelField>>;
}

/** As much of a field. */
export interface ModelField {
    readonly name: string;
    readonly label: { readonly en: string; readonly sv: string };
    readonly type: string;
    readonly nullable: boolean;
    readonly readOnly: boolean;
}

/** What one column of a file is. */
export interface Column {
    /** As the file has it. */
    readonly header: string;
    /** The field's name; absent: the column is left out. */
    readonly field?: string;
    /** The field's type, as the schema has it, and whether it may be `null`. */
    readonly type?: string;
    readonly nullable?: boolean;
    /** Why a column without a field is left out, or cannot be: `unknown` and `twice` are for people to settle. */
    readonly why?: "unknown" | "twice" | "read-only" | "empty" | "chosen";
    /** The field whose name is nearest to an unknown header. */
    readonly nearest?: string;
}

/** What someone said of columns: a field's name by header, `""` for a column that is to be left out. */
export type Chosen = Readonly<Record<string, string>>;

/** Finds the field of each column. What is `chosen` goes before what is found. */
export function matchColumns(headers: readonly string[], model: Model, chosen: Chosen = {}): Column[] {
    const spellings = spellingsOf(model);
    const byHeader = new Map(Object.entries(chosen).map(([header, field]) => [bareName(header), field]));
    const taken = new Set<string>();
    return headers.map((given): Column => {
        const header = given.trim();
        const said = byHeader.get(bareName(header));
        if (said === "" || header === REASON) return { header, why: "chosen" };
        const name = said === undefined ? spellings.get(bareName(header)) : fieldNamed(said, model);
        if (header === "" && said === undefined) return { header, why: "empty" };
        // Of resources whose fields are not all known, the id may be among those that are not.
        if (name === undefined && bareName(said ?? header) === "id" && !taken.has("id")) {
            taken.add("id");
            return { header, field: "id", type: "string", nullable: false };
        }
        if (name === undefined) return { header, why: "unknown", ...nearest(said ?? header, model) };
        const { type, nullable, readOnly } = model.fields[name] as ModelField;
        // An id says which row it is.
        if (readOnly && name !== "id") return { header, why: "read-only" };
        if (taken.has(name)) return { header, why: "twice", nearest: name };
        taken.add(name);
        return { header, field: name, type, nullable };
    });
}

/** The field that someone names: by its own name, or in another spelling of it. */
export function fieldNamed(text: string, model: Model): string | undefined {
    return Object.hasOwn(model.fields, text) ? text : spellingsOf(model).get(bareName(text));
}

/** Every way to write a field's name. The names go before the labels, of which two fields may share one. */
function spellingsOf({ fields }: Model): ReadonlyMap<string, string> {
    const spellings = new Map<string, string>();
    const add = (spelling: string, name: string): void => {
        const key = bareName(spelling);
        if (key !== "" && !spellings.has(key)) spellings.set(key, name);
    };
    const all = Object.values(fields);
    for (const { name } of all) add(name, name);
    for (const { name, type } of all) if (type === "reference") add(`${name}.id`, name);
    const labels = new Map<string, Set<string>>();
    for (const { name, label } of all) {
        for (const text of [label.en, label.sv]) {
            const names = labels.get(bareName(text)) ?? new Set();
            labels.set(bareName(text), names.add(name));
        }
    }
    for (const [label, [name, another]] of labels) if (name !== undefined && another === undefined) add(label, name);
    return spellings;
}

/** Letters and digits alone, small: `externalClient.id`, `External client ID` and `external_client_id` are one. */
export function bareName(text: string): string {
    return text
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
}

function nearest(text: string, { fields }: Model): { nearest?: string } {
    const found = nearestOf(text, Object.keys(fields));
    return found === undefined ? {} : { nearest: found };
}

/** The name that takes the fewest changes of letters, if these are few. */
export function nearestOf(text: string, names: readonly string[]): string | undefined {
    const wanted = bareName(text);
    let best: string | undefined;
    let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const name of names) {
        const changes = distance(wanted, bareName(name));
        if (changes < fewest) [best, fewest] = [name, changes];
    }
    return best;
}

/** How many letters are to be changed, put in, left out or swapped with their neighbour. */
function distance(from: string, to: string): number {
    let before: number[] = [];
    let row = Array.from({ length: to.length + 1 }, (_, place) => place);
    for (let i = 1; i <= from.length; i++) {
        const next = [i];
        for (let j = 1; j <= to.length; j++) {
            const same = from[i - 1] === to[j - 1] ? 0 : 1;
            let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
                least = Math.min(least, (before[j - 2] ?? 0) + 1);
            next.push(least);
        }
        [before, row] = [row, next];
    }
    return row[to.length] ?? 0;
}
