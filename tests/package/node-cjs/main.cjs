// A user's script with `require`: a form is judged, persons are saved, and a list is asked of the server that the
// environment names; then the same of a sandbox in the process.
const assert = require("node:assert/strict");
const { randomUUID } = require("node:crypto");
const { ExternalClientContactPerson, Pigello } = require("pigello-client");
const { Sandbox } = require("pigello-client/sandbox");

const { valid, issues } = ExternalClientContactPerson.validate({ name: "", title: "Ekonom", email: "not an address" });
assert.equal(valid, false);
assert.deepEqual(
    issues.map(({ path, code }) => `${path.join(".")}: ${code}`),
    ["name: required", "external_client: required", "email: email"],
);

async function berg(pigello) {
    const persons = pigello.organization.externalClientContactPerson;
    const external_client = { id: randomUUID() };
    await persons.bulkWrite(["Åsa Öberg", "Anna Berg", "Erik Ek"].map((name) => ({ name, title: "Ekonom", external_client })));
    const filter = { external_client: external_client.id, name: { icontains: "BERG" } };
    const found = await persons.list({ filter, orderBy: "name" });
    return found.map(({ name }) => name);
}

async function main() {
    assert.deepEqual(await berg(Pigello.fromEnv(process.env)), ["Anna Berg", "Åsa Öberg"]);
    const { baseUrl, credentials, fetch } = new Sandbox();
    assert.deepEqual(await berg(new Pigello({ baseUrl, credentials, fetch })), ["Anna Berg", "Åsa Öberg"]);
    console.log(`${issues.length} issues in the form, 2 persons in each list`);
}

main();
