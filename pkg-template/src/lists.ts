// The ways of listing: one request, or as many parts as a long `in` is split into; walks over pages; streams.

import * as raw from "glue:client";
import { Session, within, type Core, type Made } from "./call";
import { rust, type Resource } from "./client";
import { kindOf } from "./foreign";
import { walk, type Steps } from "./iterate";
import { callOptions, type CallOptions } from "./options";
import { NOTHING, pack } from "./pack";
import { FAILED, LATE } from "./port";
import type { Walk } from "./public";
import type { Came, CallInput, Failure, Listed, Opened, Packed, RequestSettings } from "./raw";
import type { Makes } from "./resource";
import { rows } from "./stream";

/** How many characters of a wrong answer an error shows. */
const SNIPPET = 200;

/** What a body that broke too early is told by; it never leaves this file. */
const BROKEN: unique symbol = Symbol("broken");

type Maker = (operation: string, request: unknown, input: (settings: RequestSettings) => object) => Made;

/** The methods of listing, put among the others; answers what each of them asks for. */
export function lists(core: Core, { index }: Resource, made: Maker, methods: Record<string, unknown>): Makes {
    const make = (operation: string, more?: object) => (options: unknown, request: unknown) => {
        const packed = packedOptions(options);
        return made(operation, request, () => ({ ...packed, ...more }));
    };
    const slim = { slim: true };
    const page = make("page");
    const makes: Makes = {
        list: make("list"),
        first: make("first"),
        statistics: make("statistics"),
        stream: make("stream"),
        pages: page,
        iterate: page,
        ids: make("page", slim),
    };
    /** Options are read at the call, but nothing is judged or asked before the first `next()`. */
    const walking =
        <T>(
            operation: string,
            steps: (session: Session, input: CallInput, call: CallOptions) => Steps<T>,
            more?: object,
        ) =>
        (options?: unknown, request?: unknown): Walk<T> => {
            const packed = packedOptions(options);
            let call: CallOptions;
            return walk(
                () => new Session(core, (call = callOptions("request", request))),
                (session) =>
                    steps(session, { operation, resource: index, ...packed, ...more, request: call.settings }, call),
            );
        };
    const ids = walking("page", pages, slim);
    /** The rows of a list, or of its first part that has some. */
    const listed = async ([call, input]: Made): Promise<readonly unknown[]> =>
        within(core, call, async (session) => {
            let all: readonly unknown[] | undefined;
            for await (const rows of pages(session, input)) {
                all = all === undefined ? rows : all.concat(rows);
                if (input.operation === "first" && all.length > 0) break;
            }
            return all as readonly unknown[];
        });
    Object.assign(methods, {
        list: async (options?: unknown, request?: unknown) => listed(make("list")(options, request)),
        first: async (options?: unknown, request?: unknown) => (await listed(make("first")(options, request)))[0],
        pages: walking("page", async function* (session, input) {
            for await (const page of pages(session, input)) yield [page];
            return undefined;
        }),
        iterate: walking("page", pages),
        stream: walking("stream", (session, input, call) => stream(core, session, input, call)),
        ids: async (options?: unknown, request?: unknown) => {
            const all: unknown[] = [];
            for await (const id of ids(options, request)) all.push(id);
            return all;
        },
    });
    return makes;
}

/** `getMany`, put among the other methods; answers what it asks for. */
export function many(core: Core, made: Maker, methods: Record<string, unknown>): Makes {
    const getMany = (ids: unknown, request: unknown): Made => made("getMany", request, () => packedOptions(ids));
    methods.getMany = async (ids: unknown, request: unknown) => {
        const asked = pack(ids).value;
        const [call, input] = getMany(asked, request);
        if (kindOf(asked) === "array" && (asked as unknown[]).length === 0) return [];
        const found = new Map<string, unknown>();
        await within(core, call, async (session) => {
            for await (const page of pages(session, input)) {
                for (const row of page) {
                    const id = idOf(row);
                    if (typeof id === "string") found.set(id.toLowerCase(), row);
                }
            }
        });
        return (asked as string[]).map((id) => found.get(id.toLowerCase()));
    };
    return { getMany };
}

/** Options as Rust keeps them while a call lasts. */
function packedOptions(options: unknown): Packed {
    if (options === undefined) return NOTHING;
    const { words, text } = pack(options);
    return { words, text };
}

/** The rows that are not known yet, by their id; those without one stay. */
function fresh<T>(rows: readonly T[], known: Set<unknown>): T[] {
    return rows.filter((row) => {
        const id = idOf(row);
        const { size } = known;
        return id === undefined || known.add(id).size > size;
    });
}

/** The id of a row, or the id itself. */
function idOf(row: unknown): unknown {
    return typeof row === "string" ? row : (row as { readonly id?: unknown }).id;
}

/** The rows of a list, of each part of it, or of each page. */
async function* pages(session: Session, input: CallInput): Steps<unknown> {
    const known = new Set<unknown>();
    let at: Partial<CallInput> & { part: number } = { part: 0 };
    for (;;) {
        const [rows, part, page, seen] = (await session.run({ ...input, ...at })) as Listed;
        if (rows !== undefined) yield at.part + part === 0 ? rows : fresh(rows, known);
        if (page !== undefined) at = { part: at.part, page, seen };
        else if (part === 0) return undefined;
        else at = { part };
    }
}

async function* stream(core: Core, session: Session, input: CallInput, { settings }: CallOptions): Steps<unknown> {
    const { config, hide } = core;
    const timeoutMs = settings.timeoutMs ?? config.timeoutMs;
    const known = new Set<unknown>();
    let part = 0;
    let attempt = 0;
    let broken: Came | undefined;
    for (;;) {
        const opened = (await session.run({ ...input, part, attempt }, { broken })) as Opened;
        const [body, next, url, status, attempts] = opened;
        // Masked before it is cut: half of a secret is not found.
        const snippet = (line: string): string => hide.text(line).slice(0, SNIPPET);
        let handed = false;
        broken = undefined;
        attempt = 0;
        const reading = {
            session,
            timeoutMs,
            wrong: (what: "json" | "network" | "timeout", detail: string, cause?: unknown): unknown => {
                if (!handed && what !== "json") {
                    broken = what === "timeout" ? [LATE] : [FAILED, cause];
                    return BROKEN;
                }
                const failure = rust(raw.streamFailure, what, url, status, attempts, snippet(detail), timeoutMs, cause);
                return session.rejection(failure);
            },
            judge: (row: unknown, line: string): void => {
                if (!config.checkResponses) return;
                const { words, text } = pack(row, Infinity);
                const issues = rust(raw.check, input.resource ?? 0, config.terms, words, text);
                if (issues.length === 0) return;
                const message = `GET ${url} was answered with a row that does not fit the model`;
                throw session.rejection({ kind: "decode", message, status, snippet: snippet(line), issues } as Failure);
            },
        };
        try {
            for await (const some of rows(body, reading)) {
                handed = true;
                yield part + next === 0 ? some : fresh(some, known);
            }
            if (next === 0) return undefined;
            part = next;
        } catch (error) {
            // Rust says whether it is asked again, and waits, or what to reject with.
            if (error !== BROKEN) throw error;
            attempt = attempts;
        }
    }
}
