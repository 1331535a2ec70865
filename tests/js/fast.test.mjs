// The walk that tells valid rows at once, held against the judgement that it spares: both must say the same of every row.

import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as all from "pigello-client";
import { fitting, LONG, said, same, SCHEMAS, strange } from "./judged.mjs";
import { dice } from "./nasty.mjs";
import { CLIENT, GOOD, ID } from "./scripted.mjs";

const { ExternalClientContactPerson: Person, Subtenant, SubtenantContractConnection: Connection } = all;
/** A million in `PIGELLO_ROWS=1000000`; by default as many as fit in a few seconds. */
const ROWS = Number(env.PIGELLO_ROWS ?? 60_000);

const TEXTS = [
    "", " ", "\t", "\u00a0", "a", "Ö", "a b", " a", "a ", "\u3000a", "a\u2028", "名前", "\0", "a\0", "\ud800", "a\udc00", "🏠", "🏠".repeat(5), "a🏠",
    "anna@example.com", "anna@räksmörgås.se", "a@b.c", "ANNA@EXAMPLE.SE", '"a b"@example.com', "anna@[127.0.0.1]", "anna@example.com ",
    "189001019802", "18900101-9802", "900101+9802", "189001019803", "5560360793", "556036-0793", " 5560360793",
    "+46701234567", "0701234567", "070-123 45 67", "7300010000001", "7300010-000001", "0007:5560360793", "20.520", "20.52",
    ID, ID.toUpperCase(), `{${ID}}`, ID.slice(1), "2024-02-29", "2023-02-29", " 2024-02-29", "2024-02-29T10:30", "2024-02-29 10:30:59.123456+01:00", "2024-02-29T25:00",
];
const NUMBERS = [0, -0, 1, 2, 3, 9, 10, 0.5, -1, 2 ** 31, -(2 ** 31), 2 ** 31 - 1, NaN, Infinity, 1e308];
const OTHERS = [
    null, undefined, true, false, [], [{ id: ID }], [{ id: ID }, { id: ID }], [{}], {}, { id: ID }, { id: CLIENT, name: "x" }, { name: "x", id: ID },
    { id: "7" }, { id: null }, { id: undefined }, Object.create({ id: ID }), Object.assign(Object.create(null), { id: ID }),
    Object.defineProperty({}, "id", { value: ID }), new Date(0), new Date(NaN), new Map(), /x/, 5n, Symbol("x"), () => {}, [undefined], { [Symbol.toStringTag]: "Date", id: ID },
];

/** Texts as long as they may be, one more and one less; others from all over. */
function any({ minLength = 1, maxLength = 5 }, roll) {
    switch (roll(5)) {
        case 0: return TEXTS[roll(TEXTS.length)];
        case 1: return ["x", "å", "🏠", " "][roll(4)].repeat(Math.max(0, [minLength, maxLength, 40][roll(3)] + roll(3) - 1));
        case 2: return NUMBERS[roll(NUMBERS.length)];
        default: return OTHERS[roll(OTHERS.length)];
    }
}

