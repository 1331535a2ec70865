// How the command line ends: its exit codes, and the errors that carry them.

import { oneLine } from "./visible";

/** What a shell is told. The help says the same. */
export const EXIT = {
    /** All is well. */
    ok: 0,
    /** Rows are not valid, or failed. */
    rows: 1,
    /** The command line, the settings or a file cannot be used as they are. */
    usage: 2,
    /** The server, or the way there. */
    server: 3,
    /** Rows may or may not be on the server. */
    doubt: 4,
    /** A file on this machine cannot be read or written. */
    disk: 5,
    interrupted: 130,
    terminated: 143,
} as const;

/** Ends the command with a sentence for people. */
export class Stop extends Error {
    constructor(
        readonly code: number,
        message: string,
    ) {
        super(message);
    }
}

/** Wrong use. */
export function misuse(message: string): Stop {
    return new Stop(EXIT.usage, message);
}

/** Runs what touches files; what the system says of them becomes a sentence. */
export function onDisk<T>(file: string, work: () => T): T {
    try {
        return work();
    } catch (error) {
        throw diskStop(file, error);
    }
}

/** The sentence for an error of the file system. */
export function diskStop(file: string, error: unknown): Error {
    const { code } = error as { code?: unknown };
    if (error instanceof Stop || typeof code !== "string") return error as Error;
    return new Stop(EXIT.disk, `${file}: ${SENTENCES[code] ?? (error as Error).message}`);
}

const SENTENCES: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EISDIR: "is a folder",
    EACCES: "this user may not",
    EPERM: "this user may not",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EROFS: "the disk is read-only",
};

/** The exit code and the sentence for whatever was thrown. */
export function endOf(error: unknown): { readonly code: number; readonly message: string } {
    if (error instanceof Stop) return error;
    const { kind, message, issues, name } = error as {
        kind?: unknown;
        message?: string;
        name?: string;
        issues?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[];
    };
    if (name === "EncodingError") {
        const { line } = error as { line?: number };
        return { code: EXIT.rows, message: `line ${line}: ${message} (\`--encoding\`)` };
    }
    if (name === "SyntaxError") return { code: EXIT.rows, message: String(message) };
    if (kind === "filter" && issues !== undefined) {
        return { code: EXIT.usage, message: issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n") };
    }
    if (kind === "config" || kind === "filter" || kind === "validation") return { code: EXIT.usage, message: String(message) };
    if (typeof kind === "string" && kind !== "internal")
        return { code: EXIT.server, message: serverSentence(error as ServerError) };
    const { stack } = error as { stack?: string };
    return { code: EXIT.server, message: `this is a mistake of pigello-client's: ${stack ?? String(error)}` };
}

interface ServerError {
    readonly message: string;
    readonly status?: number;
    readonly cause?: unknown;
    readonly body?: unknown;
}

/** What the server said, or why nobody was there. */
export function serverSentence({ message, body, cause }: ServerError): string {
    const detail = (body as { detail?: unknown } | null | undefined)?.detail;
    const reason = typeof detail === "string" ? detail : causeOf(cause);
    return oneLine(reason === undefined || message.includes(reason) ? message : `${message} (${reason})`);
}

/** The innermost cause says most: `connect ECONNREFUSED 127.0.0.1:8787`. */
function causeOf(error: unknown): string | undefined {
    let last: string | undefined;
    for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth++) {
        if (cause.message !== "") last = cause.message;
    }
    return last;
}

const NO_WAY = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);
const ON_THE_WAY = new Set(["connect", "getaddrinfo"]);

/**
 * Whether there was no connection, so that the server cannot have seen the request. The same code from a connection that was
 * there says nothing.
 */
export function neverSent(error: unknown): boolean {
    for (let cause = error, depth = 0; typeof cause === "object" && cause !== null && depth < 8; depth++) {
        const { code, syscall, errors, cause: next } = cause as Record<string, unknown>;
        // Of a name with several addresses, each was tried.
        if (Array.isArray(errors) && errors.length > 0) return errors.every(neverSent);
        if (typeof code === "string") return NO_WAY.has(code) && ON_THE_WAY.has(String(syscall));
        cause = next;
    }
    return false;
}
