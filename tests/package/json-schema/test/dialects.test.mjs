// Each dialect by its own metaschema, and what a schema says of a field.
import { Validator } from "@seriousme/openapi-schema-validator";
import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, ExternalClientContactPerson as Person, IntegrationUserAgent as Agent, Subtenant } from "pigello-client";
import { judges, schemas, targets, told } from "./schemas.mjs";

test("every schema is valid by the metaschema of its draft", () => {
    for (const target of ["draft-2020-12", "draft-07"]) {
        for (const [name, schema] of schemas) {
            for (const side of ["input", "output"]) {
                const said = told(schema, target, side);
                assert.ok(said.$schema.includes(target.replace("draft-", "").replace("2020-12", "2020-12/schema")), said.$schema);
                assert.ok(judges[target].validateSchema(said), `${name}: ${JSON.stringify(judges[target].errors)}`);
            }
        }
    }
});

test("every schema has its place in an OpenAPI 3.0 document", async () => {
    const components = {};
    for (const [name, schema] of schemas) {
        for (const mode of ["create", "update"]) {
            components[`${name}-${mode}`] = told(schema.with({ mode }), "openapi-3.0");
            components[`${name}-${mode}-sent`] = told(schema.with({ mode }), "openapi-3.0", "output");
            components[`${name}-${mode}-form`] = told(schema.with({ mode, input: "form" }), "openapi-3.0");
        }
    }
    const document = { openapi: "3.0.3", info: { title: "Ours", version: "1" }, paths: {}, components: { schemas: components } };
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors));
    // The judge is one: it sees what 3.0 does not know.
    components.wrong = { type: ["string", "null"] };
    assert.equal((await new Validator().validate(structuredClone(document))).valid, false);
});

test("a field is told with its label, its limits and its form", () => {
    const { properties, required, additionalProperties } = told(Person, "draft-2020-12");
    assert.deepEqual(required, ["name", "external_client", "title"]);
    assert.equal(additionalProperties, false);
    assert.deepEqual(properties.name, { title: "Name", type: "string", minLength: 1, maxLength: 255 });
    assert.deepEqual(properties.custom_id.type, ["string", "null"]);
    assert.deepEqual(properties.external_client, {
        title: "External client",
        type: "object",
        properties: { id: { type: "string", format: "uuid" } },
        required: ["id"],
    });
    assert.deepEqual(properties.id, { title: "ID", readOnly: true });
    const swedish = told(Person.with({ locale: "sv", mode: "update" }), "openapi-3.0", "output");
    assert.equal(swedish.required, undefined);
    assert.equal(swedish.$schema, undefined);
    assert.equal(swedish.properties.id, undefined);
    assert.equal(swedish.properties.name.title, "Namn");
    assert.equal(swedish.properties.custom_id.nullable, true);
    assert.equal(swedish.properties.external_client.additionalProperties, false);
    const agent = told(Agent, "draft-07");
    assert.deepEqual(agent.properties.personal_information_acceptance_mode.enum, [0, 1, 2, null]);
    assert.equal(agent.additionalProperties, undefined, "what is known in part may hold more");
    assert.equal(told(Subtenant, "draft-07").properties.sni_number.enum, undefined, "there may be more values");
});

test("a target that is none of the three is refused", () => {
    for (const side of ["input", "output"]) {
        for (const options of [{ target: "draft-04" }, { target: "openapi-3.1" }, { target: "__proto__" }, {}, undefined, null, "draft-07"]) {
            assert.throws(() => Person["~standard"].jsonSchema[side](options), (error) => {
                assert.ok(error instanceof ConfigError, String(error));
                assert.match(error.message, /draft-2020-12, draft-07, openapi-3\.0/);
                return true;
            });
        }
    }
    assert.equal(targets.length, 3);
});
