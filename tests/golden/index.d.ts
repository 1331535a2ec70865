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

/**
 * A client of the organization's from outside.
 *
 * `Externalclient` of the API, at `/organization/externalclient/`.
 */
export interface ExternalClient {
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new ExternalClient: what `create` takes. */
export interface ExternalClientCreate {
}

/** Changes to ExternalClient: `null` clears, what is absent stays. */
export interface ExternalClientUpdate {
}

/** ExternalClient as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface ExternalClientForm {
}

/** What lists of ExternalClient can be filtered by. */
export interface ExternalClientFilter {
    /** No filter is known: what you know of goes into `extra`. */
    [unknown: string]: undefined;
}

/** What lists of ExternalClient can be ordered by; `-` is descending. */
export type ExternalClientOrderBy =
| (string & {});

/** List options of ExternalClient beyond the common ones. */
export interface ExternalClientParameters {
}

/** The options of `list` for ExternalClient. */
export type ExternalClientListOptions = ListOptions<ExternalClientFilter, ExternalClientOrderBy, ExternalClientParameters>;

export interface OrganizationResources {
    /**
     * A client of the organization's from outside.
     *
     * `list` follows the API's common template: no page of the API shows it.
     *
     * `bulkWrite` follows the API's common template: no page of the API shows it.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly externalClient: ResourceClient<ExternalClient, ExternalClientCreate | (ExternalClientCreate & Record<string, unknown>), ExternalClientUpdate | (ExternalClientUpdate & Record<string, unknown>), ExternalClientFilter, ExternalClientOrderBy, ExternalClientParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A client of the organization's from outside.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const ExternalClient: Schema<ExternalClient, ExternalClientCreate | (ExternalClientCreate & Record<string, unknown>), ExternalClientUpdate | (ExternalClientUpdate & Record<string, unknown>), ExternalClientForm, ExternalClientFilter, ExternalClientOrderBy, ExternalClientParameters>;

/**
 * A company of the organization's, with books of its own.
 *
 * `Company` of the API, at `/organization/company/`.
 */
export interface Company {
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new Company: what `create` takes. */
export interface CompanyCreate {
}

/** Changes to Company: `null` clears, what is absent stays. */
export interface CompanyUpdate {
}

/** Company as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface CompanyForm {
}

/** What lists of Company can be filtered by. */
export interface CompanyFilter {
    /** Days until bookkeeping is confirmed (Dagar tills bokföringen bekräftas). */
    auto_confirm_bookkeeping_after_days?: NumberFilter | undefined;
    /** Bookkeeping locked until (Bokföringen låst till). */
    bookkeeping_locked_to?: OrderedFilter | undefined;
    /** First bookkeeping month (Bokföringens startmånad). */
    bookkeeping_month_start?: OrderedFilter<"gt" | "gte" | "in"> | undefined;
}

/** What lists of Company can be ordered by; `-` is descending. */
export type CompanyOrderBy =
| (string & {});

/** List options of Company beyond the common ones. */
export interface CompanyParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
    /** `has_brf_company`. */
    hasBrfCompany?: boolean | undefined;
}

/** The options of `list` for Company. */
export type CompanyListOptions = ListOptions<CompanyFilter, CompanyOrderBy, CompanyParameters>;

export interface OrganizationResources {
    /**
     * A company of the organization's, with books of its own.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly company: ResourceClient<Company, CompanyCreate | (CompanyCreate & Record<string, unknown>), CompanyUpdate | (CompanyUpdate & Record<string, unknown>), CompanyFilter, CompanyOrderBy, CompanyParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A company of the organization's, with books of its own.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const Company: Schema<Company, CompanyCreate | (CompanyCreate & Record<string, unknown>), CompanyUpdate | (CompanyUpdate & Record<string, unknown>), CompanyForm, CompanyFilter, CompanyOrderBy, CompanyParameters>;

/**
 * A field of a resource, as its page has it.
 */
export interface FieldInfo {
    /**
     * The API's name.
     */
    name: string;
    /**
     * For people. The API has none: ours.
     */
    label: Label;
    /**
     * `string`, `boolean`, `integer`, `number`, `reference` (`{ id }`), `array`, `object` or `any`.
     */
    type: string;
    /**
     * Must be given when creating; of a read-only field: stands in every answer.
     */
    required: boolean;
    /**
     * May be `null`.
     */
    nullable: boolean;
    /**
     * Only the server writes it.
     */
    readOnly: boolean;
    /**
     * It is written, and no answer holds it.
     */
    writeOnly?: boolean;
    /**
     * The most characters, in code points.
     */
    maxLength?: number;
    /**
     * The fewest characters, in code points.
     */
    minLength?: number;
    /**
     * The pattern, in the API's own (Python's) spelling.
     */
    pattern?: string;
    /**
     * `email`, `luhn`, `url`, `gln13`, `uuid`, `date` or `date-time`.
     */
    format?: string;
    /**
     * The least number.
     */
    minimum?: number;
    /**
     * The greatest number.
     */
    maximum?: number;
    /**
     * The values there are; where the API's page shows ten there may be more, and they are not checked.
     */
    enum?: readonly (string | number)[];
    /**
     * There may be more values than `enum` has.
     */
    enumIsOpen?: boolean;
    /**
     * The resource that a reference points to, or the references of an array, named as the API names it.
     */
    target?: string;
    /**
     * Rules beyond its own content; `unique` is for the server alone to judge, and so is the order of a pair whose
     * names do not tell it.
     */
    rules?: FieldRule[];
    /**
     * Of what type the elements of an array are.
     */
    items?: string;
    /**
     * A sentence about it.
     */
    doc?: string;
    /**
     * Attributes for its HTML input.
     */
    input: FieldInput;
}

/**
 * A kind of work that users are engaged in.
 *
 * `Workengagement` of the API, at `/accounts/users/organization/workengagement/`.
 */
export interface WorkEngagement {
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Name (Namn). Required. At most 255 characters. */
    name?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** Templates for notifications (Mallar för notiser). */
    template_notifications?: Array<Record<string, unknown>> | null;
    /** Tags (Taggar). Read-only: the server writes it. */
    tags?: unknown;
    /** Color code (Färgkod). Matches `^(?:[0-9a-fA-F]{3}){1,2}$`. At most 7 characters. */
    color_code?: string | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at?: string;
    /** Templates for text message notifications (Mallar för sms-notiser). */
    template_sms_notifications?: Array<Record<string, unknown>> | null;
    /** Templates for email notifications (Mallar för e-postnotiser). */
    template_email_notifications?: Array<Record<string, unknown>> | null;
    /** Customer columns (Kundkolumner). Read-only: the server writes it. */
    customer_columns?: unknown;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new WorkEngagement: what `create` takes. */
export interface WorkEngagementCreate {
    /** Name (Namn). Required. At most 255 characters. */
    name: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Templates for notifications (Mallar för notiser). */
    template_notifications?: ReadonlyArray<object> | null | undefined;
    /** Color code (Färgkod). Matches `^(?:[0-9a-fA-F]{3}){1,2}$`. At most 7 characters. */
    color_code?: string | null | undefined;
    /** Templates for text message notifications (Mallar för sms-notiser). */
    template_sms_notifications?: ReadonlyArray<object> | null | undefined;
    /** Templates for email notifications (Mallar för e-postnotiser). */
    template_email_notifications?: ReadonlyArray<object> | null | undefined;
}

/** Changes to WorkEngagement: `null` clears, what is absent stays. */
export interface WorkEngagementUpdate {
    /** Name (Namn). Required. At most 255 characters. */
    name?: string | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Templates for notifications (Mallar för notiser). */
    template_notifications?: ReadonlyArray<object> | null | undefined;
    /** Color code (Färgkod). Matches `^(?:[0-9a-fA-F]{3}){1,2}$`. At most 7 characters. */
    color_code?: string | null | undefined;
    /** Templates for text message notifications (Mallar för sms-notiser). */
    template_sms_notifications?: ReadonlyArray<object> | null | undefined;
    /** Templates for email notifications (Mallar för e-postnotiser). */
    template_email_notifications?: ReadonlyArray<object> | null | undefined;
}

/** WorkEngagement as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface WorkEngagementForm {
    /** Name (Namn). Required. At most 255 characters. */
    name?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Templates for notifications (Mallar för notiser). */
    template_notifications?: readonly string[];
    /** Color code (Färgkod). Matches `^(?:[0-9a-fA-F]{3}){1,2}$`. At most 7 characters. */
    color_code?: string;
    /** Templates for text message notifications (Mallar för sms-notiser). */
    template_sms_notifications?: readonly string[];
    /** Templates for email notifications (Mallar för e-postnotiser). */
    template_email_notifications?: readonly string[];
}

/** What lists of WorkEngagement can be filtered by. */
export interface WorkEngagementFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
    /** Color code (Färgkod). */
    color_code?: TextFilter | undefined;
    /** Created (Skapad). */
    created_at?: DateTimeFilter | undefined;
}

/** What lists of WorkEngagement can be ordered by; `-` is descending. */
export type WorkEngagementOrderBy =
| "id"
| "-id"
| "color_code"
| "-color_code"
| "created_at"
| "-created_at"
| (string & {});

/** List options of WorkEngagement beyond the common ones. */
export interface WorkEngagementParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
}

/** The options of `list` for WorkEngagement. */
export type WorkEngagementListOptions = ListOptions<WorkEngagementFilter, WorkEngagementOrderBy, WorkEngagementParameters>;

export interface AccountsResources {
    /**
     * A kind of work that users are engaged in.
     *
     * `bulkWrite` follows the API's common template: no page of the API shows it.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly workEngagement: ResourceClient<WorkEngagement, WorkEngagementCreate | (WorkEngagementCreate & Record<string, unknown>), WorkEngagementUpdate | (WorkEngagementUpdate & Record<string, unknown>), WorkEngagementFilter, WorkEngagementOrderBy, WorkEngagementParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A kind of work that users are engaged in.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const WorkEngagement: Schema<WorkEngagement, WorkEngagementCreate | (WorkEngagementCreate & Record<string, unknown>), WorkEngagementUpdate | (WorkEngagementUpdate & Record<string, unknown>), WorkEngagementForm, WorkEngagementFilter, WorkEngagementOrderBy, WorkEngagementParameters>;

/**
 * A label in both languages.
 */
export interface Label {
    /**
     * English.
     */
    en: string;
    /**
     * Swedish.
     */
    sv: string;
}

/**
 * A person to contact at an external client.
 *
 * `Externalclientcontactperson` of the API, at `/organization/externalclientcontactperson/`.
 */
export interface ExternalClientContactPerson {
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id: string;
    /** Name (Namn). Required. At most 255 characters. */
    name: string;
    /** External client (Extern kund). Required. The id of a `Externalclient`. */
    external_client: Reference;
    /** Title (Titel). Required. At most 255 characters. */
    title: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn: string | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at: string;
    /** Tags (Taggar). Read-only: the server writes it. */
    tags: unknown;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id: string | null;
    /** Customer columns (Kundkolumner). Read-only: the server writes it. */
    customer_columns: unknown;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no: string | null;
    /** First name (Förnamn). At most 255 characters. */
    first_name: string | null;
    /** Email (E-post). An email address. At most 254 characters. */
    email: string | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization: Reference | null;
    /** Company name (Företagsnamn). At most 255 characters. */
    corporate_name: string | null;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number: string | null;
    /** Last name (Efternamn). At most 255 characters. */
    last_name: string | null;
}

/** A new ExternalClientContactPerson: what `create` takes. */
export interface ExternalClientContactPersonCreate {
    /** Name (Namn). Required. At most 255 characters. */
    name: string;
    /** External client (Extern kund). Required. The id of a `Externalclient`. */
    external_client: Reference;
    /** Title (Titel). Required. At most 255 characters. */
    title: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Company name (Företagsnamn). At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string | null | undefined;
}

/** Changes to ExternalClientContactPerson: `null` clears, what is absent stays. */
export interface ExternalClientContactPersonUpdate {
    /** Name (Namn). Required. At most 255 characters. */
    name?: string | undefined;
    /** External client (Extern kund). Required. The id of a `Externalclient`. */
    external_client?: Reference | undefined;
    /** Title (Titel). Required. At most 255 characters. */
    title?: string | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Company name (Företagsnamn). At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string | null | undefined;
}

/** ExternalClientContactPerson as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface ExternalClientContactPersonForm {
    /** Name (Namn). Required. At most 255 characters. */
    name?: string;
    /** External client (Extern kund). Required. The id of a `Externalclient`. */
    external_client?: string;
    /** Title (Titel). Required. At most 255 characters. */
    title?: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Company name (Företagsnamn). At most 255 characters. */
    corporate_name?: string;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string;
}

/** What lists of ExternalClientContactPerson can be filtered by. */
export interface ExternalClientContactPersonFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
    /** Name (Namn). */
    name?: TextFilter | undefined;
    /** External client (Extern kund). */
    external_client?: ReferenceFilter | undefined;
    /** Title (Titel). */
    title?: TextFilter | undefined;
    /** Personal identity number (Personnummer). */
    ssn?: TextFilter | undefined;
    /** Created (Skapad). */
    created_at?: DateTimeFilter | undefined;
    /** Custom ID (Eget id). */
    custom_id?: TextFilter | undefined;
    /** Organization number (Organisationsnummer). */
    org_no?: TextFilter | undefined;
    /** First name (Förnamn). */
    first_name?: TextFilter | undefined;
    /** Email (E-post). */
    email?: TextFilter | undefined;
    /** Organization (Organisation). */
    organization?: ReferenceFilter | undefined;
    /** Company name (Företagsnamn). */
    corporate_name?: TextFilter | undefined;
    /** Phone number (Telefonnummer). */
    phone_number?: TextFilter | undefined;
    /** Last name (Efternamn). */
    last_name?: TextFilter | undefined;
}

