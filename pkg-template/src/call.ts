// One call, from the caller's options to its answer: the caller's abort, who watches, and the one place where a failure
// becomes a rejection. (What Rust speaks through stands in port.ts.)

import * as raw from "glue:client";
import { isFailed, kept, rust } from "./client";
import { define } from "./define";
import { ConfigError, internalError, rejection } from "./errors";
import { read, UNREADABLE } from "./foreign";
import type { CallOptions } from "./options";
import { MOST_TEXT, NOTHING, pack } from "./pack";
import { portOf, type Surroundings } from "./port";
import type { Queue } from "./queue";
import type { Answer, CallInput, Config, Failure, Packed, Port } from "./raw";
import type { Hider } from "./secret";
import { End, hear } from "./signals";

/** What a client's calls share. */
export interface Core {
    readonly config: Config;
    /** The client's options as Rust reads them. */
    readonly packed: Packed;
    readonly queue: Queue;
    /** The caller's own `fetch`. */
    readonly fetch: unknown;
    /** The client's headers: pairs, or a function. */
    readonly headers: unknown;
    /** By event: `request`, `response`, `retry`; absent if there are none. */
    readonly observers: Readonly<Record<string, unknown>> | undefined;
    readonly hide: Hider;
}

/** A body may be as long as a text can be; beside it stand an id, a path, numbers. */
const MOST_ASKED = MOST_TEXT + 0x10_0000;

/** What a `bulkWrite`, or a stream that broke, brings beside its input. */
export type Extras = Pick<Surroundings, "chunk" | "progress" | "broken">;

/** What a call was given, and what it asks for. */
export type Made = [call: CallOptions, input: CallInput];

/** What a walk that was left rejects its pending steps with; no caller sees it. */
export const LEFT: unique symbol = Symbol("left");

/** A call or a walk: ends when its caller's signal says so. */
export class Session {
    readonly #core: Core;
    readonly #options: CallOptions;
    /** Ends what is under way. */
    readonly ending = new End();
    #unhear: (() => void) | undefined;
    #over: { readonly reason: unknown } | undefined;

    constructor(core: Core, options: CallOptions) {
        this.#core = core;
        this.#options = options;
    }

    /** Throws the signal's reason if it is over already; from now on it is heard. */
    begin(): void {
        const { signal } = this.#options;
        if (signal === undefined) return;
        if (read(signal, "aborted") === true) throw this.reason();
        try {
            this.#unhear = hear(signal, () => this.#stop(this.reason()));
        } catch (error) {
            throw this.rejection({ kind: "config", message: "`signal` takes no listener", cause: error });
        }
    }

    /** Lets go of the caller's signal. */
    end(): void {
        this.#unhear?.();
    }

    /** Aborts what is under way because no one wants it any more. */
    leave(): void {
        this.#stop(LEFT);
    }

    /** Why the caller's signal is over. */
    reason(): unknown {
        const { signal } = this.#options;
        const reason = signal === undefined ? undefined : read(signal, "reason");
        return reason === undefined || reason === UNREADABLE ? abortError() : reason;
    }

    /** Whether nothing more is wanted. */
    isOver(): boolean {
        return this.#over !== undefined;
    }

    /** Throws if the session is over. */
    check(): void {
        if (this.#over !== undefined) throw this.#over.reason;
    }

    /** Asks Rust for an operation, which ends at once when the session is over. What came all the same is handed over. */
    async run(input: CallInput, extras: Extras = {}): Promise<unknown> {
        this.check();
        try {
            return await this.ask(input, extras);
        } catch (error) {
            this.check();
            throw error;
        }
    }

    /** What to throw for a failure. */
    rejection(failure: Failure): unknown {
        return rejection(failure, { hide: this.#core.hide, reason: () => this.reason() });
    }

    #stop(reason: unknown): void {
        this.#over ??= { reason };
        this.ending.come();
    }

    /** The same for a `bulkWrite`, which answers an abort itself: only it knows what was written. */
    async ask(input: CallInput, extras: Extras): Promise<unknown> {
        const port = this.#port(extras);
        const asked = ask(this.#core, port, input);
        let answer: Answer<unknown>;
        try {
            answer = await kept(asked);
        } catch (error) {
            const broken = internalError(error);
            this.#stop(broken);
            port.end();
            throw broken;
        }
        if (isFailed(answer)) throw this.rejection(answer.error);
        return answer.ok;
    }

    #port(extras: Extras): Port {
        const { queue, fetch, headers, observers, hide } = this.#core;
        return portOf({
            signal: this.ending,
            queue,
            fetch,
            sources: [headers, this.#options.headers].filter((source) => source !== undefined),
            observe: (name, method, url, attempt, status, delayMs, error) => {
                if (observers === undefined) return;
                const event = hide.data({
                    method,
                    url,
                    attempt,
                    ...(status !== undefined && { status }),
                    ...(delayMs !== undefined && { delayMs }),
                });
                tell(observers[name], error === undefined ? event : { ...event, error: this.rejection(error) });
            },
            ...extras,
        });
    }
}

/** Asks Rust for an operation: the answer, or its promise. Without a port nothing is sent. */
export function ask({ packed }: Core, port: Port | undefined, input: CallInput): Answer<unknown> | Promise<Answer<unknown>> {
    const { words, text, ...about } = input;
    const said = pack(about, Infinity, MOST_ASKED);
    if (said.unfit) throw new ConfigError("what the call is given is too large to be sent");
    const listed = words === undefined || text === undefined ? NOTHING : { words, text };
    return rust(raw.call, port, packed.words, packed.text, said.words, said.text, listed.words, listed.text);
}

/** Requests of one call, until they are done or its signal is over. */
export async function within<T>(core: Core, options: CallOptions, act: (session: Session) => Promise<T>): Promise<T> {
    const session = new Session(core, options);
    session.begin();
    try {
        const came = await act(session);
        session.check();
        return came;
    } finally {
        session.end();
    }
}

/** One operation, from its first request to its answer. */
export function perform(core: Core, options: CallOptions, input: CallInput): Promise<unknown> {
    return within(core, options, (session) => session.run(input));
}

/** Calls an observer. What it throws, now or later, is its own affair. */
export function tell(observer: unknown, event: unknown): void {
    if (typeof observer !== "function") return;
    try {
        Promise.resolve(observer(event)).catch(() => {});
    } catch {
        // As said.
    }
}

function abortError(): unknown {
    const message = "the call was aborted";
    if (typeof DOMException === "function") return new DOMException(message, "AbortError");
    const error = new ConfigError(message);
    define(error, "name", "AbortError");
    return error;
}
