// Forms: what their text stands for, by the kind of each field.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
    ConfigError,
    ExternalClientContactPerson as Person,
    IntegrationUserAgent as Agent,
    OrganizationUserWorkEngagement as Engagement,
    Subtenant,
    SubtenantContractConnection as Connection,
} from "pigello-client";
import { CLIENT, ID, thrown } from "./scripted.mjs";

const AGENT = { service_id: ID, service_version_id: ID, application_id: ID, clashing_priority: "5" };
const codes = ({ issues }) => issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
/** One field of a change, as its input gives it. */
const changed = (schema, name, given, options) => {
    const result = schema.parseForm({ [name]: given }, { mode: "update", ...options });
    return result.valid ? result.value[name] : codes(result);
};

test("a form is FormData, URLSearchParams or a plain object, and stands for the body that is sent", () => {
    const entries = [
        ["name", " Anna Åkerö \n"],
        ["title", "Förvaltare"],
        ["external_client", ` ${CLIENT} `],
        ["email", ""],
    ];
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    const value = { name: "Anna Åkerö", title: "Förvaltare", external_client: { id: CLIENT }, email: null };
    const prototypeless = Object.assign(Object.create(null), Object.fromEntries(entries));
    for (const form of [data, new URLSearchParams(entries), new Map(entries), Object.fromEntries(entries), prototypeless]) {
        assert.deepEqual(Person.parseForm(form), { valid: true, value, issues: [] });
        assert.deepEqual(Person.validate(form, { input: "form" }), { valid: true, value, issues: [] });
        assert.deepEqual(Person.with({ input: "form" }).validate(form), { valid: true, value, issues: [] });
        assert.deepEqual(Person.with({ input: "form" })["~standard"].validate(form), { value });
    }
});

test("an empty text is null where null may be, itself in other text, and absent otherwise", () => {
    for (const empty of ["", "  ", "\n\t"]) {
        assert.equal(changed(Person, "email", empty), null);
        assert.deepEqual(changed(Person, "name", empty), ["name: required"], "in a change, too");
        assert.equal(changed(Subtenant, "birth_date", empty), null);
        assert.equal(changed(Subtenant, "organization", empty), null);
        assert.equal(changed(Subtenant, "organization.id", empty), undefined);
        assert.equal(changed(Agent, "personal_information_acceptance_mode", empty), null);
        assert.equal(changed(Engagement, "dates_are_blocking", empty), null);
        for (const [schema, name] of [
            [Person, "external_client"],
            [Agent, "clashing_priority"],
            [Agent, "service_id"],
            [Subtenant, "is_active"],
            [Subtenant, "block_sms_notifications_for"],
        ]) {
            assert.deepEqual(schema.parseForm({ [name]: empty }, { mode: "update" }).value, {}, name);
        }
    }
    assert.deepEqual(codes(Person.parseForm({ name: "", title: "x", external_client: "" })), [
        "name: required",
        "external_client: required",
    ]);
    assert.deepEqual(codes(Agent.parseForm({ ...AGENT, service_id: "", clashing_priority: "" })), [
        "service_id: required",
        "clashing_priority: required",
    ]);
});

test("a relation is its id, under its own name, behind a point, or as an object", () => {
    const relation = { id: ID };
    for (const form of [
        { organization: ID },
        { "organization.id": ` ${ID}` },
        { organization: { id: ID, name: "expanded" } },
        new URLSearchParams({ "organization.id": ID }),
    ]) {
        assert.deepEqual(Subtenant.parseForm(form, { mode: "update" }).value, { organization: relation });
    }
    // As react-hook-form nests them, with nothing chosen.
    assert.deepEqual(Subtenant.parseForm({ organization: { id: "" } }, { mode: "update" }).value, { organization: null });
    assert.deepEqual(Subtenant.parseForm({ "organization.id": "" }, { mode: "update" }).value, { organization: null });
    assert.deepEqual(Subtenant.parseForm({ organization: "7" }, { mode: "update" }).issues[0].path, ["organization", "id"]);
    assert.deepEqual(codes(Subtenant.parseForm({ organization: {} }, { mode: "update" })), ["organization.id: required"]);
    // There is no such field: the name has a point and is no relation's.
    assert.deepEqual(Subtenant.parseForm({ "birth_date.id": "2020-01-01", ".id": ID }, { mode: "update" }).value, {});
});

