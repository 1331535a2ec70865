// A user's script with `require`: a form is judged, then a list is asked of the server that the environment names.
const assert = require("node:assert/strict");
const { ExternalClientContactPerson, Pigello } = require("pigello-client");
const { Sandbox } = require("pigello-client/sandbox");

const judged = ExternalClientContactPerson.validate({ name: "", email: "not an address" });
assert.equal(judged.valid, false);
assert.ok(judged.issues.some(({ path, code }) => path[0] === "email" && code === "email"));

async function main() {
    const pigello = Pigello.fromEnv(process.env);
    const persons = await pigello.organization.externalClientContactPerson.list({ page: 1, pageSize: 10 });
    assert.ok(Array.isArray(persons));

    // The sandbox in the same process, without a server.
    const { baseUrl, credentials, fetch } = new Sandbox();
    const inMemory = new Pigello({ baseUrl, credentials, fetch });
    assert.deepEqual(await inMemory.organization.externalClientContactPerson.list(), []);
    console.log(`${judged.issues.length} issues in the form, ${persons.length} persons in the list`);
}

main();