/** What lists of ExternalClientContactPerson can be ordered by; `-` is descending. */
export type ExternalClientContactPersonOrderBy =
| "id"
| "-id"
| "name"
| "-name"
| "external_client"
| "-external_client"
| "title"
| "-title"
| "ssn"
| "-ssn"
| "created_at"
| "-created_at"
| "custom_id"
| "-custom_id"
| "org_no"
| "-org_no"
| "first_name"
| "-first_name"
| "email"
| "-email"
| "organization"
| "-organization"
| "corporate_name"
| "-corporate_name"
| "phone_number"
| "-phone_number"
| "last_name"
| "-last_name";

/** List options of ExternalClientContactPerson beyond the common ones. */
export interface ExternalClientContactPersonParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
}

/** The options of `list` for ExternalClientContactPerson. */
export type ExternalClientContactPersonListOptions = ListOptions<ExternalClientContactPersonFilter, ExternalClientContactPersonOrderBy, ExternalClientContactPersonParameters>;

export interface OrganizationResources {
    /**
     * A person to contact at an external client.
     */
    readonly externalClientContactPerson: ResourceClient<ExternalClientContactPerson, ExternalClientContactPersonCreate, ExternalClientContactPersonUpdate, ExternalClientContactPersonFilter, ExternalClientContactPersonOrderBy, ExternalClientContactPersonParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A person to contact at an external client.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const ExternalClientContactPerson: Schema<ExternalClientContactPerson, ExternalClientContactPersonCreate, ExternalClientContactPersonUpdate, ExternalClientContactPersonForm, ExternalClientContactPersonFilter, ExternalClientContactPersonOrderBy, ExternalClientContactPersonParameters>;

/**
 * A rule of a field beyond its own content.
 */
export interface FieldRule {
    /**
     * `unique`: no two rows share a value. `unique_items`: no two elements are the same. All others are the codes of
     * their issues: `together_with`, `excludes`, `at_least_one_of`, `requires`, `ordered_with`, `matches_values_of`,
     * `magnitude`.
     */
    rule: string;
    /**
     * The other fields of a rule between fields.
     */
    fields?: readonly string[];
}

/**
 * A sub-tenant's place in a contract, with what they are to it and for how long.
 *
 * `Subtenantcontractconnection` of the API, at `/accounts/users/customer/subtenantcontractconnection/`.
 */
export interface SubtenantContractConnection {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: Reference;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: 0 | 1 | 2;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** Apartment contract (Lägenhetsavtal). The id of a `Apartmentcontract`. Not set beside `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    apartment_contract?: Reference | null;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null;
    /** Parking spot contract (Parkeringsavtal). The id of a `Parkingspotcontract`. Not set beside `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. */
    parking_spot_contract?: Reference | null;
    /** Signed (Signerat). A date-time, ISO 8601. */
    signed_time?: string | null;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Commercial lease (Lokalavtal). The id of a `Industrialpremisescontract`. Not set beside `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    industrial_premises_contract?: Reference | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new SubtenantContractConnection: what `create` takes. */
export interface SubtenantContractConnectionCreate {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant: Reference;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type: 0 | 1 | 2;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Apartment contract (Lägenhetsavtal). The id of a `Apartmentcontract`. Not set beside `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    apartment_contract?: Reference | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null | undefined;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null | undefined;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null | undefined;
    /** Parking spot contract (Parkeringsavtal). The id of a `Parkingspotcontract`. Not set beside `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. */
    parking_spot_contract?: Reference | null | undefined;
    /** Signed (Signerat). A date-time, ISO 8601. */
    signed_time?: string | Date | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Commercial lease (Lokalavtal). The id of a `Industrialpremisescontract`. Not set beside `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    industrial_premises_contract?: Reference | null | undefined;
}

/** Changes to SubtenantContractConnection: `null` clears, what is absent stays. */
export interface SubtenantContractConnectionUpdate {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: Reference | undefined;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: 0 | 1 | 2 | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Apartment contract (Lägenhetsavtal). The id of a `Apartmentcontract`. Not set beside `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    apartment_contract?: Reference | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null | undefined;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null | undefined;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null | undefined;
    /** Parking spot contract (Parkeringsavtal). The id of a `Parkingspotcontract`. Not set beside `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. */
    parking_spot_contract?: Reference | null | undefined;
    /** Signed (Signerat). A date-time, ISO 8601. */
    signed_time?: string | Date | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Commercial lease (Lokalavtal). The id of a `Industrialpremisescontract`. Not set beside `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    industrial_premises_contract?: Reference | null | undefined;
}

/** SubtenantContractConnection as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface SubtenantContractConnectionForm {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: string;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Apartment contract (Lägenhetsavtal). The id of a `Apartmentcontract`. Not set beside `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `industrial_premises_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    apartment_contract?: string;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: readonly string[];
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: string;
    /** Parking spot contract (Parkeringsavtal). The id of a `Parkingspotcontract`. Not set beside `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `industrial_premises_contract`, `outdoor_section_contract`, `brf_apartment`. */
    parking_spot_contract?: string;
    /** Signed (Signerat). A date-time, ISO 8601. */
    signed_time?: string;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: readonly string[];
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: readonly string[];
    /** Commercial lease (Lokalavtal). The id of a `Industrialpremisescontract`. Not set beside `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. Set, unless one of these is: `apartment_contract`, `parking_spot_contract`, `outdoor_section_contract`, `brf_apartment`. */
    industrial_premises_contract?: string;
}

/** What lists of SubtenantContractConnection can be filtered by. */
export interface SubtenantContractConnectionFilter {
    /** Apartment contract (Lägenhetsavtal). */
    apartment_contract?: ReferenceFilter | undefined;
    /** Housing cooperative apartment (Bostadsrätt). */
    brf_apartment?: IdFilter | undefined;
    /** Category (Kategori). */
    category?: NumberFilter | undefined;
    /** Contract end date (Avtalets slutdatum). */
    contract_end_date?: DateFilter | undefined;
    /** Contract start date (Avtalets startdatum). */
    contract_start_date?: ExactDateFilter | undefined;
}

/** What lists of SubtenantContractConnection can be ordered by; `-` is descending. */
export type SubtenantContractConnectionOrderBy =
| "apartment_contract"
| "-apartment_contract"
| (string & {});

/** List options of SubtenantContractConnection beyond the common ones. */
export interface SubtenantContractConnectionParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
}

