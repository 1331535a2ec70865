// What `validate` takes, JSON Schema takes; and what is wrong in its structure both refuse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Sandbox } from "pigello-client/sandbox";
import { judges, schemas, targets, told } from "./schemas.mjs";

const UUID = "5a4db0c5-0000-4000-8000-0000000000aa";
const ROWS = 100;
const sandbox = new Sandbox();
const nameOf = (name, schema) => `${schema.basePath.split("/")[1]}.${name[0].toLowerCase()}${name.slice(1)}`;
const rows = (name, schema) => sandbox.generate(nameOf(name, schema), ROWS, { seed: 11 });
const padded = (value) => typeof value === "string" && value.trim() !== value;

/** Some of it right in some field, most of it wrong in most. */
const VALUES = [
    null, true, false, 0, 1, 3, -5, 1.5, 99_999, "", " ", "a", "abc", " abc ", "x".repeat(40), "x".repeat(300), "😀".repeat(255),
    "2026-01-31", "2026-02-30", "2026-1-31", "2026-01-31T10:30", "2026-01-31 10:30:00.5+01:00", "2026-01-31T10:30:00Z",
    UUID, UUID.toUpperCase(), "7", "anna@example.com", "å@åäö.se", "a@[127.0.0.1]", "+46701234567", "0701234567", "070-123",
    "0007:5566778899", "7300009000012", "5566778899", "19811228-9874", "https://example.com/a", "http://å.se", "20.520", "red",
    [], [{}], [{ a: 1 }], [{ id: UUID }], [{ id: UUID }, { id: "7" }], ["a"], [null], [[]],
    {}, { a: 1 }, { id: UUID }, { id: UUID, name: "expanded" }, { id: "7" }, { id: null }, { name: "x" },
];

/** What JSON Schema can tell of one field. */
const STRUCTURE = new Set(["type", "null", "uuid", "date", "enum", "integer", "min_length", "max_length", "pattern", "unknown_field"]);

for (const target of targets) {
    for (const mode of ["create", "update"]) {
        test(`${target} and validate agree about bodies, for ${mode}`, () => {
            let [both, neither, more] = [0, 0, 0];
            for (const [name, plain] of schemas) {
                const schema = plain.with({ mode });
                const input = judges[target].compile(told(schema, target));
                const output = judges[target].compile(told(schema, target, "output"));
                for (const row of rows(name, plain)) {
                    const { valid, value } = schema.validate(row);
                    if (!valid) continue;
                    both++;
                    assert.ok(input(row), `${name}: ${JSON.stringify(input.errors)}`);
                    assert.ok(output(value), `${name}: ${JSON.stringify(output.errors)}`);
                }
                const [good] = rows(name, plain);
                for (const field of Object.keys(plain.fields)) {
                    for (const given of VALUES) {
                        const row = { ...good, [field]: given };
                        const { valid, value, issues } = schema.validate(row);
                        const why = `${name}.${field} = ${JSON.stringify(given)}: ${JSON.stringify(issues)}, ${JSON.stringify(input.errors)}`;
                        if (valid) {
                            // The one exception: space around a text counts in JSON Schema.
                            if (!input(row) && padded(given)) continue;
                            assert.ok(input(row), why);
                            assert.ok(output(value), why);
                            both++;
                        } else if (issues.some(({ code, path }) => path[0] === field && STRUCTURE.has(code))) {
                            assert.ok(!input(row) || padded(given), why);
                            neither++;
                        } else {
                            more++;
                        }
                    }
                    if (plain.fields[field].readOnly) continue;
                    const { [field]: _, ...rest } = good;
                    const missed = schema.validate(rest).issues.some(({ code }) => code === "required");
                    assert.equal(input(rest), !missed, `${name} without ${field}`);
                }
                const unknown = { ...good, of_no_one: 1 };
                const refused = schema.validate(unknown).issues.some(({ code }) => code === "unknown_field");
                assert.equal(input(unknown), !refused, name);
                const passing = schema.with({ unknownFields: "pass" });
                assert.ok(judges[target].compile(told(passing, target))(unknown), `${name} passes what it does not know`);
                for (const none of [null, [], "x", 5]) assert.ok(!input(none));
            }
            console.log(`both take ${both}, both refuse ${neither}, validate alone refuses ${more}`);
            assert.ok(both > 1000 && neither > 1000);
        });
    }

    test(`${target} of a form takes what fills it`, () => {
        for (const [name, plain] of schemas) {
            const form = plain.with({ input: "form" });
            const judge = judges[target].compile(told(form, target));
            for (const row of rows(name, plain)) {
                const values = form.toFormValues(row);
                assert.ok(judge(values), `${name}: ${JSON.stringify(judge.errors)}`);
                assert.ok(judge({ ...values, $ACTION_ID: "" }), "and keys that are no field");
            }
            for (const { name: field, readOnly } of Object.values(plain.fields)) {
                if (!readOnly) assert.ok(!judge({ ...form.toFormValues(rows(name, plain)[0]), [field]: 5 }), `${name}.${field}`);
            }
            assert.deepEqual(told(form, target, "output"), told(plain, target, "output"));
        }
    });
}
