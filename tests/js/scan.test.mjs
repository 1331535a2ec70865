// JSON text whose rows are found valid without being parsed, held against the judgement that parses it: a text that begins
// with a blank goes that way.

import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import * as all from "pigello-client";
import { dice } from "./nasty.mjs";
import { CLIENT, ID } from "./scripted.mjs";

const { ExternalClientContactPerson: Person, OrganizationUserSegment: Segment } = all;
const TEXTS = Number(env.PIGELLO_ROWS ?? 60_000) / 20;

const number = (at) => String(at).padStart(12, "0");
/** More than the shortest text that is looked at in this way. */
const ROWS = 120;
const FULL = {
    name: "Åke Öberg", external_client: { id: CLIENT }, title: "Jurist, bostadsrätt", ssn: "189001019802", custom_id: "", org_no: null,
    first_name: "Åke", email: "ake.oberg@example.se", organization: { id: ID }, corporate_name: null, phone_number: "+46701234567", last_name: "Öberg",
};
const people = (change = () => ({})) => Array.from({ length: ROWS }, (_, at) => ({ ...FULL, custom_id: `K-${at}`, ...change(at) }));

/** Both must say the same. */
function same(schema, text, options) {
    const result = schema.validateAll(text, options);
    assert.deepEqual(result, schema.validateAll(` ${text}`, options), text.slice(0, 2_000));
    return result;
}

test("good rows are valid, with ids and without, as they are sent and as they are read", () => {
    const read = (at) => ({ id: `5a4db0c5-0000-4000-8000-${number(at)}`, created_at: "2026-01-15T10:30:00Z" });
    for (const rows of [people(), people(read), people((at) => ({ ...read(at), external_client: { id: ID.toUpperCase() } }))]) {
        assert.deepEqual(same(Person, JSON.stringify(rows)), { valid: true, issues: [] });
        assert.deepEqual(same(Person, JSON.stringify(rows), { mode: "update" }), { valid: true, issues: [] });
    }
});

test("good rows are not parsed", () => {
    const { parse } = JSON;
    const parsed = [];
    JSON.parse = (text) => (parsed.push(text.length), parse(text));
    try {
        const json = JSON.stringify(people((at) => (at === 7 ? { name: "x".repeat(255) } : {})));
        assert.ok(Person.validateAll(json).valid);
        const rows = parsed.filter((length) => length > "false".length);
        assert.ok(rows.length === 2 && Math.max(...rows) < 1_000, "the first row, and the one that is long");
        assert.ok(Person.validateAll(` ${json}`).valid);
        assert.equal(Math.max(...parsed), json.length + 1, "and this way is seen");
    } finally {
        JSON.parse = parse;
    }
});

test("one bad row among good ones is found, wherever it is", () => {
    const bad = [
        { name: "" }, { name: null }, { name: "x".repeat(256) }, { title: "\0" }, { custom_id: "k".repeat(129) }, { ssn: "189001019803" },
        { email: "a@b" }, { email: `${"a".repeat(300)}@example.se` }, { email: `a@${"b".repeat(64)}.se` }, { phone_number: "070-1" }, { phone_number: 7 },
        { organization: { id: "7" } }, { organization: {} }, { external_client: null }, { last_name: ["x"] }, { nickname: "x" }, { id: "7" }, { id: 5 },
        { name: undefined }, { name: "\ud800" }, { name: { id: ID } }, { external_client: [{ id: ID }] }, { org_no: true }, { custom_id: 1e400 },
    ];
    for (const change of bad) {
        for (const place of [0, 1, 60, ROWS - 1]) {
            const { valid, issues } = same(Person, JSON.stringify(people((at) => (at === place ? change : {}))));
            // JSON has no infinity: it is written as `null`.
            assert.equal(valid, change.custom_id === 1e400);
            assert.ok(issues.every(({ path }) => path[0] === place));
        }
    }
});