test("booleans are on, true, off and false; any other text is of the wrong type", () => {
    for (const given of ["on", "true", " on ", true]) assert.equal(changed(Subtenant, "is_active", given), true);
    for (const given of ["off", "false", false]) assert.equal(changed(Subtenant, "is_active", given), false);
    for (const given of ["1", "yes", "True", "ja"]) assert.deepEqual(changed(Subtenant, "is_active", given), ["is_active: type"]);
    // A hidden `false` in front of the box.
    assert.deepEqual(Subtenant.parseForm(new URLSearchParams("is_active=false&is_active=true"), { mode: "update" }).value, { is_active: true });
});

test("digits are numbers; what is none stays text, and is told so", () => {
    const priority = (given) => changed(Agent, "clashing_priority", given);
    for (const [given, number] of [["5", 5], [" 12 ", 12], ["-3", -3], ["+3", 3], ["007", 7], ["1e2", 100], ["4.0", 4], ["4.", 4], ["0", 0], [6, 6]]) {
        assert.equal(priority(given), number, `${given}`);
    }
    for (const given of ["1.5", ".5"]) assert.deepEqual(priority(given), ["clashing_priority: integer"], given);
    // A comma parts thousands in one country and decimals in the other.
    for (const given of ["1,5", "1 000", "0x10", "12a", "Infinity", "NaN", "1e", ".", "-", "١"]) {
        assert.deepEqual(priority(given), ["clashing_priority: type"], given);
    }
    assert.deepEqual(priority("99999999999"), ["clashing_priority: maximum"]);
    assert.deepEqual(priority("1e999"), ["clashing_priority: type"]);
    assert.equal(changed(Agent, "personal_information_acceptance_mode", "2"), 2);
    assert.deepEqual(changed(Agent, "personal_information_acceptance_mode", "3"), ["personal_information_acceptance_mode: enum"]);
});

test("days and times stay as their inputs give them", () => {
    assert.equal(changed(Subtenant, "birth_date", "1999-02-28"), "1999-02-28");
    assert.deepEqual(changed(Subtenant, "birth_date", "28/2 1999"), ["birth_date: date"]);
    assert.equal(changed(Connection, "signed_time", "2026-01-31T10:30"), "2026-01-31T10:30");
});

test("repeated keys fill arrays; of a single value the last counts", () => {
    const other = ID.replace(/..$/, "bb");
    const form = new URLSearchParams([["buildings", ID], ["buildings", ""], ["buildings", ` ${other}`], ["custom_id", "a"], ["custom_id", "b"]]);
    const value = { buildings: [{ id: ID }, { id: other }], custom_id: "b" };
    assert.deepEqual(Engagement.parseForm(form, { mode: "update" }).value, value);
    assert.deepEqual(Engagement.parseForm({ buildings: [ID, { id: other }], custom_id: ["a", "b"] }, { mode: "update" }).value, value);
    assert.deepEqual(changed(Engagement, "buildings", ID), [{ id: ID }]);
    assert.deepEqual(changed(Engagement, "buildings", []), []);
    assert.deepEqual(changed(Engagement, "buildings", [ID, "7"]), ["buildings.1.id: uuid"]);
    assert.deepEqual(changed(Engagement, "custom_id", []), undefined);
    // Of one that may be null an empty text alone is null.
    assert.equal(changed(Connection, "debt_distribution_instruction", [""]), null);
    assert.equal(changed(Connection, "debt_distribution_instruction", null), null);
});

