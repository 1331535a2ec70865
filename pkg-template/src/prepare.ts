// What a method would send, without sending it, and without the secret.

import { ask, type Core } from "./call";
import { isFailed } from "./client";
import { define } from "./define";
import { rejection } from "./errors";
import { collect } from "./headers";
import type { CallOptions } from "./options";
import type { PreparedRequest } from "./public";
import type { Answer, CallInput } from "./raw";

/** The first request of a call. Headers that a function gives are those of an attempt, and there is none. */
export function prepared(core: Core, call: CallOptions, input: CallInput): PreparedRequest {
    const answer = ask(core, undefined, { ...input, dry: true }) as Answer<PreparedRequest>;
    if (isFailed(answer)) throw rejection(answer.error, core);
    const { method, url, headers, body } = answer.ok;
    const own = new Map<string, [string, string]>();
    for (const source of [core.headers, call.headers]) if (typeof source !== "function") collect(own, source);
    Object.assign(headers, Object.fromEntries(own.values()));
    const request = core.hide.data({ method, url, headers, ...(body !== undefined && { body }) }) as PreparedRequest;
    define(request, "toCurl", () => curl(request));
    return request;
}

/** A command for a shell of the kind that Unix has. */
function curl({ method, url, headers, body }: PreparedRequest): string {
    // Without a value curl would take a header away.
    const lines = Object.entries(headers).map(([name, value]) => `-H ${quoted(value === "" ? `${name};` : `${name}: ${value}`)}`);
    if (body !== undefined) lines.push(`--data-raw ${quoted(body)}`);
    return [`curl -g -X ${method} ${quoted(url)}`, ...lines].join(" \\\n  ");
}

function quoted(text: string): string {
    return `'${text.split("'").join("'\\''")}'`;
}
