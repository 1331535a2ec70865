// The public types of `pigello-client/sandbox`.

/** The seven credentials that a sandbox takes. */
export interface SandboxCredentials {
    /** `X-PIGELLO-CUSTOMER-ID` */
    readonly customerId: string;
    /** `X-PIGELLO-APPLICATION-ID` */
    readonly applicationId: string;
    /** `X-PIGELLO-SERVICE-ID` */
    readonly serviceId: string;
    /** `X-PIGELLO-SERVICE-VERSION-ID` */
    readonly serviceVersionId: string;
    /** `X-PIGELLO-CLIENT-CT` */
    readonly clientCt: string;
    /** `X-PIGELLO-CLIENT-ENTITY` */
    readonly clientEntity: string;
    /** `X-PIGELLO-CLIENT-SECRET` */
    readonly clientSecret: string;
}

/** What a sandbox begins with. */
export interface SandboxOptions {
    /** Rows by `application.resource`, such as `organization.externalClientContactPerson`; or the JSON text of that. */
    seed?: Readonly<Record<string, readonly object[]>> | string;
    /**
     * Whether a row that a body names by its id must be there, if the sandbox has its resource: else a 400 at that id.
     * Default `false`. A seed may name any row, and rows may be deleted that others name.
     */
    checkRelations?: boolean;
    /** Called at once with everything that is written; what it throws is ignored. `reset` writes nothing. */
    onWrite?: (write: SandboxWrite) => void;
}

/** A row, as the API answers it or takes it. */
export type SandboxRow = Record<string, unknown>;

/** What one request wrote, or one `generate` with `store`. */
export interface SandboxWrite {
    /** Where: `application.resource`. */
    readonly resource: string;
    /** The rows that were created or updated, as they now are. */
    readonly rows: readonly SandboxRow[];
    /** The ids of the rows that were deleted. */
    readonly removed: readonly string[];
}

/** How rows are generated. */
export interface SandboxGenerateOptions {
    /** A whole number: the same makes the same rows, another makes others. Default 0. */
    seed?: number;
    /** Whether the sandbox keeps the rows. Default `false`. */
    store?: boolean;
}

/** A request that the sandbox was asked. */
export interface SandboxRequest {
    /** The HTTP method. */
    readonly method: string;
    /** The whole URL. */
    readonly url: string;
    /** The headers; names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    /** The body's text, if there was one. */
    readonly body?: string;
}

/**
 * What the sandbox does to the next requests in place of answering them, or before. `delayMs` goes with each of the
 * others, and `cutAfterBytes` with `status`; the rest exclude each other.
 */
export interface SandboxFault {
    /** Answer with this status, from 200 to 599; nothing is read and nothing written. */
    status?: number;
    /** Headers of that answer. */
    headers?: Readonly<Record<string, string>>;
    /** Body of that answer: text as it is, all else as JSON. */
    body?: unknown;
    /** `fetch` rejects, as if the server were down: nothing is read and nothing written. */
    networkError?: boolean;
    /** The request is carried out, and then `fetch` rejects, as if the connection broke before the answer came. */
    loseAnswer?: boolean;
    /**
     * The request is carried out and answered, and reading the body fails after so many bytes, as if the connection
     * broke there. A body that is no longer than that arrives whole.
     */
    cutAfterBytes?: number;
    /** Milliseconds to wait before anything else. */
    delayMs?: number;
    /** How many requests this happens to. Default 1. */
    times?: number;
}

/** The platform's types, where the compiler knows them. */
type Platform<Name extends string, Otherwise> = typeof globalThis extends Record<Name, { prototype: infer Known }>
    ? Known
    : Otherwise;

/** What `fetch` of a sandbox may be given beside the URL. */
export interface SandboxFetchInit {
    /** Default `GET`. */
    method?: string;
    /** As `fetch` takes them. */
    headers?:
        | Readonly<Record<string, string>>
        | readonly (readonly [string, string])[]
        | {
              /** Calls back with each header. */
              forEach(callback: (value: string, name: string) => void): void;
          };
    /** Text, or anything that a `Response` can be made of. */
    body?: unknown;
    /** Ends the request: it rejects with the signal's reason. */
    signal?: Platform<"AbortSignal", object> | null;
    /** No answer of a sandbox is a redirect. */
    redirect?: string;
}

/** What a sandbox answers where the platform has no `Response`. */
export interface SandboxAnswer {
    /** The HTTP status. */
    readonly status: number;
    /** Whether it is a success. */
    readonly ok: boolean;
    /** Its headers. */
    readonly headers: {
        /** A header's value, whatever the capitals of its name; `null` if it is not there. */
        get(name: string): string | null;
    };
    /** The whole body. */
    text(): Promise<string>;
    /** The whole body, parsed. */
    json(): Promise<unknown>;
}

/**
 * A whole Pigello in memory: every resource and operation, with Django's meaning of every filter. Where the API does
 * not say what it means, the sandbox has a meaning of its own:
 *
 * - `_search` keeps the rows in whose texts, taken together, every word of it stands, whatever the capitals;
 * - `_statistics` answers `{ "count": n }`, the number of rows that the filters keep;
 * - an id list (`tags`, `customer_columns`, `global_segments`, ...) keeps the rows that hold one of the ids in a field
 *   of that name, or in a relation to what the name is the plural of; on a resource with neither it has no effect.
 */
export declare class Sandbox {
    /**
     * Begins with the rows of the seed.
     * @throws `ConfigError` of `pigello-client`, naming what is wrong with the seed.
     */
    constructor(options?: SandboxOptions);
    /** What to give as `baseUrl` to a client. */
    readonly baseUrl: string;
    /** What to give as `credentials`. */
    readonly credentials: SandboxCredentials;
    /** What to give as `fetch`. */
    readonly fetch: (
        this: void,
        input: string | Platform<"URL", { readonly href: string }> | Platform<"Request", { readonly url: string }>,
        init?: SandboxFetchInit,
    ) => Promise<Platform<"Response", SandboxAnswer>>;
    /** What it was asked, in order, up to 10 000 requests. */
    readonly requests: readonly SandboxRequest[];
    /** Something happens to the next requests. Faults wait in line, each for its `times`. */
    readonly failNext: (this: void, fault: SandboxFault) => void;
    /**
     * Rows that look real and are valid, the same for the same seed: a thousand begin with the same hundred that a
     * hundred are. Numbers, mail and telephone belong to nobody: personal numbers have the serials 980-999. Relations
     * lead to ids that all resources of the same seed share.
     *
     * The rows are bodies to create with: for `bulkWrite`, `create` or another sandbox's `seed`; this sandbox stays as
     * it is. With `store: true` it keeps them, and they are answered as it then holds them, `id` and `created_at`
     * included.
     * @throws `ConfigError` for an unknown resource or option.
     */
    readonly generate: <Row extends object = SandboxRow>(
        this: void,
        resource: string,
        count: number,
        options?: SandboxGenerateOptions,
    ) => Row[];
    /** All rows that it holds now, by resource: what would be the seed of a sandbox like this one. */
    readonly data: (this: void) => Record<string, SandboxRow[]>;
    /** Back to the seed: no requests, no faults, and nothing that was written or stored since. */
    readonly reset: (this: void) => void;
}
