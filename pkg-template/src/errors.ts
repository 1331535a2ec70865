// The error classes, and the one place where a failure from Rust becomes an error.

import { define } from "./define";
import { issuesOf } from "./issues";
import type { ErrorKind } from "./public";
import type { Failure, ToldIssue } from "./raw";
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

/** Gives a class its name, its kind and its tests. The name is text here because minifiers rename classes. */
function marked<T extends new (message?: string) => Error>(type: T, name: string, kind: ErrorKind): T {
    const { prototype } = type as { readonly prototype: { readonly [BRAND]?: readonly string[] } };
    define(prototype, BRAND, [...(prototype[BRAND] ?? []), name]);
    define(prototype, "name", name);
    define(prototype, "kind", kind);
    const is = (value: unknown): boolean => isBranded(value, name);
    define(type, "name", name);
    define(type, "is", is);
    define(type, Symbol.hasInstance, function (this: unknown, value: unknown): boolean {
        // A class that a user derives has no brand of its own.
        return this === type ? is(value) : Function.prototype[Symbol.hasInstance].call(this as T, value);
    });
    return type;
}

/** All errors of ours. */
export const PigelloError = /* @__PURE__ */ marked(
    class extends Error {
        declare readonly kind: ErrorKind;
        declare static readonly is: (value: unknown) => boolean;

        constructor(message?: string) {
            super(typeof message === "string" ? message : "");
        }

        toJSON(): Record<string, unknown> {
            return { name: this.name, kind: this.kind, message: this.message, ...(this as object) };
        }
    },
    "PigelloError",
    "internal",
);
export type PigelloError = InstanceType<typeof PigelloError>;

type Class = typeof PigelloError;

/** A class in one expression, which a bundler can leave out; it could not if the class marked itself. */
function derived(parent: Class, name: string, kind: ErrorKind): Class {
    return marked(class extends parent {}, name, kind);
}

/** Wrong options or wrong use. */
export const ConfigError = /* @__PURE__ */ derived(PigelloError, "ConfigError", "config");
export type ConfigError = PigelloError;

/** A body or an id is wrong. */
export const ValidationError = /* @__PURE__ */ derived(PigelloError, "ValidationError", "validation");

/** List options are wrong. */
export const FilterError = /* @__PURE__ */ derived(PigelloError, "FilterError", "filter");

/** The server said no. */
export const ApiError = /* @__PURE__ */ derived(PigelloError, "ApiError", "api");

/** 400 or 422. */
export const BadRequestError = /* @__PURE__ */ derived(ApiError, "BadRequestError", "api");

/** 401. */
export const AuthenticationError = /* @__PURE__ */ derived(ApiError, "AuthenticationError", "api");

/** 403. */
export const PermissionError = /* @__PURE__ */ derived(ApiError, "PermissionError", "api");

/** 404. */
export const NotFoundError = /* @__PURE__ */ derived(ApiError, "NotFoundError", "api");

/** 409. */
export const ConflictError = /* @__PURE__ */ derived(ApiError, "ConflictError", "api");

/** 429. */
export const RateLimitError = /* @__PURE__ */ derived(ApiError, "RateLimitError", "api");

/** 5xx. */
export const ServerError = /* @__PURE__ */ derived(ApiError, "ServerError", "api");

/** No answer. */
export const NetworkError = /* @__PURE__ */ derived(PigelloError, "NetworkError", "network");

/** The answer took too long. */
export const TimeoutError = /* @__PURE__ */ derived(PigelloError, "TimeoutError", "timeout");

/** The answer is not what the API promises. */
export const DecodeError = /* @__PURE__ */ derived(PigelloError, "DecodeError", "decode");

/** `bulkWrite` stopped on its way. */
export const BulkWriteError = /* @__PURE__ */ derived(PigelloError, "BulkWriteError", "bulk");

/** The class for a kind, and what its errors have of a failure, in the order that consoles show. */
const KINDS: Readonly<Record<string, readonly [Class, ...string[]]>> = {
    config: [ConfigError],
    validation: [ValidationError, "issues"],
    filter: [FilterError, "issues"],
    api: [ApiError, "status", "method", "url", "body", "issues", "retryAfterMs", "attempts"],
    network: [NetworkError, "attempts"],
    timeout: [TimeoutError, "timeoutMs", "attempts"],
    decode: [DecodeError, "status", "snippet", "issues"],
    bulk: [BulkWriteError, "written", "failed", "remaining", "issues"],
    internal: [PigelloError],
};

/** The class for a status. */
function classOf(status: unknown): Class {
    switch (status) {
        case 400:
        case 422:
            return BadRequestError;
        case 401:
            return AuthenticationError;
        case 403:
            return PermissionError;
        case 404:
            return NotFoundError;
        case 409:
            return ConflictError;
        case 429:
            return RateLimitError;
        default:
            return typeof status === "number" && status >= 500 ? ServerError : ApiError;
    }
}

/** What surrounds a failure: how to hide the secret in what came from outside, and why the caller's signal ended it. */
export interface Surroundings {
    readonly hide?: Hider;
    readonly reason?: () => unknown;
}

/** Where nothing is known. By name: pages may hang anything on the prototype of all objects. */
const NOWHERE: Surroundings = { hide: undefined, reason: undefined };

/** What to throw, or to reject with, for a failure. */
export function rejection(failure: Failure, around: Surroundings = NOWHERE): unknown {
    const { hide, reason } = around;
    if (failure.kind === "aborted") return reason === undefined ? new ConfigError("aborted") : reason();
    if (failure.kind === "thrown") return failure.value;
    const [type, ...carried] = KINDS[failure.kind] ?? [PigelloError];
    const message = hide?.text(failure.message) ?? failure.message;
    const error = new (type === ApiError ? classOf(failure.status) : type)(message);
    for (const name of carried) {
        // A page may have hung anything on `Object.prototype`.
        const own = Object.hasOwn(failure, name) ? failure[name] : undefined;
        const value = name === "issues" ? issuesOf((own ?? []) as readonly ToldIssue[]) : own;
        if (value !== undefined) define(error, name, hide === undefined ? value : hide.data(value), true);
    }
    const cause = Object.hasOwn(failure, "cause") ? failure.cause : undefined;
    if (cause !== undefined) {
        // Behind a bulk write's failure lies another failure, behind all others what came from outside.
        const outside = (): unknown => (hide === undefined ? cause : hide.foreign(cause));
        const shown = failure.kind === "bulk" ? rejection(cause as Failure, around) : outside();
        if (shown !== undefined) define(error, "cause", shown);
    }
    return error;
}

/** A bug of ours: what was thrown lies behind it. */
export function internalError(cause: unknown): PigelloError {
    const error = new PigelloError("an error inside pigello-client; please report it with its cause");
    define(error, "cause", cause);
    return error;
}
