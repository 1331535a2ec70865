// Rows of which nobody wants copies are judged where they are: the same must be said of them as of their copies.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ExternalClientContactPerson as Person } from "pigello-client";
import { fitting, LONG, said, same, SCHEMAS, strange } from "./judged.mjs";
import { dice } from "./nasty.mjs";
import { CLIENT, GOOD, ID } from "./scripted.mjs";

test("where rows are judged, nothing counts but what is their own, and no name but those that are sent", () => {
    // The first names that are usual are those that most rows had.
    let often = 100;
    const usual = (row) => {
        often *= 2;
        for (let at = 0; at < often; at++) Person.validateAll([row]);
        return row;
    };
    const found = (rows) => Person.validateAll(rows).issues.map(({ path, code }) => [...path, code]);
    const { title, ...others } = GOOD;
    usual({ ...others, title });
    Object.prototype.title = title;
    try {
        assert.deepEqual(found([others]), [[0, "title", "required"]]);
    } finally {
        delete Object.prototype.title;
    }
    for (const row of [{ id: ID, ...GOOD }, { ...GOOD, id: ID }]) assert.deepEqual(found([usual(row), { ...row }]), [[1, "id", "duplicate"]]);
    for (const row of [{ nickname: "x", ...GOOD }, { ...GOOD, nickname: "x" }]) assert.deepEqual(found([usual(row)]), [[0, "nickname", "unknown_field"]]);
});

test("of rows that are judged where they are it says the same, whatever is wrong with one of them, and reads nothing twice", () => {
    const asked = new Map();
    const read = (name, value) => (asked.set(name, (asked.get(name) ?? 0) + 1), value);
    const observed = (row, path) =>
        Object.defineProperties({}, Object.fromEntries(Object.entries(row).map(([name, value]) => {
            const inner = value?.id === undefined ? value : observed(value, `${path}${name}.`);
            return [name, { enumerable: true, get: () => read(`${path}${name}`, inner) }];
        })));
    const issuesOf = ({ issues }, row) => issues.filter(({ path }) => path[0] === row).map(({ path, ...issue }) => ({ path: path.slice(1), ...issue }));
    // What each field takes, but perhaps not beside the others.
    const ANY = {};
    const throwing = { get: () => { throw new Error("no"); }, enumerable: true, configurable: true };
    const roll = dice(19);
    const modes = [undefined, { mode: "update" }, { unknownFields: "pass" }];
    let wrong = 0;
    for (const schema of SCHEMAS) {
        const writable = Object.keys(schema.fields).filter((name) => !schema.fields[name].readOnly);
        const each = () => Object.fromEntries(writable.map((name) => [name, schema.fields[name].nullable && roll(3) > 0 ? null : fitting(schema.fields[name], roll)]));
        const usual = () => {
            for (let tries = 0; tries < 1_000; tries++) {
                const row = each();
                if (schema.validate(row).valid) return row;
            }
            return assert.fail(`no row of ${schema.name} is valid`);
        };
        // So often that these names are the usual ones, in this order.
        for (let at = 0; at < 200; at++) schema.validate(usual());
        for (const name of [...writable, "id", "nickname"]) {
            for (const value of [undefined, null, "", " ", "\0", "x".repeat(LONG), {}, { id: "7" }, { id: ID, name: "x" }, ID, 5, NaN, [], [{ id: ID }], throwing, ANY]) {
                const bad = value === ANY ? each() : usual();
                const places = Object.keys(bad).slice(0, roll(3) === 0 ? roll(writable.length) : writable.length);
                for (const other of Object.keys(bad)) if (!places.includes(other)) delete bad[other];
                if (value === throwing) Object.defineProperty(bad, name, throwing);
                else if (value !== ANY) bad[name] = value;
                const options = modes[roll(3)];
                const expected = issuesOf(schema.validateAll([strange(bad)], options), 0);
                const given = [usual(), value === throwing ? bad : observed(bad, ""), usual()];
                asked.clear();
                const own = issuesOf(schema.validateAll(given, options), 1);
                same(own, expected, () => `${schema.name} ${name} ${said(bad)} ${said(options)}`);
                for (const [key, count] of asked) assert.equal(count, 1, `${schema.name}: ${key} was read ${count} times in ${said(bad)}`);
                wrong += own.length > 0;
            }
        }
    }
    assert.ok(wrong > 500, `${wrong} were wrong`);
});

test("of rows without end the wrong ones are found in every part, and an id twice across them", () => {
    const row = (at) => ({ ...GOOD, email: "anna@example.com", ...(at % 1_100 === 1_099 && { id: ID }) });
    const rows = Array.from({ length: 5_000 }, (_, at) => row(at));
    for (const at of [0, 999, 1_000, 2_500, 4_999]) rows[at] = { ...rows[at], title: "" };
    const found = Person.validateAll(rows).issues.map(({ path, code }) => [...path, code].join(" "));
    const twice = [2_199, 3_299, 4_399].map((at) => `${at} id duplicate`);
    const empty = [0, 999, 1_000, 2_500, 4_999].map((at) => `${at} title required`);
    assert.deepEqual(found, [...empty, ...twice].sort((one, other) => parseInt(one) - parseInt(other)));
});

