// A whole Pigello in memory, behind a `fetch` of its own. What it answers is Rust's affair (src/sandbox); here are
// requests and answers as `fetch` has them, and the faults that tests ask for.

import * as glue from "glue:sandbox";
import hex from "wasm:sandbox";
import { ConfigError, internalError, rejection } from "./errors";
import { faultOf, type Fault } from "./faults";
import { given } from "./given";
import { lazy } from "./load";
import type { RawSandbox, SandboxAnswer } from "./raw";
import { requestOf, responseOf, type SentRequest } from "./sandbox-fetch";

const started = /* @__PURE__ */ lazy<RawSandbox>(glue, hex);

/** Asks Rust. What it throws is a bug of ours. */
function rust<T>(ask: (raw: RawSandbox) => T): T {
    const raw = started();
    try {
        return ask(raw);
    } catch (error) {
        throw internalError(error);
    }
}

/** A name that leads nowhere, and `https:`, which is where credentials may go. */
const BASE_URL = "https://sandbox.pigello.test";
const MOST_REQUESTS = 10_000;

/** What the closures of a sandbox share; when all of them are gone, so is its memory in Rust. */
interface State {
    readonly handle: number;
    requests: SentRequest[];
    faults: Fault[];
}

const forgotten =
    typeof FinalizationRegistry === "function"
        ? /* @__PURE__ */ new FinalizationRegistry<number>((handle) => rust((raw) => raw.sandboxDrop(handle)))
        : undefined;

/** A Pigello in memory. */
export class Sandbox {
    constructor(options?: unknown) {
        const seed = seedText(options);
        const answer = rust((raw) => raw.sandboxCreate(seed, Date.now()));
        if (Object.hasOwn(answer, "error")) throw rejection((answer as { error: never }).error);
        const state: State = { handle: (answer as { ok: number }).ok, requests: [], faults: [] };
        forgotten?.register(state, state.handle);
        const shown = (value: unknown): PropertyDescriptor => ({ value, enumerable: true });
        Object.defineProperties(this, {
            baseUrl: shown(BASE_URL),
            credentials: shown(Object.freeze(rust((raw) => raw.sandboxCredentials()))),
            fetch: { value: (input: unknown, init?: unknown) => answered(state, input, init) },
            requests: { get: () => state.requests, enumerable: true },
            failNext: { value: (fault: unknown) => void state.faults.push(faultOf(fault)) },
            reset: {
                value: () => {
                    rust((raw) => raw.sandboxReset(state.handle));
                    state.requests = [];
                    state.faults = [];
                },
            },
        });
    }
}

function seedText(options: unknown): string {
    const own = given(options);
    if (own === undefined) throw new ConfigError("the sandbox's options must be an object");
    const { seed, ...others } = own;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new ConfigError(`unknown option \`${unknown}\`; known is seed`);
    try {
        return seed === undefined ? "" : (JSON.stringify(seed) ?? "null");
    } catch (cause) {
        throw rejection({ kind: "config", message: "`seed` holds something that JSON cannot carry", cause });
    }
}

async function answered(state: State, input: unknown, init: unknown): Promise<unknown> {
    const { sent, headers, signal } = await requestOf(input, init);
    if (state.requests.length >= MOST_REQUESTS) state.requests.shift();
    state.requests.push(sent);
    const fault = nextFault(state);
    await pause(fault?.delayMs ?? 0, signal);
    // As `fetch` itself puts it where a server cannot be reached, or is gone before it has answered.
    if (fault?.networkError) throw new TypeError("fetch failed");
    const answer = fault?.answer ?? rust((raw) => handled(raw, state.handle, sent, headers));
    if (fault?.loseAnswer) throw new TypeError("fetch failed");
    return responseOf(answer, sent.url, fault?.cutAfterBytes);
}

function handled(raw: RawSandbox, handle: number, sent: SentRequest, headers: readonly string[]): SandboxAnswer {
    return raw.sandboxHandle(handle, sent.method, pathAndQuery(sent.url), headers, sent.body, Date.now());
}

/** What follows the host. */
function pathAndQuery(url: string): string {
    return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "").replace(/#.*$/s, "");
}

function nextFault({ faults }: State): Fault | undefined {
    const [fault] = faults;
    if (fault !== undefined && --fault.times <= 0) faults.shift();
    return fault;
}

/** Waits; an abort ends the waiting with its reason. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (ms === 0) return resolve();
        const stop = (): void => {
            clearTimeout(timer);
            reject(signal?.reason);
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", stop);
            resolve();
        }, ms);
        signal?.addEventListener("abort", stop, { once: true });
    });
}
