// The package in an engine as jest's jsdom is: no TextDecoder, no TextEncoder, no fetch. Forms are judged all the same, with
// text of one to four bytes a character on its way in and out, and a fetch of the user's own carries the requests.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { request } from "node:http";

const missing = ["TextDecoder", "TextEncoder", "fetch", "Request", "Response", "Headers", "ReadableStream", "FinalizationRegistry"];
for (const name of missing) {
    delete globalThis[name];
    assert.equal(typeof globalThis[name], "undefined");
}

const { ExternalClientContactPerson, Pigello } = await import("pigello-client");
const unknown = "naämn€😀";
const { issues } = ExternalClientContactPerson.validate({ [unknown]: 1, email: "åsa€😀" }, { locale: "sv" });
assert.deepEqual(
    issues.map(({ path, code }) => `${path.join(".")}: ${code}`),
    ["name: required", "external_client: required", "title: required", "email: email", `${unknown}: unknown_field`],
);
assert.match(issues[0].message, /[åäö]/);

// The least that the client asks of a fetch.
function fetch(url, { method, headers, body, signal }) {
    return new Promise((resolve, reject) => {
        const sent = request(url, { method, headers, signal }, async (answer) => {
            answer.setEncoding("utf8");
            let text = "";
            for await (const part of answer) text += part;
            resolve({
                status: answer.statusCode,
                headers: { get: (name) => answer.headers[name.toLowerCase()] ?? null },
                text: () => Promise.resolve(text),
            });
        });
        sent.on("error", reject).end(body);
    });
}

const persons = Pigello.fromEnv(process.env, { fetch }).organization.externalClientContactPerson;
const external_client = { id: randomUUID() };
for (const name of ["Åsa Öberg", "Anna Berg", "Erik 😀 Ek"]) await persons.create({ name, title: "Ekonom", external_client });
const names = (rows) => rows.map(({ name }) => name);
const filter = { external_client: external_client.id };
assert.deepEqual(names(await persons.list({ filter: { ...filter, name: { icontains: "BERG" } }, orderBy: "name" })), ["Anna Berg", "Åsa Öberg"]);
assert.deepEqual(names(await persons.list({ filter: { ...filter, name: { icontains: "😀" } } })), ["Erik 😀 Ek"]);
console.log(`${issues.length} issues and two lists without ${missing.join(", ")}`);
