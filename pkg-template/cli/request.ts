// A request as it comes over the wire: its text, its headers, where it goes; and the answers to what is no request.

import type { IncomingMessage, ServerResponse, Socket } from "node:http";

/** The longest body that is read. */
export const MOST_BYTES = 32 * 1024 * 1024;
/** So much of a body that is too long is read and forgotten, so that who sends it comes to read the answer. */
const MOST_FORGOTTEN = 16 * MOST_BYTES;

/** A body that is refused before the sandbox sees it. */
export class Refused extends Error {
    constructor(
        readonly status: number,
        readonly sentence: string,
    ) {
        super(sentence);
    }
}

/** The text of a body; `undefined` where there is none. */
export async function textOf(request: IncomingMessage): Promise<string | undefined> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of request) {
        length += piece.length;
        if (length <= MOST_BYTES) pieces.push(piece);
        else pieces.length = 0;
        if (length > MOST_FORGOTTEN) break;
    }
    if (length > MOST_BYTES) throw tooLong();
    const bytes = new Uint8Array(length);
    let start = 0;
    for (const piece of pieces) {
        bytes.set(piece, start);
        start += piece.length;
    }
    try {
        return length === 0 ? undefined : new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
        throw new Refused(400, "JSON parse error - the body is not UTF-8");
    }
}

/** Whether a request says of itself that it is too long. */
export function saysTooLong({ headers }: IncomingMessage): boolean {
    return Number(headers["content-length"]) > MOST_BYTES;
}

export function tooLong(): Refused {
    return new Refused(413, `Request body is larger than ${MOST_BYTES} bytes.`);
}

/** Names and values; a header that came more than once, joined. */
export function headersOf({ headers }: IncomingMessage): [string, string][] {
    const known = Object.entries(headers).map(([name, value]): [string, string | undefined] => [
        name,
        Array.isArray(value) ? value.join(", ") : value,
    ]);
    return known.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** The address from its path on: proxies are given whole ones. */
export function pathOf({ url = "/" }: IncomingMessage): string {
    return url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
}

/** An address as one word of a line, however strange. */
export function printed(url: string): string {
    // Node reads each byte as a letter.
    const text = url.replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
    return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}

/** Says no, in the API's manner. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
    response.statusCode = status;
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ detail: sentence }));
}

/** Answers what Node could not read as HTTP, and says with which status; `undefined`: there is nobody to answer. */
export function refuseMalformed(code: string | undefined, socket: Socket): number | undefined {
    if (!socket.writable || code === "ECONNRESET") {
        socket.destroy();
        return undefined;
    }
    const [status, reason, sentence] =
        code === "HPE_HEADER_OVERFLOW"
            ? [431, "Request Header Fields Too Large", "The headers are too long."]
            : code === "ERR_HTTP_REQUEST_TIMEOUT"
              ? [408, "Request Timeout", "The request took too long."]
              : [400, "Bad Request", "Malformed request."];
    const body = JSON.stringify({ detail: sentence });
    socket.end(
        `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
            `Connection: close\r\n\r\n${body}`,
    );
    return Number(status);
}
