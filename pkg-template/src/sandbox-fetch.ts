// Requests as `fetch` is given them, and answers as it gives them: a real `Response` where the engine has one.

import { kindOf, read } from "./foreign";
import { headerPairs } from "./headers";
import type { SandboxAnswer } from "./raw";

/** A request as the sandbox remembers it. */
export interface SentRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
}

/** A request, ready to be answered. */
export interface Asked {
    readonly sent: SentRequest;
    /** Flat: name, value, name, value. */
    readonly headers: readonly string[];
    readonly signal: AbortSignal | undefined;
}

/** Reads the arguments of `fetch`: an URL or a `Request`, and what stands beside it. */
export async function requestOf(input: unknown, init: unknown): Promise<Asked> {
    const isRequest = typeof input === "object" && input !== null && typeof read(input, "url") === "string";
    const request = isRequest ? input : undefined;
    const option = (name: string): unknown => {
        const own = typeof init === "object" && init !== null ? read(init, name) : undefined;
        return own ?? (request === undefined || name === "body" ? undefined : read(request, name));
    };
    const given = option("headers") ?? {};
    const pairs = headerPairs(given)?.map(([name, value]): [string, string] => [text(name), text(value)]);
    if (pairs === undefined) throw new TypeError("`headers` are no headers");
    const headers = pairs.flat();
    const ownBody = option("body");
    const body = await bodyText(ownBody ?? request, ownBody === undefined);
    return {
        sent: {
            method: text(option("method") ?? "GET").toUpperCase(),
            url: text(request === undefined ? address(input) : read(request, "url")),
            headers: Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value])),
            ...(body !== undefined && { body }),
        },
        headers,
        signal: (option("signal") ?? undefined) as AbortSignal | undefined,
    };
}

/** The text of an URL object, or what was given in its place. */
function address(input: unknown): unknown {
    return typeof input === "object" && input !== null ? read(input, "href") : input;
}

function text(value: unknown): string {
    if (typeof value === "string") return value;
    throw new TypeError("URL, method and headers must be text");
}

/** The text of a body, or of the body that a `Request` holds. */
async function bodyText(body: unknown, isRequest: boolean): Promise<string | undefined> {
    if (body === undefined || typeof body === "string") return body;
    if (isRequest) return (body as Request).text().then((text) => (text === "" ? undefined : text));
    // What `fetch` takes beside text: forms, bytes, streams. A plain object is a mistake.
    if (kindOf(body) !== "other") throw new TypeError("`body` is neither text nor bytes");
    return new Response(body as BodyInit).text();
}

/** A `Response`, or where there is none what has the parts of one. Its body may end early, by a failure. */
export function responseOf({ status, headers, body }: SandboxAnswer, url: string, cutAfterBytes?: number): unknown {
    const pairs: [string, string][] = [];
    for (let i = 0; i + 1 < headers.length; i += 2) pairs.push([headers[i] ?? "", headers[i + 1] ?? ""]);
    const start = cutAfterBytes === undefined || body === undefined ? undefined : beginning(body, cutAfterBytes);
    if (typeof Response === "function" && (start === undefined || typeof ReadableStream === "function")) {
        return new Response(start === undefined ? (body ?? null) : broken(start), { status, headers: pairs });
    }
    const find = (name: string): string | null =>
        pairs.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1] ?? null;
    const whole = async (): Promise<string> => {
        if (start !== undefined) throw cut();
        return body ?? "";
    };
    return {
        status,
        ok: status >= 200 && status < 300,
        url,
        headers: { get: find },
        body: undefined,
        text: whole,
        json: async () => JSON.parse(await whole()) as unknown,
    };
}

/** The first bytes of a body that has more of them. An engine that cannot count bytes streams none: there letters do. */
function beginning(body: string, count: number): Uint8Array | undefined {
    if (typeof TextEncoder !== "function") return body.length > count ? new Uint8Array() : undefined;
    const bytes = new TextEncoder().encode(body);
    return bytes.length > count ? bytes.slice(0, count) : undefined;
}

/** A body that hands out these bytes, and then fails. */
function broken(bytes: Uint8Array): ReadableStream<Uint8Array> {
    let handed = bytes.length === 0;
    return new ReadableStream({
        pull(controller) {
            if (handed) controller.error(cut());
            else controller.enqueue(bytes);
            handed = true;
        },
    });
}

/** What Node's `fetch` says of a connection that broke within a body. */
function cut(): TypeError {
    return new TypeError("terminated");
}
