// What the page and its sandbox say to each other: the sandbox runs in a worker, so that a thousand rows at once do not
// hold up the page.

import type { SandboxFault } from "pigello-client/sandbox";

/** A resource to fill, and where its references lead: field by field, to another resource of the plan. */
export interface Planned {
    readonly path: string;
    readonly references: readonly (readonly [field: string, path: string])[];
    /** The references that no two rows share. */
    readonly unique: readonly string[];
}

export interface Sent {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body?: string;
}

/** `text` is missing where reading the body failed. */
export interface Answered {
    readonly status: number;
    readonly headers: readonly (readonly [string, string])[];
    readonly text?: string;
}

export type ToSandbox =
    | { readonly kind: "begin"; readonly plan: readonly Planned[]; readonly seed: number }
    | { readonly kind: "fail"; readonly fault: SandboxFault }
    | { readonly kind: "fetch"; readonly call: number; readonly sent: Sent }
    | { readonly kind: "abort"; readonly call: number }
    | { readonly kind: "generate"; readonly call: number; readonly path: string; readonly count: number };

export type FromSandbox =
    | { readonly call: number; readonly answered: Answered }
    | { readonly call: number; readonly rows: readonly Record<string, unknown>[] }
    | { readonly call: number; readonly failed: string };
