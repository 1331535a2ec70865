// The quick way from cells to JSON (pkg-template/files/plain.ts) against the library's own: of many thousand rows of odd cells
// each that is taken plainly comes to the very body that `parseForm` makes, and to the same verdict.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as library from "pigello-client";
import * as files from "../files.js";

const ROWS = Number(process.env.PIGELLO_ROWS ?? 3_000);
const ID = "2f1d8a4e-0b8e-4a59-9f0e-6b0a1c2d3e4f";
const CELLS = [
    "", "", " ", "a", "Åsa", " Åsa", "Åsa ", "\u00a0x", "x\u2003", "x\u0085", "\ufeffx", "日本", "😀", "a\u0000b", "\ud800", "a\nb", "null", "{}", "[]", `{"id":"${ID}"}`,
    ID, ID.toUpperCase(), ` ${ID}`, "true", "false", "TRUE", "on", "ja", "0", "1", "-1", "007", "+5", "1.0", "1,5", "1e3", "12345678901", "999999999",
    "a@x.se", "http://x.se", "2024-02-29", "2023-02-29", "2024-01-01T10:00", "2024-01-01T10:00:00+01:00", "2024-01-01 10:00", "19750512-9134", "7312345678901", "x".repeat(300),
];

/** Numbers from 0 up to 1, the same in each run (mulberry32). */
function series(seed) {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

for (const [name, schema] of Object.entries(library)) {
    if (typeof schema?.basePath !== "string" || Object.keys(schema.fields).length === 0) continue;
    test(`${name}: what is plain is what a form says`, () => {
        const chance = series(name.length);
        const headers = Object.values(schema.fields).filter(({ readOnly }) => !readOnly).map(({ name }) => name);
        let columns;
        let plain = 0;
        let valid = 0;
        for (let at = 0; at < ROWS; at++) {
            // Some of the columns, other ones now and then.
            if (at % 50 === 0) columns = files.matchColumns(headers.filter((_, place) => place === at % headers.length || chance() < 0.3), schema);
            // Mostly cells that fit, so that some rows are valid throughout.
            const cells = columns.map(({ type, nullable }) => {
                if (chance() < 0.7 && nullable) return "";
                if (chance() < 0.9) return { reference: ID, boolean: "true", integer: "1", string: "Åsa" }[type] ?? "";
                return CELLS[Math.floor(chance() * CELLS.length)];
            });
            const value = files.plainOf(cells, columns);
            if (value === undefined) continue;
            plain++;
            for (const mode of ["create", "update"]) {
                const quick = schema.validate(value, { mode });
                if (!quick.valid) continue;
                valid++;
                const form = schema.parseForm(files.formOf(cells, columns), { mode });
                assert.ok(form.valid, JSON.stringify([cells, form.issues]));
                assert.deepEqual(quick.value, form.value, JSON.stringify(cells));
                assert.deepEqual(value, form.value, JSON.stringify(cells));
            }
        }
        assert.ok(plain > ROWS / 100 && valid > 0, `${plain} plain, ${valid} valid`);
    });
}

test("rows that are judged the quick way have the issues of forms, in their words and order", () => {
    const { ExternalClientContactPerson: Person } = library;
    const chance = series(7);
    const headers = ["id", "name", "external_client", "title", "email", "custom_id", "ssn"];
    const columns = files.matchColumns(headers, Person);
    for (let round = 0; round < 200; round++) {
        const rows = Array.from({ length: 12 }, (_, at) => ({
            line: at + 2,
            cells: headers.map((header) => {
                if (chance() < 0.6) return { id: chance() < 0.3 ? ID : "", name: "A", external_client: ID, title: "B" }[header] ?? "";
                return CELLS[Math.floor(chance() * CELLS.length)];
            }),
        }));
        const inputs = rows.map((row) => files.inputOf(row, columns));
        const { issues } = Person.validateAll(inputs, { input: "form", locale: "sv" });
        assert.deepEqual(
            files.checkRows(rows, columns, Person, { locale: "sv" }).map(({ row, field, code, message }) => [row, field, code, message]),
            issues.map(({ path: [row, ...rest], code, message }) => [row, rest.join("."), code, message]),
        );
    }
});
