// A user's script as an ES module: a form is judged, then a list is asked of the server that the environment names.
import assert from "node:assert/strict";
import { ExternalClientContactPerson, Pigello } from "pigello-client";

const judged = ExternalClientContactPerson.validate({ name: "", email: "not an address" });
assert.equal(judged.valid, false);
assert.ok(judged.issues.some(({ path, code }) => path[0] === "email" && code === "email"));

const pigello = Pigello.fromEnv(process.env);
const persons = await pigello.organization.externalClientContactPerson.list({ page: 1, pageSize: 10 });
assert.ok(Array.isArray(persons));
console.log(`${judged.issues.length} issues in the form, ${persons.length} persons in the list`);
