// Forms that were begun: one finds them again as one left them, until they are saved. Each is for one server.

import { hold, place } from "../line/line";
import type { Model } from "../models";
import type { FormState } from "./state";

const drafts = new Map<string, FormState>();

const keyOf = ({ key }: Model, id: string): string => `${key} ${id} ${place.peek()}`;

/** The form that was begun for a row, or for a new one. */
export function draftOf(model: Model, id = ""): FormState | undefined {
    const draft = drafts.get(keyOf(model, id));
    return draft?.edited || draft?.sending.peek() ? draft : undefined;
}

/** Remembers it, and answers how it is forgotten again. */
export function remember(form: FormState): () => void {
    const key = keyOf(form.model, form.row?.id ?? "");
    drafts.set(key, form);
    return () => drafts.get(key) === form && drafts.delete(key);
}

/** A row that is gone has no form. */
export const forgetDraft = (model: Model, id: string): boolean => drafts.delete(keyOf(model, id));

hold(() => [...drafts.values()].some((form) => form.edited));
