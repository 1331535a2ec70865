// Resources that are known in part, with booleans, numbers, days, arrays and rules between fields: their issues, what
// would be sent, and their filters.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
    FilterError,
    IntegrationUserAgent as Agent,
    OrganizationUserWorkEngagement as Engagement,
    Subtenant,
    SubtenantContractConnection as Connection,
} from "pigello-client";
import { ID, thrown } from "./scripted.mjs";

const ALLOWED = Object.fromEntries(
    Object.values(Subtenant.fields)
        .filter((field) => field.required && !field.readOnly)
        .map(({ name }) => [name, false]),
);
const codes = ({ issues }) => issues.map(({ path, code }) => `${path.join(".")}: ${code}`);

test("false is a value of a required boolean, and its absence or a text is not", () => {
    assert.equal(Object.keys(ALLOWED).length, 12);
    assert.deepEqual(Subtenant.validate(ALLOWED), { valid: true, value: ALLOWED, issues: [] });
    const { allow_brf_access: _, ...rest } = ALLOWED;
    assert.deepEqual(codes(Subtenant.validate(rest)), ["allow_brf_access: required"]);
    assert.deepEqual(Subtenant.validate({ ...ALLOWED, allow_brf_access: "true" }).issues, [
        { path: ["allow_brf_access"], code: "type", params: { hint: "boolean" }, message: "Must be true or false" },
    ]);
});

test("days are text, and a Date is told so", () => {
    assert.deepEqual(Subtenant.validateField("birth_date", "1999-02-29"), [
        { path: ["birth_date"], code: "date", params: {}, message: "Must be a date that exists, as YYYY-MM-DD" },
    ]);
    assert.deepEqual(Subtenant.validateField("birth_date", new Date(0)), [
        { path: ["birth_date"], code: "type", params: { hint: "YYYY-MM-DD" }, message: "Must be a date as text, YYYY-MM-DD" },
    ]);
});

test("a number is one of those there are, and a list that may be cut refuses none", () => {
    const row = { sub_tenant: { id: ID }, apartment_contract: { id: ID } };
    assert.deepEqual(Connection.validate({ ...row, stakeholder_type: 7 }).issues, [
        { path: ["stakeholder_type"], code: "enum", params: { values: [0, 1, 2] }, message: "Must be one of: 0, 1, 2" },
    ]);
    assert.deepEqual(codes(Connection.validate({ ...row, stakeholder_type: 1.5 })), ["stakeholder_type: integer"]);
    assert.deepEqual(Subtenant.validate({ sni_number: "99.999", corporate_name: "AB" }, { mode: "update" }).issues, []);
});

test("rules between fields name the others, in both languages", () => {
    const row = { sub_tenant: { id: ID }, stakeholder_type: 0 };
    const contracts = [
        "apartment_contract",
        "parking_spot_contract",
        "industrial_premises_contract",
        "outdoor_section_contract",
        "brf_apartment",
    ];
    const [none] = Connection.validate(row).issues;
    assert.deepEqual([none.path, none.code, none.params.fields], [["apartment_contract"], "at_least_one_of", contracts]);
    assert.deepEqual(codes(Connection.validate({ ...row, brf_apartment: { id: ID } })), []);
    const both = { ...row, parking_spot_contract: { id: ID }, brf_apartment: { id: ID } };
    assert.deepEqual(codes(Connection.validate(both)), ["parking_spot_contract: excludes"]);
    assert.deepEqual(codes(Connection.validate({ parking_spot_contract: { id: ID } }, { mode: "update" })), []);
    const [order] = Engagement.validate({ start_date: "2026-02-01", end_date: "2026-01-31" }, { mode: "update", locale: "sv" }).issues;
    assert.deepEqual([order.path, order.code, order.params.fields], [["end_date"], "ordered_with", ["start_date"]]);
    assert.ok(order.message.includes("Startdatum"), order.message);
    assert.deepEqual(codes(Agent.validate({ activation_object_id: ID, activation_content_type: null }, { mode: "update" })), [
        "activation_object_id: together_with",
    ]);
    assert.deepEqual(codes(Subtenant.validate({ ...ALLOWED, sni_number: "20.520" })), ["sni_number: requires"]);
});

