// The faults of tests/js/faults in Chromium: a page calls a server that misbehaves, and must make of it what Node makes of
// it. `cargo xtask test` runs it with `node --test`; PIGELLO_INSTALLED names the folder with the installed package and its
// tests, PIGELLO_CHROMIUM the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { env } from "node:process";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "../package/pages/browsers.mjs";
import { Endings } from "../package/pages/endings.mjs";

const installed = env.PIGELLO_INSTALLED;
const from = (file) => import(pathToFileURL(join(installed, "tests/js/faults", file)));
const { expected, FAULTS } = await from("cases.mjs");
const { behaving } = await from("server.mjs");
const { answer } = await from("wire.mjs");
const SCRIPT = readFileSync(join(installed, "node_modules/pigello-client/index.js"));
const DEADLINE_MS = 600_000;

/** What a page does with the resource, over the row of this id; `from`: which request meets the fault first. */
const ACTS = {
    get: [1, "persons.get(id)"],
    list: [1, "persons.list()"],
    iterate: [2, "each(persons.iterate({ pageSize: 2 }))"],
    stream: [1, "each(persons.stream())"],
    create: [1, "persons.create(body)"],
    update: [1, "persons.update(id, { title: 'Jurist' })"],
    delete: [1, "persons.delete(id)"],
    bulkWrite: [2, "persons.bulkWrite([body, body, body, body, body, body], { chunkSize: 2 })"],
};

/** A page that imports the package and calls, and answers the outcome as faults.test.mjs puts it. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Faults</title><script type="module">
import { Pigello } from "/index.js";
const body = { name: "Anna", title: "Chef", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
globalThis.meet = async (baseUrl, headers, timeoutMs, first, operation, id) => {
    let requests = 0;
    const rows = [];
    const each = async (walk) => { for await (const row of walk) rows.push(row); };
    const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 3_000 };
    const fetch = (url, init) => { for (const pair of headers) init.headers.set(...pair); return globalThis.fetch(url, init); };
    const pigello = new Pigello({ baseUrl, fetch, retry, timeoutMs, onRequest: () => requests++ });
    const persons = pigello.organization.externalClientContactPerson;
    const acts = { ${Object.entries(ACTS).map(([name, [, act]]) => `${name}: () => ${act}`).join(", ")} };
    try {
        await acts[operation]();
    } catch (error) {
        const known = error.kind === "bulk" ? error.failed.outcome + ", " + error.cause.name : error.name;
        const before = operation === "stream" && rows.length > 0 ? rows.length + " rows, " : "";
        return before + known + " ×" + (requests - first + 1);
    }
    if (operation !== "stream" && operation !== "iterate") return "answer";
    return rows.length === 5 ? "answer" : rows.length === 0 ? "no rows" : rows.length + " rows";
};
globalThis.ready = true;
</script>`;

const endings = new Endings();
const cases = [];
let page;
let origin;

before(async () => {
    const server = createServer((request, response) => {
        const [, number, path] = /^\/case\/(\d+)(\/.*)$/.exec(request.url) ?? [];
        if (number !== undefined) return cases[number].answer(request, response, path);
        if (request.url === "/index.js") return response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(SCRIPT);
        if (request.url === "/") return response.setHeader("Content-Type", "text/html").end(PAGE);
        response.writeHead(204).end();
    });
    server.on("connection", (socket) => socket.on("error", () => {}));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    endings.add(() => {
        server.close();
        server.closeAllConnections();
    });
    origin = `http://127.0.0.1:${server.address().port}`;
    const browser = await launch.chromium(endings);
    // Each fault is an error in its console, too.
    page = await browser.open(new URL(origin), /./);
    for (let tries = 0; !(await page.read("globalThis.ready")) && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
});
after(() => endings.all());

/** In the page: the operation against the fault; what it came to. */
async function meet(operation, fault, timeoutMs = 20_000) {
    const [first] = ACTS[operation];
    const behaved = behaving({ fault, from: first });
    const number = cases.push(behaved) - 1;
    const named = (name) => `X-PIGELLO-${name.replace(/[A-Z]/g, "-$&").toUpperCase()}`;
    const headers = Object.entries(behaved.credentials).map(([name, value]) => [named(name), value]);
    const given = [`${origin}/case/${number}`, headers, timeoutMs, first, operation, behaved.seeded[0].id];
    return page.read(`meet(...${JSON.stringify(given)})`);
}

for (const [name, { fault, refused, redirects, timeoutMs, ...rest }] of Object.entries(FAULTS)) {
    // A connection is refused before anything is asked: a page of another origin cannot tell it from CORS.
    if (refused) continue;
    test(name, { timeout: DEADLINE_MS }, async () => {
        const acts = redirects === undefined ? [fault] : redirects.map((status) => answer(status, "", { location: "/elsewhere/" }));
        for (const act of acts) {
            for (const operation of Object.keys(ACTS)) {
                const outcome = expected(rest, operation);
                if (outcome !== undefined) assert.equal(await meet(operation, act, timeoutMs), outcome, operation);
            }
        }
    });
}

test("a server that nobody can reach is a NetworkError that names CORS", { timeout: DEADLINE_MS }, async () => {
    const outcome = await page.read(`meet("http://127.0.0.1:9", [], 5_000, 1, "get", "497f6eca-6276-4993-bfeb-53cbbbba6f08")`);
    assert.equal(outcome, "NetworkError ×3");
});
