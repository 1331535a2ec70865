// A whole Pigello in memory, behind a `fetch` of its own. What it answers is Rust's affair (src/sandbox); here are
// requests and answers as `fetch` has them, and the faults that tests ask for.

import * as raw from "glue:sandbox";
import { start } from "wasm:start";
import { ConfigError, internalError, rejection } from "./errors";
import { faultOf, type Fault } from "./faults";
import { given, type Given } from "./given";
import { once } from "./load";
import type { SandboxAnswer } from "./raw";
import { requestOf, responseOf, type SentRequest } from "./sandbox-fetch";

const started = /* @__PURE__ */ once(() => start(raw.initSync));

/** Asks one of Rust's functions. What it throws is a bug of ours. */
function rust<Given extends unknown[], T>(ask: (...given: Given) => T, ...given: Given): T {
    started();
    try {
        return ask(...given);
    } catch (error) {
        throw internalError(error);
    }
}

/** A name that leads nowhere, and `https:`, which is where credentials may go. */
const BASE_URL = "https://sandbox.pigello.test";
const MOST_REQUESTS = 10_000;
const MOST_GENERATED = 1_000_000;

/** What the closures of a sandbox share; when all of them are gone, so is its memory in Rust. */
interface State {
    readonly handle: number;
    requests: SentRequest[];
    faults: Fault[];
    readonly onWrite: ((write: Write) => void) | undefined;
}

/** What was written in one go. */
interface Write {
    readonly resource: string;
    readonly rows: readonly unknown[];
    readonly removed: readonly string[];
}

const forgotten =
    typeof FinalizationRegistry === "function"
        ? /* @__PURE__ */ new FinalizationRegistry<number>((handle) => rust(raw.sandboxDrop, handle))
        : undefined;

/** A Pigello in memory. */
export class Sandbox {
    constructor(options?: unknown) {
        const { seed, onWrite, checkRelations } = optionsOf(options);
        const answer = rust(raw.sandboxCreate, seed, Date.now(), checkRelations);
        if (Object.hasOwn(answer, "error")) throw rejection((answer as { error: never }).error);
        const state: State = { handle: (answer as { ok: number }).ok, requests: [], faults: [], onWrite };
        forgotten?.register(state, state.handle);
        const shown = (value: unknown): PropertyDescriptor => ({ value, enumerable: true });
        Object.defineProperties(this, {
            baseUrl: shown(BASE_URL),
            credentials: shown(Object.freeze(rust(raw.sandboxCredentials))),
            fetch: { value: (input: unknown, init?: unknown) => answered(state, input, init) },
            requests: { get: () => state.requests, enumerable: true },
            failNext: { value: (fault: unknown) => void state.faults.push(faultOf(fault)) },
            data: { value: () => JSON.parse(rust(raw.sandboxData, state.handle)) as unknown },
            generate: {
                value: (resource: unknown, count: unknown, how?: unknown) => generated(state, resource, count, how),
            },
            reset: {
                value: () => {
                    rust(raw.sandboxReset, state.handle);
                    state.requests = [];
                    state.faults = [];
                },
            },
        });
    }
}

function optionsOf(options: unknown): { seed: string; onWrite: State["onWrite"]; checkRelations: boolean } {
    const own = given(options);
    if (own === undefined) throw new ConfigError("the sandbox's options must be an object");
    const { seed, onWrite, checkRelations = false, ...others } = own;
    refuseUnknown(others, "seed, onWrite, checkRelations");
    if (onWrite !== undefined && typeof onWrite !== "function") throw new ConfigError("`onWrite` must be a function");
    if (typeof checkRelations !== "boolean") throw new ConfigError("`checkRelations` must be true or false");
    return { seed: seedText(seed), onWrite: onWrite as State["onWrite"], checkRelations };
}

function refuseUnknown(others: object, known: string): void {
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new ConfigError(`unknown option \`${unknown}\`; known are ${known}`);
}

function seedText(seed: unknown): string {
    try {
        // Empty text is no seed for Rust, and no JSON for whoever gave it.
        if (typeof seed === "string") return seed || " ";
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
    const answer = fault?.answer ?? handled(state, sent, headers);
    if (fault?.loseAnswer) throw new TypeError("fetch failed");
    return responseOf(answer, sent.url, fault?.cutAfterBytes);
}

function handled({ handle, onWrite }: State, sent: SentRequest, headers: readonly string[]): SandboxAnswer {
    const path = pathAndQuery(sent.url);
    const answer = rust(raw.sandboxHandle, handle, sent.method, path, headers, sent.body, Date.now());
    if (answer.wrote !== undefined && onWrite !== undefined) {
        const written: unknown = answer.body === undefined ? [] : JSON.parse(answer.body);
        // The row is what the path names; a query may hold ids too.
        const [row = ""] = path.split("?");
        const removed = answer.body === undefined ? [row.split("/").filter(isId).at(-1)?.toLowerCase() ?? ""] : [];
        tell(onWrite, { resource: answer.wrote, rows: Array.isArray(written) ? written : [written], removed });
    }
    return answer;
}

function isId(part: string): boolean {
    return /^[0-9a-f-]{36}$/i.test(part);
}

/** A listener that throws is not the affair of who writes. */
function tell(listener: (write: Write) => void, write: Write): void {
    try {
        listener(write);
    } catch {
        // As with a client's observers.
    }
}

function generated({ handle, onWrite }: State, resource: unknown, count: unknown, how: unknown): unknown {
    const { seed = 0, store = false, ...others } = optionsOfGenerate(how);
    refuseUnknown(others, "seed, store");
    if (typeof resource !== "string") throw new ConfigError("`generate` takes the name of a resource, as a seed has it");
    if (!isWhole(count, 0, MOST_GENERATED)) {
        throw new ConfigError(`the number of rows must be a whole number from 0 to ${MOST_GENERATED}`);
    }
    if (!isWhole(seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
        throw new ConfigError("`seed` must be a whole number");
    }
    if (typeof store !== "boolean") throw new ConfigError("`store` must be true or false");
    const text = rust(raw.sandboxGenerate, handle, resource, count, seed, store, Date.now());
    if (text === undefined) {
        const known = Object.keys(JSON.parse(rust(raw.sandboxData, handle)) as object).join(", ");
        throw new ConfigError(`no resource \`${resource}\`; known are ${known}`);
    }
    const rows = JSON.parse(text) as unknown[];
    if (store && onWrite !== undefined && rows.length > 0) tell(onWrite, { resource, rows: [...rows], removed: [] });
    return rows;
}

function optionsOfGenerate(how: unknown): Given {
    const own = given(how);
    if (own === undefined) throw new ConfigError("the options of `generate` must be an object");
    return own;
}

function isWhole(value: unknown, least: number, most: number): value is number {
    return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
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
