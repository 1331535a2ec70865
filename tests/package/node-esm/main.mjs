// A user's script as an ES module: a form is judged, persons are saved, and a list is asked of the server that the
// environment names.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { ExternalClientContactPerson, Pigello } from "pigello-client";

const { valid, issues } = ExternalClientContactPerson.validate({ name: "", title: "Ekonom", email: "not an address" });
assert.equal(valid, false);
assert.deepEqual(
    issues.map(({ path, code }) => `${path.join(".")}: ${code}`),
    ["name: required", "external_client: required", "email: email"],
);

const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
const external_client = { id: randomUUID() };
await persons.bulkWrite(["Åsa Öberg", "Anna Berg", "Erik Ek"].map((name) => ({ name, title: "Ekonom", external_client })));
const found = await persons.list({
    filter: { external_client: external_client.id, name: { icontains: "BERG" } },
    orderBy: "name",
});
assert.deepEqual(
    found.map(({ name }) => name),
    ["Anna Berg", "Åsa Öberg"],
);
console.log(`${issues.length} issues in the form, ${found.length} persons in the list`);
