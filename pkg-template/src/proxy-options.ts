// What a proxy is set to, checked. The rules for addresses and credentials are the client's (src/options.rs).

import { ConfigError } from "./errors";
import { given, type Given } from "./given";
import { pathsOf, type Paths } from "./proxy-paths";

/** Asks the API. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Whether pages of an origin may ask. */
export type OriginCheck = (origin: string) => unknown;

/** What a proxy is set to. */
export interface Settings {
    /** Scheme, host and path, without a slash at the end. */
    readonly base: string;
    /** Where the proxy stands, without a slash at the end. */
    readonly mount: string;
    /** The seven headers. */
    readonly headers: readonly (readonly [string, string])[];
    readonly secret: string;
    readonly paths: Paths;
    readonly origin: OriginCheck | undefined;
    readonly fetch: Fetch;
    readonly timeoutMs: number;
    readonly maxBodyBytes: number;
}

const OPTIONS = "environment baseUrl credentials allow mount origin fetch timeoutMs maxBodyBytes".split(" ");
const CREDENTIALS = "customerId applicationId serviceId serviceVersionId clientCt clientEntity clientSecret".split(" ");
/** The longest a timer of JavaScript can wait, in milliseconds. */
const LONGEST_TIMER = 2_147_483_647;
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Reads the options of `createProxy`; throws a `ConfigError` that names the wrong one. */
export function settingsOf(options: unknown): Settings {
    const own = known(options, "options", OPTIONS, "");
    const { headers, secret } = credentialsOf(own.credentials);
    return {
        base: baseOf(own),
        mount: own.mount === undefined ? "" : mountOf(own.mount),
        headers,
        secret,
        paths: pathsOf(own.allow),
        origin: own.origin === undefined ? undefined : originOf(own.origin),
        fetch: fetchOf(own.fetch),
        timeoutMs: number(own, "timeoutMs", LONGEST_TIMER) ?? 30_000,
        maxBodyBytes: number(own, "maxBodyBytes", Number.MAX_SAFE_INTEGER) ?? Infinity,
    };
}

/** The options as an object of ours, with no name but these. */
function known(options: unknown, name: string, names: readonly string[], prefix: string): Given {
    const own = options === undefined ? undefined : given(options);
    if (own === undefined) throw new ConfigError(`${prefix === "" ? name : `\`${name}\``} must be an object`);
    for (const option of Object.keys(own)) {
        if (names.includes(option)) continue;
        const near = names.find((other) => isNear(option.toLowerCase(), other.toLowerCase()));
        const way = near === undefined ? `known are ${names.join(", ")}` : `did you mean \`${prefix}${near}\`?`;
        throw new ConfigError(`unknown option \`${prefix}${option}\`; ${way}`);
    }
    return own;
}

/** Whether at most two letters have to be added, taken or changed between what the names begin and end with alike. */
function isNear(one: string, other: string): boolean {
    const longest = Math.max(one.length, other.length);
    const least = Math.min(one.length, other.length);
    let front = 0;
    while (front < least && one[front] === other[front]) front += 1;
    let back = 0;
    while (back < least - front && one[one.length - 1 - back] === other[other.length - 1 - back]) back += 1;
    return longest - front - back <= 2;
}

function number(own: Given, name: string, most: number): number | undefined {
    const value = own[name];
    if (value === undefined) return undefined;
    if (typeof value === "number" && value >= 0 && value <= most) return value;
    throw new ConfigError(`\`${name}\` must be a number from 0 up`);
}

function fetchOf(value: unknown): Fetch {
    // Looked up anew for each request: tests and instrumentation put their own in its place.
    if (value === undefined) return (url, init) => fetch(url, init);
    if (typeof value === "function") return value as Fetch;
    throw new ConfigError("`fetch` must be a function");
}

function credentialsOf(value: unknown): Pick<Settings, "headers" | "secret"> {
    if (value === undefined) throw new ConfigError("`credentials` are missing: the proxy adds all seven");
    const own = known(value, "credentials", CREDENTIALS, "credentials.");
    const headers = CREDENTIALS.map((name): [string, string] => [headerName(name), credential(name, own[name])]);
    return { headers, secret: (own.clientSecret as string).trim() };
}

