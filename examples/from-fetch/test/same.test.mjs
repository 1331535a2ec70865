// Both find and change the same rows, on the server that the environment names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello, ValidationError } from "pigello-client";
import * as after from "../after.mjs";
import * as before from "../before.mjs";
import * as halfway from "../halfway.mjs";

const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
const external_client = { id: crypto.randomUUID() };
const made = await persons.bulkWrite([
    { name: "Åsa Öberg", title: "Jurist", external_client, email: "asa@example.com" },
    { name: "Anna Lind", title: "Ekonom", external_client, email: "anna@example.com" },
    { name: "Bo Ek", title: "Ekonom", external_client },
]);

test("both find the same rows in the same order", async () => {
    const found = await after.personsAt(process.env, external_client.id);
    assert.deepEqual(found.map(({ name }) => name), ["Anna Lind", "Åsa Öberg"]);
    assert.deepEqual(await before.personsAt(process.env, external_client.id), found);
});

test("all three rename", async () => {
    const [{ id }] = made;
    for (const { rename } of [before, halfway, after]) {
        const name = `Åsa ${crypto.randomUUID()}`;
        assert.equal((await rename(process.env, id, name)).name, name);
        assert.equal((await persons.get(id)).name, name);
    }
});

test("what is wrong is told before it is sent", async () => {
    const [{ id }] = made;
    await assert.rejects(after.rename(process.env, id, ""), ValidationError);
    await assert.rejects(before.rename(process.env, id, ""), /^Error: status 400$/);
});