test("objects are JSON text", () => {
    assert.deepEqual(changed(Agent, "activation_variables", ' {"a": [1, null]} '), { a: [1, null] });
    assert.deepEqual(changed(Agent, "activation_variables", { a: 1 }), { a: 1 });
    assert.equal(changed(Agent, "activation_variables", ""), null);
    assert.deepEqual(changed(Agent, "activation_variables", "{a: 1}"), ["activation_variables: type"]);
    assert.deepEqual(changed(Engagement, "receive_notifications_for", ['{"a":1}', { b: 2 }]), [{ a: 1 }, { b: 2 }]);
});

test("a file is of the wrong type", () => {
    const data = new FormData();
    data.append("profile_picture", new Blob(["x"]), "x.png");
    data.append("invoice_email", new Blob(["x"]), "x.png");
    data.append("current_registered_address", new Blob(["x"]), "x.png");
    data.append("block_notifications_for", new Blob(["x"]), "x.png");
    assert.deepEqual(codes(Subtenant.parseForm(data, { mode: "update" })).sort(), [
        "block_notifications_for.0: type",
        "current_registered_address: type",
        "invoice_email: type",
        "profile_picture: type",
    ]);
});

test("a boolean or an array that the form shows and that is absent is false or empty", () => {
    const fields = ["is_active", "block_notifications_for", "birth_date", "name_of_no_field", "is_company"];
    const value = { is_active: false, block_notifications_for: [] };
    assert.deepEqual(Subtenant.parseForm({}, { mode: "update", fields }).value, value);
    assert.deepEqual(Subtenant.parseForm({ is_active: "" }, { mode: "update", fields }).value, value);
    assert.deepEqual(Subtenant.parseForm({ is_active: "on" }, { mode: "update", fields }).value, { ...value, is_active: true });
    assert.deepEqual(Subtenant.parseForm({}, { mode: "update" }).value, {}, "nothing is shown");
    // As form libraries need it that hand over what a browser sends.
    const form = Subtenant.with({ mode: "update", input: "form", fields });
    assert.deepEqual(form["~standard"].validate({}), { value });
    assert.deepEqual(form.validate({}, { fields: [] }).value, {});
    assert.deepEqual(Subtenant.validate({}, { mode: "update", fields }).value, {}, "and is of no use without a form");
    // An unticked box of one that may be null is no.
    assert.deepEqual(Engagement.parseForm({}, { mode: "update", fields: ["dates_are_blocking"] }).value, { dates_are_blocking: false });
});

test("a form of a page knows its inputs, but for those that are disabled", () => {
    const input = (name, disabled = false) => ({ name, matches: (selector) => selector === ":disabled" && disabled });
    class FormDataOfItsWindow extends Map {
        constructor(form) {
            super(form.entriesOfTheTest);
        }
    }
    const form = {
        [Symbol.toStringTag]: "HTMLFormElement",
        ownerDocument: { defaultView: { FormData: FormDataOfItsWindow } },
        elements: [input("is_active"), input("ssn_is_coordination_number", true), input("birth_date"), input(""), input("submit")],
        entriesOfTheTest: [["birth_date", "2001-01-01"]],
    };
    const value = { is_active: false, birth_date: "2001-01-01" };
    assert.deepEqual(Subtenant.parseForm(form, { mode: "update" }).value, value);
    assert.deepEqual(Subtenant.validate(form, { mode: "update", input: "form" }).value, value);
    const { is_active: _, ...rest } = value;
    assert.deepEqual(Subtenant.parseForm(form, { mode: "update", fields: [] }).value, rest, "unless they are named");
});

