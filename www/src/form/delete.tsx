// Deleting a row, after asking.

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { announce, announceFailure } from "../line/announce";
import { mayBeDone } from "../line/errors";
import { pigello, written } from "../line/line";
import { clientOf, nameOf, type Model, type Row } from "../models";
import { address, go, model as shown, rowId, view } from "../route";
import { say } from "../words";
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
        announceFailure(error, mayBeDone(error) ? "maybeDeleted" : undefined);
    }
}

export function DeleteDialog() {
    const dialog = useRef<HTMLDialogElement>(null);
    const asked = deleting.value;
    useEffect(() => {
        if (asked) dialog.current?.showModal();
    }, [asked]);
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