function credential(name: string, value: unknown): string {
    if (value === undefined) throw new ConfigError(`\`credentials.${name}\` is missing: the proxy adds all seven`);
    if (typeof value !== "string" || value.trim() === "") {
        throw new ConfigError(`\`credentials.${name}\` must be text, and not empty`);
    }
    if (CONTROL.test(value) || /[^\u0000-\u00ff]/.test(value)) {
        throw new ConfigError(`\`credentials.${name}\` has a character that a header cannot carry`);
    }
    return value;
}

/** `serviceVersionId` -> `X-PIGELLO-SERVICE-VERSION-ID` */
function headerName(name: string): string {
    return `X-PIGELLO-${name.replace(/[A-Z]/g, "-$&").toUpperCase()}`;
}

function baseOf({ baseUrl, environment }: Given): string {
    if (baseUrl !== undefined) return addressOf(baseUrl);
    if (environment === undefined) {
        throw new ConfigError(
            "`environment` or `baseUrl` is missing: there is no default, so that nothing meets production by accident",
        );
    }
    const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    if (typeof environment !== "string" || !new RegExp(`^${label}(?:\\.${label})*$`, "i").test(environment)) {
        throw new ConfigError("`environment` must be the host's part before `.pigello.io`, such as `api` or `dev.api`");
    }
    return `https://${environment}.pigello.io`;
}

function addressOf(url: unknown): string {
    const wrong = (why: string): ConfigError => new ConfigError(`\`baseUrl\` ${why}`);
    if (typeof url !== "string") throw wrong("must be text");
    if (CONTROL.test(url) || /[\s\\]/.test(url)) {
        throw wrong("must not hold white space, control characters or backslashes");
    }
    if (/[?#]/.test(url)) throw wrong("must have no query and no fragment");
    if (isUpwards(url)) throw wrong("must have no `.` or `..` in its path");
    const [, scheme = "", authority = ""] = /^(https?):\/\/([^/]*)/i.exec(url) ?? [];
    if (scheme === "") throw wrong("must begin with `https://` or `http://`");
    if (authority.includes("@")) throw wrong("must hold no user and no password");
    if (!/^(?:[\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu.test(authority) || !isUrl(url)) {
        throw wrong("must hold a host, such as `https://example.com/api`");
    }
    if (scheme.toLowerCase() === "http" && !isLoopback(authority.replace(/:\d+$/, "").toLowerCase())) {
        throw wrong("must begin with https: credentials travel over plain http to this machine only");
    }
    return url.replace(/\/+$/, "");
}

/** Whether a step is `.` or `..`, in whatever spelling. */
function isUpwards(path: string): boolean {
    return path.split("/").some((step) => /^(?:\.|%2e){1,2}$/i.test(step));
}

function isUrl(url: string): boolean {
    try {
        return new URL(url).host !== "";
    } catch {
        return false;
    }
}

function isLoopback(host: string): boolean {
    const byte = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    return /^(?:.*\.)?localhost$/.test(host) || host === "[::1]" || new RegExp(`^127(?:\\.${byte}){3}$`).test(host);
}

function mountOf(mount: unknown): string {
    if (typeof mount !== "string" || !/^(?:\/[\w.~!$&'()*+,;=:@%-]+)*\/?$/.test(mount) || isUpwards(mount)) {
        throw new ConfigError("`mount` must be the path that the proxy stands at, such as `/api/pigello`");
    }
    return mount.replace(/\/$/, "");
}

function originOf(value: unknown): OriginCheck {
    if (typeof value === "function") return value as OriginCheck;
    const origins: unknown = typeof value === "string" ? [value] : value;
    if (!Array.isArray(origins) || origins.length === 0) {
        throw new ConfigError("`origin` must be an origin (`https://app.example`), a list of them or a function");
    }
    // A copy: what the user does to the list afterwards opens nothing.
    const allowed = new Set(origins.map(checkedOrigin));
    return (origin) => allowed.has(origin);
}

function checkedOrigin(origin: unknown): string {
    if (typeof origin === "string" && /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*\\]+$/.test(origin)) {
        // Pages of apps have schemes of their own, of which `URL` makes no origin.
        if (!/^https?:/.test(origin) || (isUrl(origin) && new URL(origin).origin === origin)) return origin;
    }
    throw new ConfigError("`origin` must be as browsers send it, without a path: `https://app.example`");
}
