// Fields that are written and never read. No declared resource has one; of made-up ones (`cargo xtask bench --scale`, which
// sets PIGELLO_MADE_UP) many have.

import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import * as client from "pigello-client";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

const schemas = Object.entries(client).filter(([, value]) => typeof value?.basePath === "string");
const secrets = (schema) => Object.values(schema.fields).filter(({ writeOnly }) => writeOnly).map(({ name }) => name);

test("there are fields that are only written where resources are made up", () => {
    assert.ok(schemas.length >= 13);
    const found = schemas.flatMap(([, schema]) => secrets(schema));
    assert.ok(env.PIGELLO_MADE_UP === undefined || found.length > 10, `${found.length}`);
});

test("what is only written is told so of what is given, is taken, and is in no answer", async () => {
    const sandbox = new Sandbox();
    const { baseUrl, credentials, fetch } = sandbox;
    const pigello = new Pigello({ baseUrl, credentials, fetch, checkResponses: true });
    for (const [name, schema] of schemas) {
        const hidden = secrets(schema);
        const properties = (what) => schema["~standard"].jsonSchema[what]({ target: "draft-2020-12" }).properties;
        for (const [field, { writeOnly }] of Object.entries(properties("input"))) assert.equal(writeOnly === true, hidden.includes(field), `${name}.${field}`);
        for (const [field, { writeOnly }] of Object.entries(properties("output"))) assert.equal(writeOnly, undefined, `${name}.${field}`);
        const application = schema.basePath.split("/")[1];
        const key = `${name[0].toLowerCase()}${name.slice(1)}`;
        const methods = pigello[application][key];
        if (hidden.length === 0 || methods.create === undefined) continue;
        const [row] = sandbox.generate(`${application}.${key}`, 1, { seed: 3 });
        for (const field of hidden) row[field] ??= schema.validateField(field, "a").length === 0 ? "a" : null;
        const made = await methods.create(row);
        assert.deepEqual(hidden.filter((field) => field in made), [], name);
        assert.deepEqual(schema.check(made), [], name);
        assert.deepEqual(hidden.filter((field) => !(field in schema.validate(row).value)), [], name);
    }
});
