// A proxy that adds the credentials on a server: what goes to the API, and what of its answer comes back. No wasm here.

import { refusal } from "./proxy-answers";
import { passed, piecesOf, type Pieces } from "./proxy-body";
import { settingsOf, type Settings } from "./proxy-options";
import { admission, isPreflight, preflight } from "./proxy-origin";
import type { Target } from "./proxy-paths";
import { maskOf, type Mask } from "./proxy-secret";

export { toNodeListener } from "./proxy-node";

/** Of a request's headers these alone go on: no cookies, no credentials, nothing that redirects or overrides. */
const REQUEST_HEADERS = ["accept", "accept-language", "content-type"];
/** Of an answer's headers these alone come back: never a cookie. */
const RESPONSE_HEADERS = ["content-language", "content-type", "retry-after"];
/** An answer is data, whatever it says it is: opened as a page, it may do nothing. */
const HARMLESS: readonly (readonly [string, string])[] = [
    // Credentials stood behind it, and not those of who asks: no cache between may hand it to another.
    ["cache-control", "private, no-store"],
    ["content-security-policy", "default-src 'none'; sandbox"],
    ["x-content-type-options", "nosniff"],
];
/** What every engine's `fetch` decodes. Another coding would hide the secret from us and be of no use to the page. */
const CODING = "gzip";

/** Answers requests with what the API answers, if they are on the allow-list. */
export function createProxy(options: unknown): (request: Request) => Promise<Response> {
    const settings = settingsOf(options);
    const mask = maskOf(settings.secret);
    return async (request) => {
        const admitted = await admission(settings.origin, request);
        if ("refused" in admitted) return admitted.refused;
        const response = await answer(settings, mask, request);
        for (const [name, value] of Object.entries(admitted.headers)) response.headers.set(name, value);
        return response;
    };
}

async function answer(settings: Settings, mask: Mask, request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { mount } = settings;
    const target = pathname.startsWith(`${mount}/`) ? settings.paths(pathname.slice(mount.length)) : undefined;
    if (target === undefined) return refusal(404, "Not found.");
    if (settings.origin !== undefined && isPreflight(request)) {
        const allowed = preflight(request, target.methods);
        if (allowed !== undefined) return allowed;
    } else if (target.methods.includes(request.method)) {
        if (Number(request.headers.get("content-length")) > settings.maxBodyBytes) return tooLarge();
        return new Passing(settings, mask, request).send(target, search);
    }
    return refusal(405, "Method not allowed.", { allow: target.methods.join(", ") });
}

function tooLarge(): Response {
    // The rest of the body is not read.
    return refusal(413, "The body is too large.");
}

type Ending = "closed" | "large" | "timeout";

/** One request on its way to the API, and its answer on the way back. */
class Passing {
    readonly #settings: Settings;
    readonly #mask: Mask;
    readonly #request: Request;
    /** Ends what is under way. */
    readonly #controller = new AbortController();
    /** Rejects once something ended it, for whoever waits for what does not heed the controller. */
    readonly #ended: Promise<never>;
    #ending: Ending | undefined;
    readonly #close = (): void => this.#end("closed");

    constructor(settings: Settings, mask: Mask, request: Request) {
        this.#settings = settings;
        this.#mask = mask;
        this.#request = request;
        const { signal } = this.#controller;
        this.#ended = new Promise((_, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        });
        // Not everybody waits for it.
        this.#ended.catch(() => undefined);
    }

