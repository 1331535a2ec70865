// A real HTTP server in the API's place, and a proxy before it. Not a test itself.

import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { after } from "node:test";
import { createProxy } from "pigello-client/proxy";

export const ID = "5a4db0c5-0000-4000-8000-0000000000aa";
export const PERSONS = "/organization/externalclientcontactperson/";
export const SECRET = "pk-live/åä \"7f3c9e\"&<b1>";

export const credentials = {
    customerId: "customer",
    applicationId: "application",
    serviceId: "service",
    serviceVersionId: "version",
    clientCt: "ct",
    clientEntity: "entity",
    clientSecret: SECRET,
};

/** The seven headers, as Node reads them. */
export const SEVEN = {
    "x-pigello-customer-id": "customer",
    "x-pigello-application-id": "application",
    "x-pigello-service-id": "service",
    "x-pigello-service-version-id": "version",
    "x-pigello-client-ct": "ct",
    "x-pigello-client-entity": "entity",
    "x-pigello-client-secret": SECRET,
};

export const ALLOW = [
    "GET organization/externalclientcontactperson",
    "POST organization/externalclientcontactperson",
    "PATCH organization/externalclientcontactperson",
    "GET accounts/users/customer/tenant",
    "DELETE accounts/users/customer/tenant",
];

/** A server on this machine, which ends with the tests of its file. */
export async function listening(listener) {
    const server = createServer(listener);
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const { port } = server.address();
    const close = () => {
        server.closeAllConnections();
        server.close();
    };
    after(close);
    return { port, address: `http://127.0.0.1:${port}`, close, server };
}

/**
 * A server that remembers what it was asked and answers with `answer(request, response, body)`; default: `[]`. The body
 * is read first, unless `read` says no.
 */
export async function upstream(answer, { read = true } = {}) {
    const requests = [];
    const { address, close } = await listening(async (request, response) => {
        const { method, url, headers, rawHeaders } = request;
        const seen = { method, url, headers, rawHeaders, request };
        requests.push(seen);
        try {
            if (read) seen.body = await all(request);
            if (answer !== undefined) return await answer(request, response, seen.body);
            response.setHeader("content-type", "application/json");
            response.end("[]");
        } catch (error) {
            seen.error = error;
        }
    });
    return { baseUrl: address, requests, close };
}

/** The text of a stream of bytes. */
export async function all(stream) {
    const pieces = [];
    for await (const piece of stream) pieces.push(piece);
    return Buffer.concat(pieces).toString();
}

/** A proxy before such a server, which is asked as a server's handler is: with a `Request`. */
export async function proxied(answer, options = {}) {
    const { read, ...own } = options;
    const api = await upstream(answer, { read });
    const proxy = createProxy({ baseUrl: api.baseUrl, credentials, allow: ALLOW, ...own });
    const ask = (path, init) => proxy(new Request(`https://app.example${path}`, init?.body instanceof ReadableStream ? { ...init, duplex: "half" } : init));
    return { ...api, proxy, ask };
}

/** Sends these bytes to a port and answers all that comes back. */
export function raw(port, text, ms = 5_000) {
    return new Promise((resolve, reject) => {
        let answer = "";
        const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
        socket.setTimeout(ms, () => socket.destroy(new Error(`no end within ${ms} ms; so far: ${answer}`)));
        socket.setEncoding("latin1");
        socket.on("data", (piece) => (answer += piece));
        socket.on("error", reject);
        socket.on("close", () => resolve(answer));
    });
}

/** One request by `node:http`, whose path is sent as it is written. */
export function plain(port, path, { method = "GET", headers = {}, body, agent = false } = {}) {
    return new Promise((resolve, reject) => {
        const request = httpRequest({ port, host: "127.0.0.1", path, method, headers, agent }, async (response) => {
            try {
                resolve({ status: response.statusCode, headers: response.headers, text: await all(response) });
            } catch (error) {
                reject(error);
            }
        });
        request.on("error", reject);
        request.end(body);
    });
}

/** Waits until something holds. */
export async function until(holds, what, ms = 5_000) {
    for (const start = Date.now(); !(await holds()); ) {
        if (Date.now() - start > ms) throw new Error(`not within ${ms} ms: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
    }
}
