// `list RESOURCE`: rows as they come, page by page.

import { fieldNamed, nearestOf } from "../files";
import { connected, type Connection } from "./connect";
import { misuse } from "./ending";
import { filterOf } from "./filters";
import { formatOf, writerOf, type Format } from "./format";
import type { ListOptions, ResourceSchema } from "./library";
import { resourceNamed } from "./resource";
import { data, endWithReader, note } from "./say";

/** What the command line says of the rows that are wanted. */
export interface Wanted {
    readonly filter?: readonly string[];
    /** An export is in the order of the ids, by which it can go on where it was. */
    readonly order?: readonly string[];
    readonly search?: string;
    readonly param?: readonly string[];
    readonly columns?: string;
}

export interface ListWish extends Connection, Wanted {
    readonly jsonl?: boolean;
    readonly csv?: boolean;
    readonly table?: boolean;
    readonly excel?: boolean;
    readonly limit?: number;
}

const PAGE = 500;
/** A table is for people. */
const TABLE_ROWS = 100;

export async function run(name: string, wish: ListWish): Promise<void> {
    const { application, member, schema } = await resourceNamed(name);
    const format = formatOf(wish);
    const options = optionsOf(wish, schema);
    const limit = wish.limit ?? (format === "table" ? TABLE_ROWS : Infinity);
    const writer = await writerOf(format, columnsOf(wish.columns, format, schema), wish);
    const { client } = await connected(wish);
    const resource = client[application]?.[member];
    if (resource === undefined) throw misuse(`\`${name}\` cannot be listed`);
    endWithReader();
    let count = 0;
    const pageSize = Math.max(1, Math.min(PAGE, limit + 1));
    for await (const row of resource.iterate({ ...options, pageSize })) {
        if (count === limit) {
            if (wish.limit === undefined)
                note(`the first ${limit} rows: \`--limit\` shows others, \`--jsonl\` and \`--csv\` have all`);
            break;
        }
        count++;
        const text = writer.row(row);
        if (text !== "") await data(text);
    }
    await data(writer.end());
}

/** The library's list options. */
export function optionsOf(wanted: Wanted, schema: ResourceSchema): ListOptions {
    const filter = filterOf(wanted.filter ?? [], schema);
    const order = (wanted.order ?? []).flatMap((text) => text.split(",")).map((text) => text.trim());
    const options: ListOptions = {
        filter,
        ...(order.length > 0 && { orderBy: order.map((text) => orderedBy(text, schema)) }),
        ...(wanted.search !== undefined && { search: wanted.search }),
        ...(wanted.param !== undefined && { extra: Object.fromEntries(wanted.param.map(paramOf)) }),
    };
    // What is wrong is said before anything is connected.
    schema.query(options);
    return options;
}

function orderedBy(text: string, schema: ResourceSchema): string {
    const [, minus = "", name = ""] = /^(-?)(.*)$/.exec(text) ?? [];
    return minus + (fieldNamed(name, schema) ?? name);
}

function paramOf(text: string): [string, string] {
    const cut = text.indexOf("=");
    if (cut < 1) throw misuse(`\`--param ${text}\`: a parameter is NAME=VALUE`);
    return [text.slice(0, cut), text.slice(cut + 1)];
}

/** `--columns name,external_client`; else, in CSV, all fields, if they are known. */
export function columnsOf(given: string | undefined, format: Format, schema: ResourceSchema): string[] | undefined {
    if (given === undefined) return format === "csv" && schema.documented === "complete" ? Object.keys(schema.fields) : undefined;
    const names = given.split(",").map((name) => name.trim());
    return names.map((name) => {
        const field = fieldNamed(name, schema);
        if (field === undefined && schema.documented === "complete") {
            const near = nearestOf(name, Object.keys(schema.fields));
            throw misuse(`\`${name}\` is no field of ${schema.name}${near === undefined ? "" : `; did you mean \`${near}\`?`}`);
        }
        return field ?? name;
    });
}