test("of a row that changes while it is read, that is judged which was read", () => {
    const usual = { ...GOOD, email: "anna@example.com", ssn: "189001019802" };
    for (let at = 0; at < 80; at++) Person.validate(usual);
    const acts = {
        removes: (row, name) => delete row[name],
        hides: (row, name) => Object.defineProperty(row, name, { enumerable: false }),
        spoils: (row, name) => Object.defineProperty(row, name, { value: 5 }),
        adds: (row) => Object.assign(row, { nickname: "x" }),
        inherits: (row, name) => Object.setPrototypeOf(row, { [name]: usual[name], nickname: "x" }),
        orphans: (row) => Object.setPrototypeOf(row, null),
        plants: (row, name) => {
            delete row[name];
            plant(name);
        },
    };
    // It is gone when it has been read.
    const plant = (name) =>
        Object.defineProperty(Object.prototype, name, { configurable: true, enumerable: true, get: () => (delete Object.prototype[name], usual[name]) });
    let wrongs = 0;
    for (const [word, act] of Object.entries(acts)) {
        for (const name of Object.keys(usual)) {
            for (const other of Object.keys(usual)) {
                for (const wrong of ["nothing", ...Object.keys(usual)]) {
                    const row = (isDone = false) => {
                        const all = { ...usual, ...(wrong !== "nothing" && { [wrong]: 5 }) };
                        const value = all[name];
                        const get = () => {
                            if (!isDone) act(all, other);
                            return value;
                        };
                        return Object.defineProperty(all, name, { get });
                    };
                    try {
                        const read = { ...row() };
                        delete Object.prototype[other];
                        const expected = said(Person.validateAll([usual, strange(read)]));
                        const found = said(Person.validateAll([usual, row()]));
                        // A loop through an object's names may come to one that was hidden meanwhile.
                        const isShown = word === "hides" && found === said(Person.validateAll([usual, strange(row(true))]));
                        if (found !== expected && !isShown) assert.equal(found, expected, `${name} ${word} ${other}, and ${wrong} is wrong`);
                        wrongs += found !== said({ valid: true, issues: [] });
                    } finally {
                        delete Object.prototype[other];
                    }
                }
            }
        }
    }
    assert.ok(wrongs > 500, `${wrongs} were wrong`);
    const { title, ...others } = usual;
    for (let at = 0; at < 80; at++) Person.validate({ ...others, title });
    plant("title");
    assert.deepEqual(Person.validateAll([others]).issues.map(({ path, code }) => [...path, code]), [[0, "title", "required"]]);
    assert.equal("title" in {}, true);
    delete Object.prototype.title;
});

test("wherever a row stands that is none, or one of another kind, the others are judged as without it", () => {
    const bare = Object.defineProperties(() => {}, Object.getOwnPropertyDescriptors(GOOD));
    const many = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`x${at}`, "x"]));
    const others = [
        undefined, null, 5, "x", Symbol("x"), () => {}, bare, Object.setPrototypeOf(bare, Object.prototype), [], [GOOD], new Date(0), {}, Object.create(null),
        Object.assign(Object.create(null), GOOD), strange(GOOD), new Proxy(GOOD, {}), { ...GOOD, ...many }, { ...many, ...GOOD }, { title: "x", name: "x" }, { ...GOOD, title: 5 },
        new Proxy({}, { getPrototypeOf: () => { throw new Error("no"); } }), new Proxy(GOOD, { ownKeys: () => { throw new Error("no"); } }),
    ];
    let wrong = 0;
    for (const options of [{}, { unknownFields: "pass" }]) {
        for (const [index, row] of others.entries()) {
            const alone = Person.validateAll([row], options);
            assert.equal(alone.valid, Person.validate(row, options).valid, String(index));
            wrong += !alone.valid;
            for (const place of [0, 1, 30, 31, 32, 33, 63, 64, 99]) {
                const rows = Array.from({ length: 100 }, (_, at) => (at === place ? row : { ...GOOD, ...(at === 95 && { title: "" }) }));
                const expected = [...alone.issues.map(({ path: [, ...path], code }) => [place, ...path, code]), ...(place === 95 ? [] : [[95, "title", "required"]])];
                const found = Person.validateAll(rows, options).issues.map(({ path, code }) => [...path, code]);
                assert.deepEqual(found, expected.sort(([one], [other]) => one - other), `${index} at ${place}`);
            }
        }
    }
    assert.ok(wrong > 20 && wrong < 2 * others.length, `${wrong} were wrong`);
});

test("where a getter throws among many rows it is asked once, and no other is asked again", () => {
    const names = Object.keys(GOOD);
    for (let at = 0; at < 80; at++) Person.validate(GOOD);
    for (const thrower of names) {
        for (const place of [0, 1, 31, 32]) {
            const asked = {};
            const get = (name) => () => {
                asked[name] = (asked[name] ?? 0) + 1;
                if (name === thrower) throw new Error("no");
                return GOOD[name];
            };
            const row = Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { get: get(name), enumerable: true }])));
            const rows = Array.from({ length: 70 }, (_, at) => (at === place ? row : GOOD));
            const found = Person.validateAll(rows).issues.map(({ path }) => path.slice(0, 2));
            assert.deepEqual(found, [[place, thrower]]);
            assert.deepEqual(asked, Object.fromEntries(names.map((name) => [name, 1])));
        }
    }
});

test("what hangs on the prototype of arrays is no row behind the last", () => {
    for (let at = 0; at < 80; at++) Person.validate(GOOD);
    for (const length of [1, 31, 32, 33, 999, 1_000]) {
        const rows = Array.from({ length }, () => GOOD);
        Object.defineProperty(Array.prototype, length, { configurable: true, writable: true, value: { title: 5 } });
        try {
            assert.deepEqual(Person.validateAll(rows), { valid: true, issues: [] }, String(length));
        } finally {
            delete Array.prototype[length];
        }
    }
});
