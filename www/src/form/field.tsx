// One field of a form: its label, an input of the right kind with the attributes that the library gives, what is wrong.

import { targetOf, type FieldInfo, type Given } from "../models";
import { Input } from "../parts/input";
import { Picker } from "../parts/picker";
import { labelOf, say } from "../words";
import { Several } from "./several";
import { kindOf, type Kind } from "./values";

export interface FieldProps {
    readonly field: FieldInfo;
    readonly value: Given;
    readonly wrong: string | undefined;
    readonly onValue: (value: Given) => void;
    readonly onLeave: () => void;
}

/** Where a field's input is. */
export const inputId = (name: string): string => `field-${name}`;

export function Field({ field, value, wrong, onValue, onLeave }: FieldProps) {
    const { name, doc } = field;
    const kind = kindOf(field);
    const id = inputId(name);
    const label = labelOf(field);
    const hint = hintOf(field, kind);
    const describedBy = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
    const common = {
        id,
        name,
        "aria-invalid": wrong !== undefined || undefined,
        "aria-required": field.required || undefined,
        "aria-describedby": describedBy,
        onBlur: onLeave,
    };
    const control = { field, label, kind, value, common, wrong, describedBy, onValue, onLeave };
    return (
        <div class={`field ${kind}${wrong ? " wrong" : ""}`}>
            {kind === "checkbox" ? (
                <label class="check">
                    <Control {...control} />
                    <span title={doc}>{label}</span>
                </label>
            ) : (
                <>
                    <label for={id} title={doc} class={field.required ? "star" : undefined}>
                        {label}
                    </label>
                    <Control {...control} />
                </>
            )}
            {hint && (
                <small class="hint" id={`${id}-hint`}>
                    {hint}
                </small>
            )}
            {wrong && (
                <p class="issue" id={`${id}-wrong`}>
                    {wrong}
                </p>
            )}
        </div>
    );
}

function hintOf(field: FieldInfo, kind: Kind): string | undefined {
    const target = field.target ?? "";
    if (kind === "reference" && !targetOf(field)) return say("idOf", { target });
    if (kind === "references" && !targetOf(field)) return say("idsOf", { target });
    if (kind === "lines") return say(field.items === "string" ? "lines" : "linesJson");
    return kind === "json" ? say("json") : undefined;
}

interface ControlProps extends Omit<FieldProps, "wrong"> {
    readonly label: string;
    readonly kind: Kind;
    readonly wrong: string | undefined;
    readonly describedBy: string | undefined;
    readonly common: Record<string, unknown> & { id: string };
}

function Control(props: ControlProps) {
    const { field, label, kind, value, common, wrong, describedBy, onValue, onLeave } = props;
    const text = typeof value === "string" ? value : "";
    const target = targetOf(field);
    if (kind === "checkbox") return <input {...common} type="checkbox" checked={value === true} onChange={({ currentTarget: { checked } }) => onValue(checked)} />;
    if (kind === "select") {
        return (
            <select {...common} value={text} onChange={({ currentTarget: { value } }) => onValue(value)}>
                <option value="">{say(field.required ? "choose" : "nothingChosen")}</option>
                {field.enum?.map((one) => (
                    <option key={one} value={String(one)}>
                        {one}
                    </option>
                ))}
            </select>
        );
    }
    if (kind === "reference" && target) {
        const picker = { target, label, id: common.id, value: text, invalid: wrong !== undefined, required: field.required, describedBy };
        return <Picker {...picker} onPick={onValue} onLeave={onLeave} />;
    }
    if (kind === "references" && target) {
        return <Several field={field} target={target} label={label} id={common.id} values={asList(value)} invalid={wrong !== undefined} describedBy={describedBy} onValue={onValue} onLeave={onLeave} />;
    }
    if (kind === "references" || kind === "lines") {
        const lines = (text: string) => (text === "" ? [] : text.split("\n"));
        return <textarea {...common} rows={2} spellcheck={false} value={asList(value).join("\n")} onInput={({ currentTarget: { value } }) => onValue(lines(value))} />;
    }
    if (kind === "json") return <textarea {...common} rows={2} spellcheck={false} value={text} onInput={({ currentTarget: { value } }) => onValue(value)} />;
    const { required: _, ...attributes } = field.input;
    const list = kind === "suggest" ? `${common.id}-list` : undefined;
    return (
        <>
            <Input {...attributes} {...common} list={list} autocomplete="off" value={text} onInput={({ currentTarget: { value } }) => onValue(value)} />
            {list && (
                <datalist id={list}>
                    {field.enum?.map((one) => (
                        <option key={one} value={String(one)} />
                    ))}
                </datalist>
            )}
        </>
    );
}

const asList = (value: Given): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
