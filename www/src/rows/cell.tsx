// One value of a row, as people read it.

import { idIn, type FieldInfo } from "../models";
import { locale, say } from "../words";
import { nameOfId } from "./names";

export function Cell({ field, value }: { field: FieldInfo | undefined; value: unknown }) {
    if (value === null || value === undefined || value === "") return <span class="nothing">{say("nothing")}</span>;
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

const short = (value: unknown): string => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function asTime(text: string): string {
    const time = new Date(text);
    return Number.isNaN(time.getTime()) ? text : time.toLocaleString(locale.value === "sv" ? "sv" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
}