/** The options of `list` for SubtenantContractConnection. */
export type SubtenantContractConnectionListOptions = ListOptions<SubtenantContractConnectionFilter, SubtenantContractConnectionOrderBy, SubtenantContractConnectionParameters>;

export interface AccountsResources {
    /**
     * A sub-tenant's place in a contract, with what they are to it and for how long.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     */
    readonly subtenantContractConnection: ResourceClient<SubtenantContractConnection, SubtenantContractConnectionCreate | (SubtenantContractConnectionCreate & Record<string, unknown>), SubtenantContractConnectionUpdate | (SubtenantContractConnectionUpdate & Record<string, unknown>), SubtenantContractConnectionFilter, SubtenantContractConnectionOrderBy, SubtenantContractConnectionParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A sub-tenant's place in a contract, with what they are to it and for how long.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const SubtenantContractConnection: Schema<SubtenantContractConnection, SubtenantContractConnectionCreate | (SubtenantContractConnectionCreate & Record<string, unknown>), SubtenantContractConnectionUpdate | (SubtenantContractConnectionUpdate & Record<string, unknown>), SubtenantContractConnectionForm, SubtenantContractConnectionFilter, SubtenantContractConnectionOrderBy, SubtenantContractConnectionParameters>;

/**
 * A user's place in a segment, with the role held there.
 *
 * `Organizationusersegment` of the API, at `/accounts/users/organization/organizationusersegment/`.
 */
export interface OrganizationUserSegment {
    /** Segment (Segment). Required. The id of a `Segment`. */
    segment: Reference;
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id: string;
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user: Reference;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id: string | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization: Reference | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at: string;
    /** Role (Roll). The id of a `Role`. */
    role: Reference | null;
}

/** A new OrganizationUserSegment: what `create` takes. */
export interface OrganizationUserSegmentCreate {
    /** Segment (Segment). Required. The id of a `Segment`. */
    segment: Reference;
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user: Reference;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Role (Roll). The id of a `Role`. */
    role?: Reference | null | undefined;
}

/** Changes to OrganizationUserSegment: `null` clears, what is absent stays. */
export interface OrganizationUserSegmentUpdate {
    /** Segment (Segment). Required. The id of a `Segment`. */
    segment?: Reference | undefined;
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user?: Reference | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Role (Roll). The id of a `Role`. */
    role?: Reference | null | undefined;
}

/** OrganizationUserSegment as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface OrganizationUserSegmentForm {
    /** Segment (Segment). Required. The id of a `Segment`. */
    segment?: string;
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Role (Roll). The id of a `Role`. */
    role?: string;
}

/** What lists of OrganizationUserSegment can be filtered by. */
export interface OrganizationUserSegmentFilter {
    /** Segment (Segment). */
    segment?: ReferenceFilter | undefined;
    /** ID (Id). */
    id?: IdFilter | undefined;
    /** User (Användare). */
    user?: ReferenceFilter | undefined;
    /** Custom ID (Eget id). */
    custom_id?: TextFilter | undefined;
    /** Organization (Organisation). */
    organization?: ReferenceFilter | undefined;
    /** Created (Skapad). */
    created_at?: DateTimeFilter | undefined;
    /** Role (Roll). */
    role?: ReferenceFilter | undefined;
}

/** What lists of OrganizationUserSegment can be ordered by; `-` is descending. */
export type OrganizationUserSegmentOrderBy =
| "segment"
| "-segment"
| "id"
| "-id"
| "user"
| "-user"
| "custom_id"
| "-custom_id"
| "organization"
| "-organization"
| "created_at"
| "-created_at"
| "role"
| "-role";

/** List options of OrganizationUserSegment beyond the common ones. */
export interface OrganizationUserSegmentParameters {
}

/** The options of `list` for OrganizationUserSegment. */
export type OrganizationUserSegmentListOptions = ListOptions<OrganizationUserSegmentFilter, OrganizationUserSegmentOrderBy, OrganizationUserSegmentParameters>;

export interface AccountsResources {
    /**
     * A user's place in a segment, with the role held there.
     *
     * `create` follows the API's common template: no page of the API shows it.
     */
    readonly organizationUserSegment: ResourceClient<OrganizationUserSegment, OrganizationUserSegmentCreate, OrganizationUserSegmentUpdate, OrganizationUserSegmentFilter, OrganizationUserSegmentOrderBy, OrganizationUserSegmentParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * A user's place in a segment, with the role held there.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const OrganizationUserSegment: Schema<OrganizationUserSegment, OrganizationUserSegmentCreate, OrganizationUserSegmentUpdate, OrganizationUserSegmentForm, OrganizationUserSegmentFilter, OrganizationUserSegmentOrderBy, OrganizationUserSegmentParameters>;

/**
 * An integration's own user, with what it may do and the object it is activated on.
 *
 * `Integrationuseragent` of the API, at `/accounts/users/api/integrationuseragent/`.
 */
export interface IntegrationUserAgent {
    /** Subscribes to events (Prenumererar på händelser). Read-only: the server writes it. */
    subscribes_to_events?: Array<Record<string, unknown>>;
    /** Must be alone in its category (Måste vara ensam i sin kategori). Read-only: the server writes it. */
    requires_sole_category_ownership?: boolean;
    /** Allowed access (Tillåten åtkomst). Read-only: the server writes it. */
    allowed_access?: Record<string, unknown>;
    /** May create tokens for tenants (Får skapa nycklar för hyresgäster). Read-only: the server writes it. */
    allow_token_generation_for_tenants?: boolean;
    /** Service ID (Tjänste-id). Required. A uuid. */
    service_id?: string;
    /** Priority in conflicts (Prioritet vid krock). Required. A whole number. */
    clashing_priority?: number;
    /** May create tokens for subtenants (Får skapa nycklar för andrahandshyresgäster). Read-only: the server writes it. */
    allow_token_generation_for_sub_tenants?: boolean;
    /** Service version ID (Tjänsteversionens id). Required. A uuid. */
    service_version_id?: string;
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Requires access to personal information (Kräver åtkomst till personuppgifter). Read-only: the server writes it. */
    require_personal_information_access?: boolean;
    /** Application ID (Applikations-id). Required. A uuid. */
    application_id?: string;
    /** Callable by subtenants (Kan anropas av andrahandshyresgäster). Read-only: the server writes it. */
    has_sub_tenant_http_invokable_method?: boolean;
    /** Callable by tenants (Kan anropas av hyresgäster). Read-only: the server writes it. */
    has_tenant_http_invokable_method?: boolean;
    /** Registered IP addresses (Registrerade IP-adresser). Read-only: the server writes it. None of its elements twice. */
    registered_ip_addresses?: Array<string> | null;
    /** Activation variables (Aktiveringsvariabler). */
    activation_variables?: Record<string, unknown> | null;
    /** Integration activation data (Integrationens aktiveringsdata). */
    integration_activation_data?: Record<string, unknown> | null;
    /** Activation object ID (Aktiveringens objekt-id). A uuid. Set together with `activation_content_type`. */
    activation_object_id?: string | null;
    /** Activation content type (Aktiveringens innehållstyp). The id of a `Contenttype`. Set together with `activation_object_id`. */
    activation_content_type?: Reference | null;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Category (Kategori). */
    category?: string | null;
    /** Access requires a connection to the object (Åtkomst kräver koppling till objektet). */
    access_requires_specific_object_connection?: boolean;
    /** Acceptance of personal information (Godkännande av personuppgifter). A whole number. */
    personal_information_acceptance_mode?: 0 | 1 | 2 | null;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new IntegrationUserAgent: what `create` takes. */
export interface IntegrationUserAgentCreate {
    /** Service ID (Tjänste-id). Required. A uuid. */
    service_id: string;
    /** Priority in conflicts (Prioritet vid krock). Required. A whole number. */
    clashing_priority: number;
    /** Service version ID (Tjänsteversionens id). Required. A uuid. */
    service_version_id: string;
    /** Application ID (Applikations-id). Required. A uuid. */
    application_id: string;
    /** Activation variables (Aktiveringsvariabler). */
    activation_variables?: object | null | undefined;
    /** Integration activation data (Integrationens aktiveringsdata). */
    integration_activation_data?: object | null | undefined;
    /** Activation object ID (Aktiveringens objekt-id). A uuid. Set together with `activation_content_type`. */
    activation_object_id?: string | null | undefined;
    /** Activation content type (Aktiveringens innehållstyp). The id of a `Contenttype`. Set together with `activation_object_id`. */
    activation_content_type?: Reference | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Category (Kategori). */
    category?: string | null | undefined;
    /** Access requires a connection to the object (Åtkomst kräver koppling till objektet). */
    access_requires_specific_object_connection?: boolean | undefined;
    /** Acceptance of personal information (Godkännande av personuppgifter). A whole number. */
    personal_information_acceptance_mode?: 0 | 1 | 2 | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
}

/** Changes to IntegrationUserAgent: `null` clears, what is absent stays. */
export interface IntegrationUserAgentUpdate {
    /** Service ID (Tjänste-id). Required. A uuid. */
    service_id?: string | undefined;
    /** Priority in conflicts (Prioritet vid krock). Required. A whole number. */
    clashing_priority?: number | undefined;
    /** Service version ID (Tjänsteversionens id). Required. A uuid. */
    service_version_id?: string | undefined;
    /** Application ID (Applikations-id). Required. A uuid. */
    application_id?: string | undefined;
    /** Activation variables (Aktiveringsvariabler). */
    activation_variables?: object | null | undefined;
    /** Integration activation data (Integrationens aktiveringsdata). */
    integration_activation_data?: object | null | undefined;
    /** Activation object ID (Aktiveringens objekt-id). A uuid. Set together with `activation_content_type`. */
    activation_object_id?: string | null | undefined;
    /** Activation content type (Aktiveringens innehållstyp). The id of a `Contenttype`. Set together with `activation_object_id`. */
    activation_content_type?: Reference | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Category (Kategori). */
    category?: string | null | undefined;
    /** Access requires a connection to the object (Åtkomst kräver koppling till objektet). */
    access_requires_specific_object_connection?: boolean | undefined;
    /** Acceptance of personal information (Godkännande av personuppgifter). A whole number. */
    personal_information_acceptance_mode?: 0 | 1 | 2 | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
}

/** IntegrationUserAgent as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface IntegrationUserAgentForm {
    /** Service ID (Tjänste-id). Required. A uuid. */
    service_id?: string;
    /** Priority in conflicts (Prioritet vid krock). Required. A whole number. */
    clashing_priority?: string;
    /** Service version ID (Tjänsteversionens id). Required. A uuid. */
    service_version_id?: string;
    /** Application ID (Applikations-id). Required. A uuid. */
    application_id?: string;
    /** Activation variables (Aktiveringsvariabler). */
    activation_variables?: string;
    /** Integration activation data (Integrationens aktiveringsdata). */
    integration_activation_data?: string;
    /** Activation object ID (Aktiveringens objekt-id). A uuid. Set together with `activation_content_type`. */
    activation_object_id?: string;
    /** Activation content type (Aktiveringens innehållstyp). The id of a `Contenttype`. Set together with `activation_object_id`. */
    activation_content_type?: string;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Category (Kategori). */
    category?: string;
    /** Access requires a connection to the object (Åtkomst kräver koppling till objektet). */
    access_requires_specific_object_connection?: boolean;
    /** Acceptance of personal information (Godkännande av personuppgifter). A whole number. */
    personal_information_acceptance_mode?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
}

/** What lists of IntegrationUserAgent can be filtered by. */
export interface IntegrationUserAgentFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
}

