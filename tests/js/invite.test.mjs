// invite: on the resources whose pages have it, with a body and an answer of any shape.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ExternalClientContactPerson, Pigello, Subtenant } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { json, rejected, scripted } from "./scripted.mjs";

const URL = "https://dev.api.pigello.io/accounts/users/auth/invite/customer/subtenant/";

test("it posts what it is given, and answers what comes", async () => {
    const { pigello, calls } = scripted([json({ sent: 1 }, 201), () => new Response(null, { status: 204 }), () => new Response("done", { status: 201 })]);
    const { invite, prepare } = pigello.accounts.subtenant;
    assert.deepEqual(await invite({ any: ["thing", { a: null }] }), { sent: 1 });
    assert.equal(await invite(), undefined);
    assert.equal(await invite([1]), "done");
    assert.deepEqual(calls.map(({ method, url, body }) => [method, url, body]), [
        ["POST", URL, '{"any":["thing",{"a":null}]}'],
        ["POST", URL, undefined],
        ["POST", URL, "[1]"],
    ]);
    assert.deepEqual([prepare.invite({ a: 1 }).url, prepare.invite({ a: 1 }).body], [URL, '{"a":1}']);
    assert.equal((await rejected(invite({ a: 5n }))).name, "ConfigError");
    assert.equal(calls.length, 3);
});

test("it is not sent again when nobody knows whether it arrived", async () => {
    const { pigello, calls } = scripted(() => Promise.reject(new TypeError("reset")));
    assert.equal((await rejected(pigello.accounts.subtenant.invite({}))).name, "NetworkError");
    assert.equal(calls.length, 1);
});

test("it is there where the API has it, and nowhere else", () => {
    const { pigello, persons } = scripted(json([]));
    assert.equal(persons.invite, undefined);
    assert.equal(persons.prepare.invite, undefined);
    assert.ok(Subtenant.operations.includes("invite"));
    assert.ok(!ExternalClientContactPerson.operations.includes("invite"));
    const inviting = Object.entries(pigello.accounts).filter(([, methods]) => "invite" in methods);
    assert.ok(inviting.every(([name]) => ["tenant", "subtenant", "organizationUser"].includes(name)));
});

test("the sandbox takes invitations, and writes to nobody", async () => {
    const { baseUrl, credentials, fetch } = new Sandbox();
    const { subtenant } = new Pigello({ baseUrl, credentials, fetch }).accounts;
    assert.deepEqual(await subtenant.invite({ any: "thing" }), { any: "thing" });
});
