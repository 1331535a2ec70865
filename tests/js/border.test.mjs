// Nothing that JavaScript can hand over breaks the border: ten thousand times any public function with any value, and
// after each of them an answer or an error of ours. Then a good form is still valid.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import * as client from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { dice, nasty } from "./nasty.mjs";
import { credentials, GOOD, ID, settled } from "./scripted.mjs";

const { ExternalClientContactPerson, OrganizationUserSegment, Pigello, PigelloError } = client;
const THROWS = 10_000;
const roll = dice(20_260_101);
const pick = (list) => list[roll(list.length)];
const value = () => pick(nasty)();

const fetch = async () => new Response("[]");
const pigello = new Pigello({ environment: "dev.api", credentials, fetch, retry: false, timeoutMs: 2_000 });
const sandbox = new Sandbox();
const GOOD_ROW = { id: ID, ...GOOD };

/** A good object in which one value is bad, a known name or an unknown one. */
const spoiled = (good) => ({ ...good, [pick([...Object.keys(good), "email", "nonsense", "__proto__x"])]: value() });

const OPTIONS = {
    schema: { mode: "update", locale: "sv", unknownFields: "pass", input: "json", maxIssues: 3 },
    list: { filter: { name: "x", id: { in: [ID] } }, orderBy: "name", page: 1, pageSize: 2, search: "x", tags: [ID], extra: { a: 1 } },
    request: { signal: new AbortController().signal, timeoutMs: 100, headers: { "X-A": "1" }, retry: false, validate: true },
    client: { baseUrl: "https://x.se", credentials, headers: {}, fetch, timeoutMs: 5, retry: { attempts: 1 }, concurrency: 1, locale: "sv" },
};
/** Options with one bad value, or something else altogether. */
const options = (kind) => (roll(3) > 0 ? spoiled(OPTIONS[kind]) : value());
const body = () => (roll(3) > 0 ? spoiled(GOOD) : value());
const rows = () => (roll(3) > 0 ? [GOOD, body(), GOOD_ROW] : value());

/** Every public function, as [name, function, arguments]. A walk is walked. */
const targets = [];
const add = (name, act, ...args) => targets.push([name, act, args]);
for (const [name, schema] of Object.entries({ ExternalClientContactPerson, OrganizationUserSegment })) {
    add(`${name}.validate`, schema.validate, body, () => options("schema"));
    add(`${name}.validateField`, schema.validateField, () => pick([...Object.keys(schema.fields), value()]), value, () => options("schema"));
    add(`${name}.validateAll`, schema.validateAll, rows, () => (roll(2) ? undefined : options("schema")));
    add(`${name}.check`, schema.check, body);
    add(`${name}.query`, schema.query, () => options("list"));
    add(`${name}.with`, (given) => schema.with(given).validate(body()), () => options("schema"));
    add(`${name}.~standard.validate`, schema["~standard"].validate, body);
    add(`${name}.fields`, () => [schema.fields, schema.filters, schema.operations, schema.name, schema.basePath, schema.documented]);
}
// One that is known in full, of each application; one that is known in part, whose people are invited; one by its name.
const CLIENTS = {
    organization: ["externalClientContactPerson", "externalClient"],
    accounts: ["organizationUserSegment", "subtenant"],
};
for (const [application, names] of Object.entries(CLIENTS)) {
    for (const name of names) {
        const methods = pigello[application][name];
        const { prepare, ...own } = methods;
        const all = [["", own], ["prepare.", prepare]].flatMap(([before, acts]) => Object.entries(acts).map((entry) => [before, ...entry]));
        for (const [before, method, act] of all) {
            const request = () => (roll(2) ? undefined : options("request"));
            const id = () => (roll(2) ? ID : value());
            const args = {
                get: [id, request],
                delete: [id, request],
                create: [body, request],
                update: [id, body, request],
                bulkWrite: [rows, request],
                getMany: [() => (roll(2) ? [ID, id()] : value()), request],
                invite: [body, request],
            }[method] ?? [() => options("list"), request];
            add(`${name}.${before}${method}`, act, ...args);
        }
    }
}
add("Pigello", (given) => new Pigello(given), () => options("client"));
add("Pigello.fromEnv", Pigello.fromEnv, () => spoiled({ PIGELLO_BASE_URL: "https://x.se" }), () => options("client"));
add("pigello.request", pigello.request, () => pick(["GET", "POST", value()]), () => pick(["/x/", value()]), () =>
    pick([spoiled({ query: { a: value() }, body: value() }), value()]),
);
add("init", client.init, value);
for (const name of Object.keys(client).filter((name) => name.endsWith("Error"))) {
    add(`new ${name}`, (message) => new client[name](message), value);
    add(`${name}.is`, client[name].is, value);
    add(`instanceof ${name}`, (given) => given instanceof client[name], value);
}
add("Sandbox", (given) => new Sandbox(given), () => pick([value(), { seed: value() }, { seed: { "organization.externalClientContactPerson": rows() } }]));
add("sandbox.failNext", sandbox.failNext, () => (roll(2) ? spoiled({ status: 500, times: 1 }) : value()));
add("sandbox.reset", sandbox.reset, value);
add("sandbox.fetch", sandbox.fetch, () => pick([`${sandbox.baseUrl}/organization/externalclientcontactperson/list/`, value()]), () =>
    pick([spoiled({ method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }), value()]),
);