/** What lists of IntegrationUserAgent can be ordered by; `-` is descending. */
export type IntegrationUserAgentOrderBy =
| "id"
| "-id"
| (string & {});

/** List options of IntegrationUserAgent beyond the common ones. */
export interface IntegrationUserAgentParameters {
}

/** The options of `list` for IntegrationUserAgent. */
export type IntegrationUserAgentListOptions = ListOptions<IntegrationUserAgentFilter, IntegrationUserAgentOrderBy, IntegrationUserAgentParameters>;

export interface AccountsResources {
    /**
     * An integration's own user, with what it may do and the object it is activated on.
     *
     * `list` follows the API's common template: no page of the API shows it.
     *
     * `bulkWrite` follows the API's common template: no page of the API shows it.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly integrationUserAgent: ResourceClient<IntegrationUserAgent, IntegrationUserAgentCreate | (IntegrationUserAgentCreate & Record<string, unknown>), IntegrationUserAgentUpdate | (IntegrationUserAgentUpdate & Record<string, unknown>), IntegrationUserAgentFilter, IntegrationUserAgentOrderBy, IntegrationUserAgentParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * An integration's own user, with what it may do and the object it is activated on.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const IntegrationUserAgent: Schema<IntegrationUserAgent, IntegrationUserAgentCreate | (IntegrationUserAgentCreate & Record<string, unknown>), IntegrationUserAgentUpdate | (IntegrationUserAgentUpdate & Record<string, unknown>), IntegrationUserAgentForm, IntegrationUserAgentFilter, IntegrationUserAgentOrderBy, IntegrationUserAgentParameters>;

/**
 * Attributes of an HTML input, by the names React and the DOM use; the browser's own check with them never refuses
 * what `validate` takes.
 */
export interface FieldInput {
    /**
     * The input's type.
     */
    type: string;
    /**
     * Whether it must be filled in.
     */
    required: boolean;
    /**
     * The fewest characters, as the browser counts.
     */
    minLength?: number;
    /**
     * The most characters, as the browser counts.
     */
    maxLength?: number;
    /**
     * The least number.
     */
    min?: number;
    /**
     * The greatest number.
     */
    max?: number;
    /**
     * `any`, where numbers have fractions and times seconds.
     */
    step?: string;
    /**
     * The pattern, for JavaScript's `v` flag.
     */
    pattern?: string;
    /**
     * Which keyboard a phone shows.
     */
    inputMode?: string;
}

/**
 * How often a call is tried, and how long between.
 */
export interface RetryOptions {
    /**
     * Tries in all; 3 unless said.
     */
    attempts?: number;
    /**
     * The longest first wait, in milliseconds; doubles with each try; 200 unless said.
     */
    baseDelayMs?: number;
    /**
     * The longest wait of all, in milliseconds, also for what the server asks for; 20,000 unless said.
     */
    maxDelayMs?: number;
}

/**
 * Someone who lives in or uses what a tenant rents, with what they may see and do.
 *
 * `Subtenant` of the API, at `/accounts/users/customer/subtenant/`.
 */
export interface Subtenant {
    /** Access to errands through connections (Åtkomst till ärenden via kopplingar). Required. */
    allow_errands_access_through_connections?: boolean;
    /** Access to personal information (Åtkomst till personuppgifter). Required. */
    allow_personal_information_access?: boolean;
    /** Connection description on invoices (Kopplingens beskrivning på fakturor). Required. */
    add_connection_description_on_invoice?: boolean;
    /** Allow notifications (Tillåt notiser). Required. */
    allow_notifications?: boolean;
    /** Access to revenue rows (Åtkomst till intäktsrader). Required. */
    allow_revenue_row_access?: boolean;
    /** Access to the housing cooperative (Åtkomst till bostadsrättsföreningen). Required. */
    allow_brf_access?: boolean;
    /** May terminate contracts (Får säga upp avtal). Required. */
    allow_cancel_contract_access?: boolean;
    /** Access to errands (Åtkomst till ärenden). Required. */
    allow_errands_access?: boolean;
    /** Access to contracts (Åtkomst till avtal). Required. */
    allow_contracts_access?: boolean;
    /** Access to invoices (Åtkomst till fakturor). Required. */
    allow_invoice_access?: boolean;
    /** Access to objects (Åtkomst till objekt). Required. */
    allow_objects_access?: boolean;
    /** Access to My pages (Åtkomst till Mina sidor). Required. */
    allow_my_pages_access?: boolean;
    /** Status (Status). Read-only: the server writes it. A whole number. The API's page shows the first ten values: there may be more. */
    status?: number;
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Two-step verification with HOTP (Tvåstegsverifiering med HOTP). Read-only: the server writes it. */
    mfa_has_hotp?: boolean | null;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null;
    /** No text message notifications for (Inga sms-notiser för). */
    block_sms_notifications_for?: Array<Record<string, unknown>>;
    /** Username (Användarnamn). Read-only: the server writes it. Unique. Matches `^[\w.@+-]+\Z`. 8 to 150 characters. */
    username?: string | null;
    /** Is a company (Är ett företag). Read-only: the server writes it. */
    is_company?: unknown;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: Array<Record<string, unknown>>;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null;
    /** SNI code (SNI-kod). The API's page shows the first ten values: there may be more. Requires `corporate_name`. At most 6 characters. */
    sni_number?: "20.520" | "78.300" | "68.310" | "79.900" | "96.090" | "32.910" | "46.630" | "20.59" | "20.160" | "42.110" | (string & {}) | null;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Profile picture (Profilbild). */
    profile_picture?: Record<string, unknown> | null;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null;
    /** Peppol ID (Peppol-id). Matches `^(0007|0088):\d{10,13}$`. 15 to 18 characters. */
    peppol_id?: string | null;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new Subtenant: what `create` takes. */
export interface SubtenantCreate {
    /** Access to errands through connections (Åtkomst till ärenden via kopplingar). Required. */
    allow_errands_access_through_connections: boolean;
    /** Access to personal information (Åtkomst till personuppgifter). Required. */
    allow_personal_information_access: boolean;
    /** Connection description on invoices (Kopplingens beskrivning på fakturor). Required. */
    add_connection_description_on_invoice: boolean;
    /** Allow notifications (Tillåt notiser). Required. */
    allow_notifications: boolean;
    /** Access to revenue rows (Åtkomst till intäktsrader). Required. */
    allow_revenue_row_access: boolean;
    /** Access to the housing cooperative (Åtkomst till bostadsrättsföreningen). Required. */
    allow_brf_access: boolean;
    /** May terminate contracts (Får säga upp avtal). Required. */
    allow_cancel_contract_access: boolean;
    /** Access to errands (Åtkomst till ärenden). Required. */
    allow_errands_access: boolean;
    /** Access to contracts (Åtkomst till avtal). Required. */
    allow_contracts_access: boolean;
    /** Access to invoices (Åtkomst till fakturor). Required. */
    allow_invoice_access: boolean;
    /** Access to objects (Åtkomst till objekt). Required. */
    allow_objects_access: boolean;
    /** Access to My pages (Åtkomst till Mina sidor). Required. */
    allow_my_pages_access: boolean;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** No text message notifications for (Inga sms-notiser för). */
    block_sms_notifications_for?: ReadonlyArray<object> | undefined;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: ReadonlyArray<object> | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null | undefined;
    /** SNI code (SNI-kod). The API's page shows the first ten values: there may be more. Requires `corporate_name`. At most 6 characters. */
    sni_number?: "20.520" | "78.300" | "68.310" | "79.900" | "96.090" | "32.910" | "46.630" | "20.59" | "20.160" | "42.110" | (string & {}) | null | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null | undefined;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null | undefined;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean | undefined;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Peppol ID (Peppol-id). Matches `^(0007|0088):\d{10,13}$`. 15 to 18 characters. */
    peppol_id?: string | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
}

/** Changes to Subtenant: `null` clears, what is absent stays. */
export interface SubtenantUpdate {
    /** Access to errands through connections (Åtkomst till ärenden via kopplingar). Required. */
    allow_errands_access_through_connections?: boolean | undefined;
    /** Access to personal information (Åtkomst till personuppgifter). Required. */
    allow_personal_information_access?: boolean | undefined;
    /** Connection description on invoices (Kopplingens beskrivning på fakturor). Required. */
    add_connection_description_on_invoice?: boolean | undefined;
    /** Allow notifications (Tillåt notiser). Required. */
    allow_notifications?: boolean | undefined;
    /** Access to revenue rows (Åtkomst till intäktsrader). Required. */
    allow_revenue_row_access?: boolean | undefined;
    /** Access to the housing cooperative (Åtkomst till bostadsrättsföreningen). Required. */
    allow_brf_access?: boolean | undefined;
    /** May terminate contracts (Får säga upp avtal). Required. */
    allow_cancel_contract_access?: boolean | undefined;
    /** Access to errands (Åtkomst till ärenden). Required. */
    allow_errands_access?: boolean | undefined;
    /** Access to contracts (Åtkomst till avtal). Required. */
    allow_contracts_access?: boolean | undefined;
    /** Access to invoices (Åtkomst till fakturor). Required. */
    allow_invoice_access?: boolean | undefined;
    /** Access to objects (Åtkomst till objekt). Required. */
    allow_objects_access?: boolean | undefined;
    /** Access to My pages (Åtkomst till Mina sidor). Required. */
    allow_my_pages_access?: boolean | undefined;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** No text message notifications for (Inga sms-notiser för). */
    block_sms_notifications_for?: ReadonlyArray<object> | undefined;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: ReadonlyArray<object> | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null | undefined;
    /** SNI code (SNI-kod). The API's page shows the first ten values: there may be more. Requires `corporate_name`. At most 6 characters. */
    sni_number?: "20.520" | "78.300" | "68.310" | "79.900" | "96.090" | "32.910" | "46.630" | "20.59" | "20.160" | "42.110" | (string & {}) | null | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null | undefined;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null | undefined;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean | undefined;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Peppol ID (Peppol-id). Matches `^(0007|0088):\d{10,13}$`. 15 to 18 characters. */
    peppol_id?: string | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
}

/** Subtenant as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface SubtenantForm {
    /** Access to errands through connections (Åtkomst till ärenden via kopplingar). Required. */
    allow_errands_access_through_connections?: boolean;
    /** Access to personal information (Åtkomst till personuppgifter). Required. */
    allow_personal_information_access?: boolean;
    /** Connection description on invoices (Kopplingens beskrivning på fakturor). Required. */
    add_connection_description_on_invoice?: boolean;
    /** Allow notifications (Tillåt notiser). Required. */
    allow_notifications?: boolean;
    /** Access to revenue rows (Åtkomst till intäktsrader). Required. */
    allow_revenue_row_access?: boolean;
    /** Access to the housing cooperative (Åtkomst till bostadsrättsföreningen). Required. */
    allow_brf_access?: boolean;
    /** May terminate contracts (Får säga upp avtal). Required. */
    allow_cancel_contract_access?: boolean;
    /** Access to errands (Åtkomst till ärenden). Required. */
    allow_errands_access?: boolean;
    /** Access to contracts (Åtkomst till avtal). Required. */
    allow_contracts_access?: boolean;
    /** Access to invoices (Åtkomst till fakturor). Required. */
    allow_invoice_access?: boolean;
    /** Access to objects (Åtkomst till objekt). Required. */
    allow_objects_access?: boolean;
    /** Access to My pages (Åtkomst till Mina sidor). Required. */
    allow_my_pages_access?: boolean;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string;
    /** No text message notifications for (Inga sms-notiser för). */
    block_sms_notifications_for?: readonly string[];
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: readonly string[];
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: string;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string;
    /** SNI code (SNI-kod). The API's page shows the first ten values: there may be more. Requires `corporate_name`. At most 6 characters. */
    sni_number?: string;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Profile picture (Profilbild). */
    profile_picture?: string;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | "";
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string;
    /** Peppol ID (Peppol-id). Matches `^(0007|0088):\d{10,13}$`. 15 to 18 characters. */
    peppol_id?: string;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: string;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string;
}

/** What lists of Subtenant can be filtered by. */
export interface SubtenantFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
}

