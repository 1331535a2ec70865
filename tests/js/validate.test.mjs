// Schemas: what is said of a form, word for word, and the value that would be sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, ExternalClientContactPerson as Person, FilterError, OrganizationUserSegment as Segment } from "pigello-client";
import { CLIENT, GOOD, ID, thrown } from "./scripted.mjs";

const issue = (path, code, message, params = {}) => ({ path, code, params, message });

test("a form with five mistakes has five issues, in English and in Swedish", () => {
    const form = { name: "", title: "x".repeat(256), external_client: { id: "7" }, email: "anna", ssn: "19811228-9875" };
    assert.deepEqual(Person.validate(form), {
        valid: false,
        issues: [
            issue(["name"], "required", "Must be filled in"),
            issue(["external_client", "id"], "uuid", "Must be an id (uuid)"),
            issue(["title"], "max_length", "Must be at most 255 characters", { max: 255 }),
            issue(["ssn"], "luhn", "The check digit is not right"),
            issue(["email"], "email", "Must be an email address"),
        ],
    });
    const swedish = Person.validate(form, { locale: "sv-SE" });
    assert.deepEqual(
        swedish.issues.map(({ message }) => message),
        [
            "Måste fyllas i",
            "Måste vara ett id (uuid)",
            "Får vara högst 255 tecken",
            "Kontrollsiffran stämmer inte",
            "Måste vara en e-postadress",
        ],
    );
});

test("a valid form answers a clean copy of what would be sent", () => {
    class Form {
        name = "Anna";
        title = "Förvaltare";
        external_client = { id: CLIENT, name: "expanded", deep: { more: 1 } };
        created_at = "2026-01-01T00:00:00Z";
        id = ID;
        email = undefined;
        custom_id = null;
        get inherited() {
            return "not own";
        }
    }
    const form = new Form();
    const result = Person.validate(form);
    assert.deepStrictEqual(result, {
        valid: true,
        value: { name: "Anna", title: "Förvaltare", external_client: { id: CLIENT }, custom_id: null },
        issues: [],
    });
    assert.notEqual(result.value, form);
});

test("a getter is asked once", () => {
    let asked = 0;
    const form = { ...GOOD, get custom_id() { return `answer ${++asked}`; } };
    assert.equal(Person.validate(form).value.custom_id, "answer 1");
    assert.equal(asked, 1);
});

test("a read-only field is not even read", () => {
    const form = { ...GOOD, get id() { throw new Error("read"); }, get tags() { throw new Error("read"); } };
    assert.equal(Person.validate(form).valid, true);
});

test("undefined, null and missing are kept apart", () => {
    const codes = (form, options) => Person.validate(form, options).issues.map(({ path, code }) => [path.join("."), code]);
    assert.deepEqual(codes({ ...GOOD, title: undefined }), [["title", "required"]]);
    assert.deepEqual(codes({ ...GOOD, title: null }), [["title", "null"]]);
    const { title, ...without } = GOOD;
    assert.deepEqual(codes(without), [["title", "required"]]);
    assert.deepEqual(codes({ title: undefined }, { mode: "update" }), []);
    assert.deepEqual(Person.validate({ email: null, title: undefined }, { mode: "update" }).value, { email: null });
    assert.deepEqual(Person.validate({}, { mode: "update" }), { valid: true, value: {}, issues: [] });
});

test("what JSON would turn into null or {} is an issue", () => {
    for (const bad of [NaN, Infinity, 10n, Symbol("x"), () => "x", new Date(NaN), new Map([["id", ID]]), /x/, new Set()]) {
        for (const mode of ["create", "update"]) {
            const [found] = Person.validate({ ...GOOD, custom_id: bad }, { mode }).issues;
            assert.deepEqual([found.path, found.code], [["custom_id"], "type"], String(bad));
        }
    }
});

test("what is no object at all is one issue for the whole", () => {
    for (const input of [undefined, null, 5, "text", [], [GOOD], new Date(), new Map(), Symbol("x"), 5n, () => {}]) {
        const { valid, issues } = Person.validate(input);
        assert.equal(valid, false);
        assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[[], "type"]], String(input));
    }
});

