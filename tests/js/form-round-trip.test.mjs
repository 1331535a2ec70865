// What was read fills a form, and the form gives what was read: for rows of every resource, as a plain object and as
// text alone, as a browser sends it.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as all from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

const ROWS = 300;
const TEXTS = ["a", "0", "null", "on", "false", "{}", "å😀", "a  b\nc", "\"'<&", "12", "1,5", "$&$1"];
const sandbox = new Sandbox();
const schemas = Object.entries(all).filter(([, value]) => typeof value.toFormValues === "function");

/** A row with what the sandbox makes up too rarely: objects, odd texts, and `null` in each place that takes it. */
function varied(row, schema, place) {
    for (const [at, { name, type, nullable, readOnly, format, items, pattern, minLength }] of Object.values(schema.fields).entries()) {
        const draw = (place * 7 + at * 13) % 10;
        if (readOnly) continue;
        if (nullable && draw < 2) row[name] = null;
        else if (type === "object" && draw < 8) row[name] = { a: [draw, null, { "b.id": "x" }], "": TEXTS[draw] };
        else if (items === "object" && draw < 8) row[name] = [{ a: draw }, { "": [] }].slice(draw % 3);
        else if (type === "string" && !format && !pattern && !minLength && draw < 6) row[name] = TEXTS[(place + at) % TEXTS.length];
        else if (type === "boolean" && draw < 5) row[name] = draw % 2 === 0;
    }
    return row;
}

/** No input takes the zone of a time. */
function withoutZones(schema, row) {
    for (const { name, format } of Object.values(schema.fields)) {
        if (format === "date-time" && typeof row[name] === "string") row[name] = row[name].replace(/(?:Z|[+-]\d\d:\d\d)$/, "");
    }
    return row;
}

/** Every entry as the text that a browser sends; what is unticked or has nothing chosen is not there. */
function entries(values) {
    return Object.entries(values).flatMap(([name, value]) => {
        if (Array.isArray(value)) return value.map((item) => [name, item]);
        if (value === true) return [[name, "on"]];
        return value === false ? [] : [[name, value]];
    });
}

test(`${ROWS} rows of every resource come back from their forms`, () => {
    assert.ok(schemas.length >= 13);
    for (const [name, schema] of schemas) {
        const rows = sandbox.generate(`${schema.basePath.split("/")[1]}.${name[0].toLowerCase()}${name.slice(1)}`, ROWS, { seed: 7 });
        assert.equal(rows.length, ROWS);
        let [nulls, valid] = [0, 0];
        for (const [place, made] of rows.entries()) {
            const row = varied(made, schema, place);
            // Rules between fields may not like what was varied: nor does a form then.
            const judged = schema.validate(row);
            const expected = judged.valid ? withoutZones(schema, judged.value) : judged.issues;
            valid += Number(judged.valid);
            const values = schema.toFormValues(row);
            nulls += Object.values(expected).filter((value) => value === null).length;
            const fields = Object.keys(values);
            const data = new FormData();
            for (const [key, value] of entries(values)) data.append(key, value);
            for (const form of [values, new URLSearchParams(entries(values)), data]) {
                const result = schema.parseForm(form, { fields });
                assert.deepEqual(result.valid ? result.value : result.issues, expected, `${name} ${place}`);
            }
        }
        const canBeNull = Object.values(schema.fields).some(({ nullable, readOnly }) => nullable && !readOnly);
        assert.ok(canBeNull ? nulls > ROWS / 2 : nulls === 0, `${name} had ${nulls} nulls`);
        assert.ok(valid > ROWS / 4, `of ${name} ${valid} were valid`);
    }
});
