// The public types of `pigello-client` that are the same for every resource. The build appends what Rust declares: the
// resources' own types, issues, field metadata.

/** `create` judges whole bodies; `update` only what is given, as PATCH takes it. */
export type WriteMode = "create" | "update";

/** Another object of the API, by its id: how relations are read and written. */
export interface Reference {
    /** Its uuid. */
    id: string;
}

/** What text is compared with. The operators with an `i` in front do not mind capitals. */
export interface TextOperators {
    /** The text stands in the value. */
    contains?: string | undefined;
    /** The value ends with the text. */
    endswith?: string | undefined;
    /** The text stands in the value; capitals do not count. */
    icontains?: string | undefined;
    /** The value ends with the text; capitals do not count. */
    iendswith?: string | undefined;
    /** The value is the text; capitals do not count. */
    iexact?: string | undefined;
    /** The value is one of these: not empty, and without commas inside. */
    in?: readonly string[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
    /** The value begins with the text; capitals do not count. */
    istartswith?: string | undefined;
    /** The value begins with the text. */
    startswith?: string | undefined;
}

/** What is negated: a value, or each of the operators by itself. */
export interface Negation<Condition> {
    /** What must not hold. */
    not?: Condition | undefined;
}

/** Text alone is an exact match. `not` negates a value, or each of its operators by itself. */
export type TextFilter = string | (TextOperators & Negation<string | TextOperators>);

/** What ids are compared with. */
export interface IdOperators {
    /** One of these uuids: at least one. */
    in?: readonly string[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
}

/** A uuid alone is an exact match. `not` negates a uuid, or each of its operators by itself. */
export type IdFilter = string | (IdOperators & Negation<string | IdOperators>);

/** Relations are filtered by the other object's uuid. */
export type ReferenceFilter = IdFilter;

/** What points in time are compared with: a `Date`, or ISO 8601 text. */
export interface DateTimeOperators {
    /** Later. */
    gt?: Date | string | undefined;
    /** Not earlier. */
    gte?: Date | string | undefined;
    /** One of these: at least one. */
    in?: readonly (Date | string)[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
    /** Earlier. */
    lt?: Date | string | undefined;
    /** Not later. */
    lte?: Date | string | undefined;
}

/** A point in time alone is an exact match. `not` negates it, or each of its operators by itself. */
export type DateTimeFilter = Date | string | (DateTimeOperators & Negation<Date | string | DateTimeOperators>);

/** What days are compared with: text, `YYYY-MM-DD`. A `Date` is no day: it would be another one in another zone. */
export interface DateOperators {
    /** Later. */
    gt?: string | undefined;
    /** Not earlier. */
    gte?: string | undefined;
    /** One of these: at least one. */
    in?: readonly string[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
    /** Earlier. */
    lt?: string | undefined;
    /** Not later. */
    lte?: string | undefined;
}

/** A day alone is an exact match. `not` negates it, or each of its operators by itself. */
export type DateFilter = string | (DateOperators & Negation<string | DateOperators>);

/** A day of which no operators are known. */
export type ExactDateFilter = string | Negation<string>;

/** What numbers are compared with. */
export interface NumberOperators {
    /** Greater. */
    gt?: number | undefined;
    /** Greater or equal. */
    gte?: number | undefined;
    /** One of these: at least one. */
    in?: readonly number[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
    /** Less. */
    lt?: number | undefined;
    /** Less or equal. */
    lte?: number | undefined;
}

/** A number alone is an exact match. `not` negates it, or each of its operators by itself. */
export type NumberFilter = number | (NumberOperators & Negation<number | NumberOperators>);

/** What is compared by size, where it is not known whether with numbers, days or times. */
export interface OrderedOperators {
    /** Greater, later. */
    gt?: number | string | Date | undefined;
    /** Greater or equal, not earlier. */
    gte?: number | string | Date | undefined;
    /** One of these: at least one. */
    in?: readonly (number | string | Date)[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
    /** Less, earlier. */
    lt?: number | string | Date | undefined;
    /** Less or equal, not later. */
    lte?: number | string | Date | undefined;
}

/** A value alone is an exact match. `not` negates it, or each of its operators by itself. `Known` are its operators. */
export type OrderedFilter<Known extends keyof OrderedOperators = keyof OrderedOperators> =
    | number
    | string
    | Date
    | (Pick<OrderedOperators, Known> & Negation<number | string | Date | Pick<OrderedOperators, Known>>);

/** What `true` and `false` are compared with. */
export interface BooleanOperators {
    /** One of these: at least one. */
    in?: readonly boolean[] | undefined;
    /** Whether there is no value. */
    isnull?: boolean | undefined;
}

/** `true` or `false` alone is an exact match. `not` negates it, or each of its operators by itself. */
export type BooleanFilter = boolean | (BooleanOperators & Negation<boolean | BooleanOperators>);

/** One undocumented list parameter, sent as given. */
export type ExtraValue = string | number | boolean | readonly (string | number | boolean)[];

/** What every way of listing takes. `undefined` and `{}` count as absent; `null` is refused. */
export interface CommonListOptions<Filter, OrderBy extends string> {
    /** Conditions that all must hold: by field, a value for an exact match or an object of operators. */
    filter?: Filter | undefined;
    /** The fields to order by, `-` in front for descending. Walks append `id`. */
    orderBy?: OrderBy | readonly OrderBy[] | undefined;
    /** Free text that the server searches for. */
    search?: string | undefined;
    /** Only rows that belong to these real estates: their uuids. */
    globalRealestates?: readonly string[] | undefined;
    /** Only rows that belong to these segments: their uuids. */
    globalSegments?: readonly string[] | undefined;
    /** List parameters that are not documented, sent as given. */
    extra?: Readonly<Record<string, ExtraValue | undefined>>;
}

/** `page` and `pageSize`: both or neither. */
export type PagePair =
    | {
          /** The page, from 1. */
          page: number;
          /** How many rows a page has. */
          pageSize: number;
      }
    | {
          /** Absent. */
          page?: undefined;
          /** Absent. */
          pageSize?: undefined;
      };

/** The options of one list request. */
export type ListOptions<Filter, OrderBy extends string, Parameters> = CommonListOptions<Filter, OrderBy> &
    Parameters &
    PagePair;

/** The options of a walk over pages. */
export type WalkOptions<Filter, OrderBy extends string, Parameters> = CommonListOptions<Filter, OrderBy> &
    Parameters & {
        /** The page to start at, from 1. Default 1. */
        page?: number | undefined;
        /** How many rows to ask for at once. Default 500. */
        pageSize?: number | undefined;
    };

/** The options of `first`, which asks for one row and has no pages. */
export type FirstOptions<Filter, OrderBy extends string, Parameters> = CommonListOptions<Filter, OrderBy> & Parameters;

/** A single-use iterator: nothing happens before the first `next()`, and leaving the loop aborts what is under way. */
export interface Walk<T> {
    /** The next value. Calls that overlap are answered one after the other. */
    next(): Promise<IteratorResult<T, undefined>>;
    /** Ends the walk and aborts what is under way. */
    return(): Promise<IteratorResult<T, undefined>>;
    /** Ends the walk like `return` and rejects with the error. */
    throw(error?: unknown): Promise<IteratorResult<T, undefined>>;
    /** The iterator itself. */
    [Symbol.asyncIterator](): Walk<T>;
}

/** Enough of an `AbortSignal` where the platform's types have none. */
export interface AbortSignalLike {
    /** Whether it is over. */
    readonly aborted: boolean;
    /** What calls reject with. */
    readonly reason?: unknown;
    /** Tells when. */
    addEventListener(type: "abort", listener: () => void): void;
    /** No longer tells. */
    removeEventListener(type: "abort", listener: () => void): void;
}

/** The platform's `AbortSignal`. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Platform } }
    ? Platform
    : AbortSignalLike;

/** Headers as `fetch` takes them: a `Headers`, pairs, or an object. */
export type HeadersInput =
    | Readonly<Record<string, string | undefined>>
    | readonly (readonly [string, string])[]
    | {
          /** Calls back with each header. */
          forEach(callback: (value: string, name: string) => void): void;
      };

/** Headers, or a function that is asked for them before each attempt. What it throws is what the call rejects with. */
export type HeadersSource = HeadersInput | (() => HeadersInput | undefined | PromiseLike<HeadersInput | undefined>);

/** What one call can have of its own, beside the client's options. */
export interface RequestOptions {
    /** Ends the call: it rejects with the signal's own reason, at once. */
    signal?: Signal | undefined;
    /** Milliseconds for each attempt, body included; 0: no limit. Default: the client's. */
    timeoutMs?: number | undefined;
    /** More headers; these win over the client's. Not `X-PIGELLO-…`, not `Content-Type`. */
    headers?: HeadersSource | undefined;
    /** How often to try again, or `false`. Default: the client's. */
    retry?: RetryOptions | false | undefined;
    /** `false`: send the body unchecked, save for what JSON cannot carry. Default: the client's. */
    validate?: boolean | undefined;
}

/** The options of `bulkWrite`. */
export interface BulkOptions extends RequestOptions {
    /** How many rows go in one request. Default 500. */
    chunkSize?: number | undefined;
    /** Told after each chunk. One that throws is ignored. */
    onProgress?: ((progress: BulkProgress) => void) | undefined;
}

/** A row for `bulkWrite`: with an `id` it updates what is given, without one it creates. */
export type BulkRow<Create, Update> =
    | (Create & {
          /** None: the row is created. */
          id?: "" | null;
      })
    | (Update & {
          /** The uuid of the row that is updated. */
          id: string;
      });

/**
 * Every method a resource can have; {@link ResourceClient} picks those that the API offers. What can go wrong with any of
 * them: {@link ApiError} and its subclasses where the server says no, {@link NetworkError} and {@link TimeoutError} where
 * there is no answer, {@link DecodeError} where it is not what the API promises. They reject, and never throw.
 */
export interface ResourceMethods<Read, Create, Update, Filter, OrderBy extends string, Parameters> {
    /**
     * One list request.
     * @throws {@link FilterError} for wrong options: nothing was sent.
     */
    list(this: void, options?: ListOptions<Filter, OrderBy, Parameters>, request?: RequestOptions): Promise<Read[]>;
    /**
     * Walks the pages, 500 rows each unless `pageSize` says otherwise, ordered by `id` at the last. The walk ends at an
     * empty page.
     *
     * It is no snapshot: a row that is inserted meanwhile may come or not, one that moves back a page comes twice, and for
     * each row deleted meanwhile another one may be left out. To delete what a walk finds, take its `ids` first.
     * @throws {@link FilterError} at the first page, for wrong options: nothing was sent.
     */
    pages(this: void, options?: WalkOptions<Filter, OrderBy, Parameters>, request?: RequestOptions): Walk<Read[]>;
    /**
     * Walks the rows, page by page, as {@link ResourceMethods.pages} does.
     * @throws {@link FilterError} at the first row, for wrong options: nothing was sent.
     */
    iterate(this: void, options?: WalkOptions<Filter, OrderBy, Parameters>, request?: RequestOptions): Walk<Read>;
    /**
     * All rows from one request, each as it arrives; memory does not grow with their number. `timeoutMs` holds until the
     * headers are in, then between two pieces while a row is awaited.
     * @throws {@link FilterError} at the first row, for wrong options: nothing was sent.
     */
    stream(this: void, options?: ListOptions<Filter, OrderBy, Parameters>, request?: RequestOptions): Walk<Read>;
    /**
     * The ids of all rows, page by page.
     * @throws {@link FilterError} for wrong options: nothing was sent.
     */
    ids(this: void, options?: WalkOptions<Filter, OrderBy, Parameters>, request?: RequestOptions): Promise<string[]>;
    /**
     * The first row, or `undefined`.
     * @throws {@link FilterError} for wrong options: nothing was sent.
     */
    first(
        this: void,
        options?: FirstOptions<Filter, OrderBy, Parameters>,
        request?: RequestOptions,
    ): Promise<Read | undefined>;
    /**
     * The server's statistics over the rows, as they come: their form is not documented.
     * @throws {@link FilterError} for wrong options: nothing was sent.
     */
    statistics(
        this: void,
        options?: ListOptions<Filter, OrderBy, Parameters>,
        request?: RequestOptions,
    ): Promise<unknown>;
    /**
     * One object by its uuid.
     * @throws {@link NotFoundError} if the server does not have it, {@link ValidationError} if the id is no uuid.
     */
    get(this: void, id: string, request?: RequestOptions): Promise<Read>;
    /**
     * Objects by their uuids, in the order of these; `undefined` where the server does not have one. Asks for as many at
     * once as a URL holds.
     * @throws {@link ValidationError} if an id is no uuid: nothing was sent.
     */
    getMany(this: void, ids: readonly string[], request?: RequestOptions): Promise<(Read | undefined)[]>;
    /**
     * Creates an object and answers it as the server has it.
     * @throws {@link ValidationError} with all that is wrong: nothing was sent.
     */
    create(this: void, body: Create, request?: RequestOptions): Promise<Read>;
    /**
     * Changes what is given: `null` clears a field, an absent one is left alone. Read-only fields are not sent.
     * @throws {@link ValidationError} with all that is wrong: nothing was sent; {@link NotFoundError} if the server does not
     * have it.
     */
    update(this: void, id: string, changes: Update, request?: RequestOptions): Promise<Read>;
    /**
     * Deletes an object. A 404 after a try whose answer was lost means that it is deleted.
     * @throws {@link NotFoundError} if the server does not have it, {@link ValidationError} if the id is no uuid.
     */
    delete(this: void, id: string, request?: RequestOptions): Promise<void>;
    /**
     * Creates and updates many, in chunks, and answers them in the order given. Every row is checked before the first
     * request.
     * @throws {@link ValidationError} with paths that begin with the row's index; {@link BulkWriteError} when a chunk
     * failed: it says what was written.
     */
    bulkWrite(this: void, rows: readonly BulkRow<Create, Update>[], options?: BulkOptions): Promise<Read[]>;
    /** Invites someone. What the API takes and answers is not documented: both are sent and handed over as they are. */
    invite(this: void, body?: unknown, request?: RequestOptions): Promise<unknown>;
}

/** What would be sent, without the client's secret. */
export interface PreparedRequest {
    /** The HTTP method. */
    readonly method: string;
    /** The whole URL. */
    readonly url: string;
    /** The headers, but for those that a function gives: it is asked before each attempt. */
    readonly headers: Readonly<Record<string, string>>;
    /** JSON. */
    readonly body?: string;
    /** The same as a command for a shell, to be run once `[secret]` is replaced. */
    toCurl(this: void): string;
}

/** The same methods, which send nothing: they answer their first request, and throw what is wrong with it. */
export type Prepare<Methods> = {
    readonly [Name in keyof Methods]: Methods[Name] extends (...given: infer Given) => unknown
        ? (this: void, ...given: Given) => PreparedRequest
        : never;
};

/** What a resource offers: the operations that the API has for it. */
export type ResourceClient<
    Read,
    Create,
    Update,
    Filter,
    OrderBy extends string,
    Parameters,
    Operations extends string,
> = OfferedMethods<Read, Create, Update, Filter, OrderBy, Parameters, Operations> & {
    /** What each method would send, without sending it. */
    readonly prepare: Prepare<OfferedMethods<Read, Create, Update, Filter, OrderBy, Parameters, Operations>>;
};

/** The methods of the operations that the API has. */
export type OfferedMethods<
    Read,
    Create,
    Update,
    Filter,
    OrderBy extends string,
    Parameters,
    Operations extends string,
> = Pick<
    ResourceMethods<Read, Create, Update, Filter, OrderBy, Parameters>,
    | ("list" extends Operations ? "list" | "pages" | "iterate" | "stream" | "ids" | "first" | "statistics" : never)
    | ("get" extends Operations ? "getMany" : never)
    | Extract<Operations, "get" | "create" | "update" | "delete" | "bulkWrite" | "invite">
>;

/** The platform's `Headers`. */
export type PlatformHeaders = typeof globalThis extends { Headers: { prototype: infer Platform } }
    ? Platform
    : {
          /** Calls back with each header. */
          forEach(callback: (value: string, name: string) => void): void;
      };

/** What `fetch` is called with. */
export interface FetchInit {
    /** `GET`, `POST`, `PATCH` or `DELETE`. */
    method: string;
    /** The headers, ours and the caller's: a `Headers`, or an object where the engine has none. */
    headers: PlatformHeaders | Record<string, string>;
    /** JSON. */
    body?: string;
    /** No redirect is followed: the client's secret must not travel on. */
    redirect: "manual";
    /** Aborts the attempt. */
    signal: Signal;
}

/** What `fetch` must answer; a `Response` will do. */
export interface FetchAnswer {
    /** The HTTP status. */
    readonly status: number;
    /** Its headers. */
    readonly headers: {
        /** A header's value, whatever the capitals of its name; `null` if it is not there. */
        get(name: string): string | null;
    };
    /** A stream of bytes, if there is one. */
    readonly body?: unknown;
    /** The whole body as text. */
    text(): PromiseLike<string>;
}

/** What an observer is told. The client's secret stands nowhere in it. */
export interface CallEvent {
    /** The HTTP method. */
    readonly method: string;
    /** The whole URL. */
    readonly url: string;
    /** Which try this is, from 1. */
    readonly attempt: number;
    /** The answer's status, where there is an answer. */
    readonly status?: number;
    /** In `onRetry`: how long the next try waits, in milliseconds. */
    readonly delayMs?: number;
    /** What went wrong, where something did. */
    readonly error?: PigelloError;
}

/** The options of a client that have a default, or need none. */
export interface CommonOptions {
    /** More headers for every call. Not `X-PIGELLO-…`, not `Content-Type`. */
    headers?: HeadersSource | undefined;
    /** Used in place of the platform's `fetch`, and called as `fetch(url, init)`. */
    fetch?: ((url: string, init: FetchInit) => PromiseLike<FetchAnswer>) | undefined;
    /** Milliseconds for each attempt, body included; 0: no limit. Default 30 000. */
    timeoutMs?: number | undefined;
    /** How often to try again, or `false`. Default: three tries in all, waits of 200 ms and more, up to 20 s. */
    retry?: RetryOptions | false | undefined;
    /** How many requests at once; the others wait their turn. Default 8. */
    concurrency?: number | undefined;
    /** Check bodies before sending them. Default `true`. */
    validate?: boolean | undefined;
    /** Check answers against the model; those that do not fit are a {@link DecodeError}. Default `false`. */
    checkResponses?: boolean | undefined;
    /** Fields that no one declared: refuse them, or pass them on. Default `"reject"`. */
    unknownFields?: "reject" | "pass" | undefined;
    /** The language of issue messages, as a language tag: `sv…` is Swedish, all else English. Default `"en"`. */
    locale?: string | undefined;
    /** The longest URL to send, in characters. Default 8 000. */
    maxUrlLength?: number | undefined;
    /** Told before each attempt. One that throws is ignored. */
    onRequest?: ((event: CallEvent) => void) | undefined;
    /** Told after each answer. One that throws is ignored. */
    onResponse?: ((event: CallEvent) => void) | undefined;
    /** Told before the wait for another try. One that throws is ignored. */
    onRetry?: ((event: CallEvent) => void) | undefined;
}

/** The options of a client: where the API is, who asks, and how. */
export type PigelloOptions = CommonOptions &
    (
        | {
              /** `api` or `dev.api`: the API is at `https://{environment}.pigello.io`. Never a default. */
              environment: string;
              /** An address of one's own, a proxy or a sandbox; it wins over `environment`. */
              baseUrl?: string | undefined;
              /** All seven. */
              credentials: Credentials;
          }
        | {
              /** `api` or `dev.api`; `baseUrl` wins over it. */
              environment?: string | undefined;
              /** An address of one's own, a proxy or a sandbox. May hold a path, and be relative in a browser. */
              baseUrl: string;
              /** All seven, or none where a proxy adds them: a browser must not hold the secret. */
              credentials?: Credentials | undefined;
          }
    );

/** What `fromEnv` takes beside the environment's variables, and above them. */
export interface EnvironmentOptions extends CommonOptions {
    /** In place of `PIGELLO_ENVIRONMENT`. */
    environment?: string | undefined;
    /** In place of `PIGELLO_BASE_URL`. */
    baseUrl?: string | undefined;
    /** In place of the seven variables. */
    credentials?: Credentials | undefined;
}

/** The options of `request`. */
export interface RawRequestOptions extends RequestOptions {
    /** Parameters of the URL, sent as given. */
    query?: Readonly<Record<string, ExtraValue | undefined>>;
    /** Any value that JSON can carry. */
    body?: unknown | undefined;
}

/** A client of the Pigello Core API. Its resources hang under their applications. */
export declare class Pigello {
    /**
     * Checks the options and sends nothing.
     * @throws {@link ConfigError} naming what is wrong.
     */
    constructor(options: PigelloOptions);
    /**
     * A client from environment variables: `PIGELLO_ENVIRONMENT` or `PIGELLO_BASE_URL`, and one for each credential,
     * `PIGELLO_CUSTOMER_ID` to `PIGELLO_CLIENT_SECRET`. An empty variable counts as absent.
     */
    static fromEnv(
        this: void,
        env: Readonly<Record<string, string | undefined>>,
        options?: EnvironmentOptions,
    ): Pigello;
    /**
     * The way around: any path of the API. Answers JSON if the server says so, else text, `undefined` when empty.
     * @param path Begins with `/`, and has no host, `..` or query: credentials never leave `baseUrl`.
     * @throws {@link ConfigError} for another path or wrong options: nothing was sent. Else as every method.
     */
    readonly request: (this: void, method: string, path: string, options?: RawRequestOptions) => Promise<unknown>;
}

/** The options of a schema's methods. */
export interface SchemaOptions {
    /** `create` judges whole bodies, `update` only what is given. Default `"create"`. */
    mode?: WriteMode | undefined;
    /** The language of messages, as a language tag: `sv…` is Swedish, all else English. Default `"en"`. */
    locale?: string | undefined;
    /** Fields that no one declared: refuse them, or pass them on. Default `"reject"`. */
    unknownFields?: "reject" | "pass" | undefined;
    /** How values are given: as they are sent, or as the inputs of a form hold them. Default `"json"`. */
    input?: "json" | "form" | undefined;
    /**
     * The names of the inputs that a form shows: a boolean or an array among them that is absent is `false` or `[]`. Of an
     * `HTMLFormElement` they are known.
     */
    fields?: readonly string[] | undefined;
}

/** The options of `validateAll`. */
export interface RowsOptions extends SchemaOptions {
    /** How to judge every row. Default: a row with an `id` as `update`, one without as `create`. */
    mode?: WriteMode | undefined;
    /**
     * Stop looking after so many issues. Default: all of them; only after 100 000 rows that are `undefined` (an array
     * may claim any length) no further row is looked at.
     */
    maxIssues?: number | undefined;
}

/** A valid value as it would be sent, or all that is wrong. */
export type ValidationResult<Value> =
    | {
          /** There is nothing wrong. */
          readonly valid: true;
          /** A new plain object, exactly what would be sent. */
          readonly value: Value;
          /** Empty. */
          readonly issues: readonly [];
      }
    | {
          /** Something is wrong. */
          readonly valid: false;
          /** Absent. */
          readonly value?: undefined;
          /** One for each field at most, in the order of the API's page. */
          readonly issues: readonly Issue[];
      };

/** What is wrong with many rows; each path begins with the row's index. */
export interface RowsResult {
    /** Whether there are no issues. */
    readonly valid: boolean;
    /** In the order of the rows. */
    readonly issues: readonly Issue[];
}

/** The answer of a Standard Schema. */
export type StandardResult<Output> =
    | {
          /** What would be sent. */
          readonly value: Output;
          /** Absent: nothing is wrong. */
          readonly issues?: undefined;
      }
    | {
          /** All that is wrong. */
          readonly issues: readonly Issue[];
      };

/** Standard Schema, version 1: what form libraries look for. */
export interface StandardSchema<Input, Output> {
    /** The version of the standard. */
    readonly version: 1;
    /** Who made the schema. */
    readonly vendor: "pigello-client";
    /** Validates, at once and synchronously. */
    readonly validate: (value: unknown) => StandardResult<Output>;
    /** For types only. */
    readonly types?:
        | {
              /** Of what `validate` takes. */
              readonly input: Input;
              /** Of what it answers. */
              readonly output: Output;
          }
        | undefined;
    /** Standard JSON Schema, version 1: what is known of each field by itself. */
    readonly jsonSchema: {
        /** What `validate` takes. */
        readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
        /** What would be sent. */
        readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
}

/** The options of a Standard JSON Schema. */
export interface JsonSchemaOptions {
    /** Which dialect; a {@link ConfigError} is thrown for any but these three. */
    readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
    /** What the standard leaves to libraries: nothing here. */
    readonly libraryOptions?: Record<string, unknown> | undefined;
}

/** The model of a resource: validation, list options and metadata, without a client and without a network. */
export interface Schema<
    Read,
    Create,
    Update,
    Form,
    Filter,
    OrderBy extends string,
    Parameters,
    Mode extends WriteMode = "create",
    Given extends "json" | "form" = "json",
> {
    /** The API's name. */
    readonly name: string;
    /** Where the resource lives, from the first slash to the last. */
    readonly basePath: string;
    /** The operations that the API offers. */
    readonly operations: readonly ("list" | "bulkWrite" | "create" | "get" | "update" | "delete" | "invite")[];
    /** How much of the resource is documented. */
    readonly documented: "complete" | "partial" | "name only";
    /** What is known of each field, by name, in the order of the API's page. */
    readonly fields: { readonly [Name in keyof Read]-?: FieldInfo };
    /** The operators of each field that lists can be filtered by. */
    readonly filters: { readonly [Name in keyof Filter]-?: readonly string[] };
    /**
     * Judges a body and answers a clean copy of it, or all issues at once. Never throws over its input.
     * @throws {@link ConfigError} for wrong options.
     */
    validate<M extends WriteMode = Mode>(
        this: void,
        input: unknown,
        options?: SchemaOptions & { mode?: M },
    ): ValidationResult<M extends "update" ? Update : Create>;
    /**
     * Judges one field, for each keystroke: no issue, or one.
     * @throws {@link ConfigError} for wrong options.
     */
    validateField(
        this: void,
        name: (keyof Read & string) | (string & {}),
        value: unknown,
        options?: SchemaOptions,
    ): readonly Issue[];
    /**
     * Judges many rows, or their JSON text. Never throws over its input: text that is no JSON is an issue.
     * @throws {@link ConfigError} for wrong options.
     */
    validateAll(this: void, rows: readonly unknown[] | string, options?: RowsOptions): RowsResult;
    /**
     * The body that a form stands for, judged like any other: text is trimmed and becomes what each field is. A form is
     * `FormData`, `URLSearchParams`, an `HTMLFormElement` or a plain object, as inputs give it. What is no field is left
     * out.
     * @throws {@link ConfigError} for wrong options.
     */
    parseForm<M extends WriteMode = Mode>(
        this: void,
        form: unknown,
        options?: SchemaOptions & { mode?: M },
    ): ValidationResult<M extends "update" ? Update : Create>;
    /** What the inputs of an edit form hold for a row that was read: `parseForm` makes the same of it again. */
    toFormValues(this: void, read: Partial<Read>): Form;
    /**
     * What of an answer does not fit the read model: presence, `null`, types, and the form of uuids and date-times. Lengths,
     * patterns and check digits are not looked at.
     */
    check(this: void, value: unknown): readonly Issue[];
    /**
     * The same schema with these as its defaults.
     * @throws {@link ConfigError} for wrong options.
     */
    with<const Options extends SchemaOptions>(
        this: void,
        options: Options,
    ): Schema<
        Read,
        Create,
        Update,
        Form,
        Filter,
        OrderBy,
        Parameters,
        Options extends { mode: infer M extends WriteMode } ? M : Mode,
        Options extends { input: infer G extends "json" | "form" } ? G : Given
    >;
    /**
     * The query string that `list` would send, without `?`.
     * @throws {@link FilterError} naming what is wrong.
     */
    query(this: void, options?: ListOptions<Filter, OrderBy, Parameters>): string;
    /** Standard Schema and Standard JSON Schema, version 1. */
    readonly "~standard": StandardSchema<
        Given extends "form" ? Form : Mode extends "update" ? Update : Create,
        Mode extends "update" ? Update : Create
    >;
}

/** What went wrong, in one word. */
export type ErrorKind =
    | "config"
    | "validation"
    | "filter"
    | "api"
    | "network"
    | "timeout"
    | "decode"
    | "bulk"
    | "internal";

/**
 * All errors of `pigello-client`. `instanceof` holds across copies of the package and across realms. One of kind
 * `internal` is a bug of ours.
 */
export declare class PigelloError extends Error {
    protected constructor();
    /** Whether a value is such an error; the same test as `instanceof`. */
    static is(this: void, value: unknown): value is PigelloError;
    /** What went wrong. */
    readonly kind: ErrorKind;
    /** What lay behind it, where there is something. */
    readonly cause?: unknown;
    /** All that the error carries, but its cause and its stack. */
    toJSON(): Record<string, unknown>;
}

/** Wrong options or wrong use. */
export declare class ConfigError extends PigelloError {
    static is(this: void, value: unknown): value is ConfigError;
    readonly kind: "config";
}

/** A body or an id is wrong: nothing was sent. */
export declare class ValidationError extends PigelloError {
    static is(this: void, value: unknown): value is ValidationError;
    readonly kind: "validation";
    /** All that is wrong. */
    readonly issues: readonly Issue[];
}

/** List options are wrong: nothing was sent. */
export declare class FilterError extends PigelloError {
    static is(this: void, value: unknown): value is FilterError;
    readonly kind: "filter";
    /** All that is wrong. */
    readonly issues: readonly Issue[];
}

/** The server answered, and said no. */
export declare class ApiError extends PigelloError {
    static is(this: void, value: unknown): value is ApiError;
    readonly kind: "api";
    /** The HTTP status; 0 for a redirect in a browser, which hides it. */
    readonly status: number;
    /** The request's method. */
    readonly method: string;
    /** The request's URL. */
    readonly url: string;
    /** The answer's body: parsed if it is JSON, else its text. */
    readonly body: unknown;
    /** The body's field errors, where it has some. */
    readonly issues: readonly Issue[];
    /** How long the server asked to wait, in milliseconds. */
    readonly retryAfterMs?: number;
    /** How many tries were made. */
    readonly attempts: number;
}

/** 400 or 422: the server does not accept what was sent. */
export declare class BadRequestError extends ApiError {
    static is(this: void, value: unknown): value is BadRequestError;
}

/** 401: the credentials are missing or wrong. */
export declare class AuthenticationError extends ApiError {
    static is(this: void, value: unknown): value is AuthenticationError;
}

/** 403: the credentials do not allow this. */
export declare class PermissionError extends ApiError {
    static is(this: void, value: unknown): value is PermissionError;
}

/** 404: the server does not have it. */
export declare class NotFoundError extends ApiError {
    static is(this: void, value: unknown): value is NotFoundError;
}

/** 409: it conflicts with what the server has. */
export declare class ConflictError extends ApiError {
    static is(this: void, value: unknown): value is ConflictError;
}

/** 429: too many requests. */
export declare class RateLimitError extends ApiError {
    static is(this: void, value: unknown): value is RateLimitError;
}

/** 5xx: the server failed. */
export declare class ServerError extends ApiError {
    static is(this: void, value: unknown): value is ServerError;
}

/** There was no answer. In a browser CORS is a possible cause. */
export declare class NetworkError extends PigelloError {
    static is(this: void, value: unknown): value is NetworkError;
    readonly kind: "network";
    /** How many tries were made. */
    readonly attempts: number;
}

/** The answer took too long. */
export declare class TimeoutError extends PigelloError {
    static is(this: void, value: unknown): value is TimeoutError;
    readonly kind: "timeout";
    /** The limit, in milliseconds. */
    readonly timeoutMs: number;
    /** How many tries were made. */
    readonly attempts: number;
}

/** The answer is not what the API promises. */
export declare class DecodeError extends PigelloError {
    static is(this: void, value: unknown): value is DecodeError;
    readonly kind: "decode";
    /** The HTTP status. */
    readonly status: number;
    /** The beginning of what came. */
    readonly snippet: string;
    /** Under `checkResponses`: what does not fit. */
    readonly issues: readonly Issue[];
}

/** Rows from `start` up to `end`, which is not among them, of those given to `bulkWrite`. */
export interface RowRange {
    /** The first row, from 0. */
    readonly start: number;
    /** The row after the last. */
    readonly end: number;
}

/** `bulkWrite` stopped on its way. Look before sending again what is `unknown`. */
export declare class BulkWriteError extends PigelloError {
    static is(this: void, value: unknown): value is BulkWriteError;
    readonly kind: "bulk";
    /** What the server wrote, in the order given. */
    readonly written: readonly Readonly<Record<string, unknown>>[];
    /** The chunk that failed: `rejected` wrote nothing, `unknown` may have. Absent when stopped between two chunks. */
    readonly failed?: RowRange & {
        /** `rejected`: nothing of it was written; `unknown`: nobody knows. */
        readonly outcome: "rejected" | "unknown";
    };
    /** The rows that were not sent. */
    readonly remaining: RowRange;
    /** The server's field errors; paths begin with the row's index in the whole call. */
    readonly issues: readonly Issue[];
}

/** Where client.wasm lies, or what it holds, in the form of a URL, a `Response`, bytes or a `WebAssembly.Module`. */
export type InitInput =
    | string
    | {
          /** A `URL`. */
          readonly href: string;
      }
    | {
          /** A `Response`: its HTTP status. */
          readonly status: number;
          /** Its body. */
          arrayBuffer(): PromiseLike<ArrayBuffer>;
      }
    | ArrayBuffer
    | ArrayBufferView
    | CompiledModule;

/** A `WebAssembly.Module`, of which TypeScript knows no members. */
export type CompiledModule = object;

/** Nothing to wait for in this entry: it loads itself at first need. Resolves at once, whatever it is given. */
export declare function init(input?: InitInput | PromiseLike<InitInput>): Promise<void>;