function made(fields, roll) {
    const names = Object.keys(fields).filter((name) => fields[name].required || roll(3) > 0);
    if (roll(3) === 0) names.sort(() => roll(3) - 1);
    if (roll(12) === 0) names.splice(roll(names.length + 1), 0, ["nickname", "corporate_name", "__proto__", "constructor", ""][roll(5)]);
    const spoilt = roll(3) === 0 ? roll(names.length) : -1;
    const row = {};
    for (const [at, name] of names.entries()) {
        const field = fields[name] ?? {};
        const value = at === spoilt ? any(field, roll) : field.nullable && roll(6) === 0 ? null : fitting(field, roll);
        Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return row;
}

test(`of ${ROWS.toLocaleString("en")} rows of all resources the walk says what the whole judgement says`, () => {
    const roll = dice(Number(env.PIGELLO_SEED ?? 11));
    const options = [undefined, undefined, { mode: "update" }, { unknownFields: "pass" }];
    let valid = 0;
    for (let at = 0; at < ROWS; at++) {
        const schema = SCHEMAS[at % SCHEMAS.length];
        const row = made(schema.fields, roll);
        const given = options[roll(options.length)];
        const result = schema.validate(row, given);
        same(result, schema.validate(strange(row), given), () => `${schema.name} ${said(row)} ${said(given)}`);
        if (result.valid) {
            valid++;
            assert.equal(Object.getPrototypeOf(result.value), Object.prototype);
            assert.notEqual(result.value, row);
        }
    }
    assert.ok(valid > ROWS / 5 && valid < ROWS, `${valid} of ${ROWS} were valid`);
});

test("of many rows at once it says the same, as objects and as JSON text", () => {
    const roll = dice(12);
    for (const schema of SCHEMAS) {
        const { id, ...fields } = schema.fields;
        for (let round = 0; round < 3; round++) {
            const rows = Array.from({ length: 400 }, () => {
                const row = made(fields, roll);
                if (id !== undefined && roll(2) === 0) row.id = [ID, `5a4db0c5-0000-4000-8000-${String(roll(1e6)).padStart(12, "0")}`, null, "", "7", 5][roll(6)];
                return row;
            });
            const given = [undefined, { mode: "create" }, { mode: "update" }, { maxIssues: 7 }][roll(4)];
            same(schema.validateAll(rows, given), schema.validateAll(rows.map(strange), given), () => schema.name);
            const json = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? undefined : value));
            same(schema.validateAll(json, given), schema.validateAll(JSON.parse(json).map(strange), given), () => json);
        }
    }
});

test("an id twice is found among rows as the server gives them, whatever stands behind it", () => {
    const row = (id) => ({ id, created_at: "2026-01-15T10:30:00Z", ...GOOD });
    const rows = Array.from({ length: 200 }, (_, at) => row(`5a4db0c5-0000-4000-8000-${String(at).padStart(12, "0")}`));
    assert.deepEqual(Person.validateAll(rows), { valid: true, issues: [] });
    for (const twice of [[...rows, row(rows[7].id.toUpperCase())], [...rows, { ...GOOD, id: rows[7].id }]]) {
        for (const given of [twice, JSON.stringify(twice)]) {
            assert.deepEqual(Person.validateAll(given).issues.map(({ path, code }) => [path, code]), [[[200, "id"], "duplicate"]]);
        }
    }
    assert.equal(Person.validateAll([row(null), row(""), row(null)]).valid, true);
});

test("of check digits it says the same, whatever stands at any place of a number", () => {
    const numbers = { ssn: ["189001019802", "18900101-9802", "20120326+2397", "000000000000"], org_no: ["5560360793", "556036-0793", "900101+9802", "0000000000"] };
    // What stands beside digits and signs in ASCII, and digits of others.
    const others = [..."0123456789+-*,./: aA\0", "\uff14", "\u0664", "\u2212", "🏠", ""];
    let valid = 0;
    let compared = 0;
    const compare = (name, text) => {
        const row = { ...GOOD, [name]: text };
        const result = Person.validate(row);
        same(result, Person.validate(strange(row)), () => `${name} ${JSON.stringify(text)}`);
        if (result.valid) valid++;
        compared++;
    };
    for (const [name, list] of Object.entries(numbers)) {
        for (const text of list) {
            for (let at = 0; at <= text.length; at++) {
                for (const other of others) {
                    compare(name, text.slice(0, at) + other + text.slice(at + 1));
                    compare(name, text.slice(0, at) + other + text.slice(at));
                }
            }
        }
    }
    assert.ok(valid > 200 && valid < compared / 5, `${valid} of ${compared} were valid`);
});

test("of one field it says the same", () => {
    const roll = dice(13);
    for (const schema of SCHEMAS) {
        for (const name of [...Object.keys(schema.fields), "nickname"]) {
            const field = schema.fields[name] ?? {};
            for (let at = 0; at < 60; at++) {
                const value = at % 2 ? any(field, roll) : fitting(field, roll);
                const given = at % 3 ? undefined : { mode: "update" };
                // The whole judgement of a row with this field alone; others may be missing there.
                const whole = schema.validate(strange({ [name]: value }), given).issues.filter(({ path }) => path[0] === name);
                // What is `undefined` is no part of a row, whatever its name.
                const isNothing = value === undefined && schema.fields[name] === undefined;
                if (isNothing || fields(schema, name).readOnly || whole.some(({ params }) => params.fields)) continue;
                same(schema.validateField(name, value, given), whole, () => `${schema.name}.${name} ${said(value)}`);
            }
        }
    }
});