test("rows unlike the first are looked at by themselves", () => {
    const unlike = [
        { custom_id: undefined }, { name: "x".repeat(255), last_name: "y".repeat(255) }, { name: "},{" }, { name: '"}]' }, { name: "a\\b\n" }, { name: "🏠 名前" },
        { external_client: { name: "Lindbacken", id: ID, deep: { more: [1, { a: 2 }] } } }, { id: ID }, { id: null }, { id: "" }, { created_at: "x" },
    ];
    for (const change of unlike) {
        const { valid } = same(Person, JSON.stringify(people((at) => (at === 60 ? change : {}))));
        assert.ok(valid, JSON.stringify(change));
    }
    assert.ok(same(Person, JSON.stringify(people((at) => (at % 2 === 0 ? {} : { name: "x".repeat(255) })))).valid);
});

test("an id that stands twice is found, in whatever rows and spellings", () => {
    const rows = people((at) => ({ id: `5a4db0c5-0000-4000-8000-${number(at)}` }));
    for (const other of [{ ...rows[3] }, { ...rows[3], id: rows[3].id.toUpperCase() }, { ...rows[3], name: "},{" }, { id: rows[3].id, title: "x" }]) {
        const { issues } = same(Person, JSON.stringify([...rows, other]));
        assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[[ROWS, "id"], "duplicate"]]);
    }
});

test("what is no JSON is said to be none, and what is written in another way is judged", () => {
    const json = JSON.stringify(people());
    const broken = [`{${json.slice(1)}`, json.slice(1), json.slice(0, -1), `${json}]`, `${json},`, json.replaceAll('":', '"'), json.replace("},{", "}{"), json.replace("},{", "},,{"), `${json.slice(0, -1)},]`];
    for (const text of broken) assert.equal(same(Person, text).issues[0].code, "json", text.slice(0, 40));
    assert.deepEqual(same(Person, json.replace('"Åke"', '"Å\tke"')).issues.map(({ code }) => code), ["json"]);
    for (const text of [JSON.stringify(people(), null, 2), json.replaceAll('":', '" : '), `${json}\n`, json.replace('"name"', '"n\\u0061me"'), json.replace('{"name":"Åke Öberg"', '{"name":"","name":"Åke Öberg"')]) {
        assert.ok(same(Person, text).valid);
    }
});

test("the names of a first row may be any", () => {
    for (const name of ["__proto__", "constructor", "a.*", '"', "toString", ""]) {
        const text = JSON.stringify(people()).replace("{", `{${JSON.stringify(name)}:1,`);
        assert.ok(!same(Person, text).valid);
        assert.equal(same(Person, text, { unknownFields: "pass" }).valid, same(Person, ` ${text}`, { unknownFields: "pass" }).valid);
    }
});

test(`of ${TEXTS.toLocaleString("en")} texts that somebody has typed into it says what the whole judgement says`, () => {
    const roll = dice(Number(env.PIGELLO_SEED ?? 17));
    const segments = Array.from({ length: 130 }, (_, at) => ({ segment: { id: ID }, user: at % 4 === 0 ? null : { id: CLIENT }, custom_id: `S-${at}` }));
    const bases = [[Person, JSON.stringify(people())], [Person, JSON.stringify(people((at) => ({ id: `5a4db0c5-0000-4000-8000-${number(at)}` })))], [Segment, JSON.stringify(segments)]];
    const typed = ['"', "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "\t", "\0", "0", "-", "a", "å", "🏠", "\ud800", "null", "true", '"x":1,', "},{", '"id"', "\\u0061", "\u2028", "x".repeat(256)];
    let valid = 0;
    for (let at = 0; at < TEXTS; at++) {
        const [schema, base] = bases[at % bases.length];
        // What fits into a value mostly stands in the last row: else little is left of it.
        const place = roll(2) === 0 ? roll(base.length) : base.length - roll(300);
        const text = base.slice(0, place) + typed[roll(typed.length)] + base.slice(place + roll(3));
        if (same(schema, text).valid) valid++;
    }
    assert.ok(valid > TEXTS / 50 && valid < TEXTS / 2, `${valid} of ${TEXTS} were valid`);
});

