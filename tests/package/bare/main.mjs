// The package in an engine as jest's jsdom is: no TextDecoder, no TextEncoder, no fetch. Forms are judged all the same,
// with text of one to four bytes a character on its way in and out.
import assert from "node:assert/strict";

for (const name of ["TextDecoder", "TextEncoder", "fetch", "Request", "Response", "Headers", "FinalizationRegistry"]) {
    delete globalThis[name];
    assert.equal(typeof globalThis[name], "undefined");
}

const { ExternalClientContactPerson } = await import("pigello-client");
const unknown = "naämn€😀";
const { issues } = ExternalClientContactPerson.validate({ [unknown]: 1, email: "åsa€😀" }, { locale: "sv" });
assert.ok(issues.some(({ path, code }) => path[0] === "email" && code === "email"));
assert.ok(issues.some(({ path, code }) => path[0] === unknown && code === "unknown_field"));
const required = issues.find(({ path, code }) => path[0] === "name" && code === "required");
assert.match(required.message, /[åäö]/);
console.log(`${issues.length} issues without TextDecoder: ${required.message}`);
