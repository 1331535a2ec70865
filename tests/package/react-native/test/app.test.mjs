// The app's bundle in an engine like React Native's: a bare one, to which only what React Native makes global is given.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const engine = createContext({ clearTimeout, console, fetch: reactNativesFetch, setTimeout });
runInContext("delete globalThis.WebAssembly", engine);
runInContext(readFileSync("app.bundle.js", "utf8"), engine, { filename: "app.bundle.js" });
const { app } = engine;

/** As React Native has it, an answer is read as a whole: it has no streams. */
async function reactNativesFetch(url, { method, headers, body }) {
    const answer = await fetch(url, { method, headers: { ...headers }, body });
    const text = await answer.text();
    return { status: answer.status, headers: { get: (name) => answer.headers.get(name) }, text: async () => text };
}

test("the engine is bare", () => {
    const missing = ["WebAssembly", "TextDecoder", "TextEncoder", "ReadableStream", "Response", "Headers", "URL"];
    for (const name of missing) assert.equal(runInContext(`typeof ${name}`, engine), "undefined", name);
});

test("a form is judged", () => {
    const found = app.problems({ name: "", title: "Ekonom", email: "åsa€😀" });
    assert.deepEqual(
        [...found],
        ["name: Måste fyllas i", "external_client: Måste fyllas i", "email: Måste vara en e-postadress"],
    );
});

test("who was saved is in the list that asks for them", { timeout: 30_000 }, async () => {
    const { save, find, walk } = app.connect({ baseUrl: process.env.PIGELLO_BASE_URL, credentials: credentials() });
    const external_client = { id: randomUUID() };
    for (const name of ["Åsa Öberg", "Anna Berg", "Erik 😀 Ek"]) await save({ name, title: "Ekonom", external_client });
    const found = await find(external_client.id, "BERG");
    assert.deepEqual(
        Array.from(found, ({ name }) => name),
        ["Anna Berg", "Åsa Öberg"],
    );
    assert.deepEqual([...(await walk(external_client.id))], ["Anna Berg", "Erik 😀 Ek", "Åsa Öberg"]);
});

/** PIGELLO_CLIENT_CT is `clientCt`, and so on. */
function credentials() {
    const names = ["customerId", "applicationId", "serviceId", "serviceVersionId", "clientCt", "clientEntity", "clientSecret"];
    const variable = (name) => `PIGELLO_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
    return Object.fromEntries(names.map((name) => [name, process.env[variable(name)]]));
}
