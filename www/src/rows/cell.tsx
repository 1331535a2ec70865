// One value of a row, as people read it.

import { idIn, isPersonal, type FieldInfo } from "../models";
import { locale, say } from "../words";
import { nameOfId } from "./names";

export interface CellProps {
    readonly field: FieldInfo | undefined;
    readonly value: unknown;
    /** Whether it is there, and is not to be seen. */
    readonly covered?: boolean;
}

/** Whether it is not to be seen before someone says so: what can only be a personal identity number, as twelve digits of which
 *  the last checks the others; and what looks like one where a number of such a kind, or anything, may stand. */
export function isCovered(field: FieldInfo | undefined, value: unknown): boolean {
    if (field && field.format !== "luhn") return false;
    return (field?.minLength ?? 0) >= 12 || holdsPersonal(value);
}

function holdsPersonal(value: unknown): boolean {
    if (typeof value === "object" && value !== null) return Object.values(value).some(holdsPersonal);
    return (typeof value === "string" || typeof value === "number") && isPersonal(String(value));
}

export function Cell({ field, value, covered = false }: CellProps) {
    if (value === null || value === undefined || value === "") return <span class="nothing">{say("nothing")}</span>;
    if (covered) return <Covered />;
    if (typeof value === "boolean") return <>{say(value ? "yes" : "no")}</>;
    const id = idIn(value);
    if (id) return <span title={id}>{nameOfId(id)}</span>;
    if (Array.isArray(value)) return <>{value.length === 0 ? say("nothing") : value.map((one) => (idIn(one) ? nameOfId(idIn(one) ?? "") : short(one))).join(", ")}</>;
    if (typeof value === "object") return <code>{short(value)}</code>;
    const text = String(value);
    if (field?.format === "date-time") return <time dateTime={text}>{asTime(text)}</time>;
    if (field?.format === "uuid") return <code title={text}>{text.slice(0, 8)}</code>;
    return <>{text}</>;
}

const Covered = () => (
    <span class="nothing">
        <span aria-hidden="true">••••••••</span>
        <span class="hidden">{say("covered")}</span>
    </span>
);

const short = (value: unknown): string => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function asTime(text: string): string {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? text : time.toLocaleString(locale.value === "sv" ? "sv" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
}