test("an unknown field gets the nearest name, or passes if asked to", () => {
    const form = { ...GOOD, titel: "x", tags: ["not sent"], more: { deep: [1, { at: new Date(0) }] } };
    assert.deepEqual(Person.validate(form).issues, [
        issue(["titel"], "unknown_field", "No such field; did you mean `title`?", { hint: "title" }),
        issue(["more"], "unknown_field", "No such field"),
    ]);
    const passed = Person.validate(form, { unknownFields: "pass" });
    assert.deepEqual(passed.value, { ...GOOD, titel: "x", more: { deep: [1, { at: "1970-01-01T00:00:00.000Z" }] } });
});

test("names of the language's own are fields like any other", () => {
    const form = JSON.parse(`{"__proto__": {"polluted": 1}, "constructor": 1, "toString": "x"}`);
    const { issues } = Person.validate(form, { mode: "update" });
    assert.deepEqual(issues.map(({ path }) => path), [["__proto__"], ["constructor"], ["toString"]]);
    const { value } = Person.validate(form, { mode: "update", unknownFields: "pass" });
    assert.deepEqual(Object.keys(value), ["__proto__", "constructor", "toString"]);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal({}.polluted, undefined);
});

test("one field is judged by itself, for each keystroke", () => {
    assert.deepEqual(Person.validateField("email", "anna@"), [issue(["email"], "email", "Must be an email address")]);
    assert.deepEqual(Person.validateField("email", "anna@example.com"), []);
    assert.deepEqual(Person.validateField("email", null), []);
    assert.deepEqual(Person.validateField("name", undefined), [issue(["name"], "required", "Must be filled in")]);
    assert.deepEqual(Person.validateField("name", undefined, { mode: "update" }), []);
    assert.deepEqual(Person.validateField("external_client", { id: CLIENT, name: "expanded" }), []);
    assert.deepEqual(Person.validateField("id", ID).map(({ code }) => code), ["read_only"]);
    assert.deepEqual(Person.validateField("titel", "x", { locale: "sv" }), [
        issue(["titel"], "unknown_field", "Fältet finns inte – menade du `title`?", { hint: "title" }),
    ]);
    assert.ok(thrown(() => Person.validateField(5, "x")) instanceof ConfigError);
});

test("rows are judged by whether they have an id, and their issues begin with their index", () => {
    const rows = [GOOD, { id: ID, email: "no" }, { name: "Bo" }, { id: ID, title: "twice" }, 5, { ...GOOD, id: "" }];
    const { valid, issues } = Person.validateAll(rows);
    assert.equal(valid, false);
    assert.deepEqual(issues.map(({ path, code }) => [path, code]), [
        [[1, "email"], "email"],
        [[2, "external_client"], "required"],
        [[2, "title"], "required"],
        [[3, "id"], "duplicate"],
        [[4], "type"],
    ]);
    assert.deepEqual(Person.validateAll([GOOD, GOOD]), { valid: true, issues: [] });
    assert.deepEqual(Person.validateAll([]), { valid: true, issues: [] });
    assert.deepEqual(Person.validateAll([{ id: ID }], { mode: "create" }).issues.map(({ path }) => path.join(".")), [
        "0.name",
        "0.external_client",
        "0.title",
    ]);
});

test("thousands of rows are judged past the thousandth, and no further than asked", () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => (i % 1_000 === 999 ? { ...GOOD, name: "" } : GOOD));
    assert.deepEqual(Person.validateAll(rows).issues.map(({ path }) => path), [[999, "name"], [1999, "name"]]);
    assert.equal(Person.validateAll(rows.map(() => ({})), { maxIssues: 7 }).issues.length, 7);
    assert.equal(Person.validateAll(rows.map(() => ({})), { maxIssues: 1.2 }).issues.length, 1);
    assert.equal(Person.validateAll(new Array(4_000_000_000), { maxIssues: 3 }).issues.length, 3);
});

