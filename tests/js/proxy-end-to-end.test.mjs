// A page's client without credentials, the proxy, and a whole Pigello behind it; and the examples, as users copy them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AuthenticationError, BadRequestError, NotFoundError, Pigello } from "pigello-client";
import { createProxy, toNodeListener } from "pigello-client/proxy";
import { Sandbox } from "pigello-client/sandbox";
import { listening, PERSONS, plain } from "./proxy-upstream.mjs";

const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const CONTACTS = "organization/externalclientcontactperson";
const ALL = ["GET", "POST", "PATCH", "DELETE"].map((method) => `${method} ${CONTACTS}`);
const person = (name) => ({ name, title: "Förvaltare", external_client: { id: CLIENT } });

/** A sandbox behind a server of this machine, as the API is behind its host. */
async function pigelloServer() {
    const sandbox = new Sandbox();
    const { address } = await listening(async (request, response) => {
        const pieces = [];
        for await (const piece of request) pieces.push(piece);
        const { method, url } = request;
        const headers = Object.entries(request.headers).filter(([, value]) => typeof value === "string");
        const body = pieces.length === 0 ? undefined : Buffer.concat(pieces).toString();
        const answer = await sandbox.fetch(sandbox.baseUrl + url, { method, headers, ...(body && { body }) });
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(await answer.text());
    });
    return { sandbox, address };
}

/** As a browser's `fetch`: these two headers cannot be left out, and no other origin is told of. */
const pageOf = (origin) => (url, init) => {
    const headers = new Headers(init.headers);
    headers.set("origin", origin);
    headers.set("sec-fetch-site", "cross-site");
    return fetch(url, { ...init, headers });
};

test("everything a client does, through the proxy, without a credential in the page", async () => {
    const { sandbox, address } = await pigelloServer();
    const proxy = createProxy({ baseUrl: address, credentials: sandbox.credentials, allow: ALL, mount: "/api/pigello", origin: "https://app.example" });
    const server = await listening(toNodeListener(proxy));
    const sent = [];
    const page = async (url, init) => {
        sent.push(...new Headers(init.headers).keys());
        return pageOf("https://app.example")(url, init);
    };
    const pigello = new Pigello({ baseUrl: `${server.address}/api/pigello`, fetch: page });
    const persons = pigello.organization.externalClientContactPerson;

    const anna = await persons.create(person("Anna"));
    assert.equal((await persons.get(anna.id)).name, "Anna");
    assert.equal((await persons.update(anna.id, { title: "Chef" })).title, "Chef");
    const written = await persons.bulkWrite(Array.from({ length: 1_200 }, (_, i) => person(`Åsa ${i}`)));
    assert.equal(written.length, 1_200);
    assert.equal((await persons.list({ filter: { name: { icontains: "åsa 11" } } })).length, 111);
    let walked = 0;
    for await (const _ of persons.iterate()) walked += 1;
    let streamed = 0;
    for await (const _ of persons.stream()) streamed += 1;
    assert.deepEqual([walked, streamed], [1_201, 1_201]);
    await persons.delete(anna.id);
    await assert.rejects(persons.get(anna.id), NotFoundError);
    await assert.rejects(persons.create({ name: "x" }, { validate: false }), (error) => error instanceof BadRequestError && error.issues.length > 0);
    // Not on the list.
    await assert.rejects(pigello.accounts.organizationUserSegment.list(), (error) => error instanceof NotFoundError && error.body.detail === "Not found.");

    assert.ok(!sent.some((name) => name.startsWith("x-pigello")), "the page sent no credential");
    for (const { headers } of sandbox.requests) assert.equal(headers["x-pigello-client-secret"], sandbox.credentials.clientSecret);
});

test("the faults of the API reach the client as they are", async () => {
    const { sandbox, address } = await pigelloServer();
    const proxy = createProxy({ baseUrl: address, credentials: sandbox.credentials, allow: ALL });
    const fetch = (url, init) => proxy(new Request(url, init));
    const pigello = new Pigello({ baseUrl: "https://app.example", fetch, retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 2_000 } });
    const persons = pigello.organization.externalClientContactPerson;
    sandbox.failNext({ status: 429, headers: { "Retry-After": "1" } });
    const start = Date.now();
    assert.deepEqual(await persons.list(), []);
    assert.ok(Date.now() - start >= 950, "Retry-After was heard");
    sandbox.failNext({ status: 503, times: 2 });
    assert.deepEqual(await persons.list(), []);
    const wrong = createProxy({ baseUrl: address, credentials: { ...sandbox.credentials, clientSecret: "wrong" }, allow: ALL });
    const stranger = new Pigello({ baseUrl: "https://app.example", fetch: (url, init) => wrong(new Request(url, init)) });
    await assert.rejects(stranger.organization.externalClientContactPerson.list(), AuthenticationError);
});

