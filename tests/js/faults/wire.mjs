// How answers go wrong on their way: functions of one request, for `serve` of server.mjs. Not a test itself.

import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** What was written must have been read before the connection ends: a reset drops what was not. */
const READ_MS = 60;

/** The whole answer as bytes: the head, and the body. No other answer comes on that connection. */
async function bytesOf(carryOut) {
    const { status, headers, text } = await carryOut();
    const body = Buffer.from(text);
    const lines = Object.entries({ ...headers, connection: "close", "content-length": body.length }).map(([name, value]) => `${name}: ${value}\r\n`);
    return { head: Buffer.from(`HTTP/1.1 ${status} OK\r\n${lines.join("")}\r\n`), body };
}

const written = (socket, bytes) => new Promise((resolve) => socket.write(bytes, () => resolve()));

async function reset(socket, ...parts) {
    for (const part of parts) await written(socket, part);
    if (parts.length > 0) await sleep(READ_MS);
    socket.resetAndDestroy();
}

/** Resets the connection at once; nothing is carried out. */
export const resetBefore = ({ socket }) => reset(socket);

/** Carries the request out, and resets the connection in place of an answer. */
export async function loseAnswer({ socket, carryOut }) {
    await carryOut();
    await reset(socket);
}

/** Resets within the head, after it, or after so many bytes of the body (a fraction: of all). */
export const resetIn = (where) => async ({ socket, carryOut }) => {
    const { head, body } = await bytesOf(carryOut);
    if (where === "head") return reset(socket, head.subarray(0, 30));
    if (where === "after the head") return reset(socket, head);
    return reset(socket, head, body.subarray(0, where < 1 ? Math.floor(body.length * where) : where));
};

/** Ends the connection in good order, with half of the body that was announced. */
export async function endEarly({ socket, carryOut }) {
    const { head, body } = await bytesOf(carryOut);
    await written(socket, head);
    await written(socket, body.subarray(0, body.length >> 1));
    // A browser whose page is busy may drop what it has not handed on when the end comes.
    await sleep(READ_MS);
    socket.end();
}

/** Ends the connection within a body of chunks, without the last one. */
export async function endChunksEarly({ socket, carryOut }) {
    const { text } = await carryOut();
    const half = Buffer.from(text).subarray(0, 12);
    await written(socket, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\n");
    await written(socket, `${half.length.toString(16)}\r\n`);
    await written(socket, half);
    socket.end("\r\n");
}

/** Never answers. */
export const hangBefore = () => {};

/** Never ends its head. */
export const hangInHead = ({ socket }) => written(socket, "HTTP/1.1 200 OK\r\nContent-Ty");

/** Sends so much of the body, and then nothing. */
export const hangIn = (fraction) => async ({ socket, carryOut }) => {
    const { head, body } = await bytesOf(carryOut);
    await written(socket, head);
    await written(socket, body.subarray(0, Math.floor(body.length * fraction)));
};

/** Sends the body in so many pieces, with so long between. */
export const drip = (pieces, ms) => async ({ socket, carryOut }) => {
    const { head, body } = await bytesOf(carryOut);
    await written(socket, head);
    const size = Math.ceil(body.length / pieces);
    for (let at = 0; at < body.length && !socket.destroyed; at += size) {
        await written(socket, body.subarray(at, at + size));
        await sleep(ms);
    }
};

/** Speaks something else than HTTP. */
export const otherProtocol = ({ socket }) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n");

/** Says first that the answer will come, and then sends it as it should be. */
export async function informFirst({ response, carryOut }) {
    response.writeProcessing();
    await sleep(20);
    const { status, headers, text } = await carryOut();
    response.writeHead(status, headers);
    response.end(status === 204 ? undefined : text);
}

/** This answer, and nothing is carried out. `headers` may be a function: a date is one of its time. */
export const answer = (status, body = "", headers = {}) => ({ response }) => {
    const given = typeof headers === "function" ? headers() : headers;
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json";
    response.writeHead(status, { ...(status !== 204 && { "content-type": type }), ...given });
    response.end(status === 204 || status === 304 ? undefined : text);
};

/** An answer that repeats all that was sent, the secret with it. */
export const repeat = (status, before = "") => ({ response, asked: { method, path, headers, body } }) => {
    const text = before + JSON.stringify({ detail: `${method} ${path}`, headers, body: [body] });
    response.writeHead(status, { "content-type": "application/json", "x-sent": headers["x-pigello-client-ct"] ?? "" });
    response.end(text);
};

/** Carries the request out, and answers with another body. */
export const answerAs = (status, bodyOf, headers = {}) => async ({ response, carryOut }) => {
    const { text } = await carryOut();
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(status === 204 ? undefined : bodyOf(text));
};

/** The answer, compressed; `damage` may change the bytes. */
export const gzipped = (damage = (bytes) => bytes) => async ({ response, carryOut }) => {
    const { status, headers, text } = await carryOut();
    if (status === 204) return response.writeHead(204).end();
    const bytes = damage(gzipSync(text));
    response.writeHead(status, { ...headers, "content-encoding": "gzip", "content-length": bytes.length });
    response.end(bytes);
};
