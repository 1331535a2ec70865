// The client: its options, and what hangs under it. Nothing reachable from an instance holds the secret.

import * as raw from "glue:client";
import { perform, type Core } from "./call";
import { resources, rust, settled } from "./client";
import { define } from "./define";
import { ConfigError } from "./errors";
import { isObject, read } from "./foreign";
import { given, nothing, type Given } from "./given";
import { anyText } from "./json";
import { callOptions, headersSource, judged } from "./options";
import { pack } from "./pack";
import { Queue } from "./queue";
import type { CallInput, Config } from "./raw";
import { resourceClient } from "./resource";
import { hider } from "./secret";

const CREDENTIALS = [
    "customerId",
    "applicationId",
    "serviceId",
    "serviceVersionId",
    "clientCt",
    "clientEntity",
    "clientSecret",
] as const;

const ADDRESSES: readonly string[] = ["environment", "baseUrl"];

/** The resources' methods, by application and resource. */
type Applications = { [application: string]: Record<string, object> };

/** A client of the API. */
export class Pigello {
    constructor(options: unknown) {
        const core = coreOf(options);
        define(this, "request", async (method: unknown, path: unknown, options?: unknown) =>
            request(core, method, path, options),
        );
        for (const resource of resources()) {
            const { application, key } = resource;
            const clients = (this as unknown as Applications)[application] ?? {};
            // Made at its first use: of many few are used.
            const set = (client: object): object => {
                define(clients, key, client, true);
                return client;
            };
            const get = (): object => set(resourceClient(core, resource));
            Object.defineProperty(clients, key, { __proto__: null, get, set, enumerable: true, configurable: true } as PropertyDescriptor);
            define(this, application, clients, true);
        }
    }

    static fromEnv(env: unknown, options?: unknown): Pigello {
        return fromVariables(env, options);
    }
}

// Outside of the class: one that names itself is renamed by the bundler.
function fromVariables(env: unknown, options: unknown): Pigello {
    const own = given(options);
    if (own === undefined) return new Pigello(options);
    if (!isObject(env)) {
        throw new ConfigError("`Pigello.fromEnv` takes the environment's variables first, as `process.env` has them");
    }
    try {
        return new Pigello(withEnvironment(own, env));
    } catch (error) {
        throw named(error, own);
    }
}

function coreOf(options: unknown): Core {
    const own = given(options);
    if (own === undefined) judged("client", options);
    const headers = headersSource(own?.headers);
    const { words, text, value } = pack({ ...own, ...(headers !== undefined && { headers }) });
    const config = settled(rust(raw.readOptions, "client", words, text)) as Config;
    const copy = value as {
        readonly fetch?: unknown;
        readonly credentials?: { readonly clientSecret?: unknown };
        readonly [option: string]: unknown;
    };
    const observers = { request: copy.onRequest, response: copy.onResponse, retry: copy.onRetry };
    const observed = Object.values(observers).some((observer) => observer !== undefined);
    return {
        config,
        packed: { words, text },
        queue: new Queue(config.concurrency, config.maxDelayMs),
        fetch: copy.fetch,
        headers,
        observers: observed ? observers : undefined,
        hide: hider(copy.credentials?.clientSecret),
    };
}

/** The options that environment variables give, under those that were given. An empty variable is none. */
function withEnvironment(own: Given, env: object): Given {
    const found = (names: readonly string[]): Given => {
        const values = names.map((name) => [name, read(env, variable(name))] as const);
        return Object.fromEntries(values.filter(([, value]) => typeof value === "string" && value !== ""));
    };
    const credentials = found(CREDENTIALS);
    return Object.assign(
        nothing(),
        // An address of one's own is not mixed with one of the environment.
        hasAddress(own) ? {} : found(ADDRESSES),
        Object.keys(credentials).length > 0 && { credentials },
        own,
    );
}

function hasAddress(own: Given): boolean {
    return ADDRESSES.some((name) => own[name] !== undefined);
}

function variable(option: string): string {
    return `PIGELLO_${option.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
}

/** An error that names, beside the option it complains about, the variables that it comes from. */
function named(error: unknown, own: Given): unknown {
    if (!(error instanceof ConfigError)) return error;
    const { message } = error;
    const [option = "", credential] = /^`?(\w+)(?:\.(\w+))?/.exec(message)?.slice(1) ?? [];
    let names: readonly string[] = [];
    if (option === "credentials" && own.credentials === undefined) {
        names = credential === undefined ? CREDENTIALS : [credential];
    } else if (ADDRESSES.includes(option) && !hasAddress(own)) {
        names = ADDRESSES.filter((name) => message.includes(`\`${name}\``));
    }
    if (names.length === 0) return error;
    return new ConfigError(`${message} (in the environment: ${names.map(variable).join(", ")})`);
}

/** The way around the resources: any method, any path. */
async function request(core: Core, method: unknown, path: unknown, options: unknown): Promise<unknown> {
    const own = given(options);
    if (own === undefined) return judged("request", options);
    const { query, body, ...rest } = own;
    const call = callOptions("request", rest);
    const { words, text } = pack(query);
    const input: CallInput = {
        operation: "request",
        words,
        text,
        request: call.settings,
        ...(typeof method === "string" && { method }),
        ...(typeof path === "string" && { path }),
        ...anyText(body),
    };
    return perform(core, call, input);
}
