// List options: the query string, and what is wrong with options, before anything is sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ExternalClientContactPerson as Person, FilterError } from "pigello-client";
import { all, ID, json, PERSONS, rejected, scripted, thrown } from "./scripted.mjs";

const { query } = Person;
const issuesOf = (options) => {
    const error = thrown(() => query(options));
    assert.ok(error instanceof FilterError, String(error));
    return error.issues.map(({ path, code, params }) => [path.join("."), code, ...(params.hint ? [params.hint] : [])]);
};

test("filters as they are documented", () => {
    assert.equal(
        query({
            filter: {
                name: { icontains: "anna" },
                title: "Förvaltare",
                custom_id: { not: { startswith: "tmp-" } },
                email: { isnull: false, not: "x@y.se" },
                external_client: { in: [ID, ID] },
                created_at: { gte: new Date("2026-01-01"), lt: "2026-02-01T00:00:00Z" },
            },
            orderBy: ["name", "-created_at"],
            page: 1,
            pageSize: 100,
        }),
        "name__icontains=anna&title=F%C3%B6rvaltare&custom_id__startswith!=tmp-&email__isnull=false&email!=x%40y.se" +
            `&external_client__in=${ID}%2C${ID}&created_at__gte=2026-01-01T00%3A00%3A00.000Z` +
            "&created_at__lt=2026-02-01T00%3A00%3A00Z&_order_by=name%2C-created_at&_page=1&_page_size=100",
    );
});

test("the other parameters, in their order", () => {
    const options = {
        extra: { some_param: "å !", flag: true, many: [1, "b"], none: undefined },
        customerColumns: [ID],
        tags: [ID],
        globalSegments: [ID],
        globalRealestates: [ID],
        search: "a b",
        orderBy: "-id",
        filter: { name: undefined },
    };
    assert.equal(
        query(options),
        `_order_by=-id&_search=a%20b&global_realestates=${ID}&global_segments=${ID}&tags=${ID}&customer_columns=${ID}` +
            "&some_param=%C3%A5%20!&flag=true&many=1%2Cb",
    );
});

test("undefined and {} are left out", () => {
    for (const options of [undefined, {}, { filter: {} }, { filter: undefined, page: undefined }, { filter: { name: {} } }]) {
        assert.equal(query(options), "");
    }
});

test("wrong options name the spot and the nearest right name", () => {
    assert.deepEqual(issuesOf({ filter: { nam: "x" } }), [["filter.nam", "unknown_filter", "name"]]);
    assert.deepEqual(issuesOf({ filter: { name: { containz: "x" } } }), [["filter.name.containz", "unknown_operator", "contains"]]);
    assert.deepEqual(issuesOf({ filter: { name: { not: { gt: "x" } } } })[0].slice(0, 2), ["filter.name.not.gt", "unknown_operator"]);
    assert.deepEqual(issuesOf({ filter: { tags: "x" } })[0].slice(0, 2), ["filter.tags", "unknown_filter"]);
    assert.deepEqual(issuesOf({ filter: { name: null } }), [["filter.name", "null", "isnull"]]);
    assert.deepEqual(issuesOf({ filter: { id: { in: [] } } }), [["filter.id.in", "empty"]]);
    assert.deepEqual(issuesOf({ filter: { name: { in: ["a,b"] } } }), [["filter.name.in.0", "comma"]]);
    assert.deepEqual(issuesOf({ filter: { id: "7" } }), [["filter.id", "uuid"]]);
    assert.deepEqual(issuesOf({ page: 1 })[0][1], "together_with");
    assert.deepEqual(issuesOf({ orderBy: "nam" }), [["orderBy", "unknown_order", "name"]]);
    assert.deepEqual(issuesOf({ ordrBy: "name" }), [["ordrBy", "unknown_option", "orderBy"]]);
});

test("everything wrong is found at once", () => {
    const issues = issuesOf({ filter: { nam: "x", email: { isnull: "no" } }, orderBy: ["x"], pageSize: 5, serch: "y" });
    assert.equal(issues.length, 5);
});

test("options that are no object, and values of every kind, are a FilterError", () => {
    for (const options of [null, 5, "name=x", [], new Map(), () => {}, Symbol("x"), new Date()]) {
        assert.ok(thrown(() => query(options)) instanceof FilterError, String(options));
    }
    for (const value of [5, true, 5n, Symbol("x"), () => {}, NaN, new Map(), new Date(), ["x", 5], "\ud800"]) {
        assert.ok(thrown(() => query({ filter: { name: value } })) instanceof FilterError, String(value));
        assert.ok(thrown(() => query({ filter: { name: { in: value } } })) instanceof FilterError, String(value));
    }
});

test("nothing is sent when the options are wrong", async () => {
    const { persons, calls } = scripted(json([]));
    const wrong = { filter: { nam: "x" } };
    for (const method of ["list", "first", "statistics", "ids"]) {
        assert.ok((await rejected(persons[method](wrong))) instanceof FilterError);
    }
    for (const method of ["pages", "iterate", "stream"]) {
        assert.ok((await rejected(all(persons[method](wrong)))) instanceof FilterError);
    }
    assert.equal(calls.length, 0);
});

test("messages are in the client's language", async () => {
    const { persons } = scripted(json([]), { locale: "sv" });
    const { issues } = await rejected(persons.list({ filter: { nam: "x" } }));
    assert.equal(issues[0].message, "Går inte att filtrera på – menade du `name`?");
});

test("a URL that is too long is refused", async () => {
    const { persons, calls } = scripted(json([]), { maxUrlLength: 200 });
    const error = await rejected(persons.list({ search: "x".repeat(200) }));
    assert.ok(error instanceof FilterError);
    assert.equal(error.issues[0].code, "url_length");
    await persons.list({ search: "x" });
    assert.deepEqual(calls.map(({ url }) => url), [`${PERSONS}list/?_search=x`]);
});
