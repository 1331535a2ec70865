// Deleting a row, after asking.

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../line/announce";
import { mayBeDone, wordsOf } from "../line/errors";
import { pigello, written } from "../line/line";
import { clientOf, nameOf, type Model, type Row } from "../models";
import { address, go, model as shown, rowId, view } from "../route";
import { say } from "../words/edit";
import { forgetDraft } from "./drafts";

/** The row that is asked about. */
export const deleting = signal<{ readonly model: Model; readonly row: Row } | undefined>(undefined);

async function remove(model: Model, { id = "", ...row }: Row): Promise<void> {
    try {
        await clientOf(pigello.value, model).delete(id);
        forgetDraft(model, id);
        written.value++;
        announce(() => say("deleted", { name: nameOf({ id, ...row }, model) }));
        if (view.value === "edit" && shown.value === model && rowId.value === id) go(address(model, "rows"), true);
    } catch (error) {
        announce(() => (mayBeDone(error) ? say("maybeDeleted", { why: wordsOf(error) }) : wordsOf(error)), { bad: true });
    }
}

export function DeleteDialog() {
    const dialog = useRef<HTMLDialogElement>(null);
    const asked = deleting.value;
    useEffect(() => {
        if (asked) dialog.current?.showModal();
    }, [asked]);
    // It is gone with its view.
    useEffect(() => () => void (deleting.value = undefined), []);
    if (!asked) return null;
    const { model, row } = asked;
    const close = () => dialog.current?.close();
    return (
        <dialog ref={dialog} aria-labelledby="delete-title" aria-describedby="delete-warning" onClose={() => (deleting.value = undefined)}>
            <h2 id="delete-title">{say("deleteSure", { name: nameOf(row, model) })}</h2>
            <p id="delete-warning">{say("deleteWarning")}</p>
            <div class="row end">
                <button type="button" autofocus onClick={close}>
                    {say("cancel")}
                </button>
                <button
                    type="button"
                    class="danger"
                    onClick={() => {
                        close();
                        void remove(model, row);
                    }}
                >
                    {say("deleteRow")}
                </button>
            </div>
        </dialog>
    );
}