    async send({ path }: Target, search: string): Promise<Response> {
        const { signal } = this.#request;
        signal?.addEventListener("abort", this.#close, { once: true });
        if (signal?.aborted) this.#close();
        try {
            const { base, fetch } = this.#settings;
            // A `fetch` that throws at once is as one that rejects.
            const asked = async (): Promise<Response> => fetch(base + path + search, this.#init());
            return await this.#received(await this.#inTime(asked()));
        } catch {
            return this.#failed();
        }
    }

    #init(): RequestInit {
        const { method, headers, body } = this.#request;
        const sent = new Headers({ accept: "application/json", "accept-encoding": CODING });
        for (const name of REQUEST_HEADERS) {
            const value = headers.get(name);
            if (value !== null) sent.set(name, value);
        }
        for (const [name, value] of this.#settings.headers) sent.set(name, value);
        const init = {
            method,
            headers: sent,
            // The secret must not travel on.
            redirect: "manual" as const,
            signal: this.#controller.signal,
            // Next 13 and 14 keep answers, which may be another user's by now. Nobody else reads this.
            next: { revalidate: 0 },
        };
        const pieces = method === "GET" ? undefined : piecesOf(body);
        if (pieces === undefined) return init;
        // Not every server takes a body whose length it is not told.
        const length = /^\d{1,15}$/.exec(headers.get("content-length") ?? "")?.[0];
        if (length !== undefined) sent.set("content-length", length);
        const upload = this.#upload(pieces, length === undefined ? undefined : Number(length));
        return { ...init, body: upload, duplex: "half" } as RequestInit;
    }

    /** The request's body, counted: longer or shorter than it said, it would be taken for another request's part. */
    #upload(pieces: Pieces, said: number | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
        const most = this.#settings.maxBodyBytes;
        let length = 0;
        return passed(pieces, {
            piece: (bytes) => {
                length += bytes.length;
                if (length > most) this.#end("large");
                if (length > (said ?? most)) throw new RangeError();
                return bytes;
            },
            last: () => {
                if (length < (said ?? 0)) throw new RangeError();
                return new Uint8Array(0);
            },
            wait: (next) => next,
            over: () => undefined,
        });
    }

    /** The answer, without what is not for the page. */
    async #received(answer: Response): Promise<Response> {
        const { status } = answer;
        const headers = new Headers();
        for (const name of RESPONSE_HEADERS) {
            const value = answer.headers.get(name);
            if (value !== null && !this.#mask.isIn(value)) headers.set(name, value);
        }
        for (const [name, value] of HARMLESS) headers.set(name, value);
        const refused = unfit(status, answer.headers.get("content-encoding") || CODING);
        if (refused !== undefined) {
            this.#over();
            this.#controller.abort();
            return refusal(502, refused);
        }
        const pieces = await this.#inTime(bodyOf(answer));
        if (status === 204 || status === 205 || pieces === undefined) {
            pieces?.stop();
            this.#over();
            return new Response(null, { status, headers });
        }
        return new Response(this.#download(pieces), { status, headers });
    }

    /** The answer's body without the secret. */
    #download(pieces: Pieces): ReadableStream<Uint8Array<ArrayBuffer>> {
        const hider = this.#mask.hider();
        return passed(pieces, {
            piece: (bytes) => hider.push(bytes),
            last: () => hider.end(),
            wait: (next) => this.#inTime(next),
            over: (why) => {
                this.#over();
                if (why !== "done") this.#controller.abort();
            },
        });
    }

    #failed(): Response {
        this.#over();
        this.#controller.abort();
        switch (this.#ending) {
            case "closed":
                // Nobody reads it.
                return refusal(499, "The request was aborted.");
            case "large":
                return tooLarge();
            case "timeout":
                return refusal(504, "The API did not answer in time.");
            default:
                return refusal(502, "The API could not be reached.");
        }
    }

    /** Waits, but not for longer than is allowed. */
    async #inTime<T>(promise: Promise<T>): Promise<T> {
        const { timeoutMs } = this.#settings;
        const timer = timeoutMs === 0 ? undefined : setTimeout(() => this.#end("timeout"), timeoutMs);
        try {
            return await Promise.race([promise, this.#ended]);
        } finally {
            clearTimeout(timer);
        }
    }

    #end(why: Ending): void {
        this.#ending ??= why;
        this.#controller.abort();
    }

    #over(): void {
        this.#request.signal?.removeEventListener("abort", this.#close);
    }
}

/** Why an answer cannot be passed on, if so. */
function unfit(status: number, coding: string): string | undefined {
    if (status >= 300 && status < 400) return "The API answered with a redirect, which is not followed.";
    const isPlain = /^(?:x-)?gzip$|^identity$/i.test(coding);
    return status >= 200 && isPlain ? undefined : "The API's answer cannot be read.";
}

/** The body of an answer, by its shape; `undefined` if it has none. */
async function bodyOf(answer: Response): Promise<Pieces | undefined> {
    const { body } = answer;
    if (body === null) return undefined;
    const pieces = piecesOf(body ?? new Response(await answer.text()).body);
    if (pieces === undefined) throw new TypeError("the answer's body is none");
    return pieces;
}
