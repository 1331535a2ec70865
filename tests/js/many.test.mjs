// Many ids and long lists of values: getMany, and the splitting of a long `in`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { all, CLIENT, ID, json, PERSONS, rejected, scripted } from "./scripted.mjs";

const KEY = "organization.externalClientContactPerson";

/** A sandbox with so many rows, and a client with URLs this long. */
function sandboxed(count, options = {}) {
    const sandbox = new Sandbox();
    const rows = sandbox.generate(KEY, count, { store: true });
    const { baseUrl, credentials, fetch } = sandbox;
    const pigello = new Pigello({ baseUrl, credentials, fetch, ...options });
    return { sandbox, rows, persons: pigello.organization.externalClientContactPerson };
}

const nobody = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const byId = (rows) => [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

test("getMany answers in the order of the ids, undefined where there is no row, in chunks that fit the URL", async () => {
    const { sandbox, rows, persons } = sandboxed(300, { maxUrlLength: 1_000 });
    const ids = rows.map(({ id }) => id).reverse();
    ids.splice(7, 0, nobody(1));
    ids.push(ids[0], nobody(2), ids[3].toUpperCase());
    const found = await persons.getMany(ids);
    const expected = ids.map((id) => rows.find((row) => row.id === id.toLowerCase()));
    assert.deepEqual(found, expected);
    assert.equal(found[7], undefined);
    const urls = sandbox.requests.map(({ url }) => url);
    assert.ok(urls.every((url) => url.length <= 1_000));
    // Each chunk is walked to its end: a page of rows, and an empty one.
    const chunks = new Set(urls.map((url) => /id__in=([^&]*)/.exec(url)[1]));
    assert.equal(urls.length, 2 * chunks.size);
    assert.deepEqual([...chunks].flatMap((chunk) => decodeURIComponent(chunk).split(",")), ids);
});

test("getMany of nothing asks nothing, and of what is no id is a ValidationError before anything is asked", async () => {
    const { persons, calls } = scripted(json([]));
    assert.deepEqual(await persons.getMany([]), []);
    const issues = async (ids) => (await rejected(persons.getMany(ids))).issues.map(({ path, code }) => [path.join("."), code]);
    assert.deepEqual(await issues([ID, "..", ID]), [["id.1", "uuid"]]);
    assert.deepEqual(await issues([5]), [["id.0", "type"]]);
    for (const wrong of [undefined, null, ID, 5, { 0: ID }]) {
        assert.equal((await rejected(persons.getMany(wrong))).name, "ValidationError", String(wrong));
    }
    assert.equal(calls.length, 0);
});

test("getMany over a server that caps its pages finds them all", async () => {
    const { sandbox, rows } = sandboxed(30);
    const capped = (url, init) => sandbox.fetch(url.replace(/_page_size=\d+/, "_page_size=4"), init);
    const { baseUrl, credentials } = sandbox;
    const persons = new Pigello({ baseUrl, credentials, fetch: capped }).organization.externalClientContactPerson;
    assert.deepEqual(await persons.getMany(rows.map(({ id }) => id)), rows);
});

test("an abort and an error end getMany", async () => {
    const controller = new AbortController();
    const { persons, calls } = scripted(() => (controller.abort("enough"), new Promise(() => {})));
    assert.equal(await rejected(persons.getMany([ID], { signal: controller.signal })), "enough");
    assert.equal(calls.length, 1);
    assert.equal((await rejected(scripted(json({}, 403)).persons.getMany([ID]))).name, "PermissionError");
});

test("a list with one long `in` is split, and its rows come once", async () => {
    const { sandbox, rows, persons } = sandboxed(200, { maxUrlLength: 600 });
    const ids = rows.map(({ id }) => id);
    const filter = { id: { in: [...ids, ...ids.slice(0, 50)] }, email: { isnull: false } };
    const wanted = rows.filter(({ email }) => email !== null);
    const found = await persons.list({ filter });
    assert.deepEqual(byId(found), byId(wanted));
    const urls = sandbox.requests.map(({ url }) => url);
    assert.ok(urls.length > 10 && urls.every((url) => url.length <= 600 && url.endsWith("&email__isnull=false")), urls[0]);

    assert.deepEqual(byId(await all(persons.iterate({ filter, pageSize: 3 }))), byId(wanted));
    assert.deepEqual(byId((await all(persons.pages({ filter, pageSize: 3 }))).flat()), byId(wanted));
    assert.deepEqual(byId(await all(persons.stream({ filter }))), byId(wanted));
    assert.deepEqual((await persons.ids({ filter })).sort(), wanted.map(({ id }) => id).sort());
});

test("first asks the parts until one has a row", async () => {
    const { sandbox, rows, persons } = sandboxed(5, { maxUrlLength: 600 });
    const filter = { id: { in: [...Array.from({ length: 40 }, (_, n) => nobody(n)), rows[0].id, ...Array.from({ length: 40 }, (_, n) => nobody(40 + n))] } };
    assert.deepEqual(await persons.first({ filter }), rows[0]);
    const { length } = sandbox.requests;
    assert.ok(length > 2 && length < 8, String(length));
    assert.equal(await persons.first({ filter: { id: { in: filter.id.in.filter((id) => id !== rows[0].id) } } }), undefined);
});

test("values of all kinds are split between, never within", async () => {
    const names = Array.from({ length: 60 }, (_, n) => `Åsa %2C ${"é".repeat(n % 7)} ${n}`);
    const { persons, calls } = scripted(json([]), { maxUrlLength: 400 });
    await persons.list({ filter: { name: { in: names } }, tags: [CLIENT, ID] });
    const sent = calls.flatMap(({ url }) => new URL(url).searchParams.get("name__in").split(","));
    assert.deepEqual(sent, names);
    for (const { url } of calls) {
        assert.ok(url.length <= 400);
        assert.ok(url.endsWith(`&tags=${CLIENT}%2C${ID}`));
    }
    // As few requests as can be: with the next part's first value each would be too long.
    for (let at = 0; at + 1 < calls.length; at++) {
        const [next] = new URL(calls[at + 1].url).searchParams.get("name__in").split(",");
        assert.ok(calls[at].url.length + `%2C${encodeURIComponent(next)}`.length > 400, calls[at].url);
    }
});

test("what cannot be split is a FilterError that says how long a URL may be, and nothing is sent", async () => {
    const { persons, calls } = scripted(json([]), { maxUrlLength: 1_000 });
    const ids = Array.from({ length: 100 }, (_, n) => nobody(n));
    const long = { id: { in: ids } };
    for (const options of [
        { filter: long, orderBy: "name" },
        { filter: long, search: "x" },
        { filter: long, page: 1, pageSize: 5 },
        { filter: { ...long, external_client: { in: ids.slice(0, 2) } } },
        { filter: { id: { not: { in: ids } } } },
        { tags: ids },
        { filter: { name: "x".repeat(1_000) } },
        { filter: { name: { in: ["x".repeat(1_000), "y"] } } },
        { filter: { name: { in: ["y", "x".repeat(2_000)] } } },
    ]) {
        const error = await rejected(persons.list(options));
        assert.equal(error.name, "FilterError", JSON.stringify(options).slice(0, 60));
        assert.deepEqual(error.issues.map(({ code, params }) => [code, params.max]), [["url_length", 1_000]]);
    }
    assert.equal((await rejected(persons.statistics({ filter: long }))).name, "FilterError");
    assert.equal(calls.length, 0);
    // A negated list beside a positive one does not count.
    await persons.list({ filter: { id: { in: ids, not: { in: ids.slice(0, 2) } } } });
    assert.ok(calls.length > 3);
    assert.equal(new URL(calls.at(-1).url).origin + new URL(calls.at(-1).url).pathname, `${PERSONS}list/`);
});
