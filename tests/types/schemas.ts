// Schemas: validation, `with`, Standard Schema and what form libraries infer from it.

import { ExternalClientContactPerson } from "pigello-client";
import type {
    ExternalClientContactPersonCreate,
    ExternalClientContactPersonUpdate,
    FieldInfo,
    Issue,
} from "pigello-client";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <T extends true>(): T => true as T;

/** The interface of Standard Schema, as its specification has it. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
    readonly "~standard": {
        readonly version: 1;
        readonly vendor: string;
        readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
        readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    };
}
type Result<Output> =
    | { readonly value: Output; readonly issues?: undefined }
    | { readonly issues: ReadonlyArray<StandardIssue> };
interface StandardIssue {
    readonly message: string;
    readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
}
type InferInput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["input"];
type InferOutput<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>["output"];

const update = ExternalClientContactPerson.with({ mode: "update", locale: "sv" });
const swedish = ExternalClientContactPerson.with({ locale: "sv" });

yes<Same<InferInput<typeof ExternalClientContactPerson>, ExternalClientContactPersonCreate>>();
yes<Same<InferOutput<typeof ExternalClientContactPerson>, ExternalClientContactPersonCreate>>();
yes<Same<InferOutput<typeof update>, ExternalClientContactPersonUpdate>>();
yes<Same<InferOutput<typeof swedish>, ExternalClientContactPersonCreate>>();

export function right(form: unknown): void {
    const standard: StandardSchemaV1 = ExternalClientContactPerson;
    const typed: StandardSchemaV1<ExternalClientContactPersonCreate> = ExternalClientContactPerson;

    const result = ExternalClientContactPerson.validate(form, { mode: "create", locale: "sv" });
    if (result.valid) yes<Same<typeof result.value, ExternalClientContactPersonCreate>>();
    else void result.issues.map(({ path, code, message }) => [path.join("."), code, message]);

    const changed = ExternalClientContactPerson.validate(form, { mode: "update" });
    if (changed.valid) yes<Same<typeof changed.value, ExternalClientContactPersonUpdate>>();
    const kept = update.validate(form);
    if (kept.valid) yes<Same<typeof kept.value, ExternalClientContactPersonUpdate>>();

    const issues: readonly Issue[] = ExternalClientContactPerson.validateField("email", "x");
    const dynamic = ExternalClientContactPerson.validateField(String(form), form);
    const rows = ExternalClientContactPerson.validateAll([form], { maxIssues: 5 });
    const text = ExternalClientContactPerson.validateAll("[]");
    const answer = ExternalClientContactPerson.check(form);
    const info: FieldInfo = ExternalClientContactPerson.fields.email;
    const operators: readonly string[] = ExternalClientContactPerson.filters.created_at;
    void [standard, typed, issues, dynamic, rows.valid, text.issues, answer, info, operators];
}

export function wrong(form: unknown): void {
    // @ts-expect-error no value before it was found valid
    void ExternalClientContactPerson.validate(form).value.name;
    // @ts-expect-error unknown option
    ExternalClientContactPerson.validate(form, { language: "sv" });
    // @ts-expect-error one of two modes
    ExternalClientContactPerson.validate(form, { mode: "delete" });
    // @ts-expect-error `maxIssues` is for many rows
    ExternalClientContactPerson.validate(form, { maxIssues: 5 });
    // @ts-expect-error rows are an array, or its JSON text
    ExternalClientContactPerson.validateAll({});
    // @ts-expect-error no such field
    void ExternalClientContactPerson.fields.nam;
    // @ts-expect-error tags cannot be filtered
    void ExternalClientContactPerson.filters.tags;
    // @ts-expect-error not among the codes
    const code: Issue["code"] = "wrong";
    void code;
}
