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
    readonly networkError: boolean;
    /** What is answered in place of the sandbox's own answer. */
    readonly answer: SandboxAnswer | undefined;
}

const NAMES = ["status", "headers", "body", "networkError", "delayMs", "times"];

/** A fault as it was asked for; throws a `ConfigError`. */
export function faultOf(asked: unknown): Fault {
    const own = given(asked);
    if (own === undefined || asked === undefined) throw new ConfigError("`failNext` takes an object");
    const unknown = Object.keys(own).find((name) => !NAMES.includes(name));
    if (unknown !== undefined) throw new ConfigError(`unknown option \`${unknown}\`; known are ${NAMES.join(", ")}`);
    const { status, networkError = false, delayMs = 0, times = 1 } = own;
    if (typeof networkError !== "boolean") throw new ConfigError("`networkError` must be true or false");
    if (!isWhole(times, 1, 1e9)) throw new ConfigError("`times` must be a whole number from 1 up");
    if (typeof delayMs !== "number" || !(delayMs >= 0 && delayMs < 2 ** 31)) {
        throw new ConfigError("`delayMs` must be a number from 0 up");
    }
    if (status === undefined && !networkError && own.delayMs === undefined) {
        throw new ConfigError("`failNext` takes a `status`, `networkError: true` or `delayMs`");
    }
    return { times, delayMs, networkError, answer: status === undefined ? undefined : answerOf(status, own) };
}

function answerOf(status: unknown, { headers = {}, body }: Record<string, unknown>): SandboxAnswer {
    if (!isWhole(status, 200, 599)) throw new ConfigError("`status` must be a whole number from 200 to 599");
    const flat = headerPairs(headers)?.flat();
    if (flat === undefined || !flat.every((text): text is string => typeof text === "string")) {
        throw new ConfigError("`headers` must be an object of text");
    }
    if (typeof body === "string" || body === undefined) return { status, headers: flat, ...(body !== undefined && { body }) };
    const packed = pack(body);
    if (packed.unfit) throw new ConfigError("`body` holds something that JSON cannot carry");
    return { status, headers: ["Content-Type", "application/json", ...flat], body: jsonText(packed.value) };
}

function isWhole(value: unknown, least: number, most: number): value is number {
    return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
