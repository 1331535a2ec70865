// Which columns the table shows.

import { fieldsOf, targetOf, type FieldInfo, type Row } from "../models";
import { labelOf } from "../words";
import { say } from "../words/rows";
import { knownLabel } from "./known";
import type { Listing } from "./listing";

/** How many are shown at first. */
const SOME = 4;

export interface Column {
    readonly name: string;
    readonly label: string;
    readonly field: FieldInfo | undefined;
}

/** All that there can be: the declared fields, and what else rows hold. */
export function columnsOf(listing: Listing): readonly Column[] {
    const declared = fieldsOf(listing.model).map((field) => ({ name: field.name, label: labelOf(field), field }));
    const names = new Set(declared.map(({ name }) => name));
    const further = new Set((listing.rows.value ?? []).flatMap((row: Row) => Object.keys(row)).filter((name) => !names.has(name)));
    return [...declared, ...[...further].map((name) => ({ name, label: knownLabel(listing.model, name), field: undefined }))];
}

/** What says most of a row: what must be given, texts, and references that have a name; never its id. */
function telling({ field, name }: Column): number {
    if (name === "id") return 0;
    if (!field) return 2;
    if (field.readOnly) return 0;
    if (field.type === "reference") return targetOf(field) ? (field.required ? 5 : 4) : 0;
    // Names say more than numbers and dates do.
    const words = field.type === "string" ? (field.format ? 2 : 3) : 0;
    // Whether something is so tells no row from another, also where it must be given.
    if (field.type === "boolean") return 1;
    return (field.required ? 3 : 0) + (words || (field.type === "integer" ? 1 : 0));
}

export function shownColumns(listing: Listing): readonly Column[] {
    const all = columnsOf(listing);
    const chosen = listing.columns.value;
    if (chosen) return all.filter(({ name }) => chosen.includes(name));
    const best = all.filter((column) => telling(column) > 0).sort((one, other) => telling(other) - telling(one)).slice(0, SOME);
    // Of rows that hold nothing else, what they hold.
    return best.length > 0 ? all.filter((column) => best.includes(column)) : all.slice(0, SOME);
}

export function ColumnChooser({ listing }: { listing: Listing }) {
    const shown = shownColumns(listing).map(({ name }) => name);
    const toggle = (name: string, on: boolean) => (listing.columns.value = on ? [...shown, name] : shown.filter((other) => other !== name));
    return (
        <details
            class="chooser"
            onKeyDown={({ key, currentTarget }) => {
                if (key !== "Escape" || !currentTarget.open) return;
                currentTarget.open = false;
                currentTarget.querySelector("summary")?.focus();
            }}
        >
            <summary>{say("columns")}</summary>
            <div class="menu">
                {columnsOf(listing).map(({ name, label }) => (
                    <label class="check" key={name}>
                        <input type="checkbox" checked={shown.includes(name)} onChange={({ currentTarget: { checked } }) => toggle(name, checked)} />
                        {label}
                    </label>
                ))}
            </div>
        </details>
    );
}