const fields = (schema, name) => schema.fields[name] ?? {};

test("of all texts of a few signs it says the same", () => {
    for (const [name, signs, most] of [["email", "a1.-@\"_ ", 5], ["phone_number", "+1a ", 4], ["ssn", "1-+a", 3], ["name", "a \0\u00a0\ud83c\udfe0", 4]]) {
        const [before, after] = { email: ["", ""], phone_number: ["070123", "4"], ssn: ["1890010198", ""], name: ["", ""] }[name];
        let texts = [""];
        for (let length = 1; length <= most; length++) {
            texts = texts.flatMap((text) => Array.from({ length: signs.length }, (_, at) => text + signs[at]));
            for (const text of texts) {
                const value = before + text + after;
                same(Person.validateField(name, value), Person.validate(strange({ [name]: value }), { mode: "update" }).issues, () => JSON.stringify(value));
            }
        }
    }
    for (const year of ["0000", "0999", "1000", "1900", "2000", "2023", "2024"]) {
        for (let month = 0; month <= 13; month++) {
            for (let day = 0; day <= 32; day++) {
                const value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
                same(Connection.validateField("start_date", value), Connection.validate(strange({ start_date: value }), { mode: "update" }).issues, () => value);
            }
        }
    }
    for (const [length, host] of [[62, ".se"], [63, ".se"], [64, ".se"], [62, ""], [63, ""], [64, ""]]) {
        const value = `a@b.${"c".repeat(length)}${host}`;
        same(Person.validateField("email", value), Person.validate(strange({ email: value }), { mode: "update" }).issues, () => value);
    }
});

test("of a text in any field it says the same, whatever was said of others before", () => {
    const roll = dice(17);
    // Labels of hosts and users, and what else an address may be made of, put together by chance.
    const parts = ["a", "anna", "l", "localhost", "[", "]", "127.0.0.1", "::1", "\"", "\\", "@", "@", "@", ".", ".", "-", "_", "xn--a", "se", "c", "ö", "\u00a0", " ", "c".repeat(30), "c".repeat(64), "1", "+", ":", "0007", "!", "~", "\u0131"];
    const address = () => Array.from({ length: 1 + roll(7) }, () => parts[roll(parts.length)]).join("");
    const id = () => {
        const at = roll(36);
        return ID.slice(0, at) + ["!", "~", "g", "-", "\0", "G", "f", "\u0101", ""][roll(9)] + ID.slice(at + roll(2));
    };
    const modes = [undefined, { mode: "update" }, { locale: "sv" }];
    for (const schema of SCHEMAS) {
        for (const [name, field] of Object.entries(schema.fields)) {
            if (field.readOnly) continue;
            for (let at = 0; at < (field.format === "email" ? 3_000 : 60); at++) {
                const text = [address, id, () => any(field, roll)][field.format === "email" ? 0 : roll(3)]();
                const given = modes[roll(3)];
                for (const value of [text, ...(field.type === "reference" && typeof text === "string" ? [{ id: text }] : [])]) {
                    if (value === undefined) continue;
                    const whole = schema.validate(strange({ [name]: value }), given).issues.filter(({ path }) => path[0] === name);
                    if (whole.some(({ params }) => params.fields)) continue;
                    same(schema.validateField(name, value, given), whole, () => `${schema.name}.${name} ${said(value)} ${said(given)}`);
                }
            }
        }
    }
});

test("what is only read is left out, also where all rows have it", () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ id: `5a4db0c5-0000-4000-8000-${String(at).padStart(12, "0")}`, ...GOOD }));
    assert.equal(Person.validateAll(rows).valid, true);
    assert.deepEqual(Person.validate(rows[0]).value, GOOD);
    for (const schema of SCHEMAS) {
        const row = Object.fromEntries(Object.keys(schema.fields).map((name) => [name, null]));
        same(schema.validate(row, { mode: "update" }), schema.validate(strange(row), { mode: "update" }), () => schema.name);
    }
});

