// What an error says to a person. The library's own words are English, and for who wrote the program.

import { ApiError, BulkWriteError, DecodeError, FilterError, NetworkError, PigelloError, TimeoutError, ValidationError } from "pigello-client/slim";
import { locale, say, type Word } from "../words";
import { address } from "./line";

/** What statuses mean; of others the first digit tells. */
const STATUSES: Readonly<Record<number, Word>> = { 400: "status_400", 401: "status_401", 403: "status_403", 404: "status_404", 409: "status_409", 422: "status_400", 429: "status_429" };

/** It is never a secret, which the library keeps out of its errors. */
export function wordsOf(error: unknown): string {
    if (!(error instanceof Error)) return String(error);
    // Whether another origin may be asked is no question of the sandbox.
    if (error instanceof NetworkError && (locale.value === "sv" || !address.value)) return say("error_network", asked(error));
    if (locale.value !== "sv" || !PigelloError.is(error)) return error.message;
    if (error instanceof TimeoutError) return say("error_timeout", asked(error));
    if (error instanceof DecodeError) return say("error_decode", asked(error));
    if (error instanceof ApiError) {
        const word = STATUSES[error.status] ?? (error.status >= 500 ? "status_500" : "status_other");
        const said = error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; ");
        return `${say(word)} (${error.status} ${error.method} ${error.url})${said && `: ${said}`}`;
    }
    if (error instanceof ValidationError || error instanceof FilterError) {
        return `${say("error_input")}: ${error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; ")}`;
    }
    if (error instanceof BulkWriteError) return error.cause ? wordsOf(error.cause) : say("error_bulk");
    return error.message;
}

/** Method and address stand first in the library's words, and only there. */
function asked({ message, attempts = 1 }: { message: string; attempts?: number }): Record<string, string> {
    const [call = ""] = /^[A-Z]+ \S+/.exec(message) ?? [];
    return { call, tries: attempts > 1 ? say("error_tries", { n: attempts }) : "" };
}

/** Whether what was asked may have been done although it failed. */
export const mayBeDone = (error: unknown): boolean =>
    error instanceof NetworkError || error instanceof TimeoutError || error instanceof DecodeError || (error instanceof ApiError && error.status >= 500);