/** What may come out of a function that was given anything. */
function assertOurs(name, error, args) {
    for (let cause = error; typeof cause === "object" && cause !== null; cause = cause.cause) {
        assert.ok(!(cause instanceof WebAssembly.RuntimeError), `${name}: ${cause.stack}`);
        if (!(cause instanceof PigelloError)) break;
        assert.notEqual(cause.kind, "internal", `${name}: ${String(cause.cause?.stack ?? cause.cause)}`);
    }
    if (error instanceof PigelloError) return;
    // The reason of a signal that is over, and what stands for it where it cannot be read.
    if (error === "reason" || error?.name === "AbortError") return;
    // What a `headers` function throws is what the call rejects with.
    if (args.some(hasHeadersFunction)) return;
    // `fetch` speaks as the platform does.
    const platform = name === "sandbox.fetch" && (error instanceof TypeError || error?.message === "trap");
    assert.ok(platform, `${name} with ${args.length} values: ${inspect(error)}`);
}

function hasHeadersFunction(options) {
    try {
        return typeof options.headers === "function";
    } catch {
        return false;
    }
}

async function once([name, act, makers]) {
    const args = makers.slice(0, roll(8) === 0 ? roll(makers.length + 1) : makers.length).map((make) => make());
    const wrongThis = roll(4) === 0 ? value() : undefined;
    try {
        const result = Reflect.apply(act, wrongThis, args);
        if (typeof result === "object" && result !== null && typeof result.next === "function") {
            await settled((async () => { for await (const _ of result) break; })());
        } else {
            await settled(result instanceof Promise ? result : Promise.resolve());
        }
    } catch (error) {
        assertOurs(name, error, args);
    }
}

test(`${THROWS} times any public function with any value`, async () => {
    const seen = new Set();
    for (let i = 0; i < THROWS; i++) {
        const target = targets[i % targets.length];
        seen.add(target[0]);
        await once(target);
    }
    assert.equal(seen.size, targets.length);
});

test("each nasty value is refused by each function at each place, at least once", async () => {
    const acts = targets.filter(([name]) => !name.includes("Error"));
    for (const make of nasty) {
        for (const [name, act, makers] of acts) await once([name, act, makers.map(() => make)]);
    }
});

test("a polluted Object.prototype changes no verdict", () => {
    const hung = {
        error: { kind: "api", message: "polluted" },
        ok: 5,
        name: "polluted",
        id: ID,
        mode: "update",
        locale: "sv",
        signal: AbortSignal.abort(),
        headers: 5,
        cause: 5,
        issues: [],
        filter: { name: "x" },
        words: 5,
        valid: true,
    };
    const expected = [ExternalClientContactPerson.validate(GOOD), ExternalClientContactPerson.validate({}), ExternalClientContactPerson.query({})];
    for (const [name, value] of Object.entries(hung)) {
        const results = [];
        Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true, enumerable: true });
        try {
            results.push(ExternalClientContactPerson.validate({ __proto__: null, ...GOOD }));
            results.push(ExternalClientContactPerson.validate({}));
            results.push(ExternalClientContactPerson.query({}));
        } finally {
            delete Object.prototype[name];
        }
        assert.deepEqual(JSON.stringify(results), JSON.stringify(expected), name);
    }
});

test("and then a good form is valid, and a call is made", async () => {
    assert.deepEqual(ExternalClientContactPerson.validate(GOOD), { valid: true, value: GOOD, issues: [] });
    assert.equal(ExternalClientContactPerson.validate({ ...GOOD, name: "" }).issues[0].message, "Must be filled in");
    assert.deepEqual(await pigello.organization.externalClientContactPerson.list(), []);
    sandbox.reset();
    const other = new Pigello({ baseUrl: sandbox.baseUrl, credentials: sandbox.credentials, fetch: sandbox.fetch });
    const { id } = await other.organization.externalClientContactPerson.create(GOOD);
    assert.equal((await other.organization.externalClientContactPerson.get(id)).name, "Anna");
});