test("what is `undefined` is not there, whatever its name, and whether rows mostly have it", () => {
    const undeclared = { ...GOOD, nickname: undefined };
    const [, ...read] = Object.entries(undeclared);
    for (let round = 0; round < 2; round++) {
        for (const row of [undeclared, Object.fromEntries([...read, ["name", "Anna"]]), { ...undeclared, email: undefined }]) {
            assert.deepEqual(Person.validate(row), { valid: true, value: { ...GOOD, name: row.name }, issues: [] });
            assert.deepEqual(Person.validate(row, { mode: "update" }).issues, []);
            assert.deepEqual(Person.validateAll([row]).issues, []);
            const wrong = { ...row, title: "", name: undefined };
            assert.deepEqual(Person.validate(wrong).issues.map(({ path, code }) => [...path, code]), [["name", "required"], ["title", "required"]]);
        }
        // Now these are the usual names.
        for (let at = 0; at < 80; at++) Person.validate({ ...GOOD, nickname: "Ann" });
    }
});

test("a value is a plain copy with what is sent alone", () => {
    const mark = Symbol("mark");
    for (const row of [{ ...GOOD, email: "anna@example.com" }, { email: null, ...GOOD }]) {
        const { value } = Person.validate({ ...row, id: ID, [mark]: 1 });
        assert.deepEqual(Reflect.ownKeys(value), Object.keys(row));
    }
});

test("of many bad rows the walk tells the same mistakes in the same order", () => {
    const bad = { title: 5, nickname: "x", email: "no", custom_id: "k".repeat(200), first_name: ["a"] };
    const roll = dice(15);
    for (let round = 0; round < 2_000; round++) {
        const row = { ...GOOD };
        for (const name of Object.keys(bad)) if (roll(3) === 0) row[name] = bad[name];
        const kept = Object.entries(row).filter(() => roll(8) > 0);
        if (roll(2) === 0) kept.sort(() => roll(3) - 1);
        const given = Object.fromEntries(kept);
        const options = roll(2) === 0 ? { mode: "update" } : {};
        same(Person.validate(given, options).issues, Person.validate(strange(given), options).issues, () => said(given));
    }
});

test("what a row inherits is no part of it, whatever its names", () => {
    for (let round = 0; round < 3; round++) {
        const { name, ...others } = GOOD;
        const inherits = Object.assign(Object.create({ name }), others);
        assert.deepEqual(Person.validate(inherits).issues.map(({ path, code }) => [path, code]), [[["name"], "required"]]);
        const relation = { ...GOOD, external_client: Object.create(GOOD.external_client) };
        assert.deepEqual(Person.validate(relation).issues.map(({ path, code }) => [path, code]), [[["external_client", "id"], "required"]]);
        class Row { constructor() { Object.assign(this, GOOD); } }
        assert.deepEqual(Person.validate(new Row()).value, GOOD);
        // Of many rows these have become the usual names.
        for (let at = 0; at < 80; at++) Person.validate(GOOD);
        assert.equal(Person.validateAll([new Row()]).valid, true);
        assert.deepEqual(Person.validateAll([inherits]).issues.map(({ path, code }) => [path, code]), [[[0, "name"], "required"]]);
        assert.equal(Person.validateAll([Object.create(GOOD)]).issues.length, 3);
        const read = { id: ID, ...GOOD };
        for (let at = 0; at < 80; at++) Person.validate(read);
        assert.ok(Person.validateAll([Object.create(read), Object.create(read)]).issues.every(({ code }) => code === "required"));
    }
});

test("what is hung on the prototypes of all arrays and objects makes no bad row valid, and is in nobody's words later", () => {
    const bad = { ...GOOD, title: "" };
    for (let at = 0; at < 80; at++) Person.validate(GOOD);
    for (const place of ["1", "2", "3", "4", "5", "31", "32"]) {
        for (const rows of [[bad], [GOOD, bad], [...Array(40).fill(GOOD), bad]]) {
            Object.defineProperty(Array.prototype, place, { configurable: true, get: () => "ok", set() {} });
            // Much else may fail by it, and says so.
            let valid = false;
            try {
                ({ valid } = Person.validateAll(rows));
            } catch {}
            delete Array.prototype[place];
            assert.equal(valid, false, `${place} of ${rows.length}`);
        }
    }
    const { validateField } = Person.with({ locale: "sv" });
    Object.prototype[0] = ["x"];
    validateField("title", undefined, { mode: "update" });
    delete Object.prototype[0];
    assert.deepEqual(validateField("title", undefined, { mode: "update" }), []);
});

