// The error classes: which one, what it carries, and how it is told from others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import * as client from "pigello-client";
import { all, GOOD, ID, json, PERSONS, rejected, scripted, thrown } from "./scripted.mjs";

const { ApiError, BadRequestError, ConfigError, DecodeError, NetworkError, PigelloError, TimeoutError, ValidationError } = client;
const once = { retry: false };

test("each status has its class", async () => {
    const classes = {
        400: "BadRequestError",
        401: "AuthenticationError",
        403: "PermissionError",
        404: "NotFoundError",
        405: "ApiError",
        409: "ConflictError",
        422: "BadRequestError",
        429: "RateLimitError",
        500: "ServerError",
        503: "ServerError",
    };
    for (const [status, name] of Object.entries(classes)) {
        const { persons } = scripted(json({ detail: "No." }, Number(status)), once);
        const error = await rejected(persons.get(ID));
        assert.equal(error.name, name);
        assert.equal(error.kind, "api");
        assert.ok(error instanceof client[name] && error instanceof ApiError && error instanceof PigelloError && error instanceof Error);
        assert.ok(client[name].is(error) && ApiError.is(error) && !ConfigError.is(error));
        const { stack, message, ...carried } = error;
        assert.deepEqual(carried, {
            status: Number(status),
            method: "GET",
            url: `${PERSONS}${ID}/`,
            body: { detail: "No." },
            issues: [],
            attempts: 1,
        });
        assert.equal(message, `GET ${PERSONS}${ID}/ was answered with ${status}: No.`);
    }
});

test("field errors of a body are issues", async () => {
    const { persons } = scripted(json({ email: ["Enter a valid email."], external_client: { id: ["Unknown."] } }, 400));
    const error = await rejected(persons.create(GOOD));
    assert.ok(error instanceof BadRequestError);
    assert.deepEqual(error.issues, [
        { path: ["email"], code: "server", params: { status: 400 }, message: "Enter a valid email." },
        { path: ["external_client", "id"], code: "server", params: { status: 400 }, message: "Unknown." },
    ]);
});

test("a server's refusal is of the same shape as ours, however deep and wherever it stands", async () => {
    const shapes = [
        [["No."], [[[], "No."]]],
        [{ name: ["One.", "Two."] }, [[["name"], "One."], [["name"], "Two."]]],
        [{ non_field_errors: ["Together."], name: ["One."] }, [[[], "Together."], [["name"], "One."]]],
        [{ external_client: ["Unknown."] }, [[["external_client"], "Unknown."]]],
        [{ external_client: { id: ["Unknown."] } }, [[["external_client", "id"], "Unknown."]]],
        [{ external_client: { non_field_errors: ["No object."] } }, [[["external_client"], "No object."]]],
        [{ tags: { 1: ["Wrong."], 10: { id: ["No."] } } }, [[["tags", 1], "Wrong."], [["tags", 10, "id"], "No."]]],
        [{ tags: [{}, { id: ["No."] }] }, [[["tags", 1, "id"], "No."]]],
        [{ detail: "Malformed." }, []],
        [{ detail: "Malformed.", name: ["One."] }, [[["name"], "One."]]],
        [{ message: "Malformed.", code: 5, more: null }, []],
        ["Malformed.", []],
        [null, []],
    ];
    for (const status of [400, 422]) {
        for (const [body, expected] of shapes) {
            const { persons } = scripted(json(body, status));
            const error = await rejected(persons.update(ID, { title: "x" }));
            assert.ok(error instanceof BadRequestError);
            const issues = expected.map(([path, message]) => ({ path, code: "server", params: { status }, message }));
            assert.deepEqual(error.issues, issues, JSON.stringify(body));
            assert.deepEqual(error.body, body);
        }
    }
});

test("a redirect is not followed", async () => {
    const { persons, calls } = scripted(() => new Response("", { status: 302, headers: { location: "https://evil.se" } }));
    const error = await rejected(persons.get(ID));
    assert.ok(error instanceof ApiError);
    assert.equal(error.status, 302);
    assert.match(error.message, /baseUrl/);
    assert.equal(calls.length, 1);
});

test("Retry-After is passed on", async () => {
    const { persons } = scripted(json({}, 429, { "retry-after": "7" }), once);
    assert.equal((await rejected(persons.get(ID))).retryAfterMs, 7_000);
});

