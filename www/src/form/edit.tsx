// The form for changing a row, with what the server alone writes, and deleting it.

import { signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { announceFailure } from "../line/announce";
import { pigello, place } from "../line/line";
import { clientOf, fieldsOf, nameOf, type Model, type Row } from "../models";
import { Cell } from "../rows/cell";
import { nameReferences } from "../rows/naming";
import { labelOf } from "../words";
import { say } from "../words/edit";
import { DeleteDialog, deleting } from "./delete";
import { draftOf } from "./drafts";
import { Back, Form } from "./form";
import { FormState } from "./state";

export function EditForm({ model, id }: { model: Model; id: string }) {
    const form = useMemo(() => signal(draftOf(model, id)), [model, id, place.value]);
    const failed = useSignal(false);
    const tries = useSignal(0);
    useEffect(() => {
        if (form.peek()) return;
        const abort = new AbortController();
        clientOf(pigello.peek(), model)
            .get(id, { signal: abort.signal })
            .then((row) => {
                form.value = new FormState(model, row);
                return nameReferences([row], fieldsOf(model));
            })
            .catch((error: unknown) => {
                if (abort.signal.aborted) return;
                failed.value = true;
                announceFailure(error);
            });
        return () => abort.abort();
    }, [form, tries.value]);
    if (!form.value && failed.value) {
        const again = () => {
            failed.value = false;
            tries.value++;
        };
        return (
            <section class="panel row wrap">
                <button type="button" onClick={again}>
                    {say("tryAgain")}
                </button>
                <Back model={model} />
            </section>
        );
    }
    if (!form.value) return <p class="panel hint">{say("loadingRow")}</p>;
    const row = form.value.row ?? {};
    const saved = (row: Row) => void (form.value = new FormState(model, row));
    return (
        <>
            <Form key={form.value} form={form.value} readOnly={<ReadOnly model={model} row={row} />} title={say("changeOf", { name: nameOf(row, model) })} onSaved={saved}>
                <button type="button" class="plain danger" onClick={() => (deleting.value = { model, row })}>
                    {say("deleteRow")}
                </button>
            </Form>
            <DeleteDialog />
        </>
    );
}

function ReadOnly({ model, row }: { model: Model; row: Row }) {
    const fields = fieldsOf(model).filter(({ readOnly, name }) => readOnly && row[name] !== undefined);
    return (
        <details class="group readonly">
            <summary>{say("readOnly")}</summary>
            <dl>
                {fields.map((field) => (
                    <div key={field.name}>
                        <dt>{labelOf(field)}</dt>
                        <dd>{field.format === "uuid" ? <code>{String(row[field.name])}</code> : <Cell field={field} value={row[field.name]} />}</dd>
                    </div>
                ))}
            </dl>
        </details>
    );
}