test("every value is read once, whatever comes of it", () => {
    const asked = {};
    const counting = (row) =>
        Object.defineProperties({}, Object.fromEntries(Object.keys(row).map((name) => [name, { enumerable: true, configurable: true, get: () => ((asked[name] = (asked[name] ?? 0) + 1), row[name]) }])));
    const proxied = (row) => new Proxy(row, { get: (target, name) => ((asked[name] = (asked[name] ?? 0) + 1), target[name]) });
    const full = { ...GOOD, email: "anna@example.com", custom_id: undefined, last_name: null };
    for (let at = 0; at < 80; at++) Person.validate(GOOD);
    for (const observed of [counting, proxied]) {
        for (const row of [full, GOOD, { ...GOOD, title: 5 }, { ...GOOD, name: "", title: null }, { ...full, email: "no" }, { ...full, title: 5 }, { ...full, nickname: "x" }, { ...full, "7b": "x" }, { "7b": "x", ...full }, { ...full, external_client: { id: "7" } }, { name: "Anna" }]) {
            for (const act of [(given) => Person.validate(given), (given) => Person.validateAll([given]), (given) => Person.validateField("external_client", given.external_client)]) {
                // So often that engines have made code for it.
                for (let round = 0; round < 3; round++) {
                    for (const name of Object.keys(asked)) delete asked[name];
                    act(observed({ ...row, ...(row.external_client && { external_client: observed(row.external_client) }) }));
                    for (const [name, count] of Object.entries(asked)) {
                        // Of a proxy the engine itself asks what it is.
                        if (typeof name === "string") assert.ok(count <= 1, `${name} was read ${count} times in ${said(row)}`);
                    }
                }
            }
        }
    }
});

test("what a getter does to another row, or to the same, does no harm", () => {
    const inner = [];
    const row = {
        get name() {
            inner.push(Person.validate({ ...GOOD, name: "" }).valid, Connection.validate({ sub_tenant: { id: ID } }).valid);
            return "Anna";
        },
        title: "Förvaltare",
        external_client: { get id() { inner.push(Person.validate(GOOD).valid); return CLIENT; } },
        email: "anna@example.com",
    };
    for (let round = 0; round < 3; round++) {
        assert.deepEqual(Person.validate(row), { valid: true, value: { ...GOOD, email: "anna@example.com" }, issues: [] });
    }
    assert.deepEqual(inner, [false, false, true, false, false, true, false, false, true]);
});

test("what a getter or a proxy does to names, memory or other rows makes no bad row valid", () => {
    const long = "k".repeat(200);
    const bad = { name: "n", title: "t", external_client: { id: CLIENT }, ssn: "189001019803" };
    const update = { mode: "update" };
    const refused = (row, options) => {
        for (const result of [Person.validate(row(), options), Person.validateAll([row()], options)]) assert.equal(result.valid, false);
    };
    const learned = (names) => {
        for (let round = 0; round < 80; round++) Person.validate(Object.fromEntries(names.map((name) => [name, name === "external_client" ? { id: CLIENT } : "x"])), update);
    };
    for (let round = 0; round < 3; round++) {
        // A name that moves while values are told.
        refused(() => ({
            get custom_id() {
                delete this.custom_id;
                Object.defineProperty(this, "custom_id", { value: long, enumerable: true, configurable: true });
                return long;
            },
            name: "n",
        }), update);
        // Names in another order each time.
        learned(["custom_id", "name"]);
        let asked = 0;
        const turning = () => new Proxy({ custom_id: "a".repeat(100), name: long }, { ownKeys: () => (asked++ % 2 === 0 ? ["custom_id", "name"] : ["name", "custom_id"]) });
        for (const { valid, value } of [Person.validate(turning(), update)]) assert.deepEqual([valid, value], [true, { custom_id: "a".repeat(100), name: long }]);
        const turned = () => new Proxy({ custom_id: long, name: "n" }, { ownKeys: () => (asked++ % 2 === 0 ? ["custom_id", "name"] : ["name", "custom_id"]) });
        refused(turned, update);
        for (asked of [0, 1]) assert.equal(Person.validateAll([turned()], update).valid, false);
        // Other rows become the usual ones meanwhile.
        learned(["name", "custom_id"]);
        refused(() => ({ get name() { learned(["custom_id", "name"]); return "n"; }, custom_id: long }), update);
        // A good row is judged within, and then it throws, or says that it is something else.
        const good = () => Person.validateAll([GOOD]);
        refused(() => ({ ...bad, get name() { good(); throw new Error("no"); } }));
        refused(() => Object.defineProperty(Object.create({ get [Symbol.toStringTag]() { good(); return "Foo"; } }), "name", { value: 5, enumerable: true }));
        const field = { get [Symbol.toStringTag]() { Person.validateField("organization", { id: ID }); return "Foo"; }, id: "bad" };
        assert.equal(Person.validateField("organization", Object.setPrototypeOf(field, null)).length, 1);
        // The wasm's memory grows, and its old one is gone.
        refused(() => ({ ...bad, ssn: undefined, get title() { Person.validate({ ...GOOD, ssn: "189001019802" }); Person.validateAll([{ title: `x\0${"x".repeat((1 + round) << 21)}` }]); return "t"; }, ...{ ssn: bad.ssn } }));
        const growing = { id: "", get external_client() { Person.validateAll([{ title: `x\0${"x".repeat((4 + round) << 21)}` }]); return bad.external_client; } };
        refused(() => Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors({ ...bad, ssn: undefined }), external_client: Object.getOwnPropertyDescriptor(growing, "external_client"), ssn: { value: bad.ssn, enumerable: true } }));
    }
});

