// Files of rows as people have them (pkg-template/files): encodings, separators, lines, columns, what is wrong and where.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ExternalClientContactPerson as Person, OrganizationUser, Tenant } from "pigello-client";
import * as files from "../files.js";

const ID = "2f1d8a4e-0b8e-4a59-9f0e-6b0a1c2d3e4f";
const utf8 = (text) => new TextEncoder().encode(text);
const latin = (text) => Uint8Array.from(text, (letter) => ({ "€": 0x80, "–": 0x96 })[letter] ?? letter.charCodeAt(0));
const utf16 = (text, bigEndian) => {
    const bytes = new Uint8Array(2 * text.length);
    for (let at = 0; at < text.length; at++) new DataView(bytes.buffer).setUint16(2 * at, text.charCodeAt(at), !bigEndian);
    return bytes;
};

/** All rows, read in pieces of this many bytes. */
function read(bytes, options = {}, size = bytes.length || 1) {
    const reader = new files.RowReader(options);
    const rows = [];
    for (let at = 0; at < bytes.length; at += size) rows.push(...reader.push(bytes.subarray(at, at + size)));
    rows.push(...reader.end());
    return { reader, rows };
}

test("every encoding reads as the same text, wherever the pieces are cut", () => {
    const text = "namn;ort\nÅsa – 5 €;Växjö\n";
    const encodings = {
        "utf-8": utf8(text),
        "utf-8 marked": utf8(`\ufeff${text}`),
        "windows-1252": latin(text),
        "utf-16le": utf16(text),
        "utf-16le marked": utf16(`\ufeff${text}`),
        "utf-16be marked": utf16(`\ufeff${text}`, true),
    };
    for (const [name, bytes] of Object.entries(encodings)) {
        for (const size of [1, 2, 3, 5, 7, 1000]) {
            const { reader, rows } = read(bytes, {}, size);
            assert.deepEqual([reader.header, rows], [["namn", "ort"], [{ line: 2, cells: ["Åsa – 5 €", "Växjö"] }]], `${name} by ${size}`);
            assert.equal(reader.encoding, name.split(" ")[0], `${name} by ${size}`);
        }
    }
});

test("what is neither UTF-8 nor Windows-1252 is refused with its line, unless it is said what it is", () => {
    const mixed = new Uint8Array([...utf8("a\nå\nb\n"), 0xe5, 10]);
    for (const size of [1, 4, 100]) {
        assert.throws(() => read(mixed, {}, size), { name: "EncodingError", line: 4 });
    }
    assert.deepEqual(read(mixed, { encoding: "windows-1252" }).rows.map(({ cells }) => cells[0]), ["Ã¥", "b", "å"]);
    // A byte order mark is a promise.
    assert.throws(() => read(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xe5, 10])), { name: "EncodingError", line: 1 });
    assert.throws(() => read(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x62])), { name: "EncodingError" });
});

test("a workbook of Excel is told as that, however its bytes come", () => {
    for (const first of [[0x50, 0x4b, 3, 4, 20, 0], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]]) {
        for (const size of [1, 3, 100]) {
            assert.throws(() => read(new Uint8Array(first), {}, size), { name: "SyntaxError", message: /workbook.*save it as CSV/ });
            assert.throws(() => read(new Uint8Array(first), { encoding: "windows-1252" }, size), { name: "SyntaxError" });
        }
        // Other files may begin as nearly.
        assert.deepEqual(read(latin(`PK;x\n1;2\n`)).reader.header, ["PK", "x"]);
    }
});

test("rows know their line: in quotes, after blank lines, with each system's line breaks, in small pieces", () => {
    const unix = 'id,text\n1,"a\nb, ""c"""\n\n\n2,d\n3,';
    for (const text of [unix, unix.replaceAll("\n", "\r\n"), unix.replaceAll("\n", "\r")]) {
        for (const size of [1, 2, 3, 1000]) {
            const { rows } = read(utf8(text), {}, size);
            assert.deepEqual(rows, [
                { line: 2, cells: ["1", 'a\nb, "c"'] },
                { line: 6, cells: ["2", "d"] },
                { line: 7, cells: ["3", ""] },
            ]);
        }
    }
});

test("the separator is the one that the header has most of, outside quotes", () => {
    for (const [text, separator, cells] of [
        ["a,b\n1,2\n", ",", ["1", "2"]],
        ["a;b\n1,5;2\n", ";", ["1,5", "2"]],
        ["a\tb\n1;2\t3\n", "\t", ["1;2", "3"]],
        ['"a;b;c",d\n1,2\n', ",", ["1", "2"]],
        ["sep=;\na;b,c,d\n1;2\n", ";", ["1", "2"]],
        ["a\n1\n", ",", ["1"]],
    ]) {
        const { reader, rows } = read(utf8(text), {}, 1);
        assert.deepEqual([reader.kind, reader.separator, rows[0].cells], ["csv", separator, cells], text);
    }
    assert.deepEqual(read(utf8("a,b\n1;2\n"), { separator: ";" }).rows[0].cells, ["1", "2"]);
});

