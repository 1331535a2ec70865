// A server between a command and the sandbox's, which lets a test choose what becomes of the bulk writes. Not a test itself.

import { Agent, createServer, request as ask } from "node:http";

/**
 * Forwards everything to `target`. Before a bulk write is forwarded, `onWrite(number, deal)` is called, numbers from 1; it
 * answers what it did. `deal.forward()` carries the write out and answers `{ status, headers, body }`.
 */
export async function proxyTo(target, onWrite = () => undefined) {
    const { hostname, port } = new URL(target);
    const agent = new Agent({ keepAlive: true });
    let writes = 0;
    /** `onRead`, if there is one, is called before anything but a bulk write is forwarded. */
    const shared = {};
    const sockets = new Set();
    const forward = (request, body) =>
        new Promise((resolve, reject) => {
            const { method, url: path, headers } = request;
            const sent = ask({ hostname, port, method, path, headers, agent }, (answer) => {
                const pieces = [];
                answer.on("data", (piece) => pieces.push(piece));
                answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
                answer.on("error", reject);
            });
            sent.on("error", reject);
            sent.end(body);
        });
    const server = createServer(async (request, response) => {
        const pieces = [];
        try {
            for await (const piece of request) pieces.push(piece);
        } catch {
            return;
        }
        const body = Buffer.concat(pieces);
        const reply = ({ status, headers, body }, length = body.length) => {
            response.writeHead(status, { "Content-Type": headers["content-type"] ?? "application/json", "Content-Length": body.length });
            return new Promise((resolve) => (length < body.length ? response.write(body.subarray(0, length), resolve) : response.end(body, resolve)));
        };
        const deal = { body: String(body), forward: () => forward(request, body), reply, drop: () => request.socket.destroy() };
        const isWrite = request.method === "POST" && request.url.endsWith("/list/");
        if (isWrite && (await onWrite(++writes, deal)) !== undefined) return;
        await shared.onRead?.(request);
        await reply(await deal.forward());
    });
    server.on("connection", (socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
        socket.on("error", () => {});
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const chosen = server.address().port;
    const close = () =>
        new Promise((resolve) => {
            server.close(resolve);
            for (const socket of sockets) socket.destroy();
        });
    return Object.assign(shared, {
        url: `http://127.0.0.1:${chosen}`,
        /** Nobody listens any more. */
        gone: close,
        /** Somebody does again, at the same address, and deals with every write as usual. */
        async back() {
            onWrite = () => undefined;
            await new Promise((resolve) => server.listen(chosen, "127.0.0.1", resolve));
        },
        /** From here on every write is forwarded. */
        calm: () => (onWrite = () => undefined),
        async end() {
            if (server.listening) await close();
            agent.destroy();
        },
        writes: () => writes,
    });
}