test("a row's issues stand in the page's order, one a field, and an id twice is found in every mode", () => {
    const seen = (rows, options) => Person.validateAll(rows, options).issues.map(({ path, code }) => [path.join("."), code]);
    const rows = [{ id: ID }, { nonsense: 1, email: "no", name: "", id: ID.toUpperCase() }, { id: "7" }, { id: "7" }];
    const expected = Object.keys(Person.fields).concat("nonsense").filter((name) => ["id", "email", "name", "nonsense"].includes(name));
    const second = seen(rows).filter(([path]) => path.startsWith("1."));
    assert.deepEqual(second.map(([path]) => path.slice(2)), expected);
    assert.deepEqual(second.find(([path]) => path === "1.id"), ["1.id", "duplicate"]);
    for (const mode of ["create", "update", undefined]) {
        const found = seen([{ ...GOOD, id: ID }, { ...GOOD, id: ID }], { mode });
        assert.deepEqual(found, [["1.id", "duplicate"]], mode);
    }
    const ids = seen([{ id: "7" }, { id: "7" }], { mode: "update" });
    assert.equal(new Set(ids.map(([path]) => path)).size, ids.length);
});

test("all issues of many rows are told, unless fewer are asked for", () => {
    const rows = Array.from({ length: 40_000 }, () => ({}));
    assert.equal(Person.validateAll(rows).issues.length, 120_000);
    assert.equal(Person.validateAll(rows).issues.at(-1).path[0], 39_999);
});

test("an array that only claims its length is not looked at to its end", () => {
    const { valid, issues } = Person.validateAll(new Array(4_000_000_000));
    assert.equal(valid, false);
    assert.equal(issues.length, 100_000);
    const holes = [GOOD, , GOOD, undefined, GOOD];
    assert.deepEqual(Person.validateAll(holes).issues.map(({ path, code }) => [path, code]), [[[1], "type"], [[3], "type"]]);
});

test("texts are read up to 64 Mi characters a value, and beyond they are refused, not read", () => {
    const longest = "x".repeat(2 ** 29 - 24);
    const codes = (given, options) => Person.validate(given, options).issues.map(({ path, code }) => [path.join("."), code]);
    for (const options of [{ mode: "update" }, { mode: "update", unknownFields: "pass" }]) {
        assert.deepEqual(codes({ custom_id: longest, title: longest, name: longest }, options).map(([, code]) => code), ["type", "type", "type"]);
    }
    assert.equal(Person.validate({ more: [longest, longest] }, { mode: "update", unknownFields: "pass" }).valid, false);
    assert.equal(Person.validate({ [longest]: 1 }, { mode: "update", unknownFields: "pass" }).valid, false);
    assert.equal(Person.validateField("name", longest)[0].code, "type");
    assert.equal(Person.validateAll([{ id: longest }, { name: longest }]).valid, false);
    assert.equal(Person.validateAll(`"${longest.slice(10)}"`).issues[0].code, "type");
    assert.ok(Person.check({ id: longest }).length > 0);
    assert.ok(thrown(() => Person.query({ search: longest })) instanceof FilterError);
    assert.ok(thrown(() => Person.validate({}, { locale: longest })) instanceof ConfigError);

    const million = "å".repeat(1_000_000);
    assert.deepEqual(Person.validate({ custom_id: million }, { mode: "update" }).issues[0].code, "max_length");
    assert.equal(Person.validate({ more: million }, { mode: "update", unknownFields: "pass" }).value.more, million);
    const rows = Array.from({ length: 20 }, () => ({ ...GOOD, more: million }));
    assert.deepEqual(Person.validateAll(rows, { unknownFields: "pass" }), { valid: true, issues: [] });
});

test("rows may be JSON text", () => {
    assert.deepEqual(Person.validateAll(JSON.stringify([GOOD])), { valid: true, issues: [] });
    assert.deepEqual(Person.validateAll('[{"name": 5}]').issues[0].path, [0, "name"]);
    const codes = (text) => Person.validateAll(text).issues.map(({ path, code }) => [path, code]);
    assert.deepEqual(codes("[{]"), [[[], "json"]]);
    assert.deepEqual(codes(""), [[[], "json"]]);
    assert.deepEqual(codes('{"name": "x"}'), [[[], "type"]]);
    assert.deepEqual(codes('"text"'), [[[], "type"]]);
    for (const rows of [undefined, null, 5, {}, new Map()]) {
        assert.deepEqual(codes(rows), [[[], "type"]], String(rows));
    }
});

