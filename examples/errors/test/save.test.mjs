// Each failure that `save` tells people of, made by a sandbox.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { newClient } from "../client.mjs";
import { save } from "../save.mjs";

const person = { name: "Anna Lind", title: "Ekonom", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };

function setUp(options = { retry: false }) {
    const sandbox = new Sandbox();
    const { baseUrl, credentials, fetch } = sandbox;
    const pigello = new Pigello({ baseUrl, credentials, fetch, ...options });
    return { sandbox, persons: pigello.organization.externalClientContactPerson };
}

test("what is wrong stands in issues, whoever found it", async () => {
    const { sandbox, persons } = setUp();
    const ours = await save(persons, { ...person, email: "anna@" });
    assert.deepEqual(ours.issues.map(({ path, code }) => [path, code]), [[["email"], "email"]]);
    assert.equal(sandbox.requests.length, 0);

    sandbox.failNext({ status: 400, body: { email: ["Upptagen."] } });
    const theirs = await save(persons, person);
    assert.deepEqual(theirs.issues.map(({ path, code, message }) => [path, code, message]), [[["email"], "server", "Upptagen."]]);
});

test("403, 429 and 500 are told in words", async () => {
    const { sandbox, persons } = setUp();
    const told = async (status) => {
        sandbox.failNext({ status });
        return (await save(persons, person)).problem;
    };
    assert.equal(await told(403), "You may not do this.");
    assert.equal(await told(429), "Too many at once: try again in a minute.");
    assert.match(await told(500), /^It was not saved: .*500/);
});

test("after a lost answer nobody knows, and it is sent once", async () => {
    const { sandbox, persons } = setUp({});
    sandbox.failNext({ loseAnswer: true });
    assert.deepEqual(await save(persons, person), { inDoubt: true });
    assert.equal(sandbox.requests.length, 1);
    assert.equal((await persons.list()).length, 1);
});

test("a client says when it tries again", async (context) => {
    const warn = context.mock.method(console, "warn", () => {});
    const { baseUrl, credentials, fetch, failNext } = new Sandbox();
    failNext({ status: 429, headers: { "Retry-After": "0" } });
    const pigello = newClient({ baseUrl, credentials, fetch });
    assert.deepEqual(await pigello.organization.externalClientContactPerson.list(), []);
    assert.match(warn.mock.calls[0].arguments[0], /^GET .*: try 1 failed, the next in 0 ms$/);
});
