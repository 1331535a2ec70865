// The client's own options, and errors.

import {
    ApiError,
    BulkWriteError,
    ConfigError,
    DecodeError,
    NotFoundError,
    Pigello,
    PigelloError,
    TimeoutError,
    ValidationError,
    init,
} from "pigello-client";
import type { Credentials, ExternalClientContactPerson, Issue, PigelloOptions, PreparedRequest } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

declare const credentials: Credentials;

export function right(signal: AbortSignal, headers: HeadersInit): void {
    const sandbox = new Sandbox({ seed: { "organization.externalClientContactPerson": [{ name: "Anna" }] } });
    sandbox.failNext({ status: 429, headers: { "Retry-After": "1" }, times: 2 });
    sandbox.reset();
    new Pigello({ baseUrl: sandbox.baseUrl, credentials: sandbox.credentials, fetch: sandbox.fetch });
    new Pigello({ environment: "dev.api", credentials, fetch, headers });
    new Pigello({ baseUrl: "/api", headers: { "X-Trace": "1", "X-Other": undefined } });
    const all: PigelloOptions = {
        baseUrl: "https://example.com",
        credentials,
        headers: async () => new Headers(),
        fetch: async (url: string) => ({ status: 200, headers: new Map<string, never>() as never, text: async () => url }),
        timeoutMs: 0,
        retry: { attempts: 3, baseDelayMs: 200, maxDelayMs: 20_000 },
        concurrency: 8,
        validate: true,
        checkResponses: false,
        unknownFields: "reject",
        locale: "sv",
        maxUrlLength: 8_000,
        onRequest: ({ method, url, attempt }) => void [method.length, url.length, attempt.toFixed()],
        onResponse: ({ status }) => void status?.toFixed(),
        onRetry: ({ delayMs, error }) => void [delayMs?.toFixed(), error?.kind],
    };
    const pigello = new Pigello(all);
    Pigello.fromEnv({ PIGELLO_ENVIRONMENT: "dev.api", OTHER: undefined }, { retry: false });
    const persons = pigello.organization.externalClientContactPerson;
    void persons.get("…", { signal, timeoutMs: 5, headers: [["X-Trace", "1"]], retry: false, validate: false });
    void persons.bulkWrite([], { chunkSize: 5, onProgress: ({ written, total }) => void (written / total), signal });
    const many: Promise<(ExternalClientContactPerson | undefined)[]> = persons.getMany(["…"], { signal });
    const invited: Promise<unknown> = pigello.accounts.subtenant.invite({ any: ["thing"] }, { timeoutMs: 5 });
    const { method, url, headers: masked, body, toCurl }: PreparedRequest = persons.prepare.update("…", { name: "Bo" });
    const texts: (string | undefined)[] = [method, url, masked["X-Trace"], body, toCurl()];
    void [many, invited, texts, persons.prepare.list({ filter: { name: "x" } }, { timeoutMs: 1 }).url];
    const answer: Promise<unknown> = pigello.request("GET", "/x/", { query: { a: [1, "b"] }, body: {} });
    const done: Promise<void> = init();
    void [answer, done];
}

export function errors(error: unknown): string | number | readonly Issue[] | undefined {
    if (error instanceof NotFoundError) return error.status;
    if (error instanceof ApiError) return error.issues;
    if (error instanceof ValidationError) return error.issues;
    if (error instanceof TimeoutError) return error.timeoutMs;
    if (error instanceof DecodeError) return error.snippet;
    if (error instanceof BulkWriteError) return error.failed?.outcome ?? error.remaining.start;
    if (ConfigError.is(error)) {
        const kind: "config" = error.kind;
        return kind;
    }
    return PigelloError.is(error) ? error.message : undefined;
}

export function wrong(pigello: Pigello): void {
    const persons = pigello.organization.externalClientContactPerson;
    // @ts-expect-error nobody is invited to be a contact person
    void persons.invite({});
    // @ts-expect-error a filter that there is not, as in `list`
    persons.prepare.list({ filter: { nam: "x" } });
    // @ts-expect-error what is prepared is no promise
    void persons.prepare.get("…").then();
    // @ts-expect-error rows may be missing
    void persons.getMany(["…"]).then(([person]) => person.name);
    // @ts-expect-error neither an environment nor a base URL
    new Pigello({ credentials });
    // @ts-expect-error no options at all
    new Pigello();
    // @ts-expect-error an environment needs credentials
    new Pigello({ environment: "api" });
    // @ts-expect-error one of the seven is missing
    new Pigello({ environment: "api", credentials: { customerId: "…" } });
    // @ts-expect-error unknown option
    new Pigello({ baseUrl: "/api", timeout: 5 });
    // @ts-expect-error a limit is a number
    new Pigello({ baseUrl: "/api", timeoutMs: "5" });
    // @ts-expect-error one of two words
    new Pigello({ baseUrl: "/api", unknownFields: "drop" });
    // @ts-expect-error unknown option of a call
    void persons.get("…", { timeout: 5 });
    // @ts-expect-error `chunkSize` is for `bulkWrite`
    void persons.list({}, { chunkSize: 5 });
    // @ts-expect-error a path is text
    void pigello.request("GET", 5);
    // @ts-expect-error errors are ours to make
    new ConfigError();
    // @ts-expect-error no such fault
    new Sandbox().failNext({ explode: true });
}