test("quotes that do not end are told, and do not swallow a large file", () => {
    const { rows } = read(utf8('a,b\n1,"2\n'));
    assert.deepEqual([rows.length, rows[0].line, rows[0].problem], [1, 2, "a quote is opened and not closed"]);
    for (const text of ['a,b\n1,2\n1,"2\n3,4\n', 'a,b\n1,2\n1,"2\n3,"4"\n5,6\n']) {
        assert.throws(() => read(utf8(text)), { name: "SyntaxError", message: /^line 3: / }, text);
    }
    const long = utf8(`a,b\n1,"2\n${"3,4\n".repeat(2_000_000)}`);
    assert.throws(() => read(long, {}, 1_000_000), { name: "SyntaxError", message: /^line 2: a quote is opened/ });
});

test("JSON Lines and arrays of JSON give rows with their lines, and tell which are none", () => {
    const expected = [{ line: 2, value: { a: 'x]}",\\' } }, { line: 4, value: { b: [1, { c: 2 }] } }];
    for (const size of [1, 3, 1000]) {
        const lines = read(utf8('\n{"a":"x]}\\",\\\\"}\n\n{"b":[1,{"c":2}]}'), {}, size);
        assert.deepEqual([lines.reader.kind, lines.rows], ["jsonl", expected]);
        const array = read(utf8('[\n{"a":"x]}\\",\\\\"}\n,\n{"b":[1,{"c":2}]} ]\n'), {}, size);
        assert.deepEqual([array.reader.kind, array.rows], ["json", expected]);
    }
    const torn = read(utf8('{"a":1}\n{"a":\n3\n'));
    assert.deepEqual(torn.rows.map(({ line, problem }) => [line, problem?.slice(0, 8)]), [[1, undefined], [2, "not JSON"], [3, undefined]]);
    assert.equal(torn.rows[1].text, '{"a":');
    assert.deepEqual(read(utf8("[]")).rows, []);
    for (const [text, said] of [
        ['[{"a":1}', "line 1: the file ends before its array does"],
        ['[{"a":1}]\n[', "line 2: `[` stands where nothing more should"],
    ]) {
        assert.throws(() => read(utf8(text)), { name: "SyntaxError", message: said });
    }
    assert.match(read(utf8('[1 2,{"a"}]')).rows[0].problem, /^not JSON/);
});

test("no rows are no rows: an empty file, and a header alone", () => {
    assert.deepEqual([read(utf8("")).rows, read(utf8("")).reader.header], [[], undefined]);
    assert.deepEqual([read(utf8("a,b")).rows, read(utf8("a,b")).reader.header], [[], ["a", "b"]]);
});

test("a header is a field's name in any spelling, or its label in Swedish or English", () => {
    const fieldOf = (header) => files.matchColumns([header], Person)[0].field;
    for (const header of ["external_client", "externalClient", "External Client", "external_client.id", "externalClientId", "Extern kund", "EXTERN KUND"]) {
        assert.equal(fieldOf(header), "external_client", header);
    }
    for (const [header, field] of [["E-post", "email"], ["Förnamn", "first_name"], ["fo\u0308rnamn", "first_name"], [" ID ", "id"], ["Eget id", "custom_id"]]) {
        assert.equal(fieldOf(header), field, header);
    }
});

test("columns without a field say why, and what was chosen goes first", () => {
    const columns = files.matchColumns(["emial", "Förnamn", "first_name", "created_at", "", "Kundnr", "Anteckning", files.REASON], Person, {
        kundnr: "custom_id",
        Anteckning: "",
    });
    assert.deepEqual(columns, [
        { header: "emial", why: "unknown", nearest: "email" },
        { header: "Förnamn", field: "first_name", type: "string", nullable: true },
        { header: "first_name", why: "twice", nearest: "first_name" },
        { header: "created_at", why: "read-only" },
        { header: "", why: "empty" },
        { header: "Kundnr", field: "custom_id", type: "string", nullable: true },
        { header: "Anteckning", why: "chosen" },
        { header: files.REASON, why: "chosen" },
    ]);
    assert.deepEqual(files.matchColumns(["x"], Person, { x: "emial" }), [{ header: "x", why: "unknown", nearest: "email" }]);
});

test("every field of every kind is found by its own name", () => {
    for (const model of [Person, OrganizationUser, Tenant]) {
        for (const name of Object.keys(model.fields)) {
            const [{ field, why }] = files.matchColumns([name], model);
            assert.ok(field === name || why === "read-only", `${name}: ${field} ${why}`);
        }
    }
});