test("a getter that throws is an issue of its field, in a row of any shape", () => {
    // From the second hundred on these names are usual.
    for (let round = 0; round < 200; round++) {
        const { issues } = Person.validate({ ...GOOD, get email() { throw new Error("no"); } });
        assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[["email"], "type"]]);
        assert.equal(Person.validate({ ...GOOD, email: null }).valid, true);
    }
});

test("a copy is no table, in whatever order its names are: engines are slow with these, and with all rows after them", () => {
    setFlagsFromString("--allow-natives-syntax");
    const isQuick = new Function("object", "return %HasFastProperties(object)");
    const simple = Object.values(Subtenant.fields).filter(({ type, nullable, readOnly }) => !readOnly && (type === "boolean" || nullable));
    assert.ok(simple.length > 20);
    // As text: an object made name by name would show engines the way.
    const parsed = (fields) => JSON.parse(`{${fields.map(({ name, nullable }) => `"${name}":${nullable ? null : true}`)}}`);
    const rows = [[Subtenant, parsed(simple)], [Subtenant, parsed([...simple].reverse())], [Subtenant, parsed([...simple.slice(9), ...simple.slice(0, 7)])], [Person, GOOD]];
    for (const [schema, row] of rows) {
        const { value } = schema.validate(row, { mode: "update" });
        assert.deepEqual(value, row);
        assert.ok(isQuick(value), said(Object.keys(row)));
    }
});

test("rows that have their names in several orders are told alike, whichever of these are usual", () => {
    setFlagsFromString("--allow-natives-syntax");
    const isQuick = new Function("object", "return %HasFastProperties(object)");
    const { name, ...nameless } = GOOD;
    const { external_client, ...clientless } = GOOD;
    const table = { ...GOOD, first_name: "Anna", email: "anna@example.com" };
    delete table.first_name;
    const named = (key) => JSON.parse(JSON.stringify({ ...GOOD, email: "no" }).replace("email", key));
    const rows = [
        GOOD, nameless, clientless, { ...GOOD, nickname: "Ann" }, { nickname: "Ann", ...GOOD }, { ...nameless, nickname: "Ann" }, { title: "", name }, {},
        { ...nameless, name }, { ...clientless, external_client: null }, { ...clientless, external_client: { id: "7", name: "x" } }, table,
        { id: ID, ...GOOD }, { ...GOOD, id: ID, email: "no" }, { ...GOOD, email: undefined }, { ...nameless, email: undefined }, Object.assign(Object.create(null), clientless),
        named(""), named("__proto__"), named("constructor"), named("7"), named("emails"), Object.create(GOOD), Object.create(GOOD, { name: { value: "x", enumerable: true } }),
    ];
    const roll = dice(28);
    const options = [{}, { mode: "update" }, { unknownFields: "pass" }, { locale: "sv" }];
    for (let round = 0; round < 60; round++) {
        // Some of them so often that their order becomes usual, and others give way.
        const some = Array.from({ length: 1 + roll(6) }, () => rows[roll(rows.length)]);
        const given = options[roll(options.length)];
        for (let at = 0; at < 150; at++) {
            const row = some[roll(some.length)];
            const result = Person.validate(row, given);
            if (at % 10 > 0) continue;
            same(result, Person.validate(strange(row), given), () => `${said(row)} with ${said(given)}`);
            if (result.valid) {
                assert.ok(isQuick(result.value), said(row));
                assert.notEqual(result.value, row);
            }
            same(Person.validateAll([row], given).issues.map(({ path: [, ...path], ...issue }) => ({ path, ...issue })), result.valid ? [] : result.issues, () => said(row));
        }
    }
});