test("keys that are no field are left out, and so is what only the server writes", () => {
    const form = new URLSearchParams({
        $ACTION_ID_5f3a: "",
        $ACTION_REF_1: "",
        csrfmiddlewaretoken: "x",
        submit: "Spara",
        __proto__: "x",
        constructor: "x",
        "constructor.id": ID,
        toString: "x",
        id: ID,
        created_at: "2026-01-01",
        created_at_: "x",
        title: "Chef",
    });
    form.append("__proto__", "x");
    form.append("__proto__.id", ID);
    assert.deepEqual(Person.parseForm(form, { mode: "update" }), { valid: true, value: { title: "Chef" }, issues: [] });
    const own = JSON.parse('{ "__proto__": { "title": "x" }, "title": "Chef" }');
    assert.deepEqual(Person.parseForm(own, { mode: "update", unknownFields: "pass" }).value, { title: "Chef" });
    assert.deepEqual(Object.keys({}), []);
});

test("an empty form misses what is required", () => {
    for (const form of [{}, new FormData(), new URLSearchParams()]) {
        assert.deepEqual(codes(Person.parseForm(form)), ["name: required", "external_client: required", "title: required"]);
        assert.deepEqual(Person.parseForm(form, { mode: "update" }), { valid: true, value: {}, issues: [] });
    }
});

test("what is no form is an issue, and nothing that a form does is thrown", () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const endless = { *entries() { for (;;) yield ["title", "x"]; } };
    const throwing = { entries() { throw new Error("no"); } };
    const element = { [Symbol.toStringTag]: "HTMLFormElement" };
    for (const form of [undefined, null, 5, "title=x", true, Symbol("s"), [], [["title", "x"]], () => {}, new Date(), revoked.proxy, endless, throwing, element]) {
        assert.deepEqual(codes(Person.parseForm(form)), [": type"], typeof form);
    }
    const getter = { get title() { throw new Error("no"); } };
    assert.deepEqual(codes(Person.parseForm(getter, { mode: "update" })), ["title: type"]);
    const long = [];
    long.length = 4_000_000_000;
    assert.deepEqual(codes(Person.parseForm({ title: long }, { mode: "update" })), ["title: type"]);
    assert.deepEqual(codes(Engagement.parseForm({ buildings: long }, { mode: "update" })), ["buildings.0: type"]);
    assert.deepEqual(codes(Person.parseForm({ title: Symbol("s"), name: 5n }, { mode: "update" })), ["name: type", "title: type"]);
});

test("other values than text pass as they are", () => {
    assert.deepEqual(changed(Agent, "clashing_priority", Number.NaN), ["clashing_priority: type"]);
    assert.equal(changed(Agent, "clashing_priority", undefined), undefined);
    assert.deepEqual(changed(Person, "title", null), ["title: null"]);
    assert.deepEqual(changed(Person, "title", 5), ["title: type"]);
    assert.equal(changed(Connection, "signed_time", new Date(0)), "1970-01-01T00:00:00.000Z");
});

test("one field is judged as its input gives it", () => {
    const form = Agent.with({ input: "form", locale: "sv" });
    assert.deepEqual(form.validateField("clashing_priority", "5"), []);
    assert.equal(form.validateField("clashing_priority", "5,5")[0].message, "Måste vara ett heltal");
    assert.equal(form.validateField("clashing_priority", "")[0].code, "required");
    assert.deepEqual(form.validateField("category", " "), []);
    assert.deepEqual(Agent.validateField("organization", ID, { input: "form" }), []);
    assert.equal(Agent.validateField("organization", ID)[0].code, "type");
    assert.equal(form.validateField("id", ID)[0].code, "read_only");
    assert.deepEqual(form.validateField("of_no_one", ID), []);
});