test("cells become what forms hold: yes and no in words, lists of ids", () => {
    const columns = files.matchColumns(["is_active", "external_clients", "detail_access"], OrganizationUser);
    for (const yes of ["SANT", "ja", "1", "TRUE", "yes"]) assert.equal(files.formOf([yes], columns).is_active, "true");
    for (const no of ["FALSKT", "Nej", "0", "false", "no"]) assert.equal(files.formOf([no], columns).is_active, "false");
    assert.equal(files.formOf(["kanske"], columns).is_active, "kanske");
    for (const list of [`${ID};${ID}`, `${ID}, ${ID}`, `${ID}\n${ID}`, JSON.stringify([ID, ID])]) {
        assert.deepEqual(files.formOf(["", list], columns).external_clients, [ID, ID]);
    }
    assert.equal(files.formOf(["", " "], columns).external_clients, "");
    assert.deepEqual(
        OrganizationUser.parseForm(files.formOf(["ja", `${ID}`, "2"], columns), { mode: "update" }).value,
        { is_active: true, external_clients: [{ id: ID }], detail_access: 2 },
    );
});

test("what is wrong names the line, the column as the file has it, and the reason in the language asked for", () => {
    const bytes = utf8(`Namn;Extern kund;Titel;E-post\nAnna;${ID};Chef;anna@x.se\nBo;${ID};;bo\nCy;${ID};Chef;;extra\n`);
    const { reader, rows } = read(bytes);
    const wrong = files.checkRows(rows, files.matchColumns(reader.header, Person), Person, { locale: "sv" });
    assert.deepEqual(wrong.map(files.sentenceOf), [
        "line 3, Titel: Måste fyllas i",
        "line 3, E-post: Måste vara en e-postadress",
        "line 4: has 5 cells, and the header 4",
    ]);
    assert.deepEqual(wrong[0], { row: 1, line: 3, column: "Titel", field: "title", code: "required", message: "Måste fyllas i" });
});

test("a decimal comma is said to be one", () => {
    const [column] = files.matchColumns(["detail_access"], OrganizationUser);
    const [wrong] = files.checkRows([{ line: 9, cells: ["1,5"] }], [column], OrganizationUser, { mode: "update" });
    assert.equal(files.sentenceOf(wrong), "line 9, detail_access: Must be a whole number: a comma is no decimal point here: write `.`");
});

test("rows of JSON are judged as JSON, by the path of what is wrong", () => {
    const { rows } = read(utf8('{"name":"A","title":"B","external_client":{"id":"x"}}\nnull\n{"name":5,"title":"B","external_client":'));
    const wrong = files.checkRows(rows, [], Person);
    assert.deepEqual(wrong.map(({ line, field, code }) => [line, field, code]), [[1, "external_client.id", "uuid"], [2, "", "type"], [3, "", "row"]]);
});

test("failed rows come back as a file of the same kind, which reads as the rows did", () => {
    const text = `Namn;Titel\n"A;""1""";Chef\nBo\n`;
    const { reader, rows } = read(utf8(text));
    const failed = files.failedHead(reader) + rows.map((row) => files.failedRow(row, ["one", "two"], reader)).join("");
    assert.equal(failed, `\ufeffimport_error;Namn;Titel\r\n"one; two";"A;""1""";Chef\r\n"one; two";Bo\r\n`);
    const again = read(utf8(failed));
    assert.deepEqual(files.matchColumns(again.reader.header, Person).map(({ field }) => field), [undefined, "name", "title"]);
    const twice = files.failedHead(again.reader) + again.rows.map((row) => files.failedRow(row, ["three"], again.reader)).join("");
    assert.equal(twice, '\ufeffimport_error;Namn;Titel\r\nthree;"A;""1""";Chef\r\nthree;Bo\r\n');

    const lines = read(utf8('{"name":"A"}\n{"name":\n'));
    const json = lines.rows.map((row) => files.failedRow(row, ["no"], lines.reader)).join("");
    assert.deepEqual(json.trim().split("\n").map((line) => JSON.parse(line)), [
        { name: "A", import_error: "no" },
        { import_error: "no", import_text: '{"name":' },
    ]);
    assert.deepEqual(files.inputOf(read(utf8(json)).rows[0], []), { name: "A" });
});

test("a stream of bytes is read as it comes", async () => {
    const reader = new files.RowReader();
    const lines = [];
    for await (const rows of files.rowsOf(files.piecesOf(new Blob(["a,b\n1,2\n3,4"]).stream()), reader)) lines.push(...rows.map(({ line }) => line));
    assert.deepEqual(lines, [2, 3]);
});
