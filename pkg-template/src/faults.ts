// The faults that a test asks a sandbox for.

import { ConfigError } from "./errors";
import { given } from "./given";
import { headerPairs } from "./headers";
import { jsonText } from "./json";
import { pack } from "./pack";
import type { SandboxAnswer } from "./raw";

/** What happens to the next requests. */
export interface Fault {
    times: number;
    readonly delayMs: number;
    /** Nothing arrives at the sandbox. */
    readonly networkError: boolean;
    /** The sandbox does what it is asked, and its answer does not arrive. */
    readonly loseAnswer: boolean;
    /** After so many bytes of an answer's body nothing more arrives. */
    readonly cutAfterBytes: number | undefined;
    /** What is answered in place of the sandbox's own answer. */
    readonly answer: SandboxAnswer | undefined;
}

const NAMES = ["status", "headers", "body", "networkError", "delayMs", "cutAfterBytes", "loseAnswer", "times"];
/** Statuses whose answers have no body: a `Response` with one cannot be made. */
const BODILESS = [204, 205, 304];

/** A fault as it was asked for; throws a `ConfigError`. */
export function faultOf(asked: unknown): Fault {
    const own = given(asked);
    if (own === undefined || asked === undefined) throw new ConfigError("`failNext` takes an object");
    const unknown = Object.keys(own).find((name) => !NAMES.includes(name));
    if (unknown !== undefined) throw new ConfigError(`unknown option \`${unknown}\`; known are ${NAMES.join(", ")}`);
    const { status, networkError = false, loseAnswer = false, cutAfterBytes, delayMs = 0, times = 1 } = own;
    if (typeof networkError !== "boolean") throw new ConfigError("`networkError` must be true or false");
    if (typeof loseAnswer !== "boolean") throw new ConfigError("`loseAnswer` must be true or false");
    if (!isWhole(times, 1, 1e9)) throw new ConfigError("`times` must be a whole number from 1 up");
    if (cutAfterBytes !== undefined && !isWhole(cutAfterBytes, 0, 2 ** 31)) {
        throw new ConfigError("`cutAfterBytes` must be a whole number from 0 up");
    }
    if (typeof delayMs !== "number" || !(delayMs >= 0 && delayMs < 2 ** 31)) {
        throw new ConfigError("`delayMs` must be a number from 0 up");
    }
    compatible(own, networkError, loseAnswer);
    return {
        times,
        delayMs,
        networkError,
        loseAnswer,
        cutAfterBytes,
        answer: status === undefined ? undefined : answerOf(status, own),
    };
}

/** An answer that never comes has neither a status nor a body to cut. */
function compatible(own: Record<string, unknown>, networkError: boolean, loseAnswer: boolean): void {
    const { status, headers, body, cutAfterBytes, delayMs } = own;
    const answers = [status !== undefined && "status", cutAfterBytes !== undefined && "cutAfterBytes"];
    const kinds = [networkError && "networkError: true", loseAnswer && "loseAnswer: true", ...answers].filter(
        (kind) => kind !== false,
    );
    if (kinds.length === 0 && delayMs === undefined) {
        throw new ConfigError(
            "`failNext` takes a `status`, `networkError: true`, `loseAnswer: true`, `cutAfterBytes` or `delayMs`",
        );
    }
    if (kinds.length > 1 && (networkError || loseAnswer)) {
        throw new ConfigError(`\`${kinds[0]}\` and \`${kinds[1]}\` exclude each other`);
    }
    if (status === undefined && (headers !== undefined || body !== undefined)) {
        throw new ConfigError("`headers` and `body` go with a `status`");
    }
}

function answerOf(status: unknown, { headers = {}, body }: Record<string, unknown>): SandboxAnswer {
    if (!isWhole(status, 200, 599)) throw new ConfigError("`status` must be a whole number from 200 to 599");
    const flat = headerPairs(headers)?.flat();
    if (flat === undefined || !flat.every((text): text is string => typeof text === "string")) {
        throw new ConfigError("`headers` must be an object of text");
    }
    if (body !== undefined && BODILESS.includes(status)) {
        throw new ConfigError(`an answer of status ${status} has no \`body\``);
    }
    if (typeof body === "string" || body === undefined) return { status, headers: flat, ...(body !== undefined && { body }) };
    const packed = pack(body);
    if (packed.unfit) throw new ConfigError("`body` holds something that JSON cannot carry");
    return { status, headers: ["Content-Type", "application/json", ...flat], body: jsonText(packed.value) };
}

function isWhole(value: unknown, least: number, most: number): value is number {
    return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