test("with gives the same schema other defaults", () => {
    const update = Person.with({ mode: "update", locale: "sv" });
    assert.deepEqual(update.validate({}), { valid: true, value: {}, issues: [] });
    assert.equal(update.validate({ title: "" }).issues[0].message, "Måste fyllas i");
    assert.equal(update.validate({ title: "" }, { locale: "en" }).issues[0].message, "Must be filled in");
    assert.equal(update.validate({}, { mode: "create" }).valid, false);
    assert.equal(update.with({ mode: "create" }).validate({}).issues[0].message, "Måste fyllas i");
    assert.deepEqual(update["~standard"].validate({}), { value: {} });
    assert.equal(update.validateField("name", "")[0].message, "Måste fyllas i");
    assert.equal(update.check({ id: 5 })[0].message, "Måste vara text");
    assert.equal(Person.validate({}).valid, false);
    assert.equal(update.name, Person.name);
});

test("wrong options are a ConfigError that names them", () => {
    const of = (options) => thrown(() => Person.validate(GOOD, options));
    for (const [options, named] of [
        [{ language: "sv" }, "language"],
        [{ mode: "delete" }, "mode"],
        [{ locale: 5 }, "locale"],
        [{ unknownFields: true }, "unknownFields"],
        [{ input: "html" }, "input"],
        [{ maxIssues: 5 }, "maxIssues"],
        [null, "options"],
        ["sv", "options"],
        [[], "options"],
    ]) {
        const error = of(options);
        assert.ok(error instanceof ConfigError, named);
        assert.ok(error.message.includes(named), error.message);
        assert.ok(thrown(() => Person.with(options)) instanceof ConfigError);
    }
    assert.ok(thrown(() => Person.validateAll([], { maxIssues: 0 })) instanceof ConfigError);
});

test("an answer is checked against the read model", () => {
    const read = { id: ID, ...GOOD, created_at: "2026-01-01T00:00:00Z", tags: null, custom_id: null };
    assert.deepEqual(Person.check(read), []);
    assert.deepEqual(Person.check({ ...read, title: 5, name: undefined }).map(({ path, code }) => [path, code]), [
        [["name"], "required"],
        [["title"], "type"],
    ]);
});

test("Standard Schema is answered as its specification says", () => {
    const standard = Person["~standard"];
    assert.equal(standard.version, 1);
    assert.equal(standard.vendor, "pigello-client");
    assert.deepEqual(standard.validate(GOOD), { value: GOOD });
    const { issues, ...rest } = standard.validate({ ...GOOD, email: "no" });
    assert.deepEqual(rest, {});
    assert.deepEqual(issues, [issue(["email"], "email", "Must be an email address")]);
});

test("metadata is there by name, in the page's order, and cannot be changed", () => {
    assert.equal(Person.name, "Externalclientcontactperson");
    assert.equal(Person.basePath, "/organization/externalclientcontactperson/");
    assert.equal(Person.documented, "complete");
    assert.deepEqual(Person.operations, ["list", "bulkWrite", "create", "get", "update", "delete"]);
    assert.deepEqual(Object.keys(Segment.fields), ["segment", "id", "user", "custom_id", "organization", "created_at", "role"]);
    const { email } = Person.fields;
    assert.equal(email.maxLength, 254);
    assert.equal(email.format, "email");
    assert.equal(email.nullable, true);
    assert.equal(email.required, false);
    assert.deepEqual(Object.keys(email.label), ["en", "sv"]);
    assert.deepEqual(Person.fields.id.rules, [{ rule: "unique" }]);
    assert.equal(email.rules, undefined);
    assert.deepEqual(Person.filters.id, ["in", "isnull"]);
    assert.equal(Person.filters.tags, undefined);
    assert.throws(() => { email.maxLength = 5; }, TypeError);
    assert.throws(() => { Person.filters.id.push("x"); }, TypeError);
});

test("methods need no this", () => {
    const { validate, validateField, validateAll, check, query, with: other } = Person;
    assert.equal(validate(GOOD).valid, true);
    assert.deepEqual(validateField("name", "x"), []);
    assert.equal(validateAll([GOOD]).valid, true);
    assert.equal(check(5).length, 1);
    assert.equal(query(), "");
    assert.equal(other({ mode: "update" }).validate({}).valid, true);
});
