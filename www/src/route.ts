// The page's address: `#/ExternalClientContactPerson/rows`. So a view can be linked to, and the back button works.

import { computed, signal } from "@preact/signals";
import { hush } from "./line/announce";
import { modelOf, models, type Model } from "./models";
import { partsOf, viewOf, type View } from "./views";

const hash = signal(location.hash);
/** Whether what was said last is of the view that is led to. */
let keeping = false;
addEventListener("hashchange", () => {
    if (!keeping) hush();
    keeping = false;
    hash.value = location.hash;
});

/** What is shown at first: the resource with the most that is known of it. */
const first = computed(() => models.reduce((best, model) => (rank(model) > rank(best) ? model : best)));

const rank = ({ schema }: Model): number => Object.keys(schema.filters).length;

const parts = computed(() => partsOf(hash.value));

export const model = computed<Model>(() => modelOf(parts.value[0]) ?? first.value);
export const view = computed<View>(() => viewOf(parts.value));
/** The id of the row that is edited. */
export const rowId = computed<string | undefined>(() => parts.value[2]);

/** The address of a view. */
export const address = (model: Model, view: View, id?: string): string => `#/${model.key}/${view}${id ? `/${id}` : ""}`;

/** `keeps`: what was said stays to be read. */
export function go(to: string, keeps = false): void {
    keeping = keeps && to !== location.hash;
    location.hash = to;
}