test("references in an array are sent by their ids alone, and the first wrong one is the issue", () => {
    const changes = { buildings: [{ id: ID, name: "expanded" }], receive_notifications_for: [{ kind: 1, more: [2] }] };
    assert.deepEqual(Engagement.validate(changes, { mode: "update" }).value, {
        buildings: [{ id: ID }],
        receive_notifications_for: [{ kind: 1, more: [2] }],
    });
    const wrong = Engagement.validate({ buildings: [{ id: ID }, { id: "x" }, 7] }, { mode: "update" });
    assert.deepEqual(codes(wrong), ["buildings.1.id: uuid"]);
    const missing = { receive_sms_notifications_for: [{ a: 1 }], receive_notifications_for: [{ a: 2 }] };
    assert.deepEqual(codes(Engagement.validate(missing, { mode: "update" })), ["receive_sms_notifications_for: matches_values_of"]);
});

test("fields that nobody declared pass, as long as JSON can carry them", () => {
    assert.deepEqual(Subtenant.validate({ ...ALLOWED, last_name: "Berg", nested: { a: [1] } }).value, { ...ALLOWED, last_name: "Berg", nested: { a: [1] } });
    assert.deepEqual(codes(Subtenant.validate({ ...ALLOWED, last_name: Number.NaN })), ["last_name: type"]);
    assert.deepEqual([Subtenant.documented, Connection.documented], ["partial", "partial"]);
});

test("metadata tells values, rules and inputs", () => {
    const { status, sni_number, allow_brf_access, birth_date, clashing_priority } = { ...Subtenant.fields, ...Agent.fields };
    assert.deepEqual(status.enum, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(sni_number.rules, [{ rule: "requires", fields: ["corporate_name"] }]);
    assert.deepEqual(allow_brf_access.input, { type: "checkbox", required: false });
    assert.deepEqual([birth_date.type, birth_date.format, birth_date.input.type], ["string", "date", "date"]);
    assert.deepEqual(clashing_priority.input, { type: "number", required: true });
    assert.deepEqual(Agent.fields.registered_ip_addresses.rules, [{ rule: "unique_items" }]);
    assert.equal(Engagement.fields.buildings.target, "Building");
});

test("filters have the operators of their kind, also where the field is not known", () => {
    const sent = (filter) => Connection.query({ filter });
    assert.equal(sent({ category: { gte: 2, in: [1, 2] }, contract_end_date: "2026-01-31" }), "category__gte=2&category__in=1%2C2&contract_end_date=2026-01-31");
    assert.equal(sent({ apartment_contract: { in: [ID] }, contract_start_date: { not: "2026-01-31" } }), `apartment_contract__in=${ID}&contract_start_date!=2026-01-31`);
    for (const [filter, path, code, hint] of [
        [{ contract_end_date: new Date(0) }, "contract_end_date", "type", "YYYY-MM-DD"],
        [{ contract_end_date: "31/1" }, "contract_end_date", "date"],
        [{ contract_start_date: { gt: "2026-01-31" } }, "contract_start_date.gt", "unknown_operator"],
        [{ category: "2" }, "category", "type", "integer"],
        [{ category: 1.5 }, "category", "integer"],
        [{ category: { contains: 1 } }, "category.contains", "unknown_operator"],
        [{ custom_id: "x" }, "custom_id", "unknown_filter"],
    ]) {
        const error = thrown(() => sent(filter));
        assert.ok(error instanceof FilterError);
        const [issue] = error.issues;
        assert.deepEqual([issue.path.join("."), issue.code], [`filter.${path}`, code]);
        if (hint !== undefined) assert.equal(issue.params.hint, hint);
    }
    assert.equal(Subtenant.query({ extra: { first_name: "x" }, orderBy: "-whatever" }), "_order_by=-whatever&first_name=x");
});
