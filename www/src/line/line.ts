// With whom the page speaks, and what was said: the client, and the log that its observers write.

import { computed, signal } from "@preact/signals";
import { Pigello, type CallEvent, type CommonOptions, type Credentials } from "pigello-client/slim";
import { programs } from "../views";
import { locale } from "../words";

/** Nobody's address: what is sent there reaches the sandbox's worker, and nothing else. */
const SANDBOX = "https://sandbox.pigello.test";

/** In memory only: nothing of it is written anywhere. */
export interface Address {
    readonly baseUrl: string;
    readonly credentials?: Credentials;
}

/** Nothing: the sandbox. */
export const address = signal<Address | undefined>(undefined);
/** Counts the sandboxes: one that began anew is another. */
export const sandboxes = signal(0);
/** Which server, and as whom: what is written by halves is gone on with there, and nowhere else. The secret is no part of it. */
export const place = computed(() => {
    if (!address.value) return `sandbox ${sandboxes.value}`;
    const { clientSecret: _, ...who } = { clientSecret: "", ...address.value.credentials };
    return JSON.stringify([address.value.baseUrl, who]);
});
/** Counts what makes rows stale: another address, a sandbox that begins anew, something written. */
export const written = signal(0);

export interface Said extends CallEvent {
    readonly number: number;
    readonly kind: "request" | "response" | "retry" | "failure";
    readonly at: Date;
}
export const log = signal<readonly Said[]>([]);
/** Faults that wait for their request. */
export const armed = signal<readonly string[]>([]);

type Fetch = NonNullable<CommonOptions["fetch"]>;

const KEPT = 200;
let number = 0;

function note(kind: Said["kind"], event: CallEvent): void {
    log.value = [...log.value.slice(1 - KEPT), { ...event, kind, number: number++, at: new Date() }];
    // Each fault is for one request.
    if (kind === "request" && armed.value.length > 0) armed.value = armed.value.slice(1);
}

/** The observers are told of a failure when it is tried again; of the last one only who called is told, and so the log here. */
const watched =
    (fetch: Fetch): Fetch =>
    async (url, init) => {
        try {
            return await fetch(url, init);
        } catch (error) {
            if (!(init.signal as AbortSignal).aborted) note("failure", { method: init.method, url, attempt: 1 });
            throw error;
        }
    };

const observers = {
    onRequest: (event: CallEvent) => note("request", event),
    onResponse: (event: CallEvent) => note("response", event),
    onRetry: (event: CallEvent) => note("retry", event),
};

/** The way to the sandbox comes when there is something to ask it. What is tried again goes to the one that it was for, or nowhere. */
const fetchOf =
    (sandbox: number): Fetch =>
    async (url, init) => {
        const { sandboxFetch } = await programs.sandbox();
        if (sandbox !== sandboxes.peek()) throw new TypeError("the sandbox began anew");
        return sandboxFetch(url, init);
    };

const realFetch: Fetch = (url, init) => fetch(url, init as RequestInit);

/** A client for an address; throws what is wrong with it. */
export const clientFor = ({ baseUrl, credentials }: Address): Pigello =>
    new Pigello({ baseUrl, fetch: watched(realFetch), locale: locale.value, ...observers, ...(credentials ? { credentials } : {}) });

/** The client. */
export const pigello = computed(() =>
    address.value
        ? clientFor(address.value)
        : new Pigello({ baseUrl: SANDBOX, fetch: watched(fetchOf(sandboxes.value)), locale: locale.value, ...observers }),
);

/** What would be lost by leaving the page. */
const held: (() => boolean)[] = [];

/** From now on leaving asks while this says so. */
export function hold(loses: () => boolean): void {
    held.push(loses);
}

addEventListener("beforeunload", (event) => {
    if (held.some((loses) => loses())) event.preventDefault();
});
