// The methods of one resource: closures over a client, so that they work wherever they are carried. What a method asks
// for is made in one place, for the method itself and for `prepare`.

import { Session, perform, tell, type Core, type Made } from "./call";
import type { Resource } from "./client";
import { rejection } from "./errors";
import { anyText, jsonText } from "./json";
import { judgeRow } from "./judge";
import { lists, many } from "./lists";
import { callOptions, type CallOptions } from "./options";
import { prepared } from "./prepare";
import type { BulkOptions } from "./public";
import type { RequestSettings } from "./raw";
import { judgeRows, rowTexts } from "./rows";
import { BY_ROW, CREATE, UNCHECKED, UPDATE } from "./terms";

/** How many rows of a `bulkWrite` go in one request. */
const CHUNK_SIZE = 500;

/** Makes what a method asks for, of the method's arguments. */
export type Makes = Record<string, (...given: unknown[]) => Made>;

/** The methods that the API offers for a resource. */
export function resourceClient(core: Core, resource: Resource): object {
    const { index, operations } = resource;
    const made = (operation: string, request: unknown, input: (settings: RequestSettings) => object): Made => {
        const call = callOptions("request", request);
        return [call, { operation, resource: index, ...input(call.settings), request: call.settings }];
    };
    const one: Makes = {
        get: (id, request) => made("get", request, () => ided(id)),
        create: (body, request) =>
            made("create", request, (settings) => ({ body: checked(core, resource, CREATE, body, settings) })),
        update: (id, changes, request) =>
            made("update", request, (settings) => ({
                ...ided(id),
                body: checked(core, resource, UPDATE, changes, settings),
            })),
        delete: (id, request) => made("delete", request, () => ided(id)),
        invite: (body, request) => made("invite", request, () => anyText(body)),
    };
    const methods: Record<string, unknown> = {};
    const prepare: Record<string, unknown> = {};
    const offer = (makes: Makes): void => {
        for (const [name, make] of Object.entries(makes)) {
            methods[name] ??= async (...given: unknown[]) => perform(core, ...make(...given));
            prepare[name] = (...given: unknown[]) => prepared(core, ...make(...given));
        }
    };
    const offers = (name: string): boolean => (operations as readonly string[]).includes(name);
    offer(Object.fromEntries(Object.entries(one).filter(([name]) => offers(name))));
    if (offers("bulkWrite")) {
        methods.bulkWrite = async (rows: unknown, options?: BulkOptions) => bulkWrite(core, resource, rows, options);
        offer({
            bulkWrite: (rows, options) => {
                const { call, values, chunkSize } = judgedBulk(core, resource, rows, options);
                return [call, { operation: "chunk", resource: index, body: rowTexts(values)(0, chunkSize) }];
            },
        });
    }
    if (offers("get")) offer(many(core, made, methods));
    if (offers("list")) offer(lists(core, resource, made, methods));
    return { ...methods, prepare };
}

/** An id that is no text is left out: Rust says what is wrong. */
function ided(id: unknown): { id?: string } {
    return typeof id === "string" ? { id } : {};
}

/** How bodies are judged in this call. */
function termsOf({ config }: Core, mode: number, { validate = config.validate }: RequestSettings): number {
    return config.terms | mode | (validate ? 0 : UNCHECKED);
}

/** The JSON text of a body that was found valid. */
function checked(core: Core, resource: Resource, mode: number, body: unknown, settings: RequestSettings): string {
    const { value, failure } = judgeRow(resource, body, termsOf(core, mode, settings));
    if (failure !== undefined) throw rejection(failure, core);
    return jsonText(value);
}

/** The rows of a bulk write, found valid. */
function judgedBulk(
    core: Core,
    resource: Resource,
    rows: unknown,
    options: unknown,
): { call: CallOptions; values: readonly unknown[]; chunkSize: number } {
    const call = callOptions("bulk", options);
    const { values, failure } = judgeRows(resource, rows, termsOf(core, BY_ROW, call.settings), { keep: true });
    if (failure !== undefined) throw rejection(failure, core);
    return { call, values, chunkSize: call.settings.chunkSize ?? CHUNK_SIZE };
}

async function bulkWrite(core: Core, resource: Resource, rows: unknown, options: unknown): Promise<unknown> {
    const { call, values, chunkSize } = judgedBulk(core, resource, rows, options);
    const session = new Session(core, call);
    session.begin();
    try {
        return await session.ask(
            {
                operation: "bulkWrite",
                resource: resource.index,
                total: values.length,
                chunkSize,
                request: call.settings,
            },
            {
                chunk: rowTexts(values),
                progress: (written, total) => tell(call.onProgress, { written, total }),
            },
        );
    } finally {
        session.end();
    }
}
