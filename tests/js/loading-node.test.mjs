// What Node gets knows of the resources what Rust would say, and starts Rust only where it is needed: for `validate` of most good
// rows it never is. What looks at that has a process of its own, since what is started stays so.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fresh, PACKAGE, WASM } from "./loading.mjs";
import { credentials } from "./scripted.mjs";

/** For other processes. Conditions that these tests are run with are not Node's own. */
const OPTIONS = { encoding: "utf8", cwd: new URL(".", import.meta.url), env: { ...process.env, NODE_OPTIONS: "" } };

/** Runs code in a process that counts the wasms it compiles; answers how large these were at each `mark()`, and what it says. */
function runs(code, { before = "" } = {}) {
    const script = `
        const { Module } = WebAssembly;
        const sizes = [];
        const marks = [];
        const mark = () => marks.push([...sizes]);
        WebAssembly.Module = class extends Module {
            constructor(bytes) {
                super(bytes);
                sizes.push(bytes.length);
            }
        };
        ${before}
        const GOOD = { name: "Anna Lind", title: "Förvaltare", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
        const said = await (async () => { ${code} })();
        console.log(JSON.stringify({ marks, said }));
    `;
    return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", script], OPTIONS));
}

const NAMES = "{ ExternalClientContactPerson: person, Subtenant, Tenant, OrganizationUser, OrganizationUserSegment, Pigello, ConfigError }";
const ESM = `const ${NAMES} = await import("pigello-client");`;
const CJS = `
    const { createRequire } = await import("node:module");
    const ${NAMES} = createRequire(process.cwd() + "/x.js")("pigello-client");`;

/** A module without anything in it is compiled to see whether that is allowed, for each resource. */
const isNothing = (sizes) => sizes.every((size) => size === 8);
const isWhole = (size) => size > WASM.length - 100;

for (const [how, load] of [["import", ESM], ["require", CJS]]) {
    test(`${how}: good rows start nothing, a bad row does`, () => {
        const { marks, said } = runs(`${load}
            const valid = [];
            mark();
            valid.push(person.validate(GOOD).valid, person.validateField("email", "anna@example.com").length === 0);
            valid.push(person.name === "Externalclientcontactperson", Subtenant.basePath.startsWith("/accounts/"));
            valid.push(person.validate({ ...GOOD, ssn: "189001019802" }).valid);
            mark();
            valid.push(!person.validate({ ...GOOD, ssn: "189001019803" }).valid);
            mark();
            valid.push(person.validate({ ...GOOD, ssn: "189001019802" }).valid);
            valid.push(person.validate({ ...GOOD, ssn: "189001019803" }).issues[0].code === "luhn");
            mark();
            return valid;
        `);
        const [imported, good, bad, after] = marks;
        assert.deepEqual(said, said.map(() => true));
        assert.deepEqual(imported, []);
        assert.ok(isNothing(good), `${good}`);
        // The unpacker, and the client.
        assert.equal(bad.length, good.length + 2);
        assert.ok(isWhole(bad.at(-1)), `${bad}`);
        assert.deepEqual(after, bad);
    });

    test(`${how}: a client starts Rust, and rows are judged as before`, () => {
        const { marks, said } = runs(`${load}
            const before = person.validate({ ...GOOD, ssn: "189001019802" }).valid;
            new Pigello({ environment: "dev.api", credentials: ${JSON.stringify(credentials)}, fetch: () => {} });
            mark();
            return [before, person.validate({ ...GOOD, ssn: "189001019802" }).valid, person.validate({ ...GOOD, ssn: "189001019801" }).valid];
        `);
        assert.ok(isWhole(marks[0].at(-1)), `${marks[0]}`);
        assert.deepEqual(said, [true, true, false]);
    });

    for (const [words, before] of [
        ["missing", "delete globalThis.WebAssembly;"],
        ["forbidden", "WebAssembly.Module = function () { throw new WebAssembly.CompileError('forbidden'); };"],
    ]) {
        test(`${how}: where WebAssembly is ${words}, a ConfigError says what does without, for good rows as for bad ones`, () => {
            const { said } = runs(`${load}
                return [GOOD, { ...GOOD, ssn: "189001019802" }, {}, GOOD, {}].map((row) => {
                    try { return person.validate(row); } catch (error) { return error instanceof ConfigError && /nowasm/.test(error.message); }
                });
            `, { before });
            assert.deepEqual(said, [true, true, true, true, true]);
        });
    }

    test(`${how}: a good text that is asked about by its content starts Rust`, () => {
        const { marks, said } = runs(`${load}
            const digits = person.validate({ ...GOOD, ssn: "189001019802" }).valid;
            mark();
            const found = Tenant.validateField("active_to", "2024-05-01T10:00:00Z").length;
            mark();
            return [digits, found];
        `);
        assert.ok(isNothing(marks[0]), `${marks[0]}`);
        assert.ok(isWhole(marks[1].at(-1)), `${marks[1]}`);
        assert.deepEqual(said, [true, 0]);
    });
}

