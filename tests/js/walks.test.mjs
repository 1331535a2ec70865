// pages, iterate and ids: what is asked, when, and where a walk ends.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DecodeError, NotFoundError, ServerError } from "pigello-client";
import { all, empty, GOOD, json, open, PERSONS, rejected, scripted, settled } from "./scripted.mjs";

const id = (n) => `5a4db0c5-0000-4000-8000-${String(n).padStart(12, "0")}`;
const row = (n) => ({ id: id(n), ...GOOD });
const rows = (...numbers) => json(numbers.map(row));

test("a walk asks page after page, ordered by id, until an empty one", async () => {
    const { persons, calls } = scripted([rows(1, 2), rows(3), json([])]);
    assert.deepEqual(await all(persons.pages({ filter: { name: "Anna" } })), [[row(1), row(2)], [row(3)]]);
    assert.deepEqual(
        calls.map(({ url }) => url),
        [1, 2, 3].map((page) => `${PERSONS}list/?name=Anna&_order_by=id&_page=${page}&_page_size=500`),
    );
});

test("iterate hands out rows, and starts where it is told", async () => {
    const { persons, calls } = scripted([rows(1, 2), rows(3), json([])]);
    assert.deepEqual(await all(persons.iterate({ page: 3, pageSize: 2, orderBy: "-name" })), [row(1), row(2), row(3)]);
    assert.equal(calls[0].url, `${PERSONS}list/?_order_by=-name%2Cid&_page=3&_page_size=2`);
    assert.equal(calls[2].url, `${PERSONS}list/?_order_by=-name%2Cid&_page=5&_page_size=2`);
});

test("ids takes objects and bare strings", async () => {
    for (const page of [[{ id: id(1) }, { id: id(2) }], [id(1), id(2)]]) {
        const { persons, calls } = scripted([json(page), json([])]);
        assert.deepEqual(await persons.ids(), [id(1), id(2)]);
        assert.equal(calls[0].url, `${PERSONS}list/?_order_by=id&_page=1&_page_size=500&_slim=true`);
    }
});

test("a 404 ends a walk after its first page, and is an error on it", async () => {
    const { persons } = scripted([rows(1), json({ detail: "Invalid page." }, 404)]);
    assert.deepEqual(await all(persons.iterate()), [row(1)]);
    assert.ok((await rejected(all(scripted(json({}, 404)).persons.iterate()))) instanceof NotFoundError);
});

test("a server that ignores pages is found out", async () => {
    const error = await rejected(all(scripted(rows(1)).persons.iterate()));
    assert.ok(error instanceof DecodeError);
    assert.match(error.message, /_page/);
});

test("an error comes after the rows before it, and ends the iterator", async () => {
    const { persons } = scripted([rows(1, 2), empty(500)]);
    const iterator = persons.iterate();
    assert.deepEqual(await iterator.next(), { done: false, value: row(1) });
    assert.deepEqual(await iterator.next(), { done: false, value: row(2) });
    assert.ok((await rejected(iterator.next())) instanceof ServerError);
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
});

test("nothing happens before the first next, and pages are asked one by one", async () => {
    const { persons, calls } = scripted([rows(1), rows(2), json([])]);
    const iterator = persons.pages();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(calls.length, 0);
    await iterator.next();
    assert.equal(calls.length, 1);
    await iterator.return();
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    assert.equal(calls.length, 1);
});

test("options are read when the walk is made, and judged when it begins", async () => {
    const { persons, calls } = scripted([json([])]);
    const options = { filter: { name: "Anna" } };
    const iterator = persons.iterate(options);
    options.filter = { nam: "x" };
    await iterator.next();
    assert.match(calls[0].url, /name=Anna/);
});

test("next calls that overlap are answered in order", async () => {
    const { persons, calls } = scripted([rows(1, 2), rows(3), json([])]);
    const iterator = persons.iterate();
    const answers = await Promise.all(Array.from({ length: 5 }, () => iterator.next()));
    assert.deepEqual(answers.map(({ value }) => value?.id), [id(1), id(2), id(3), undefined, undefined]);
    assert.equal(calls.length, 3);
});

test("an iterator is its own iterator, used once, and needs no this", async () => {
    const { persons } = scripted([rows(1), json([])]);
    const iterator = persons.iterate();
    assert.equal(iterator[Symbol.asyncIterator](), iterator);
    const { next } = iterator;
    assert.equal((await next()).value.id, id(1));
    assert.deepEqual(await all(iterator), []);
    assert.deepEqual(await all(iterator), []);
});

test("leaving the loop aborts what is under way", async () => {
    const waiting = open();
    const { persons } = scripted((_, { signal }) => {
        signal.addEventListener("abort", () => waiting.resolve(signal.reason));
        return new Promise(() => {});
    });
    const iterator = persons.iterate();
    const next = iterator.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await settled(iterator.return()), { done: true, value: undefined });
    assert.deepEqual(await settled(next), { done: true, value: undefined });
    assert.ok((await settled(waiting.promise)) instanceof Error);
});

test("throw ends a walk too", async () => {
    const { persons } = scripted([rows(1), json([])]);
    const iterator = persons.iterate();
    await iterator.next();
    const error = new Error("mine");
    assert.equal(await rejected(iterator.throw(error)), error);
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    assert.equal(await rejected(persons.iterate().throw(error)), error);
});
