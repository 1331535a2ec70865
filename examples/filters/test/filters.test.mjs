// Each filter sends what stands beside it, a sandbox understands it, and mistakes are told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ExternalClientContactPerson, Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { FILTERS } from "../filters.mjs";
import { mistakesIn } from "../mistakes.mjs";
import { EXPECTED, OPTIONS } from "../wrong.mjs";

const sandbox = new Sandbox();
sandbox.generate("organization.externalClientContactPerson", 50, { store: true });
const { baseUrl, credentials, fetch } = sandbox;
const persons = new Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;

for (const [name, [options, query]] of Object.entries(FILTERS)) {
    test(name, async () => {
        assert.equal(ExternalClientContactPerson.query(options), query);
        assert.equal(new URL(persons.prepare.list(options).url).search, `?${query}`);
        if (!options.extra) assert.ok(Array.isArray(await persons.list(options)));
    });
}

test("mistakes are told, and nothing is sent", async () => {
    const before = sandbox.requests.length;
    assert.deepEqual(await mistakesIn(persons, OPTIONS), EXPECTED);
    assert.equal(sandbox.requests.length, before);
});
