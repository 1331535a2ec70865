// A resource's model as a value: validation, list options and metadata, without a client. Made without starting the
// wasm, so that one that is not used costs nothing.

import * as raw from "glue:client";
import { resourceOf, rust, settled, type Resource } from "./client";
import { ConfigError } from "./errors";
import { copied } from "./fast";
import { isObject } from "./foreign";
import { formField, formRow, formRows, formValues } from "./form";
import { given, nothing, type Given } from "./given";
import { issuesOf } from "./issues";
import { jsonSchema } from "./json-schema";
import { judgeField, judgeSuspect } from "./judge";
import { judged } from "./options";
import { pack } from "./pack";
import type { Issue, RowsResult, StandardResult } from "./public";
import type { SchemaSettings } from "./raw";
import { judgeRows, parsedRows } from "./rows";
import { CREATE, FORM, PASS_UNKNOWN, SWEDISH, UPDATE } from "./terms";

type Result =
    | { readonly valid: true; readonly value: unknown; readonly issues: readonly [] }
    | { readonly valid: false; readonly issues: readonly Issue[] };

/** The schema of the resource whose type has this name. */
export function schema(typeName: string): object {
    return make(typeName, nothing(), CREATE);
}

/** `plain` is how bodies are judged by the defaults. */
function make(typeName: string, defaults: Given, plain: number): object {
    let found: Resource | undefined;
    const resource = (): Resource => (found ??= resourceOf(typeName));
    /** How bodies are judged. */
    const terms = (options?: unknown): number =>
        options === undefined ? plain : judged<SchemaSettings>("schema", merged(defaults, options)).terms;

    const fields = () => resource().description().fields;
    /** What a form shows, which {@link terms} has found to be names. */
    const shown = (options: unknown) => merged(defaults, options).fields as readonly string[] | undefined;

    const validate = (input: unknown, options?: unknown): Result => {
        const agreed = terms(options);
        return (agreed & FORM) === 0 ? judge(input, agreed) : parseForm(input, options);
    };
    const parseForm = (form: unknown, options?: unknown): Result => {
        const agreed = terms(options);
        return judge(formRow(form, fields(), shown(options)), agreed);
    };
    const judge = (input: unknown, agreed: number): Result => {
        const copy = copied(resource(), input, agreed, false);
        if (copy !== undefined) return { valid: true, value: copy, issues: [] };
        const { value, issues } = judgeSuspect(resource(), agreed);
        return issues.length === 0 ? { valid: true, value, issues: [] } : { valid: false, issues };
    };
    const validateField = (name: unknown, value: unknown, options?: unknown): readonly Issue[] => {
        if (typeof name !== "string") throw new ConfigError("`validateField` takes the name of a field, as text, first");
        const agreed = terms(options);
        if ((agreed & FORM) !== 0) value = formField(name, value, fields());
        return judgeField(resource(), name, value, agreed);
    };
    const validateAll = (rows: unknown, options?: unknown): RowsResult => {
        const { terms, maxIssues } = judged<SchemaSettings>("rows", merged(defaults, options));
        const given = (terms & FORM) === 0 ? rows : formRows(parsedRows(rows), fields(), shown(options), resource().table().id?.name);
        const { failure } = judgeRows(resource(), given, terms, { maxIssues });
        return { valid: failure === undefined, issues: issuesOf(failure?.issues ?? []) };
    };
    const check = (value: unknown): readonly Issue[] => {
        const agreed = terms();
        const { words, text } = pack(value);
        return issuesOf(rust(raw.check, resource().index, agreed, words, text));
    };
    const query = (options?: unknown): string => {
        const agreed = terms();
        const { words, text } = pack(options);
        return settled(rust(raw.query, resource().index, agreed, Infinity, words, text));
    };
    const described = (options: unknown, output: boolean): object => {
        const agreed = terms();
        return jsonSchema(fields(), options, {
            output,
            form: (agreed & FORM) !== 0,
            update: (agreed & UPDATE) !== 0,
            open: (agreed & PASS_UNKNOWN) !== 0 || resource().documented !== "complete",
            language: (agreed & SWEDISH) === 0 ? "en" : "sv",
        });
    };
    return {
        get name() {
            return resource().name;
        },
        get basePath() {
            return resource().basePath;
        },
        get operations() {
            return frozen(resource().operations);
        },
        get documented() {
            return resource().documented;
        },
        get fields() {
            return frozen(fields());
        },
        get filters() {
            return frozen(resource().description().filters);
        },
        validate,
        validateField,
        validateAll,
        parseForm,
        toFormValues: (read: unknown) => formValues(read, fields()),
        check,
        query,
        with: (options: unknown) => {
            const next = merged(defaults, options);
            return make(typeName, next, judged<SchemaSettings>("schema", next).terms);
        },
        "~standard": {
            version: 1,
            vendor: "pigello-client",
            validate: (value: unknown): StandardResult<unknown> => {
                const result = validate(value);
                return result.valid ? { value: result.value } : { issues: result.issues };
            },
            jsonSchema: {
                input: (options: unknown) => described(options, false),
                output: (options: unknown) => described(options, true),
            },
        },
    };
}

/** The defaults with the options above them; what is no object at all is Rust's to refuse. */
function merged(defaults: Given, options: unknown): Given {
    const own = given(options);
    if (own === undefined) judged("schema", options);
    return Object.assign(nothing(), defaults, own);
}

/** Metadata is made once and handed out to everyone. */
function frozen<T>(value: T): T {
    if (isObject(value) && !Object.isFrozen(value)) {
        Object.freeze(value);
        for (const entry of Object.values(value)) frozen(entry);
    }
    return value;
}
