// The proxy for Node's http and for Express: their requests as a `Request`, and a `Response` as they send it.

import { ConfigError } from "./errors";
import { refusal } from "./proxy-answers";
import type { NodeRequest, NodeResponse, Proxy } from "./proxy-public";

/** Where the path and the query stand; who is asked is the proxy's affair, whatever `Host` says. */
const HERE = "http://localhost";

/** The proxy as a listener of `http.createServer`, or as middleware of Express. */
export function toNodeListener(
    proxy: Proxy,
): (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void) => void {
    if (typeof proxy !== "function") throw new ConfigError("`toNodeListener` takes what `createProxy` answers");
    return (request, response, next) => {
        serve(proxy, request, response).catch((error: unknown) => {
            // Not ours: a function around the proxy threw.
            if (next !== undefined && !response.headersSent) next(error);
            else if (response.headersSent) response.destroy();
            else write(refusal(500, "Something went wrong."), request, response).catch(() => response.destroy());
        });
    };
}

async function serve(proxy: Proxy, request: NodeRequest, response: NodeResponse): Promise<void> {
    const closed = new AbortController();
    response.on("close", () => closed.abort());
    // Who went away while we wrote to them is told by `close`.
    response.on("error", () => undefined);
    const asked = requestOf(request, closed.signal);
    await write(asked instanceof Response ? asked : await proxy(asked), request, response);
}

/** The request, or the answer to one that cannot be one. */
function requestOf(request: NodeRequest, signal: AbortSignal): Request | Response {
    const { method = "GET", url = "" } = request;
    // Another host's address, or steps that would lead elsewhere than they say, are no path of ours.
    const [path = ""] = url.split("?", 1);
    if (!path.startsWith("/") || !isAsItReads(path)) return refusal(404, "Not found.");
    // `Request` refuses these.
    if (/^(?:CONNECT|TRACE|TRACK)$/i.test(method)) return refusal(501, "Not implemented.");
    const body = method === "GET" || method === "HEAD" ? null : bodyOf(request);
    if (body instanceof Response) return body;
    try {
        const headers = headersOf(request);
        // Written anew, it has another length.
        if (request.readableDidRead) headers.delete("content-length");
        const init = { method, headers, body, signal, duplex: "half" };
        return new Request(HERE + url, init as RequestInit);
    } catch {
        return refusal(400, "Bad request.");
    }
}

function isAsItReads(path: string): boolean {
    try {
        return new URL(HERE + path).pathname === path;
    } catch {
        return false;
    }
}

function headersOf({ headers }: NodeRequest): Headers {
    const copy = new Headers();
    for (const [name, value] of Object.entries(headers)) {
        // HTTP/2 has some that are none.
        if (value === undefined || name.startsWith(":")) continue;
        for (const one of Array.isArray(value) ? value : [value]) copy.append(name, one);
    }
    return copy;
}

function bodyOf(request: NodeRequest): BodyInit | Response | null {
    const { headers, httpVersionMajor, readableDidRead } = request;
    if (readableDidRead) return reread(request);
    const isSent = (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
    if (!isSent && httpVersionMajor < 2) return null;
    // Without destroying, which would take the answer's way back.
    const iterator = request.iterator({ destroyOnReturn: false });
    return new ReadableStream<Uint8Array>(
        {
            async pull(controller) {
                const { done, value } = await iterator.next();
                if (done) controller.close();
                else controller.enqueue(value as Uint8Array);
            },
            async cancel() {
                await iterator.return?.();
            },
        },
        { highWaterMark: 0 },
    );
}

/** A body that middleware has read before us. */
function reread(request: NodeRequest): BodyInit | Response | null {
    const { body } = request as { readonly body?: unknown };
    if (typeof body === "string" || body instanceof Uint8Array) return body as BodyInit;
    const type = String(request.headers["content-type"] ?? "");
    if (typeof body === "object" && body !== null && /^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
        return JSON.stringify(body);
    }
    const why = "The body was read before the proxy could pass it on: the proxy must come before what parses bodies.";
    return refusal(500, why);
}

async function write(answer: Response, request: NodeRequest, response: NodeResponse): Promise<void> {
    response.statusCode = answer.status;
    const headers = new Map<string, string[]>();
    answer.headers.forEach((value, name) => headers.set(name, [...(headers.get(name) ?? []), value]));
    for (const [name, values] of headers) {
        response.setHeader(name, values.length === 1 ? (values[0] as string) : values);
    }
    if (!request.complete && request.httpVersionMajor < 2) {
        // What is left of the body is thrown away, and the connection with it.
        response.setHeader("connection", "close");
        request.resume();
    }
    response.flushHeaders?.();
    const reader = answer.body?.getReader();
    try {
        for (;;) {
            const { done, value } = (await reader?.read()) ?? { done: true };
            if (done || value === undefined) break;
            if (response.destroyed) return void reader?.cancel().catch(() => undefined);
            if (!response.write(value)) await drained(response);
        }
        response.end();
    } catch {
        // Cut off, so that nobody takes it for the whole.
        response.destroy();
    }
}

/** Waits until more is taken, or until nobody is there to take it. */
function drained(response: NodeResponse): Promise<void> {
    return new Promise((resolve) => {
        const done = (): void => {
            response.off("drain", done);
            response.off("close", done);
            resolve();
        };
        response.on("drain", done);
        response.on("close", done);
        if (response.destroyed) done();
    });
}