test("no answer, late answers and wrong answers", async () => {
    const cause = new TypeError("fetch failed");
    const network = await rejected(scripted(() => Promise.reject(cause)).persons.get(ID));
    assert.ok(network instanceof NetworkError);
    assert.equal(network.kind, "network");
    assert.equal(network.cause, cause);
    assert.equal(network.attempts, 3);

    const late = await rejected(scripted(() => new Promise(() => {}), { timeoutMs: 20, retry: { attempts: 2, baseDelayMs: 1 } }).persons.get(ID));
    assert.ok(late instanceof TimeoutError);
    assert.deepEqual([late.name, late.kind, late.timeoutMs, late.attempts], ["TimeoutError", "timeout", 20, 2]);

    for (const [answer, snippet] of [
        [() => new Response("<html>"), "<html>"],
        [json([GOOD]), JSON.stringify([GOOD])],
        [json("text"), '"text"'],
        [() => new Response(""), ""],
    ]) {
        const decode = await rejected(scripted(answer).persons.get(ID));
        assert.ok(decode instanceof DecodeError);
        assert.deepEqual([decode.kind, decode.status, decode.snippet, decode.issues], ["decode", 200, snippet, []]);
    }
});

test("checkResponses holds answers against the model", async () => {
    const wrong = { id: ID, ...GOOD, title: 5 };
    const lax = scripted(json(wrong));
    assert.deepEqual(await lax.persons.get(ID), wrong);
    const strict = scripted(json(wrong), { checkResponses: true });
    const error = await rejected(strict.persons.get(ID));
    assert.ok(error instanceof DecodeError);
    assert.deepEqual(error.issues.map(({ path, code }) => [path, code]), [[["title"], "type"]]);
    const line = scripted(() => new Response(`${JSON.stringify(wrong)}\n`), { checkResponses: true });
    const streamed = await rejected(all(line.persons.stream()));
    assert.ok(streamed instanceof DecodeError);
    assert.deepEqual(streamed.issues.map(({ path, code }) => [path, code]), [[["title"], "type"]]);
});

test("errors print and serialise without noise", () => {
    const error = thrown(() => client.ExternalClientContactPerson.query({ filter: { nam: 1 } }));
    assert.deepEqual(Object.keys(error), ["issues"]);
    assert.deepEqual(JSON.parse(JSON.stringify(error)), {
        name: "FilterError",
        kind: "filter",
        message: error.message,
        issues: JSON.parse(JSON.stringify(error.issues)),
    });
    assert.equal(String(error), `FilterError: ${error.message}`);
    assert.match(inspect(error), /^FilterError: .*nam/);
});

test("is and instanceof take any value, and know errors of other realms", () => {
    const realm = createContext({});
    const nasty = [undefined, null, 5, "x", Symbol("x"), {}, () => {}, new Error("x"), Proxy.revocable({}, {}).proxy];
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [...nasty, proxy, new Proxy({}, { get() { throw new Error("trap"); } })]) {
        assert.equal(PigelloError.is(value), false);
        assert.equal(value instanceof PigelloError, false);
        assert.equal(value instanceof ApiError, false);
    }
    const brand = Symbol.for("pigello-client.error");
    const foreign = runInContext("(brand) => ({ [brand]: ['PigelloError', 'ApiError', 'NotFoundError'] })", realm)(brand);
    assert.ok(foreign instanceof client.NotFoundError && ApiError.is(foreign) && !(foreign instanceof ConfigError));
    const { is } = ValidationError;
    assert.equal(is(new ValidationError("x")), true);
});

test("a user's own subclass is a class of its own", () => {
    class Mine extends ApiError {}
    assert.ok(new Mine("x") instanceof Mine);
    assert.ok(new Mine("x") instanceof ApiError);
    assert.ok(!(new ApiError("x") instanceof Mine));
});

test("letters that a page hangs on the prototype of all objects are nobody's names here", () => {
    const person = { name: "Anna", title: "x", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
    for (const letter of "abcdefghijklmnopqrstuvwxyz") {
        Object.defineProperty(Object.prototype, letter, { value: 7, configurable: true });
        try {
            assert.throws(() => client.ExternalClientContactPerson.validate(person, { zz: 1 }), { kind: "config", message: /`zz`/ }, letter);
            assert.throws(() => new client.Pigello({}), { kind: "config" }, letter);
            assert.equal(client.ExternalClientContactPerson.validate(person).valid, true, letter);
            assert.equal(client.ExternalClientContactPerson.validate({}).issues.length, 3, letter);
        } finally {
            delete Object.prototype[letter];
        }
    }
});
