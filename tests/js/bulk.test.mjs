// bulkWrite: checked as a whole, sent in chunks, and what is said when a chunk fails.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BulkWriteError, NetworkError, ServerError, ValidationError } from "pigello-client";
import { GOOD, ID, json, rejected, scripted, settled } from "./scripted.mjs";

const echo = (_, { body }) => new Response(body, { status: 201, headers: { "content-type": "application/json" } });
const named = (from, to) => Array.from({ length: to - from }, (_, i) => ({ ...GOOD, name: `N${from + i}` }));
const names = (rows) => rows.map(({ name }) => name);

test("rows go in chunks, one after the other, and come back in order", async () => {
    const { persons, calls } = scripted(echo);
    const rows = named(0, 1_203);
    const progress = [];
    const written = await persons.bulkWrite(rows, { onProgress: (p) => { progress.push(p); throw new Error("ignored"); } });
    assert.deepEqual(written, rows);
    assert.deepEqual(calls.map(({ body }) => JSON.parse(body).length), [500, 500, 203]);
    assert.deepEqual(progress, [500, 1_000, 1_203].map((written) => ({ written, total: 1_203 })));
    const { persons: other, calls: small } = scripted(echo);
    await other.bulkWrite(named(0, 5), { chunkSize: 2 });
    assert.deepEqual(small.map(({ body }) => names(JSON.parse(body))), [["N0", "N1"], ["N2", "N3"], ["N4"]]);
});

test("no rows make no request", async () => {
    const { persons, calls } = scripted(echo);
    assert.deepEqual(await persons.bulkWrite([]), []);
    assert.equal(calls.length, 0);
});

test("every row is checked before the first request", async () => {
    const { persons, calls } = scripted(echo);
    const rows = named(0, 3_000);
    rows[2_999] = { ...GOOD, title: "" };
    rows[7] = { id: ID, email: "no" };
    const error = await rejected(persons.bulkWrite(rows));
    assert.ok(error instanceof ValidationError);
    assert.deepEqual(error.issues.map(({ path, code }) => [path, code]), [
        [[7, "email"], "email"],
        [[2_999, "title"], "required"],
    ]);
    const twice = await rejected(persons.bulkWrite([{ id: ID }, { id: ID }]));
    assert.deepEqual(twice.issues.map(({ path, code }) => [path, code]), [[[1, "id"], "duplicate"]]);
    assert.equal(twice.message, "the rows are not valid: `1.id`: Is there twice");
    assert.equal(calls.length, 0);
});

test("the message counts all issues", async () => {
    const error = await rejected(scripted(echo).persons.bulkWrite(Array.from({ length: 2_500 }, () => ({}))));
    assert.equal(error.issues.length, 7_500);
    assert.ok(error.message.endsWith("; and 7497 more"), error.message);
});

test("rows that are not to be checked may have an id twice", async () => {
    const { persons, calls } = scripted(echo);
    const rows = [{ id: ID, name: "a" }, { id: ID, name: "b" }];
    assert.deepEqual(await persons.bulkWrite(rows, { validate: false }), rows);
    assert.equal(calls.length, 1);
});

test("a chunk too large for one text says so", async () => {
    const { persons, calls } = scripted(echo, { unknownFields: "pass" });
    const large = "\u0001".repeat(2 ** 20);
    const error = await rejected(persons.bulkWrite(Array.from({ length: 20 }, () => ({ ...GOOD, large }))));
    assert.ok(error.message.includes("chunkSize"), error.message);
    assert.equal(calls.length, 0);
    assert.equal((await persons.bulkWrite([{ ...GOOD, large }, { ...GOOD, large }], { chunkSize: 1 })).length, 2);
});

test("rows that are no array are a ValidationError", async () => {
    const { persons, calls } = scripted(echo);
    for (const rows of [undefined, null, 5, "[]", "[{", GOOD, new Set([GOOD])]) {
        const error = await rejected(persons.bulkWrite(rows));
        assert.ok(error instanceof ValidationError, String(rows));
        assert.deepEqual(error.issues.map(({ path, code }) => [path, code]), [[[], "type"]], String(rows));
    }
    assert.equal(calls.length, 0);
});

