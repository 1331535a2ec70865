// Forms: what `parseForm` takes and answers, what fills an edit form, and what libraries infer of `input: "form"`.

import { ExternalClientContactPerson, OrganizationUserWorkEngagement } from "pigello-client";
import type {
    ExternalClientContactPersonCreate,
    ExternalClientContactPersonForm,
    ExternalClientContactPersonUpdate,
    OrganizationUserWorkEngagementForm,
} from "pigello-client";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <T extends true>(): T => true as T;

/** What form libraries look for, as Standard Schema's and Standard JSON Schema's specifications have it. */
interface Standard<Input, Output> {
    readonly "~standard": {
        readonly version: 1;
        readonly vendor: string;
        readonly types?: { readonly input: Input; readonly output: Output } | undefined;
        readonly jsonSchema: {
            readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
            readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
        };
    };
}
interface JsonSchemaOptions {
    readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
    readonly libraryOptions?: Record<string, unknown> | undefined;
}

const form = ExternalClientContactPerson.with({ input: "form" });
const edit = form.with({ mode: "update", locale: "sv" });
const json = edit.with({ input: "json" });

export function right(element: HTMLFormElement, read: ExternalClientContactPerson): void {
    const ofForms: Standard<ExternalClientContactPersonForm, ExternalClientContactPersonCreate> = form;
    const ofEdits: Standard<ExternalClientContactPersonForm, ExternalClientContactPersonUpdate> = edit;
    const ofJson: Standard<ExternalClientContactPersonUpdate, ExternalClientContactPersonUpdate> = json;

    const result = ExternalClientContactPerson.parseForm(element, { locale: "sv", fields: ["name", "a_token"] });
    if (result.valid) yes<Same<typeof result.value, ExternalClientContactPersonCreate>>();
    const changed = ExternalClientContactPerson.parseForm(new FormData(element), { mode: "update" });
    if (changed.valid) yes<Same<typeof changed.value, ExternalClientContactPersonUpdate>>();
    const kept = edit.parseForm(new URLSearchParams());
    if (kept.valid) yes<Same<typeof kept.value, ExternalClientContactPersonUpdate>>();

    const values = ExternalClientContactPerson.toFormValues(read);
    yes<Same<typeof values, ExternalClientContactPersonForm>>();
    const name: string | undefined = values.name;
    const relation: string | undefined = values.external_client;
    const { dates_are_blocking: blocking, buildings } = OrganizationUserWorkEngagement.toFormValues({ dates_are_blocking: null });
    yes<Same<typeof blocking, boolean | "" | undefined>>();
    yes<Same<typeof buildings, readonly string[] | undefined>>();
    const state: Record<string, any> = {} as OrganizationUserWorkEngagementForm;

    ExternalClientContactPerson.with({ input: "form", fields: ["name"] }).validate(element);
    const told: Record<string, unknown> = form["~standard"].jsonSchema.input({ target: "draft-07" });
    void [ofForms, ofEdits, ofJson, name, relation, state, told];
}

export function wrong(element: HTMLFormElement): void {
    // @ts-expect-error names are in an array
    ExternalClientContactPerson.parseForm(element, { fields: "name" });
    // @ts-expect-error how values are given is json or form
    ExternalClientContactPerson.with({ input: "html" });
    // @ts-expect-error an input holds text
    const values: ExternalClientContactPersonForm = { external_client: { id: "…" } };
    // @ts-expect-error what only the server writes is no input
    void values.created_at;
    // @ts-expect-error a dialect is to be named
    form["~standard"].jsonSchema.input({});
}