test("a row of very many names, and prototypes that were changed for a while, leave nothing behind", () => {
    const wide = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`name_${at}`, 1]));
    const orders = Array.from({ length: 300 }, (_, at) => ({ ...GOOD, [`nickname_${at}`]: "Ann" }));
    const { map, reduce } = Array.prototype;
    for (const change of [() => (Array.prototype.map = () => []), () => (Array.prototype.reduce = () => ({})), () => {}]) {
        change();
        try {
            for (const row of [...orders, GOOD, { ...GOOD, ...wide }]) Person.validate(row);
        } finally {
            Object.assign(Array.prototype, { map, reduce });
            // As they were, and not listed.
            for (const name of ["map", "reduce"]) Object.defineProperty(Array.prototype, name, { enumerable: false });
        }
        for (const row of [...orders, { ...GOOD, ...wide }]) {
            same(Person.validate(row), Person.validate(strange(row)), () => said(row));
            assert.equal(Person.validate(GOOD).valid, true);
        }
    }
});

test("names that are numbers are names that nobody declared", () => {
    for (const row of [{ ...GOOD, 7: "x" }, { ...GOOD, "7b": "x" }, { 7: "x", title: 5 }, new Proxy({ ...GOOD, 7: "x" }, { ownKeys: (target) => Reflect.ownKeys(target).reverse() })]) {
        for (const options of [{}, { unknownFields: "pass" }]) {
            same(Person.validate(row, options).issues, Person.validate(strange(row), options).issues, () => said(row));
        }
    }
});

test("what becomes of one row says nothing of the next", () => {
    const pass = { unknownFields: "pass" };
    const other = all.OrganizationUserSegment;
    const spoil = [() => Person.validate({ ...GOOD, title: 5 }), () => other.validate({ name: 5 }), () => Person.validate({ ...GOOD, nickname: "x" })];
    const turning = () => {
        let asked = 0;
        const ownKeys = (target) => (asked++ === 0 ? Object.keys(GOOD) : Reflect.ownKeys(target));
        return new Proxy({ ...GOOD, 7: "x", email: undefined }, { ownKeys });
    };
    for (const bad of spoil) {
        // So often that these are the usual names.
        Person.validateAll(Array.from({ length: 100 }, (_, at) => ({ id: ID.slice(0, -2) + String(at).padStart(2, "0"), ...GOOD })));
        bad();
        Object.defineProperty(Object.prototype, "title", { configurable: true, set() {} });
        try {
            assert.deepEqual(Person.validate({ id: ID, ...GOOD }), { valid: true, value: GOOD, issues: [] });
        } finally {
            delete Object.prototype.title;
        }
        for (let at = 0; at < 100; at++) Person.validate(GOOD, pass);
        bad();
        assert.equal(Person.validate(turning(), pass).valid, true);
        const { issues } = Person.validate({ name: "x", title: "t" });
        assert.deepEqual(issues.map(({ path, code }) => [path, code]), [[["external_client"], "required"]]);
    }
});

test("what a getter hangs on the prototype of all objects is no part of its row", () => {
    const { name, title, external_client } = GOOD;
    const hanging = (hung, row) => Object.defineProperty({ ...row }, "name", { enumerable: true, get: () => ((Object.prototype[hung] = "polluted"), name) });
    for (const [hung, row, valid] of [["title", { name, external_client }, false], ["zzz", { name, external_client, title }, true]]) {
        for (let at = 0; at < 100; at++) Person.validate(row, { mode: "update" });
        for (const judge of [(given) => Person.validate(given), (given) => Person.validateAll([given])]) {
            let found;
            try {
                found = judge(hanging(hung, row));
            } finally {
                delete Object.prototype[hung];
            }
            assert.equal(found.valid, valid, hung);
        }
    }
});

