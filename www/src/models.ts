// The resources, as the package has them: schema and client. The page knows no resource by name, but for what
// people call it (words/resources.ts), and no field; it takes whatever `pigello-client` exports that has fields.

import "./ready";
import * as everything from "pigello-client/slim";
import type { FieldInfo, Pigello, ResourceClient, Schema } from "pigello-client/slim";

export type { FieldInfo, Issue } from "pigello-client/slim";

/** A row as the API answers it. */
export type Row = Record<string, unknown> & { id?: string };

/** What the inputs of a form hold: text, several texts, or whether a box is ticked. */
export type Given = string | readonly string[] | boolean;
export type Values = Record<string, Given>;

/** A list's filter: by field, a value or an object of operators. */
export type Filter = Record<string, unknown>;

type AnySchema = Schema<Row, Row, Row, Values, Filter, string, object>;
type AnyClient = ResourceClient<Row, Row, Row, Filter, string, object, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;

export interface Model {
    /** The name of its export, and of its address in the page. */
    readonly key: string;
    /** The application that it hangs under. */
    readonly application: string;
    /** Its property there. */
    readonly property: string;
    readonly schema: AnySchema;
}

const isSchema = (value: unknown): value is AnySchema => typeof value === "object" && value !== null && "fields" in value;

export const models: readonly Model[] = Object.entries(everything)
    .filter((entry): entry is [string, AnySchema] => isSchema(entry[1]))
    .map(([key, schema]) => ({
        key,
        application: schema.basePath.split("/")[1] ?? "",
        property: key.charAt(0).toLowerCase() + key.slice(1),
        schema,
    }));

export const applications: readonly string[] = [...new Set(models.map(({ application }) => application))];

/** The resource of this export's name. */
export const modelOf = (key: string | undefined): Model | undefined => models.find((model) => model.key === key);

/** The resource that a reference leads to, if the package has it. */
export const targetOf = ({ target }: { readonly target?: string }): Model | undefined => (target === undefined ? undefined : models.find(({ schema }) => schema.name === target));

/** The client of a resource. */
export function clientOf(pigello: Pigello, { application, property }: Model): AnyClient {
    const applications = pigello as unknown as Record<string, Record<string, AnyClient>>;
    const client = applications[application]?.[property];
    if (!client) throw new Error(`there is no ${application}.${property}`);
    return client;
}

/** All fields, in the order of the API's page. */
export const fieldsOf = ({ schema }: Model): readonly FieldInfo[] => Object.values(schema.fields);

/** The fields that a form shows. */
export const writable = (model: Model): readonly FieldInfo[] => fieldsOf(model).filter(({ readOnly }) => !readOnly);

/** The property under which the sandbox keeps its rows. */
export const pathOf = ({ application, property }: Model): string => `${application}.${property}`;

/** The third digit of an organization number is 2 or more, but a sole trader's is the personal number. */
const PERSONAL = /^(\d{2})?\d{2}[01]\d{3}[-+]?\d{4}$/;

/** Whether it looks like a personal identity number, with or without its century. */
export const isPersonal = (text: string): boolean => PERSONAL.test(text.trim());

const LETTER = /\p{L}/u;

/** What stands for a row where there is no room for all of it: its first texts that are no codes and no personal
 *  numbers, those with letters before numbers; else its id. */
export function nameOf(row: Row, { schema }: Model): string {
    const declared = Object.values(schema.fields).filter(({ type, format }) => type === "string" && format === undefined);
    const names = declared.length > 0 ? declared.map(({ name }) => name) : Object.keys(row).filter((name) => name !== "id");
    const texts = names.map((name) => row[name]).filter((value) => typeof value === "string" && value.trim() !== "" && !isPersonal(value)) as string[];
    const words = texts.filter((text) => LETTER.test(text));
    return (words[0] ? words : texts).slice(0, 2).join(" · ") || (row.id ?? "").slice(0, 8);
}

/** The id that a reference holds. */
export function idIn(value: unknown): string | undefined {
    if (typeof value !== "object" || value === null || !("id" in value)) return undefined;
    return typeof value.id === "string" ? value.id : undefined;
}