/** What lists of Subtenant can be ordered by; `-` is descending. */
export type SubtenantOrderBy =
| "id"
| "-id"
| (string & {});

/** List options of Subtenant beyond the common ones. */
export interface SubtenantParameters {
}

/** The options of `list` for Subtenant. */
export type SubtenantListOptions = ListOptions<SubtenantFilter, SubtenantOrderBy, SubtenantParameters>;

export interface AccountsResources {
    /**
     * Someone who lives in or uses what a tenant rents, with what they may see and do.
     */
    readonly subtenant: ResourceClient<Subtenant, SubtenantCreate | (SubtenantCreate & Record<string, unknown>), SubtenantUpdate | (SubtenantUpdate & Record<string, unknown>), SubtenantFilter, SubtenantOrderBy, SubtenantParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete" | "invite">;
}

/**
 * Someone who lives in or uses what a tenant rents, with what they may see and do.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const Subtenant: Schema<Subtenant, SubtenantCreate | (SubtenantCreate & Record<string, unknown>), SubtenantUpdate | (SubtenantUpdate & Record<string, unknown>), SubtenantForm, SubtenantFilter, SubtenantOrderBy, SubtenantParameters>;

/**
 * Someone who rents: a person or a company.
 *
 * `Tenant` of the API, at `/accounts/users/customer/tenant/`.
 */
export interface Tenant {
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: Array<Record<string, unknown>>;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** No email notifications for (Inga e-postnotiser för). */
    block_email_notifications_for?: Array<Record<string, unknown>>;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null;
    /** Popular name (Populärnamn). At most 255 characters. */
    popular_name?: string | null;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null;
    /** Value of custom dimension (Värde för egen dimension). At most 255 characters. */
    custom_dimension_category_value?: string | null;
    /** Real estates (Fastigheter). The ids of `Realestate`. */
    realestates?: Array<Reference>;
    /** Profile picture (Profilbild). */
    profile_picture?: Record<string, unknown> | null;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | null;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null;
    /** SNI code (SNI-kod). At most 6 characters. */
    sni_number?: string | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new Tenant: what `create` takes. */
export interface TenantCreate {
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: ReadonlyArray<object> | undefined;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** No email notifications for (Inga e-postnotiser för). */
    block_email_notifications_for?: ReadonlyArray<object> | undefined;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null | undefined;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Popular name (Populärnamn). At most 255 characters. */
    popular_name?: string | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean | undefined;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null | undefined;
    /** Value of custom dimension (Värde för egen dimension). At most 255 characters. */
    custom_dimension_category_value?: string | null | undefined;
    /** Real estates (Fastigheter). The ids of `Realestate`. */
    realestates?: ReadonlyArray<Reference> | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | Date | null | undefined;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null | undefined;
    /** SNI code (SNI-kod). At most 6 characters. */
    sni_number?: string | null | undefined;
}

/** Changes to Tenant: `null` clears, what is absent stays. */
export interface TenantUpdate {
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: ReadonlyArray<object> | undefined;
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** No email notifications for (Inga e-postnotiser för). */
    block_email_notifications_for?: ReadonlyArray<object> | undefined;
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | null | undefined;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Popular name (Populärnamn). At most 255 characters. */
    popular_name?: string | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean | undefined;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null | undefined;
    /** Value of custom dimension (Värde för egen dimension). At most 255 characters. */
    custom_dimension_category_value?: string | null | undefined;
    /** Real estates (Fastigheter). The ids of `Realestate`. */
    realestates?: ReadonlyArray<Reference> | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | Date | null | undefined;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string | null | undefined;
    /** SNI code (SNI-kod). At most 6 characters. */
    sni_number?: string | null | undefined;
}

/** Tenant as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface TenantForm {
    /** No notifications for (Inga notiser för). */
    block_notifications_for?: readonly string[];
    /** Direct debit replaces sent invoices (Autogiro ersätter utskick av fakturor). */
    autogiro_disables_invoice_distribution?: boolean;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: readonly string[];
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: readonly string[];
    /** No email notifications for (Inga e-postnotiser för). */
    block_email_notifications_for?: readonly string[];
    /** GLN (GLN-nummer). A Global Location Number with its check digit, one `-` allowed. 13 to 14 characters. */
    gln13_number?: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: readonly string[];
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: string;
    /** Allows sharing of personal information (Tillåter att personuppgifter delas). */
    allows_external_personal_information_sharing?: boolean | "";
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string;
    /** Popular name (Populärnamn). At most 255 characters. */
    popular_name?: string;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: string;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string;
    /** Value of custom dimension (Värde för egen dimension). At most 255 characters. */
    custom_dimension_category_value?: string;
    /** Real estates (Fastigheter). The ids of `Realestate`. */
    realestates?: readonly string[];
    /** Profile picture (Profilbild). */
    profile_picture?: string;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: readonly string[];
    /** Invoice email (E-post för fakturor). An email address. At most 254 characters. */
    invoice_email?: string;
    /** SNI code (SNI-kod). At most 6 characters. */
    sni_number?: string;
}

