// The error classes, and the one place where a failure from Rust becomes an error.

import type { ErrorKind } from "./public";
import type { Failure } from "./raw";
import type { Hider } from "./secret";

/** On every prototype of ours: the names of the classes it is an instance of, so that copies know each other. */
const BRAND: unique symbol = Symbol.for("pigello-client.error") as never;

function isBranded(value: unknown, name: string): boolean {
    if (typeof value !== "object" || value === null) return false;
    try {
        const names: unknown = (value as { [BRAND]?: unknown })[BRAND];
        return Array.isArray(names) && names.includes(name);
    } catch {
        return false;
    }
}

type Class = typeof PigelloError;

/** Gives a class its name, its kind and its tests. Names are text here because minifiers rename classes. */
function mark(type: Class, name: string, kind: ErrorKind): void {
    const hidden = (value: unknown): PropertyDescriptor => ({ value, configurable: true, writable: true });
    const parents = (type.prototype as { [BRAND]?: readonly string[] })[BRAND] ?? [];
    Object.defineProperties(type.prototype, {
        name: hidden(name),
        kind: hidden(kind),
        [BRAND]: hidden([...parents, name]),
    });
    const is = (value: unknown): boolean => isBranded(value, name);
    Object.defineProperties(type, {
        is: hidden(is),
        [Symbol.hasInstance]: hidden(function (this: unknown, value: unknown): boolean {
            // A class that a user derives has no brand of its own.
            return this === type ? is(value) : Function.prototype[Symbol.hasInstance].call(this as Class, value);
        }),
    });
}

/** All errors of ours. */
export class PigelloError extends Error {
    declare readonly kind: ErrorKind;
    declare static readonly is: (value: unknown) => boolean;

    static {
        mark(this, "PigelloError", "internal");
    }

    constructor(message?: string) {
        super(typeof message === "string" ? message : "");
    }

    toJSON(): Record<string, unknown> {
        return { name: this.name, kind: this.kind, message: this.message, ...(this as object) };
    }
}

/** Wrong options or wrong use. */
export class ConfigError extends PigelloError {
    static {
        mark(this, "ConfigError", "config");
    }
}

/** A body or an id is wrong. */
export class ValidationError extends PigelloError {
    static {
        mark(this, "ValidationError", "validation");
    }
}

/** List options are wrong. */
export class FilterError extends PigelloError {
    static {
        mark(this, "FilterError", "filter");
    }
}

/** The server said no. */
export class ApiError extends PigelloError {
    static {
        mark(this, "ApiError", "api");
    }
}

/** 400 or 422. */
export class BadRequestError extends ApiError {
    static {
        mark(this, "BadRequestError", "api");
    }
}

/** 401. */
export class AuthenticationError extends ApiError {
    static {
        mark(this, "AuthenticationError", "api");
    }
}

/** 403. */
export class PermissionError extends ApiError {
    static {
        mark(this, "PermissionError", "api");
    }
}

/** 404. */
export class NotFoundError extends ApiError {
    static {
        mark(this, "NotFoundError", "api");
    }
}

/** 409. */
export class ConflictError extends ApiError {
    static {
        mark(this, "ConflictError", "api");
    }
}

/** 429. */
export class RateLimitError extends ApiError {
    static {
        mark(this, "RateLimitError", "api");
    }
}

/** 5xx. */
export class ServerError extends ApiError {
    static {
        mark(this, "ServerError", "api");
    }
}

/** No answer. */
export class NetworkError extends PigelloError {
    static {
        mark(this, "NetworkError", "network");
    }
}

/** The answer took too long. */
export class TimeoutError extends PigelloError {
    static {
        mark(this, "TimeoutError", "timeout");
    }
}

/** The answer is not what the API promises. */
export class DecodeError extends PigelloError {
    static {
        mark(this, "DecodeError", "decode");
    }
}

/** `bulkWrite` stopped on its way. */
export class BulkWriteError extends PigelloError {
    static {
        mark(this, "BulkWriteError", "bulk");
    }
}

const STATUSES: ReadonlyMap<unknown, Class> = new Map<unknown, Class>([
    [400, BadRequestError],
    [401, AuthenticationError],
    [403, PermissionError],
    [404, NotFoundError],
    [409, ConflictError],
    [422, BadRequestError],
    [429, RateLimitError],
]);

/** What an error of a kind has of its failure, in the order that consoles show. */
const CARRIED: Record<ErrorKind, readonly string[]> = {
    config: [],
    validation: ["issues"],
    filter: ["issues"],
    api: ["status", "method", "url", "body", "issues", "retryAfterMs", "attempts"],
    network: ["attempts"],
    timeout: ["timeoutMs", "attempts"],
    decode: ["status", "snippet", "issues"],
    bulk: ["written", "failed", "remaining", "issues"],
    internal: [],
};

function classOf(kind: ErrorKind, status: unknown): Class {
    switch (kind) {
        case "config":
            return ConfigError;
        case "validation":
            return ValidationError;
        case "filter":
            return FilterError;
        case "api":
            return STATUSES.get(status) ?? (typeof status === "number" && status >= 500 ? ServerError : ApiError);
        case "network":
            return NetworkError;
        case "timeout":
            return TimeoutError;
        case "decode":
            return DecodeError;
        case "bulk":
            return BulkWriteError;
        default:
            return PigelloError;
    }
}

/** What surrounds a failure: how to hide the secret in what came from outside, and why the caller's signal ended it. */
export interface Surroundings {
    readonly hide?: Hider;
    readonly reason?: () => unknown;
}

/** What to throw, or to reject with, for a failure. */
export function rejection(failure: Failure, around: Surroundings = {}): unknown {
    const { hide, reason } = around;
    if (failure.kind === "aborted") return reason === undefined ? new ConfigError("aborted") : reason();
    if (failure.kind === "thrown") return failure.value;
    const error = new (classOf(failure.kind, failure.status))(hide?.text(failure.message) ?? failure.message);
    for (const name of CARRIED[failure.kind] ?? []) {
        // A page may have hung anything on `Object.prototype`.
        const own = Object.hasOwn(failure, name) ? failure[name] : undefined;
        const value = name === "issues" ? (own ?? []) : own;
        if (value !== undefined) define(error, name, hide === undefined ? value : hide.data(value), true);
    }
    const cause = Object.hasOwn(failure, "cause") ? failure.cause : undefined;
    if (cause !== undefined) {
        // Behind a bulk write's failure lies another failure, behind all others what came from outside.
        const outside = (): unknown => (hide === undefined ? cause : hide.foreign(cause));
        const shown = failure.kind === "bulk" ? rejection(cause as Failure, around) : outside();
        if (shown !== undefined) define(error, "cause", shown, false);
    }
    return error;
}

/** A bug of ours: what was thrown lies behind it. */
export function internalError(cause: unknown): PigelloError {
    const error = new PigelloError("an error inside pigello-client; please report it with its cause");
    define(error, "cause", cause, false);
    return error;
}

function define(error: PigelloError, name: string, value: unknown, enumerable: boolean): void {
    Object.defineProperty(error, name, { value, enumerable, configurable: true, writable: true });
}
