// The client: its options, and what hangs under it. Nothing reachable from an instance holds the secret.

import { perform, type Core } from "./call";
import { resources, rust, settled } from "./client";
import { ConfigError } from "./errors";
import { given, nothing } from "./given";
import { jsonText } from "./json";
import { callOptions, headersSource, judged } from "./options";
import { pack, read } from "./pack";
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

/** No more values than this are sent by `request`. */
const MOST_VALUES = 10_000_000;

/** The resources' methods, by application and resource. */
type Applications = { [application: string]: Record<string, object> };

/** A client of the API. */
export class Pigello {
    constructor(options: unknown) {
        const core = coreOf(options);
        Object.defineProperty(this, "request", {
            value: async (method: unknown, path: unknown, options?: unknown) => request(core, method, path, options),
            configurable: true,
            writable: true,
        });
        for (const resource of resources()) {
            const { application, key } = resource;
            const clients = (this as unknown as Applications)[application] ?? {};
            clients[key] = resourceClient(core, resource);
            const value = { value: clients, enumerable: true, configurable: true, writable: true };
            Object.defineProperty(this, application, value);
        }
    }

    static fromEnv(env: unknown, options?: unknown): Pigello {
        return fromVariables(env, options);
    }
}

// Outside of the class: one that names itself is renamed by the bundler.
function fromVariables(env: unknown, options: unknown): Pigello {
    return new Pigello(fromEnvironment(env, options));
}

function coreOf(options: unknown): Core {
    const own = given(options);
    if (own === undefined) judged("client", options);
    const headers = headersSource(own?.headers);
    const { words, text, value } = pack({ ...own, ...(headers !== undefined && { headers }) });
    const config = settled(rust((raw) => raw.readOptions("client", words, text))) as Config;
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
function fromEnvironment(env: unknown, options: unknown): unknown {
    const own = given(options);
    if (own === undefined) return options;
    if (typeof env !== "object" || env === null) {
        throw new ConfigError("`Pigello.fromEnv` takes the environment's variables first, as `process.env` has them");
    }
    const variable = (option: string): string | undefined => {
        const value = read(env, `PIGELLO_${option.replace(/[A-Z]/g, "_$&").toUpperCase()}`);
        return typeof value === "string" && value !== "" ? value : undefined;
    };
    const found = CREDENTIALS.map((name) => [name, variable(name)] as const).filter(([, value]) => value !== undefined);
    const [environment, baseUrl] = [variable("environment"), variable("baseUrl")];
    return Object.assign(
        nothing(),
        environment !== undefined && { environment },
        baseUrl !== undefined && { baseUrl },
        found.length > 0 && { credentials: Object.fromEntries(found) },
        own,
    );
}

/** The way around the resources: any method, any path. */
async function request(core: Core, method: unknown, path: unknown, options: unknown): Promise<unknown> {
    const own = given(options);
    if (own === undefined) return judged("request", options);
    const { query, body, ...rest } = own;
    const call = callOptions("request", rest);
    const { words, text } = pack(query);
    const packed = pack(body, MOST_VALUES);
    if (packed.unfit) throw new ConfigError("`body` holds something that JSON cannot carry");
    const input: CallInput = {
        operation: "request",
        words,
        text,
        request: call.settings,
        ...(typeof method === "string" && { method }),
        ...(typeof path === "string" && { path }),
        ...(body !== undefined && { body: jsonText(packed.value) }),
    };
    return perform(core, call, input);
}
