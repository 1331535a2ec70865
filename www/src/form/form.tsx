// The form of a resource, drawn from what the library says of its fields, and that of a new row. Changing one stands in edit.tsx,
// which comes when it is needed.

import { signal, useComputed, useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { place } from "../line/line";
import { writable, type FieldInfo, type Model, type Row } from "../models";
import { address, go } from "../route";
import { count, labelOf, locale, say } from "../words";
import { titleOf } from "../words/resources";
import { draftOf, remember } from "./drafts";
import { Field, inputId } from "./field";
import { FormState } from "./state";

export function NewForm({ model }: { model: Model }) {
    const form = useMemo(() => signal(draftOf(model) ?? new FormState(model, undefined)), [model, place.value]);
    const saved = (row: Row, shown: boolean) => {
        form.value = new FormState(model, undefined);
        if (row.id && shown) go(address(model, "rows"), true);
    };
    return <Form key={form.value} form={form.value} title={say("newOf", { resource: titleOf(model) })} onSaved={saved} />;
}

interface FormProps {
    readonly form: FormState;
    readonly title: string;
    /** `shown`: whether the form still is. */
    readonly onSaved: (row: Row, shown: boolean) => void;
    /** What of the row cannot be changed. */
    readonly readOnly?: ComponentChildren;
    readonly children?: ComponentChildren;
}

export function Form({ form, title, onSaved, readOnly, children }: FormProps) {
    const { model, row } = form;
    const summary = useRef<HTMLDivElement>(null);
    const refused = form.refused.value;
    useEffect(() => {
        if (refused > 0) summary.current?.focus();
    }, [refused]);
    // What the library says is said in the language that is chosen.
    useSignalEffect(() => form.say(locale.value));
    const shown = useRef(true);
    const forget = useRef(() => {});
    useEffect(() => {
        forget.current = remember(form);
        shown.current = true;
        return () => {
            shown.current = false;
            // What is just as it came is asked for again.
            if (!form.edited && !form.sending.peek()) forget.current();
        };
    }, [form]);
    const fields = writable(model);
    const wrong = useComputed(() => fields.filter(({ name }) => form.wrong.value[name]));
    const general = form.wrong.value[""];
    const submit = async (event: Event) => {
        event.preventDefault();
        const saved = await form.submit();
        if (!saved) return;
        forget.current();
        onSaved(saved, shown.current);
    };
    return (
        <form class="panel form" noValidate aria-labelledby="form-title" onSubmit={(event) => void submit(event)}>
            <h2 id="form-title">{title}</h2>
            {refused > 0 && (wrong.value.length > 0 || general) && (
                <div class="summary" tabIndex={-1} ref={summary} role="group" aria-labelledby="form-wrong">
                    <h3 id="form-wrong">{say("wrong", { n: count(wrong.value.length + (general ? 1 : 0)) })}</h3>
                    <ul>
                        {general && <li>{general}</li>}
                        {wrong.value.map((field) => (
                            <li key={field.name}>
                                <a href={`#${inputId(field.name)}`} onClick={(event) => focusOn(event, field)}>
                                    {labelOf(field)}
                                </a>
                                : {form.wrong.value[field.name]}
                            </li>
                        ))}
                    </ul>
                </div>
            )}
            <Group title={say("required")} form={form} fields={fields.filter(({ required }) => required)} />
            <Group title={say("optional")} form={form} fields={fields.filter(({ required, type }) => !required && type !== "boolean")} />
            <Group title="" form={form} fields={fields.filter(({ required, type }) => !required && type === "boolean")} />
            {fields.length === 0 && <p class="hint">{say("noFields")}</p>}
            {readOnly}
            <div class="row end foot">
                {children}
                <Back model={model} />
                {fields.length > 0 && (
                    <button type="submit" class="primary" aria-disabled={form.sending.value}>
                        {say(form.sending.value ? "saving" : row ? "save" : "create")}
                    </button>
                )}
            </div>
        </form>
    );
}

export const Back = ({ model }: { model: Model }) => (
    <a class="button" href={address(model, "rows")}>
        {say("back")}
    </a>
);

/** A link of the summary leads to the input; the page's address stays what it is. */
function focusOn(event: Event, { name }: FieldInfo): void {
    event.preventDefault();
    document.getElementById(inputId(name))?.focus();
}

function Group({ title, form, fields }: { title: string; form: FormState; fields: readonly FieldInfo[] }) {
    if (fields.length === 0) return null;
    return (
        <fieldset class="group">
            {title && <legend>{title}</legend>}
            <div class="fields">
                {fields.map((field) => (
                    <Field
                        key={field.name}
                        field={field}
                        value={form.values.value[field.name] ?? ""}
                        wrong={form.wrong.value[field.name]}
                        onValue={(value) => form.set(field.name, value)}
                        onLeave={() => form.leave(field.name)}
                    />
                ))}
            </div>
        </fieldset>
    );
}