/** The variables that the examples read; their names are those of `Pigello.fromEnv`. */
function environment({ sandbox, address }) {
    const upper = (name) => name.replace(/[A-Z]/g, "_$&").toUpperCase();
    const credentials = Object.entries(sandbox.credentials).map(([name, value]) => [`PIGELLO_${upper(name)}`, value]);
    return { PIGELLO_BASE_URL: address, ...Object.fromEntries(credentials), APP_ORIGIN: "https://app.example", PORT: "0" };
}

const example = (path) => import(new URL(`../../examples/${path}`, import.meta.url));

/** What each example must do: read and create contact persons, and nothing else. */
async function atWork(fetch, baseUrl) {
    const persons = new Pigello({ baseUrl, fetch }).organization.externalClientContactPerson;
    const { id } = await persons.create(person("Anna"));
    assert.equal((await persons.update(id, { title: "Chef" })).title, "Chef");
    assert.deepEqual((await persons.list()).map(({ name }) => name), ["Anna"]);
    assert.equal((await fetch(`${baseUrl}${PERSONS}${id}/`, { method: "DELETE" })).status, 405);
    assert.equal((await fetch(`${baseUrl}/organization/company/list/`, { method: "GET" })).status, 404);
}

test("the Next example", async () => {
    // It can be loaded where there are no credentials, as `next build` does.
    const route = await example("nextjs/app/api/pigello/[...path]/route.js");
    const variables = environment(await pigelloServer());
    Object.assign(process.env, variables);
    assert.deepEqual(Object.keys(route).sort(), ["DELETE", "GET", "PATCH", "POST", "dynamic"]);
    await atWork((url, init) => route[init.method](new Request(url, init), { params: {} }), "https://app.example/api/pigello");
    const { default: config } = await example("nextjs/next.config.mjs");
    assert.equal(config.skipTrailingSlashRedirect, true);
});

test("the Hono example", async () => {
    Object.assign(process.env, environment(await pigelloServer()));
    const { pigello } = await example("proxy/hono/pigello.mjs");
    await atWork((url, init) => pigello({ req: { raw: new Request(url, init) } }), "https://app.example/api/pigello");
});

test("the Workers example", async () => {
    const server = await pigelloServer();
    const { default: worker } = await example("proxy/worker/worker.mjs");
    const env = environment(server);
    const ask = (method, path, headers = {}) => worker.fetch(new Request(`https://proxy.example${path}`, { method, headers }), env, {});
    const persons = new Pigello({
        baseUrl: "https://proxy.example",
        fetch: (url, init) => worker.fetch(new Request(url, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), origin: "https://app.example" } }), env, {}),
    }).organization.externalClientContactPerson;
    assert.deepEqual(await persons.list(), []);
    assert.equal((await ask("GET", `${PERSONS}list/`, { origin: "https://elsewhere.example" })).status, 403);
    assert.equal((await ask("POST", PERSONS, { origin: "https://app.example" })).status, 405);
    const preflight = await ask("OPTIONS", `${PERSONS}list/`, { origin: "https://app.example", "access-control-request-method": "GET" });
    assert.equal(preflight.status, 204);
});

test("the Node example", async (t) => {
    Object.assign(process.env, environment(await pigelloServer()));
    const { server } = await example("proxy/node/server.mjs");
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    if (!server.listening) await new Promise((ready) => server.once("listening", ready));
    const { port, address } = server.address();
    assert.equal(address, "127.0.0.1");
    await atWork(fetch, `http://127.0.0.1:${port}`);
    assert.equal((await plain(port, `${PERSONS}list/`, { headers: { origin: "https://elsewhere.example" } })).status, 403);
});

test("the Express example", async () => {
    Object.assign(process.env, environment(await pigelloServer()));
    const { pigello } = await example("proxy/express/pigello.mjs");
    // As `app.use("/api/pigello", pigello)` does.
    const { address } = await listening((request, response) => {
        request.originalUrl = request.url;
        if (!request.url.startsWith("/api/pigello/")) return void response.writeHead(404).end();
        request.url = request.url.slice("/api/pigello".length);
        pigello(request, response, (error) => response.destroy(error));
    });
    await atWork(fetch, `${address}/api/pigello`);
});