test("rows are read before the first request, not between", async () => {
    const rows = named(0, 4);
    const { persons, calls } = scripted((url, init) => {
        rows[3].name = "changed";
        return echo(url, init);
    });
    await persons.bulkWrite(rows, { chunkSize: 2 });
    assert.deepEqual(names(JSON.parse(calls[1].body)), ["N2", "N3"]);
});

test("a chunk that the server rejects wrote nothing, and its issues have the row's index in the whole call", async () => {
    const answers = [echo, json([{}, { email: ["Taken."] }], 400)];
    const { persons } = scripted(answers);
    const error = await rejected(persons.bulkWrite(named(0, 6), { chunkSize: 2 }));
    assert.ok(error instanceof BulkWriteError);
    assert.deepEqual(names(error.written), ["N0", "N1"]);
    assert.deepEqual(error.failed, { start: 2, end: 4, outcome: "rejected" });
    assert.deepEqual(error.remaining, { start: 4, end: 6 });
    assert.deepEqual(error.issues.map(({ path, message }) => [path, message]), [[[3, "email"], "Taken."]]);
    assert.equal(error.cause.name, "BadRequestError");
});

test("a bulk body's errors stand at their rows, those of no row at the top", async () => {
    for (const [body, expected] of [
        [[{}, { external_client: { id: ["No."] } }], [[3, "external_client", "id"]]],
        [[{ non_field_errors: ["Together."] }, {}], [[2]]],
        [[["No row."], {}], [[2]]],
        [{ 1: { name: ["One."] } }, [[3, "name"]]],
        [{ non_field_errors: ["Too many."] }, [[]]],
        [["Too many."], [[]]],
        [{ detail: "No." }, []],
    ]) {
        const { persons } = scripted([echo, json(body, 400)]);
        const error = await rejected(persons.bulkWrite(named(0, 4), { chunkSize: 2 }));
        assert.deepEqual(error.issues.map(({ path }) => path), expected, JSON.stringify(body));
    }
});

test("after any other failure the chunk's outcome is unknown, and it is not sent again", async () => {
    for (const [answer, cause] of [
        [() => Promise.reject(new TypeError("reset")), NetworkError],
        [() => new Response("", { status: 502 }), ServerError],
    ]) {
        const { persons, calls } = scripted([echo, answer]);
        const error = await rejected(persons.bulkWrite(named(0, 5), { chunkSize: 2 }));
        assert.ok(error instanceof BulkWriteError);
        assert.deepEqual(error.failed, { start: 2, end: 4, outcome: "unknown" });
        assert.deepEqual(error.remaining, { start: 4, end: 5 });
        assert.ok(error.cause instanceof cause);
        assert.equal(calls.length, 2);
    }
});

test("an answer of another length is an unknown outcome", async () => {
    const { persons } = scripted(json([GOOD], 201));
    const error = await rejected(persons.bulkWrite(named(0, 2)));
    assert.ok(error instanceof BulkWriteError);
    assert.equal(error.failed.outcome, "unknown");
    assert.equal(error.cause.name, "DecodeError");
});

test("an abort says what was written, with the signal's reason as cause", async () => {
    const controller = new AbortController();
    const { persons } = scripted([
        echo,
        () => {
            controller.abort("enough");
            return new Promise(() => {});
        },
    ]);
    const error = await settled(rejected(persons.bulkWrite(named(0, 6), { chunkSize: 2, signal: controller.signal })));
    assert.ok(error instanceof BulkWriteError);
    assert.equal(error.cause, "enough");
    assert.deepEqual(names(error.written), ["N0", "N1"]);
    assert.deepEqual(error.failed, { start: 2, end: 4, outcome: "unknown" });
    const before = scripted(echo);
    assert.equal(await rejected(before.persons.bulkWrite(named(0, 2), { signal: controller.signal })), "enough");
    assert.equal(before.calls.length, 0);
});
