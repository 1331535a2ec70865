// A body by the schema alone, as a tool that knows no more makes it, is saved by the sandbox server and listed.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { ExternalClientContactPerson as Person, Pigello } from "pigello-client";
import { judges, told } from "./schemas.mjs";

test("what the schema takes is saved", async () => {
    const judge = judges["draft-07"].compile(told(Person, "draft-07"));
    const body = { name: "Åsa Öberg", title: "Ekonom", external_client: { id: randomUUID() } };
    assert.equal(judge({ ...body, title: "" }), false);
    assert.equal(Person.validate({ ...body, title: "" }).valid, false);
    assert.equal(judge(body), true);
    const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
    await persons.create(body);
    const found = await persons.list({ filter: { external_client: body.external_client.id } });
    assert.deepEqual(found.map(({ name }) => name), [body.name]);
});