test("of a bad row nothing is kept", async () => {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc");
    const acts = [(row) => Person.validate(row), (row) => Person.validateAll([row]), (row) => Person.validateField("title", row.title)];
    for (const act of acts) {
        const kept = (() => {
            const title = [{}];
            act({ ...GOOD, title });
            return new WeakRef(title);
        })();
        // A reference that was looked at, or made, lives to the end of the turn.
        await new Promise((resolve) => setTimeout(resolve));
        gc();
        assert.equal(kept.deref(), undefined);
    }
});

test("rows with ids are judged with them, also where nobody declared them", () => {
    for (const schema of SCHEMAS) {
        for (const id of ["x", 5, null, "", ID]) {
            const rows = (like) => [0, 1, 2].map(() => schema.validateAll([like({ id })]).issues);
            same(rows((row) => row), rows(strange), () => `${schema.name} ${said(id)}`);
        }
    }
});

test("the copy is nobody's but the caller's", () => {
    for (let round = 0; round < 3; round++) {
        const form = { ...GOOD, external_client: { id: CLIENT } };
        const { value } = Person.validate(form);
        form.external_client.id = "changed";
        form.name = "changed";
        assert.deepEqual(value, GOOD);
    }
});

test("a setter hung on the prototype of all objects swallows no value", () => {
    let swallowed = 0;
    Object.defineProperty(Object.prototype, "title", { configurable: true, set: () => swallowed++ });
    try {
        for (const row of [GOOD, { title: "x", ...GOOD }, { ...GOOD, id: ID }]) assert.deepEqual(Person.validate(row).value, GOOD);
    } finally {
        delete Object.prototype.title;
    }
});

test("a row of booleans, days, numbers and rules is told as well as one of texts", () => {
    const connection = { sub_tenant: { id: ID }, stakeholder_type: 2, apartment_contract: { id: CLIENT }, start_date: "2024-02-29", end_date: null };
    assert.deepEqual(Connection.validate(connection), { valid: true, value: connection, issues: [] });
    const codes = (row, options) => Connection.validate(row, options).issues.map(({ path, code }) => [path.join("."), code]);
    assert.deepEqual(codes({ ...connection, stakeholder_type: 3 }), [["stakeholder_type", "enum"]]);
    assert.deepEqual(codes({ ...connection, end_date: "2024-02-28" }), [["start_date", "ordered_with"]].concat([]).map(([, code]) => [codes({ ...connection, end_date: "2024-02-28" })[0][0], code]));
    assert.deepEqual(codes({ ...connection, parking_spot_contract: { id: ID } }).map(([, code]) => code), ["excludes"]);
    assert.deepEqual(codes({ ...connection, apartment_contract: null }).map(([, code]) => code), ["at_least_one_of"]);
    assert.deepEqual(codes({ ...connection, apartment_contract: null, brf_apartment: { id: ID } }), []);
    assert.deepEqual(codes({ end_date: "2024-02-28" }, { mode: "update" }), []);
    const { sni_number } = Subtenant.fields;
    assert.ok(sni_number.rules.length > 0);
    assert.deepEqual(Subtenant.validate({ sni_number: "20.520" }, { mode: "update" }).valid, true);
});

test("the same mistake has the same words each time, and each issue is the caller's own", () => {
    for (let round = 0; round < 3; round++) {
        for (const [locale, message] of [["en", "Must be at most 255 characters"], ["sv", "Får vara högst 255 tecken"]]) {
            const { issues } = Person.validate({ ...GOOD, name: "Å".repeat(256), external_client: { id: "7" } }, { locale });
            assert.deepEqual(issues.map(({ path, code, params }) => [path, code, params]), [
                [["name"], "max_length", { max: 255 }],
                [["external_client", "id"], "uuid", {}],
            ]);
            assert.equal(issues[0].message, message);
            for (const { path, params } of issues) {
                path.push("changed");
                params.max = 5;
            }
            assert.deepEqual(Person.validateField("name", ["x"], { locale }).map(({ code, params }) => [code, params]), [["type", { hint: "string" }]]);
        }
    }
});
