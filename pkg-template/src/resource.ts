// The methods of one resource: closures over a client, so that they work wherever they are carried.

import * as raw from "glue:client";
import { Session, perform, tell, type Core } from "./call";
import { rust, type Resource } from "./client";
import { rejection } from "./errors";
import { walk } from "./iterate";
import { jsonText } from "./json";
import { judgeRow } from "./judge";
import { BY_ROW, callOptions, CREATE, UNCHECKED, UPDATE, type CallOptions } from "./options";
import { NOTHING, pack } from "./pack";
import type { BulkOptions, RequestOptions, Walk } from "./public";
import type { CallInput, Failure, Opened, Packed, RequestSettings, WalkedPage } from "./raw";
import { judgeRows, rowTexts } from "./rows";
import { rows } from "./stream";

/** How many rows of a `bulkWrite` go in one request. */
const CHUNK_SIZE = 500;

/** How many characters of a wrong answer an error shows. */
const SNIPPET = 200;

/** The methods that the API offers for a resource. */
export function resourceClient(core: Core, resource: Resource): object {
    const { index, operations } = resource;
    const call = (operation: string, request: unknown, input: (settings: RequestSettings) => object): Promise<unknown> =>
        callOn(core, request, (settings) => ({ operation, resource: index, ...input(settings) }));
    const methods = {
        get: async (id: unknown, request?: unknown) => call("get", request, () => ided(id)),
        create: async (body: unknown, request?: unknown) =>
            call("create", request, (settings) => ({ body: checked(core, resource, CREATE, body, settings) })),
        update: async (id: unknown, changes: unknown, request?: unknown) =>
            call("update", request, (settings) => ({
                ...ided(id),
                body: checked(core, resource, UPDATE, changes, settings),
            })),
        delete: async (id: unknown, request?: unknown) => {
            await call("delete", request, () => ided(id));
        },
        bulkWrite: async (rows: unknown, options?: BulkOptions) => bulkWrite(core, resource, rows, options),
    };
    const offered = Object.entries(methods).filter(([name]) => (operations as readonly string[]).includes(name));
    return { ...(operations.includes("list") && lists(core, resource)), ...Object.fromEntries(offered) };
}

/** Reads the call's options, makes its input and performs it. */
async function callOn(core: Core, options: unknown, input: (settings: RequestSettings) => CallInput): Promise<unknown> {
    const call = callOptions("request", options);
    return perform(core, call, { ...input(call.settings), request: call.settings });
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

function lists(core: Core, resource: Resource): object {
    const { index } = resource;
    const list = (operation: string) => async (options?: unknown, request?: RequestOptions) => {
        const packed = packedOptions(options);
        return callOn(core, request, () => ({ operation, resource: index, ...packed }));
    };
    const firstOf = list("first");
    /** Options are read at the call, but nothing is judged or asked before the first `next()`. */
    const walking = <T>(
        options: unknown,
        request: unknown,
        steps: (session: Session, packed: Packed, call: CallOptions) => AsyncGenerator<T, undefined>,
    ): Walk<T> => {
        const packed = packedOptions(options);
        let call: CallOptions;
        return walk(
            () => new Session(core, (call = callOptions("request", request))),
            (session) => steps(session, packed, call),
        );
    };
    return {
        list: list("list"),
        pages: (options?: unknown, request?: unknown) =>
            walking(options, request, (session, packed, { settings }) => pages(session, index, packed, settings, false)),
        iterate: (options?: unknown, request?: unknown) =>
            walking(options, request, async function* (session, packed, { settings }) {
                for await (const page of pages(session, index, packed, settings, false)) {
                    for (const row of page) {
                        session.check();
                        yield row;
                    }
                }
                return undefined;
            }),
        stream: (options?: unknown, request?: unknown) =>
            walking(options, request, (session, packed, call) => stream(core, session, resource, packed, call)),
        ids: async (options?: unknown, request?: RequestOptions) => {
            const ids: unknown[] = [];
            const all = walking(options, request, (session, packed, { settings }) =>
                pages(session, index, packed, settings, true),
            );
            for await (const page of all) for (const id of page) ids.push(id);
            return ids;
        },
        first: async (options?: unknown, request?: RequestOptions) =>
            ((await firstOf(options, request)) as unknown[])[0],
        statistics: list("statistics"),
    };
}

/** Options as Rust keeps them while a call lasts. */
function packedOptions(options: unknown): Packed {
    if (options === undefined) return NOTHING;
    const { words, text } = pack(options);
    return { words, text };
}

async function* pages(
    session: Session,
    resource: number,
    packed: Packed,
    request: RequestSettings,
    slim: boolean,
): AsyncGenerator<unknown[], undefined> {
    let next: { readonly page?: number; readonly seen?: number } = {};
    for (;;) {
        const input = { operation: "page", resource, ...packed, slim, ...next, request };
        const walked = (await session.run(input)) as WalkedPage;
        if (walked === undefined) return undefined;
        const [rows, page, seen] = walked;
        next = { page, seen };
        yield rows;
    }
}

async function* stream(
    core: Core,
    session: Session,
    { index }: Resource,
    packed: Packed,
    { settings }: CallOptions,
): AsyncGenerator<unknown, undefined> {
    const { config, hide } = core;
    const timeoutMs = settings.timeoutMs ?? config.timeoutMs;
    const input = { operation: "stream", resource: index, ...packed, request: settings };
    const [body, url, status] = (await session.run(input)) as Opened;
    // Masked before it is cut: half of a secret is not found.
    const snippet = (line: string): string => hide.text(line).slice(0, SNIPPET);
    const failure = (what: string, detail: string, cause?: unknown): Failure =>
        rust(raw.streamFailure, what, url, status, detail, timeoutMs, cause);
    yield* rows(body, {
        session,
        timeoutMs,
        wrong: (what, detail, cause) => session.rejection(failure(what, snippet(detail), cause)),
        judge: (row, line) => {
            if (!config.checkResponses) return;
            const { words, text } = pack(row, Infinity);
            const issues = rust(raw.check, index, config.terms, words, text);
            if (issues.length === 0) return;
            const message = `GET ${url} was answered with a row that does not fit the model`;
            throw session.rejection({ kind: "decode", message, status, snippet: snippet(line), issues });
        },
    });
    return undefined;
}

async function bulkWrite(core: Core, resource: Resource, given: unknown, options: unknown): Promise<unknown> {
    const call = callOptions("bulk", options);
    const { index } = resource;
    const { values, failure } = judgeRows(resource, given, termsOf(core, BY_ROW, call.settings), { keep: true });
    if (failure !== undefined) throw rejection(failure, core);
    const session = new Session(core, call);
    session.begin();
    try {
        const { chunkSize = CHUNK_SIZE, ...request } = call.settings;
        return await session.runBulk(
            { operation: "bulkWrite", resource: index, total: values.length, chunkSize, request },
            {
                chunk: rowTexts(values),
                progress: (written, total) => tell(call.onProgress, { written, total }),
            },
        );
    } finally {
        session.end();
    }
}
