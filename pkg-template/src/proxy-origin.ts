// Which pages may ask, and what their browsers are told. Where `origin` is not set, nobody is asked for one.

import { refusal } from "./proxy-answers";
import type { OriginCheck } from "./proxy-options";

const MINUTES_10 = "600";

/** What is said to a page beside the answer, or the refusal of its origin. */
export type Admission = { readonly headers: Readonly<Record<string, string>> } | { readonly refused: Response };

/** Looks at who asks. */
export async function admission(check: OriginCheck | undefined, { method, headers }: Request): Promise<Admission> {
    const elsewhere = /^(?:cross|same)-site$/.test(headers.get("sec-fetch-site") ?? "");
    if (check === undefined) {
        // Anything but JSON may be posted by any page without asking first. Old browsers say only which page it was.
        const mayBeForeign = elsewhere || (!headers.has("sec-fetch-site") && headers.has("origin"));
        if (method === "POST" && mayBeForeign && !isJson(headers)) {
            return { refused: refusal(403, "Pages of other sites may send JSON only.") };
        }
        return { headers: {} };
    }
    const origin = headers.get("origin");
    // No browser leaves it out when a page writes, or reads what another site holds: what is left may be the site's own
    // page that reads, and programs, which could send any origin.
    if (origin === null) return elsewhere ? refused() : { headers: { vary: "Origin" } };
    if ((await asked(check, origin)) !== true) return refused();
    return {
        headers: {
            "access-control-allow-origin": origin,
            "access-control-expose-headers": "Retry-After",
            vary: "Origin",
        },
    };
}

function refused(): Admission {
    return { refused: refusal(403, "This origin is not allowed.", { vary: "Origin" }) };
}

/** A check that fails allows nothing. */
async function asked(check: OriginCheck, origin: string): Promise<unknown> {
    try {
        return await check(origin);
    } catch {
        return false;
    }
}

function isJson(headers: Headers): boolean {
    return /^\s*application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers.get("content-type") ?? "");
}

/** Whether a browser asks if a page may ask. */
export function isPreflight({ method, headers }: Request): boolean {
    return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}

/** The answer to a preflight, or `undefined` if the method is not allowed. */
export function preflight({ headers }: Request, methods: readonly string[]): Response | undefined {
    if (!methods.includes(headers.get("access-control-request-method") ?? "")) return undefined;
    // Whatever a page sends, few of its headers are passed on. A server may want others for itself.
    const wanted = headers.get("access-control-request-headers") ?? "";
    const names = /^[\w!#$%&'*+.^`|~ ,-]*$/.test(wanted) ? wanted : "";
    return new Response(null, {
        status: 204,
        headers: {
            "access-control-allow-methods": methods.join(", "),
            ...(names !== "" && { "access-control-allow-headers": names }),
            "access-control-max-age": MINUTES_10,
        },
    });
}
