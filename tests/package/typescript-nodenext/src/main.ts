// The app as ES modules: a form is judged, persons are saved, and a list is asked of the server that the environment names.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type ExternalClientContactPersonCreate, Pigello } from "pigello-client";
import { personsNamed, problems } from "./persons.js";

assert.deepEqual(problems({ name: "", title: "Ekonom", email: "not an address" }), {
    name: "required",
    external_client: "required",
    email: "email",
});

const pigello = Pigello.fromEnv(process.env);
const client = randomUUID();
const row = (name: string): ExternalClientContactPersonCreate => ({ name, title: "Ekonom", external_client: { id: client } });
await pigello.organization.externalClientContactPerson.bulkWrite([row("Åsa Öberg"), row("Anna Berg"), row("Erik Ek")]);
const found = await personsNamed(pigello, client, "BERG");
const names: string[] = found.map(({ name }) => name);
assert.deepEqual(names, ["Anna Berg", "Åsa Öberg"]);

// @ts-expect-error -- there is no such operator; and at run time it is refused, too
await assert.rejects(pigello.organization.externalClientContactPerson.list({ filter: { name: { like: "%berg" } } }), {
    kind: "filter",
});
console.log(`${names.length} persons in the list`);
