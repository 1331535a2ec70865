// The page's end of the sandbox: a `fetch` for the client, faults, and rows to import.

import type { FetchAnswer, FetchInit } from "pigello-client/slim";
import type { SandboxFault } from "pigello-client/sandbox";
import { fieldsOf, models, pathOf, targetOf, type Row } from "../models";
import { begin } from "./begin";
import type { Answered, FromSandbox, Planned, Sent, ToSandbox } from "./words";

interface Waiting {
    resolve(message: FromSandbox): void;
    reject(error: unknown): void;
}
let worker: Worker | undefined;
const waiting = new Map<number, Waiting>();
/** Whether it has answered. */
let alive = false;
let calls = 0;
let seed = 0;

const plan = (): Planned[] =>
    models.map((model) => ({
        path: pathOf(model),
        references: fieldsOf(model).flatMap((field) => {
            const target = targetOf(field);
            return target ? [[field.name, pathOf(target)] as const] : [];
        }),
        unique: fieldsOf(model)
            .filter(({ type, rules }) => type === "reference" && rules?.some(({ rule }) => rule === "unique"))
            .map(({ name }) => name),
    }));

/** Starts it, if it has not started. */
export function startSandbox(): void {
    if (worker) return;
    worker = begin();
    worker.addEventListener("message", ({ data }: MessageEvent<FromSandbox>) => {
        alive = true;
        const caller = waiting.get(data.call);
        waiting.delete(data.call);
        if ("failed" in data) caller?.reject(new TypeError(data.failed));
        else caller?.resolve(data);
    });
    worker.addEventListener("error", (event) => {
        const error = new TypeError(event.message || "the sandbox did not start");
        for (const { reject } of waiting.values()) reject(error);
        waiting.clear();
        // What never came can come another time.
        if (!alive) worker = undefined;
    });
    freshSandbox();
}

/** Begins anew, with other rows each time. */
export const freshSandbox = (): void => tell({ kind: "begin", plan: plan(), seed: seed++ });

export const failNext = (fault: SandboxFault): void => tell({ kind: "fail", fault });

/** Rows that could be created, for an import. */
export async function madeUp(path: string, count: number): Promise<readonly Row[]> {
    const message = await ask((call) => ({ kind: "generate", call, path, count }));
    return "rows" in message ? message.rows : [];
}

/** What the client is given as `fetch`. */
export async function sandboxFetch(url: string, init: FetchInit): Promise<FetchAnswer> {
    const sent: Sent = {
        method: init.method,
        url,
        headers: [...(init.headers as Headers)],
        ...(init.body === undefined ? {} : { body: init.body }),
    };
    const signal = init.signal as AbortSignal;
    signal.throwIfAborted();
    const message = await ask((call) => ({ kind: "fetch", call, sent }), signal);
    if (!("answered" in message)) throw new TypeError("the sandbox answered something else");
    return asAnswer(message.answered);
}

function asAnswer({ status, headers, text }: Answered): FetchAnswer {
    return {
        status,
        headers: new Headers(headers as [string, string][]),
        text: () => (text === undefined ? Promise.reject(new TypeError("the connection was cut")) : Promise.resolve(text)),
    };
}

function ask(message: (call: number) => ToSandbox, signal?: AbortSignal): Promise<FromSandbox> {
    const call = calls++;
    return new Promise((resolve, reject) => {
        const stop = () => {
            waiting.delete(call);
            tell({ kind: "abort", call });
            reject(signal?.reason);
        };
        const done = () => signal?.removeEventListener("abort", stop);
        signal?.addEventListener("abort", stop);
        waiting.set(call, { resolve: (answer) => (done(), resolve(answer)), reject: (error) => (done(), reject(error)) });
        tell(message(call));
    });
}

function tell(message: ToSandbox): void {
    startSandbox();
    worker?.postMessage(message);
}