/** What lists of Tenant can be filtered by. */
export interface TenantFilter {
    /** No filter is known: what you know of goes into `extra`. */
    [unknown: string]: undefined;
}

/** What lists of Tenant can be ordered by; `-` is descending. */
export type TenantOrderBy =
| (string & {});

/** List options of Tenant beyond the common ones. */
export interface TenantParameters {
}

/** The options of `list` for Tenant. */
export type TenantListOptions = ListOptions<TenantFilter, TenantOrderBy, TenantParameters>;

export interface AccountsResources {
    /**
     * Someone who rents: a person or a company.
     *
     * `list` follows the API's common template: no page of the API shows it.
     *
     * `bulkWrite` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     */
    readonly tenant: ResourceClient<Tenant, TenantCreate | (TenantCreate & Record<string, unknown>), TenantUpdate | (TenantUpdate & Record<string, unknown>), TenantFilter, TenantOrderBy, TenantParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete" | "invite">;
}

/**
 * Someone who rents: a person or a company.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const Tenant: Schema<Tenant, TenantCreate | (TenantCreate & Record<string, unknown>), TenantUpdate | (TenantUpdate & Record<string, unknown>), TenantForm, TenantFilter, TenantOrderBy, TenantParameters>;

/**
 * Someone who works with the organization's data.
 *
 * `Organizationuser` of the API, at `/accounts/users/organization/organizationuser/`.
 */
export interface OrganizationUser {
    /** Access to details (Åtkomst till detaljer). Required. A whole number. */
    detail_access?: 0 | 1 | 2;
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Two-step verification with TOTP (Tvåstegsverifiering med TOTP). Read-only: the server writes it. */
    mfa_has_totp?: boolean | null;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** External clients (Externa kunder). The ids of `Externalclient`. */
    external_clients?: Array<Reference>;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null;
    /** Role (Roll). The id of a `Role`. */
    role?: Reference | null;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | null;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null;
    /** Profile picture (Profilbild). */
    profile_picture?: Record<string, unknown> | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new OrganizationUser: what `create` takes. */
export interface OrganizationUserCreate {
    /** Access to details (Åtkomst till detaljer). Required. A whole number. */
    detail_access: 0 | 1 | 2;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** External clients (Externa kunder). The ids of `Externalclient`. */
    external_clients?: ReadonlyArray<Reference> | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean | undefined;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null | undefined;
    /** Role (Roll). The id of a `Role`. */
    role?: Reference | null | undefined;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | Date | null | undefined;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean | undefined;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
}

/** Changes to OrganizationUser: `null` clears, what is absent stays. */
export interface OrganizationUserUpdate {
    /** Access to details (Åtkomst till detaljer). Required. A whole number. */
    detail_access?: 0 | 1 | 2 | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** External clients (Externa kunder). The ids of `Externalclient`. */
    external_clients?: ReadonlyArray<Reference> | undefined;
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string | null | undefined;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean | undefined;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string | null | undefined;
    /** Role (Roll). The id of a `Role`. */
    role?: Reference | null | undefined;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string | Date | null | undefined;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean | undefined;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string | null | undefined;
    /** Profile picture (Profilbild). */
    profile_picture?: object | null | undefined;
}

/** OrganizationUser as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface OrganizationUserForm {
    /** Access to details (Åtkomst till detaljer). Required. A whole number. */
    detail_access?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** External clients (Externa kunder). The ids of `Externalclient`. */
    external_clients?: readonly string[];
    /** Is a coordination number (Är ett samordningsnummer). */
    ssn_is_coordination_number?: boolean;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: readonly string[];
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: readonly string[];
    /** Organization number (Organisationsnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 10 to 11 characters. */
    org_no?: string;
    /** Last name (Efternamn). Set, unless one of these is: `first_name`, `corporate_name`. At most 255 characters. */
    last_name?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Anonymized (Anonymiserad). */
    anonymized?: boolean;
    /** FMI (FMI). 17 to 20 characters. */
    fmi?: string;
    /** Role (Roll). The id of a `Role`. */
    role?: string;
    /** Distribution of mailings (Utskick av meddelanden). */
    send_out_distribution_instruction?: readonly string[];
    /** Active until (Aktiv till). A date-time, ISO 8601. */
    active_to?: string;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean;
    /** First name (Förnamn). Set, unless one of these is: `last_name`, `corporate_name`. At most 255 characters. */
    first_name?: string;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: readonly string[];
    /** Company name (Företagsnamn). Set, unless one of these is: `first_name`, `last_name`. At most 255 characters. */
    corporate_name?: string;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Name when anonymized (Namn vid anonymisering). At most 255 characters. */
    anonymization_name?: string;
    /** Profile picture (Profilbild). */
    profile_picture?: string;
}

/** What lists of OrganizationUser can be filtered by. */
export interface OrganizationUserFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
    /** Date of birth (Födelsedatum). */
    birth_date?: ExactDateFilter | undefined;
    /** Anonymized (Anonymiserad). */
    anonymized?: BooleanFilter | undefined;
    /** Active until (Aktiv till). */
    active_to?: DateTimeFilter | undefined;
    /** Name when anonymized (Namn vid anonymisering). */
    anonymization_name?: TextFilter | undefined;
}

/** What lists of OrganizationUser can be ordered by; `-` is descending. */
export type OrganizationUserOrderBy =
| "id"
| "-id"
| "birth_date"
| "-birth_date"
| "anonymized"
| "-anonymized"
| "active_to"
| "-active_to"
| "anonymization_name"
| "-anonymization_name"
| (string & {});

/** List options of OrganizationUser beyond the common ones. */
export interface OrganizationUserParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
    /** `work_engagements`: ids, at least one. */
    workEngagements?: readonly string[] | undefined;
}

/** The options of `list` for OrganizationUser. */
export type OrganizationUserListOptions = ListOptions<OrganizationUserFilter, OrganizationUserOrderBy, OrganizationUserParameters>;

export interface AccountsResources {
    /**
     * Someone who works with the organization's data.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     */
    readonly organizationUser: ResourceClient<OrganizationUser, OrganizationUserCreate | (OrganizationUserCreate & Record<string, unknown>), OrganizationUserUpdate | (OrganizationUserUpdate & Record<string, unknown>), OrganizationUserFilter, OrganizationUserOrderBy, OrganizationUserParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete" | "invite">;
}

/**
 * Someone who works with the organization's data.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const OrganizationUser: Schema<OrganizationUser, OrganizationUserCreate | (OrganizationUserCreate & Record<string, unknown>), OrganizationUserUpdate | (OrganizationUserUpdate & Record<string, unknown>), OrganizationUserForm, OrganizationUserFilter, OrganizationUserOrderBy, OrganizationUserParameters>;

/**
 * Something wrong with one spot of the input.
 */
export interface Issue {
    /**
     * Where: names and places in arrays, from the outermost in; `[]` is the whole input.
     */
    path: (string | number)[];
    /**
     * What is wrong.
     */
    code: IssueCode;
    /**
     * What the message names, for messages of your own.
     */
    params: IssueParams;
    /**
     * For the person at the form, in the language asked for.
     */
    message: string;
}

/**
 * The seven credentials of an integration, each sent as a header with every request.
 */
export interface Credentials {
    /**
     * `X-PIGELLO-CUSTOMER-ID`
     */
    customerId: string;
    /**
     * `X-PIGELLO-APPLICATION-ID`
     */
    applicationId: string;
    /**
     * `X-PIGELLO-SERVICE-ID`
     */
    serviceId: string;
    /**
     * `X-PIGELLO-SERVICE-VERSION-ID`
     */
    serviceVersionId: string;
    /**
     * `X-PIGELLO-CLIENT-CT`: the content type of the entity the integration is activated on.
     */
    clientCt: string;
    /**
     * `X-PIGELLO-CLIENT-ENTITY`: that entity's id.
     */
    clientEntity: string;
    /**
     * `X-PIGELLO-CLIENT-SECRET`: the one secret. It belongs on a server, never in a browser.
     */
    clientSecret: string;
}

/**
 * What `onProgress` is told after each chunk of a bulk write.
 */
export interface BulkProgress {
    /**
     * Rows that the server has answered.
     */
    written: number;
    /**
     * Rows in all.
     */
    total: number;
}

/**
 * What a sub-tenant is to a tenant.
 *
 * `Subtenanttenantconnection` of the API, at `/accounts/users/customer/subtenanttenantconnection/`.
 */