test("every check digit is judged the same before Rust is there and after", () => {
    const { marks, said } = runs(`${ESM}
        const bodies = Array.from({ length: 500 }, (_, at) => String(100000000 + at * 1777777).slice(0, 9));
        const digit = (body) => (10 - [...body].reduce((sum, one, at) => { const d = one * (at % 2 ? 1 : 2); return sum + (d > 9 ? d - 9 : d); }, 0) % 10) % 10;
        const numbers = bodies.flatMap((body) => ["19" + body + digit(body), "20" + body.slice(0, 6) + "-" + body.slice(6) + digit(body)]);
        const before = numbers.map((ssn) => person.validateField("ssn", ssn).length);
        mark();
        person.validate({});
        mark();
        return [before.every((issues) => issues === 0), numbers.every((ssn) => person.validateField("ssn", ssn).length === 0), numbers.length];
    `);
    assert.ok(isNothing(marks[0]), `${marks[0]}`);
    assert.ok(isWhole(marks[1].at(-1)));
    assert.deepEqual(said, [true, true, 1000]);
});

for (const [how, load] of [["import", ESM], ["require", CJS]]) {
    test(`${how}: whatever JSON.parse is when a resource is first looked at, verdicts after that are right`, () => {
        const { said } = runs(`${load}
            const { parse } = JSON;
            const others = [
                (text) => parse(text, (_, value) => (typeof value === "number" ? BigInt(value) : value)),
                () => ["a", "b"],
                () => "text",
                () => ({}),
                () => { throw new Error("no"); },
            ];
            const schemas = [person, Subtenant, Tenant, OrganizationUser, OrganizationUserSegment];
            return others.map((other, at) => {
                const schema = schemas[at];
                JSON.parse = other;
                try { schema.validate({}); } catch {}
                JSON.parse = parse;
                return [schema.validate({}).valid, person.validate(GOOD).valid, person.validateField("ssn", "189001019803").length];
            });
        `);
        assert.deepEqual(said, said.map(() => [false, true, 1]));
    });
}

test("what Node knows beforehand is what Rust says: every field of every resource takes and refuses the same", async () => {
    // The second of them knows nothing beforehand, since nobody has told it.
    const client = await import(new URL("index-node.js", PACKAGE));
    const asked = await fresh("index.js");
    const values = [
        undefined, null, "", " ", "a", "Anna Lind", "a".repeat(300), "189001019802", "189001019803", "+46701234567", "anna@example.com",
        "https://example.com", "497f6eca-6276-4993-bfeb-53cbbbba6f08", "2024-02-29", "2023-02-29", "2024-01-01T10:00:00Z", "7350053850019",
        0, 1, -1, 1.5, 1e12, Number.NaN, true, false, [], [1], {}, { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" }, { id: "x" }, [{ id: "x" }],
    ];
    let compared = 0;
    for (const [name, schema] of Object.entries(client)) {
        if (typeof schema !== "object") continue;
        const other = asked[name];
        for (const what of ["name", "basePath", "operations", "documented", "fields", "filters"]) assert.deepEqual(schema[what], other[what]);
        for (const field of [...Object.keys(schema.fields), "nobody_declared_it"]) {
            for (const value of values) {
                assert.deepEqual(schema.validateField(field, value), other.validateField(field, value), `${name}.${field}`);
                const row = { [field]: value };
                assert.deepEqual(schema.validate(row), other.validate(row), `${name}.${field}`);
                assert.deepEqual(schema.validate(row, { mode: "update" }), other.validate(row, { mode: "update" }), `${name}.${field}`);
                compared += 3;
            }
        }
    }
    assert.ok(compared > 10_000, `${compared}`);
});

test("what `init` is given tells it nothing, unless it comes from the package", async () => {
    const { ExternalClientContactPerson: person, init } = await fresh("index.js");
    for (const given of [["x"], ["x", "y", [], () => undefined], [undefined, "", [], undefined], [{}, 1, 2, 3]]) assert.equal(await init(...given), undefined);
    assert.equal(person.name, "Externalclientcontactperson");
    assert.equal(person.validate({ name: "" }).valid, false);
});

test("Rust starts where addresses are few", { skip: process.platform !== "linux" }, () => {
    const code = `${ESM}
        const GOOD = { name: "Anna", title: "x", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" }, ssn: "189001019802" };
        console.log(person.validate(GOOD).valid, person.validate({}).valid, person.validate(GOOD).valid);`;
    // Each wasm reserves ten gigabytes of them. Node itself, and the unpacker or the client: in kilobytes.
    const limited = ["-c", 'ulimit -v 16000000; exec "$0" "$@"', process.execPath, "--input-type=module", "--eval", code];
    assert.equal(execFileSync("bash", limited, OPTIONS), "true false true\n");
});

test("pages carry nothing of this", () => {
    const [page, node] = ["index.js", "index-node.js"].map((file) => readFileSync(new URL(file, PACKAGE), "utf8"));
    assert.ok(!page.includes("/accounts/users/api/integrationuseragent/"));
    assert.ok(node.includes("/accounts/users/api/integrationuseragent/"));
    assert.ok(node.length < 20_000, `${node.length}`);
});
