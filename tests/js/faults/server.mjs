// A Pigello over plain HTTP on 127.0.0.1 whose answers go wrong as a test asks. What is right it leaves to the sandbox;
// how it goes wrong is the affair of wire.mjs. Not a test itself.

import { once } from "node:events";
import { createServer } from "node:http";
import { after } from "node:test";
import { Sandbox } from "pigello-client/sandbox";

export const KEY = "organization.externalClientContactPerson";

const running = new Set();
after(() => Promise.all([...running].map((server) => server.close())));

/**
 * What answers requests over so many rows. Requests `from` (counted from 1) up to `from + times` meet `fault`: a function of
 * the request, which answers as it likes, or not at all; all others are answered as they should be.
 */
export function behaving({ fault, from = 1, times = Infinity, rows = 5 } = {}) {
    const sandbox = new Sandbox();
    const seeded = sandbox.generate(KEY, rows, { store: true });
    const requests = [];
    const answer = async (request, response, path) => {
        const asked = { method: request.method, path, headers: request.headers, body: await text(request), socket: request.socket };
        requests.push(asked);
        const number = requests.length;
        /** Carries the request out, to another path if one is given; what it answers is not sent yet. */
        const carryOut = async (path = asked.path) => {
            const { method, headers, body } = asked;
            const answered = await sandbox.fetch(sandbox.baseUrl + path, { method, headers, ...(body && { body }) });
            return { status: answered.status, headers: Object.fromEntries(answered.headers), text: await answered.text() };
        };
        if (fault !== undefined && number >= from && number < from + times) {
            await fault({ request, response, socket: request.socket, carryOut, number: number - from + 1, asked });
        } else {
            send(response, await carryOut());
        }
    };
    return {
        credentials: sandbox.credentials,
        requests,
        /** The rows it began with, and those that it has now. */
        seeded,
        rows: () => sandbox.data()[KEY],
        /** Answers one request; one who went away is no failure. */
        answer(request, response, path = request.url) {
            request.on("error", () => {});
            response.on("error", () => {});
            answer(request, response, path).catch((error) => {
                if (request.socket.destroyed) return;
                console.error(error);
                request.socket.destroy();
            });
        },
    };
}

/** Starts a server that behaves so. */
export async function serve(how) {
    const { answer, ...behaved } = behaving(how);
    const sockets = new Set();
    const server = createServer({ keepAlive: true }, (request, response) => answer(request, response));
    server.on("connection", (socket) => {
        sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => sockets.delete(socket));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const handle = {
        ...behaved,
        baseUrl: `http://127.0.0.1:${server.address().port}`,
        async close() {
            running.delete(handle);
            for (const socket of sockets) socket.destroy();
            if (!server.listening) return;
            server.close();
            await once(server, "close");
        },
    };
    running.add(handle);
    return handle;
}

/** Sends an answer as it should be. */
export function send(response, { status, headers, text }) {
    const bytes = Buffer.from(text);
    response.writeHead(status, { ...headers, ...(status !== 204 && { "content-length": bytes.length }) });
    response.end(status === 204 ? undefined : bytes);
}

async function text(request) {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    return Buffer.concat(pieces).toString("utf8");
}