export interface SubtenantTenantConnection {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: Reference;
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Tenant (Hyresgäst). Required. The id of a `Tenant`. */
    tenant?: Reference;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: 0 | 1 | 2 | 3;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Category (Kategori). A whole number. */
    category?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | null;
    /** Tags (Taggar). Read-only: the server writes it. */
    tags?: unknown;
    /** Customer columns (Kundkolumner). Read-only: the server writes it. */
    customer_columns?: unknown;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at?: string;
    /** Pending approvals (Väntande godkännanden). Read-only: the server writes it. */
    pending_monitor_approval_amount?: unknown;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: Array<Record<string, unknown>> | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new SubtenantTenantConnection: what `create` takes. */
export interface SubtenantTenantConnectionCreate {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant: Reference;
    /** Tenant (Hyresgäst). Required. The id of a `Tenant`. */
    tenant: Reference;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type: 0 | 1 | 2 | 3;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Category (Kategori). A whole number. */
    category?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean | undefined;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
}

/** Changes to SubtenantTenantConnection: `null` clears, what is absent stays. */
export interface SubtenantTenantConnectionUpdate {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: Reference | undefined;
    /** Tenant (Hyresgäst). Required. The id of a `Tenant`. */
    tenant?: Reference | undefined;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: 0 | 1 | 2 | 3 | undefined;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Active (Aktiv). */
    is_active?: boolean | undefined;
    /** Category (Kategori). A whole number. */
    category?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: ReadonlyArray<object> | null | undefined;
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean | undefined;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: Reference | null | undefined;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: ReadonlyArray<object> | null | undefined;
}

/** SubtenantTenantConnection as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface SubtenantTenantConnectionForm {
    /** Subtenant (Andrahandshyresgäst). Required. The id of a `Subtenant`. */
    sub_tenant?: string;
    /** Tenant (Hyresgäst). Required. The id of a `Tenant`. */
    tenant?: string;
    /** Type of stakeholder (Typ av intressent). Required. A whole number. */
    stakeholder_type?: string;
    /** Distribution of reminders (Utskick av påminnelser). */
    reminder_distribution_instruction?: readonly string[];
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Active (Aktiv). */
    is_active?: boolean;
    /** Category (Kategori). A whole number. */
    category?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Distribution of invoices (Utskick av fakturor). */
    invoice_distribution_instruction?: readonly string[];
    /** Prefers to view invoices only (Vill bara visa fakturor). */
    prefer_invoice_view_only?: boolean;
    /** Parent subtenant (Överordnad andrahandshyresgäst). The id of a `Subtenant`. */
    parent_sub_tenant?: string;
    /** Distribution of debt claims (Utskick av inkassokrav). */
    debt_distribution_instruction?: readonly string[];
}

/** What lists of SubtenantTenantConnection can be filtered by. */
export interface SubtenantTenantConnectionFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
    /** Category (Kategori). */
    category?: NumberFilter | undefined;
    /** Custom ID (Eget id). */
    custom_id?: TextFilter | undefined;
    /** Created (Skapad). */
    created_at?: DateTimeFilter | undefined;
}

/** What lists of SubtenantTenantConnection can be ordered by; `-` is descending. */
export type SubtenantTenantConnectionOrderBy =
| "id"
| "-id"
| "category"
| "-category"
| "custom_id"
| "-custom_id"
| "created_at"
| "-created_at"
| (string & {});

/** List options of SubtenantTenantConnection beyond the common ones. */
export interface SubtenantTenantConnectionParameters {
    /** `tags`: ids, at least one. */
    tags?: readonly string[] | undefined;
    /** `customer_columns`: ids, at least one. */
    customerColumns?: readonly string[] | undefined;
}

/** The options of `list` for SubtenantTenantConnection. */
export type SubtenantTenantConnectionListOptions = ListOptions<SubtenantTenantConnectionFilter, SubtenantTenantConnectionOrderBy, SubtenantTenantConnectionParameters>;

export interface AccountsResources {
    /**
     * What a sub-tenant is to a tenant.
     *
     * `create` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly subtenantTenantConnection: ResourceClient<SubtenantTenantConnection, SubtenantTenantConnectionCreate | (SubtenantTenantConnectionCreate & Record<string, unknown>), SubtenantTenantConnectionUpdate | (SubtenantTenantConnectionUpdate & Record<string, unknown>), SubtenantTenantConnectionFilter, SubtenantTenantConnectionOrderBy, SubtenantTenantConnectionParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * What a sub-tenant is to a tenant.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const SubtenantTenantConnection: Schema<SubtenantTenantConnection, SubtenantTenantConnectionCreate | (SubtenantTenantConnectionCreate & Record<string, unknown>), SubtenantTenantConnectionUpdate | (SubtenantTenantConnectionUpdate & Record<string, unknown>), SubtenantTenantConnectionForm, SubtenantTenantConnectionFilter, SubtenantTenantConnectionOrderBy, SubtenantTenantConnectionParameters>;

/**
 * What a user works with, where, from when to when, and what they are told of it.
 *
 * `Organizationuserworkengagement` of the API, at `/accounts/users/organization/organizationuserworkengagement/`.
 */
export interface OrganizationUserWorkEngagement {
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user?: Reference;
    /** Work engagement (Arbetsuppdrag). Required. The id of a `Workengagement`. */
    work_engagement?: Reference;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null;
    /** Outdoor areas (Utomhusområden). The ids of `Outdoorarea`. */
    outdoor_areas?: Array<Reference>;
    /** The dates are blocking (Datumen är spärrande). */
    dates_are_blocking?: boolean | null;
    /** Buildings (Byggnader). The ids of `Building`. */
    buildings?: Array<Reference>;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at?: string;
    /** Email notifications for (E-postnotiser för). Its values stand in `receive_notifications_for`. */
    receive_email_notifications_for?: Array<Record<string, unknown>>;
    /** Text message notifications for (Sms-notiser för). Its values stand in `receive_notifications_for`. */
    receive_sms_notifications_for?: Array<Record<string, unknown>>;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null;
    /** Parking lots (Parkeringsplatser). The ids of `Parkinglot`. */
    parking_lots?: Array<Reference>;
    /** Notifications for (Notiser för). */
    receive_notifications_for?: Array<Record<string, unknown>>;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new OrganizationUserWorkEngagement: what `create` takes. */
export interface OrganizationUserWorkEngagementCreate {
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user: Reference;
    /** Work engagement (Arbetsuppdrag). Required. The id of a `Workengagement`. */
    work_engagement: Reference;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null | undefined;
    /** Outdoor areas (Utomhusområden). The ids of `Outdoorarea`. */
    outdoor_areas?: ReadonlyArray<Reference> | undefined;
    /** The dates are blocking (Datumen är spärrande). */
    dates_are_blocking?: boolean | null | undefined;
    /** Buildings (Byggnader). The ids of `Building`. */
    buildings?: ReadonlyArray<Reference> | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Email notifications for (E-postnotiser för). Its values stand in `receive_notifications_for`. */
    receive_email_notifications_for?: ReadonlyArray<object> | undefined;
    /** Text message notifications for (Sms-notiser för). Its values stand in `receive_notifications_for`. */
    receive_sms_notifications_for?: ReadonlyArray<object> | undefined;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null | undefined;
    /** Parking lots (Parkeringsplatser). The ids of `Parkinglot`. */
    parking_lots?: ReadonlyArray<Reference> | undefined;
    /** Notifications for (Notiser för). */
    receive_notifications_for?: ReadonlyArray<object> | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
}

/** Changes to OrganizationUserWorkEngagement: `null` clears, what is absent stays. */
export interface OrganizationUserWorkEngagementUpdate {
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user?: Reference | undefined;
    /** Work engagement (Arbetsuppdrag). Required. The id of a `Workengagement`. */
    work_engagement?: Reference | undefined;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string | null | undefined;
    /** Outdoor areas (Utomhusområden). The ids of `Outdoorarea`. */
    outdoor_areas?: ReadonlyArray<Reference> | undefined;
    /** The dates are blocking (Datumen är spärrande). */
    dates_are_blocking?: boolean | null | undefined;
    /** Buildings (Byggnader). The ids of `Building`. */
    buildings?: ReadonlyArray<Reference> | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Email notifications for (E-postnotiser för). Its values stand in `receive_notifications_for`. */
    receive_email_notifications_for?: ReadonlyArray<object> | undefined;
    /** Text message notifications for (Sms-notiser för). Its values stand in `receive_notifications_for`. */
    receive_sms_notifications_for?: ReadonlyArray<object> | undefined;
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string | null | undefined;
    /** Parking lots (Parkeringsplatser). The ids of `Parkinglot`. */
    parking_lots?: ReadonlyArray<Reference> | undefined;
    /** Notifications for (Notiser för). */
    receive_notifications_for?: ReadonlyArray<object> | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
}

/** OrganizationUserWorkEngagement as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface OrganizationUserWorkEngagementForm {
    /** User (Användare). Required. The id of a `Organizationuser`. */
    user?: string;
    /** Work engagement (Arbetsuppdrag). Required. The id of a `Workengagement`. */
    work_engagement?: string;
    /** End date (Slutdatum). A day, `YYYY-MM-DD`. In order with `start_date`. */
    end_date?: string;
    /** Outdoor areas (Utomhusområden). The ids of `Outdoorarea`. */
    outdoor_areas?: readonly string[];
    /** The dates are blocking (Datumen är spärrande). */
    dates_are_blocking?: boolean | "";
    /** Buildings (Byggnader). The ids of `Building`. */
    buildings?: readonly string[];
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Email notifications for (E-postnotiser för). Its values stand in `receive_notifications_for`. */
    receive_email_notifications_for?: readonly string[];
    /** Text message notifications for (Sms-notiser för). Its values stand in `receive_notifications_for`. */
    receive_sms_notifications_for?: readonly string[];
    /** Start date (Startdatum). A day, `YYYY-MM-DD`. In order with `end_date`. */
    start_date?: string;
    /** Parking lots (Parkeringsplatser). The ids of `Parkinglot`. */
    parking_lots?: readonly string[];
    /** Notifications for (Notiser för). */
    receive_notifications_for?: readonly string[];
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
}

/** What lists of OrganizationUserWorkEngagement can be filtered by. */
export interface OrganizationUserWorkEngagementFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
}