test("rows of text are judged as forms, those with an id as changes", () => {
    const good = { name: "Anna", title: "Chef", external_client: CLIENT };
    const form = Person.with({ input: "form" });
    assert.deepEqual(form.validateAll([good, { id: ID, email: "" }, { ...good, id: "" }]), { valid: true, issues: [] });
    assert.deepEqual(codes(form.validateAll([{ ...good, title: "" }, { id: ID, title: "" }, 5, undefined, [], { id: ID }])), [
        "0.title: required",
        "1.title: required",
        "2: type",
        "3: type",
        "4: type",
        "5.id: duplicate",
    ]);
    assert.deepEqual(codes(form.validateAll(JSON.stringify([{ ...good, email: "x" }]))), ["0.email: email"]);
    const fields = ["is_active", "birth_date"];
    const row = { ...Object.fromEntries(Object.values(Subtenant.fields).filter(({ required, readOnly }) => required && !readOnly).map(({ name }) => [name, "off"])) };
    const { allow_brf_access: _, ...absent } = row;
    assert.deepEqual(codes(Subtenant.validateAll([row, absent], { input: "form" })), ["1.allow_brf_access: required"]);
    assert.ok(Subtenant.validateAll([absent], { input: "form", fields: ["allow_brf_access", ...fields] }).valid);
    assert.deepEqual(codes(form.validateAll("[")), [": json"]);
    assert.deepEqual(codes(form.validateAll({})), [": type"]);
});

test("wrong options are told by name", () => {
    for (const [options, said] of [
        [{ fields: "name" }, /`fields` must be an array of names/],
        [{ fields: [5] }, /`fields` must be an array of names/],
        [{ feilds: [] }, /unknown option `feilds`; did you mean `fields`\?/],
        [{ input: "html" }, /`input` must be "json" or "form"/],
        [5, /options must be an object/],
    ]) {
        const error = thrown(() => Person.parseForm({}, options));
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, said);
    }
    assert.throws(() => Person.validate({}, { fields: "name" }), ConfigError);
    assert.throws(() => Person.with({ fields: [null] }), ConfigError);
});

test("a form that was read is filled in, and gives the same again", () => {
    const row = {
        id: ID,
        user: { id: ID },
        work_engagement: { id: CLIENT, name: "expanded" },
        end_date: null,
        dates_are_blocking: null,
        buildings: [{ id: ID }, { id: CLIENT }],
        parking_lots: [],
        organization: null,
        created_at: "2026-01-01T00:00:00Z",
        receive_notifications_for: [{ a: 1 }],
        start_date: "2026-01-01",
        custom_id: null,
        of_no_one: 1,
    };
    const values = Engagement.toFormValues(row);
    assert.deepEqual(values, {
        user: ID,
        work_engagement: CLIENT,
        end_date: "",
        dates_are_blocking: "",
        buildings: [ID, CLIENT],
        parking_lots: [],
        organization: "",
        receive_notifications_for: ['{"a":1}'],
        start_date: "2026-01-01",
        custom_id: "",
    });
    const { id: _1, created_at: _2, of_no_one: _3, ...written } = row;
    assert.deepEqual(Engagement.parseForm(values).value, { ...written, work_engagement: { id: CLIENT } });
    assert.deepEqual(Agent.toFormValues({ clashing_priority: 5, is_active: false, personal_information_acceptance_mode: null }), {
        clashing_priority: "5",
        is_active: false,
        personal_information_acceptance_mode: "",
    });
    assert.deepEqual(Connection.toFormValues({ debt_distribution_instruction: null }), { debt_distribution_instruction: [""] });
    for (const none of [undefined, null, 5, [], "x"]) assert.deepEqual(Person.toFormValues(none), {});
});

test("a time is filled in as an input takes it: without its zone, to the millisecond", () => {
    const shown = (signed_time) => Connection.toFormValues({ signed_time }).signed_time;
    assert.equal(shown("2026-01-31T10:30:00Z"), "2026-01-31T10:30:00");
    assert.equal(shown("2026-01-31 10:30+01:00"), "2026-01-31T10:30");
    assert.equal(shown("2026-01-31T10:30:00.123456-0330"), "2026-01-31T10:30:00.123");
    assert.equal(shown("2026-01-31T10:30"), "2026-01-31T10:30");
    assert.equal(shown(null), "");
    assert.equal(shown("some day"), "some day");
});
