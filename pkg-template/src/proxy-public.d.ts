// The public types of `pigello-client/proxy`.

/**
 * The seven credentials that the proxy adds. They stay on the server. Each may be what `process.env` has: one that is missing
 * is a `ConfigError` that names it, as soon as the proxy is made.
 */
export interface ProxyCredentials {
    /** `X-PIGELLO-CUSTOMER-ID` */
    readonly customerId: string | undefined;
    /** `X-PIGELLO-APPLICATION-ID` */
    readonly applicationId: string | undefined;
    /** `X-PIGELLO-SERVICE-ID` */
    readonly serviceId: string | undefined;
    /** `X-PIGELLO-SERVICE-VERSION-ID` */
    readonly serviceVersionId: string | undefined;
    /** `X-PIGELLO-CLIENT-CT` */
    readonly clientCt: string | undefined;
    /** `X-PIGELLO-CLIENT-ENTITY` */
    readonly clientEntity: string | undefined;
    /** `X-PIGELLO-CLIENT-SECRET`. From four characters on: where the API repeats it, an answer has `[secret]`. */
    readonly clientSecret: string | undefined;
}

/** The methods of the API. */
export type ProxyMethod = "GET" | "POST" | "PATCH" | "DELETE";

/** What a proxy lets through, and where to. */
export interface ProxyOptions {
    /** `https://{environment}.pigello.io`: `api`, `dev.api`. This or `baseUrl` is required. */
    environment?: string | undefined;
    /** Where the API is, in place of `environment`: `https:`, or `http:` to this machine. */
    baseUrl?: string | undefined;
    /** All seven. */
    credentials: ProxyCredentials;
    /**
     * What is let through: a method and a resource, such as `GET organization/externalclientcontactperson`. An entry
     * allows its method on that resource's `list/`, base and `{pk}/` paths, and nothing else.
     */
    allow: readonly `${ProxyMethod} ${string}`[];
    /** The path that the proxy stands at, such as `/api/pigello`; what follows it is the API's path. Default: none. */
    mount?: string | undefined;
    /**
     * Pages of which origins may ask, such as `https://app.example`; all others get 403, and these get CORS headers and
     * answers to preflights. Default: not looked at, and no CORS headers.
     */
    origin?: string | readonly string[] | ((origin: string) => boolean | Promise<boolean>) | undefined;
    /** Called as `fetch(url, init)`. Default: the global one. */
    fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
    /** Milliseconds until the API's headers, and then between the pieces of its body. Default 30 000; 0: no limit. */
    timeoutMs?: number | undefined;
    /** The largest body that is passed on, in bytes; a larger one gets 413. Default: no limit. */
    maxBodyBytes?: number | undefined;
}

/** Answers one request: as a Next route handler, in Hono, as the `fetch` of a Worker, of Deno and of Bun. */
export type Proxy = (request: Request) => Promise<Response>;

/**
 * A proxy that adds the credentials on a server, so that a browser never holds them.
 * @throws `ConfigError` of `pigello-client`, naming the option.
 */
export declare function createProxy(options: ProxyOptions): Proxy;

/** As much of `http.IncomingMessage` as the adapter uses. */
export interface NodeRequest {
    /** The HTTP method. */
    readonly method?: string;
    /** Path and query. */
    readonly url?: string;
    /** The headers; names in lower case. */
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    /** Of HTTP/2, 2. */
    readonly httpVersionMajor: number;
    /** Whether all of the body has come. */
    readonly complete: boolean;
    /** Whether somebody has read of the body already. */
    readonly readableDidRead: boolean;
    /** The pieces of the body. */
    iterator(options: { destroyOnReturn: boolean }): AsyncIterator<unknown, unknown, undefined>;
    /** Lets the rest of the body go by. */
    resume(): unknown;
}

/** As much of `http.ServerResponse` as the adapter uses. */
export interface NodeResponse {
    /** The status to answer with. */
    statusCode: number;
    /** Whether the connection is gone. */
    readonly destroyed: boolean;
    /** Whether the answer has begun. */
    readonly headersSent: boolean;
    /** Sets a header of the answer. */
    setHeader(name: string, value: string | readonly string[]): unknown;
    /** Sends the headers at once. */
    flushHeaders?(): unknown;
    /** Sends a piece of the body; `false`: wait for `drain`. */
    write(piece: Uint8Array): boolean;
    /** Ends the answer. */
    end(): unknown;
    /** Breaks the connection, so that nobody takes half an answer for a whole one. */
    destroy(): unknown;
    /** Listens. */
    on(event: "close" | "drain" | "error", listener: () => void): unknown;
    /** No longer listens. */
    off(event: "close" | "drain" | "error", listener: () => void): unknown;
}

/**
 * The proxy as a listener of `http.createServer`, or as middleware of Express (which has taken the path of `app.use`
 * off already: leave `mount` out). Put it before `express.json()`: what was parsed is sent as `JSON.stringify` has it.
 * @throws `ConfigError` of `pigello-client` if `proxy` is no function.
 */
export declare function toNodeListener(
    proxy: Proxy,
): (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void) => void;