/** What lists of OrganizationUserWorkEngagement can be ordered by; `-` is descending. */
export type OrganizationUserWorkEngagementOrderBy =
| "id"
| "-id"
| (string & {});

/** List options of OrganizationUserWorkEngagement beyond the common ones. */
export interface OrganizationUserWorkEngagementParameters {
}

/** The options of `list` for OrganizationUserWorkEngagement. */
export type OrganizationUserWorkEngagementListOptions = ListOptions<OrganizationUserWorkEngagementFilter, OrganizationUserWorkEngagementOrderBy, OrganizationUserWorkEngagementParameters>;

export interface AccountsResources {
    /**
     * What a user works with, where, from when to when, and what they are told of it.
     *
     * `list` follows the API's common template: no page of the API shows it.
     *
     * `bulkWrite` follows the API's common template: no page of the API shows it.
     *
     * `update` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly organizationUserWorkEngagement: ResourceClient<OrganizationUserWorkEngagement, OrganizationUserWorkEngagementCreate | (OrganizationUserWorkEngagementCreate & Record<string, unknown>), OrganizationUserWorkEngagementUpdate | (OrganizationUserWorkEngagementUpdate & Record<string, unknown>), OrganizationUserWorkEngagementFilter, OrganizationUserWorkEngagementOrderBy, OrganizationUserWorkEngagementParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * What a user works with, where, from when to when, and what they are told of it.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const OrganizationUserWorkEngagement: Schema<OrganizationUserWorkEngagement, OrganizationUserWorkEngagementCreate | (OrganizationUserWorkEngagementCreate & Record<string, unknown>), OrganizationUserWorkEngagementUpdate | (OrganizationUserWorkEngagementUpdate & Record<string, unknown>), OrganizationUserWorkEngagementForm, OrganizationUserWorkEngagementFilter, OrganizationUserWorkEngagementOrderBy, OrganizationUserWorkEngagementParameters>;

/**
 * What an issue's message names. Which are there depends on the code.
 */
export interface IssueParams {
    /**
     * The most: characters, or the number itself.
     */
    max?: number;
    /**
     * The least: characters, or the number itself.
     */
    min?: number;
    /**
     * The pattern, in the API's own (Python's) spelling.
     */
    pattern?: string;
    /**
     * The values there are.
     */
    values?: (string | number)[];
    /**
     * The other fields or options of the rule.
     */
    fields?: string[];
    /**
     * The nearest right name, or the form that is wanted.
     */
    hint?: string;
    /**
     * The label of another field.
     */
    label?: string;
    /**
     * The HTTP status, where the server said it.
     */
    status?: number;
}

/**
 * Who someone is whose identity is protected.
 *
 * `Protectedidentity` of the API, at `/accounts/users/customer/protectedidentity/`.
 */
export interface ProtectedIdentity {
    /** ID (Id). Read-only: the server writes it. Unique. A uuid. */
    id?: string;
    /** Tenant (Hyresgäst). Unique. The id of a `Tenant`. Not set beside `sub_tenant`. Set, unless one of these is: `sub_tenant`. */
    tenant?: Reference | null;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string | null;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null;
    /** Subtenant (Andrahandshyresgäst). Unique. The id of a `Subtenant`. Not set beside `tenant`. Set, unless one of these is: `tenant`. */
    sub_tenant?: Reference | null;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null;
    /** Created (Skapad). Read-only: the server writes it. A date-time, ISO 8601. */
    created_at?: string;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string | null;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null;
    /** The API's page is not known to its end: answers hold more. */
    [undeclared: string]: unknown;
}

/** A new ProtectedIdentity: what `create` takes. */
export interface ProtectedIdentityCreate {
    /** Tenant (Hyresgäst). Unique. The id of a `Tenant`. Not set beside `sub_tenant`. Set, unless one of these is: `sub_tenant`. */
    tenant?: Reference | null | undefined;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null | undefined;
    /** Subtenant (Andrahandshyresgäst). Unique. The id of a `Subtenant`. Not set beside `tenant`. Set, unless one of these is: `tenant`. */
    sub_tenant?: Reference | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string | null | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
}

/** Changes to ProtectedIdentity: `null` clears, what is absent stays. */
export interface ProtectedIdentityUpdate {
    /** Tenant (Hyresgäst). Unique. The id of a `Tenant`. Not set beside `sub_tenant`. Set, unless one of these is: `sub_tenant`. */
    tenant?: Reference | null | undefined;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string | null | undefined;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: Reference | null | undefined;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string | null | undefined;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: Reference | null | undefined;
    /** Subtenant (Andrahandshyresgäst). Unique. The id of a `Subtenant`. Not set beside `tenant`. Set, unless one of these is: `tenant`. */
    sub_tenant?: Reference | null | undefined;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: Reference | null | undefined;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string | null | undefined;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string | null | undefined;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string | null | undefined;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string | null | undefined;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: Reference | null | undefined;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string | null | undefined;
}

/** ProtectedIdentity as the inputs of a form hold it: text, but for boxes and lists. Objects are JSON text. */
export interface ProtectedIdentityForm {
    /** Tenant (Hyresgäst). Unique. The id of a `Tenant`. Not set beside `sub_tenant`. Set, unless one of these is: `sub_tenant`. */
    tenant?: string;
    /** Last name (Efternamn). At most 255 characters. */
    last_name?: string;
    /** Organization (Organisation). The id of a `Organization`. */
    organization?: string;
    /** Email (E-post). An email address. At most 254 characters. */
    email?: string;
    /** Previous address (Tidigare adress). The id of a `Address`. */
    previous_address?: string;
    /** Subtenant (Andrahandshyresgäst). Unique. The id of a `Subtenant`. Not set beside `tenant`. Set, unless one of these is: `tenant`. */
    sub_tenant?: string;
    /** Future address (Framtida adress). The id of a `Address`. */
    future_address?: string;
    /** Phone number (Telefonnummer). Matches `^\+?1?\d{7,15}$`. At most 36 characters. */
    phone_number?: string;
    /** Custom ID (Eget id). At most 128 characters. */
    custom_id?: string;
    /** Date of birth (Födelsedatum). A day, `YYYY-MM-DD`. */
    birth_date?: string;
    /** First name (Förnamn). At most 255 characters. */
    first_name?: string;
    /** Registered address (Folkbokföringsadress). The id of a `Address`. */
    current_registered_address?: string;
    /** Personal identity number (Personnummer). Digits with a check digit, one `-` or `+` allowed before the last four. 12 to 13 characters. */
    ssn?: string;
}

/** What lists of ProtectedIdentity can be filtered by. */
export interface ProtectedIdentityFilter {
    /** ID (Id). */
    id?: IdFilter | undefined;
}

/** What lists of ProtectedIdentity can be ordered by; `-` is descending. */
export type ProtectedIdentityOrderBy =
| "id"
| "-id"
| (string & {});

/** List options of ProtectedIdentity beyond the common ones. */
export interface ProtectedIdentityParameters {
}

/** The options of `list` for ProtectedIdentity. */
export type ProtectedIdentityListOptions = ListOptions<ProtectedIdentityFilter, ProtectedIdentityOrderBy, ProtectedIdentityParameters>;

export interface AccountsResources {
    /**
     * Who someone is whose identity is protected.
     *
     * `list` follows the API's common template: no page of the API shows it.
     *
     * `get` follows the API's common template: no page of the API shows it.
     *
     * `delete` follows the API's common template: no page of the API shows it.
     */
    readonly protectedIdentity: ResourceClient<ProtectedIdentity, ProtectedIdentityCreate | (ProtectedIdentityCreate & Record<string, unknown>), ProtectedIdentityUpdate | (ProtectedIdentityUpdate & Record<string, unknown>), ProtectedIdentityFilter, ProtectedIdentityOrderBy, ProtectedIdentityParameters, "list" | "bulkWrite" | "create" | "get" | "update" | "delete">;
}

/**
 * Who someone is whose identity is protected.
 *
 * Its model: validation, list options and metadata, without a network.
 */
export declare const ProtectedIdentity: Schema<ProtectedIdentity, ProtectedIdentityCreate | (ProtectedIdentityCreate & Record<string, unknown>), ProtectedIdentityUpdate | (ProtectedIdentityUpdate & Record<string, unknown>), ProtectedIdentityForm, ProtectedIdentityFilter, ProtectedIdentityOrderBy, ProtectedIdentityParameters>;

/** The resources of the Accounts application. */
export interface AccountsResources {}

export interface Pigello {
    /** The resources of the Accounts application. */
    readonly accounts: AccountsResources;
}

/** The resources of the Organization application. */
export interface OrganizationResources {}

export interface Pigello {
    /** The resources of the Organization application. */
    readonly organization: OrganizationResources;
}

/** What can be wrong with a value or with list options. */
export type IssueCode =
| "required"
| "null"
| "type"
| "min_length"
| "max_length"
| "characters"
| "pattern"
| "email"
| "uuid"
| "url"
| "date"
| "date_time"
| "luhn"
| "gln13"
| "integer"
| "minimum"
| "maximum"
| "enum"
| "unknown_field"
| "read_only"
| "together_with"
| "excludes"
| "at_least_one_of"
| "requires"
| "ordered_with"
| "matches_values_of"
| "magnitude"
| "duplicate"
| "server"
| "json"
| "unknown_filter"
| "unknown_operator"
| "unknown_order"
| "unknown_option"
| "empty"
| "comma"
| "url_length";
