// Partly known resources in the sandbox: booleans, days, arrays and rules between fields, through a client.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello, Subtenant, SubtenantContractConnection as Connection } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { CLIENT, ID, rejected } from "./scripted.mjs";

const ALLOWED = Object.fromEntries(
    Object.values(Subtenant.fields)
        .filter((field) => field.required && !field.readOnly)
        .map(({ name }) => [name, false]),
);

test("the sandbox keeps the rules, in a change with what the row holds besides", async () => {
    const { baseUrl, credentials, fetch } = new Sandbox();
    const pigello = new Pigello({ baseUrl, credentials, fetch, retry: false });
    const { subtenant, subtenantContractConnection: connections, organizationUserWorkEngagement: engagements } = pigello.accounts;
    const tenant = await subtenant.create({ ...ALLOWED, first_name: "Bo", birth_date: "1999-12-31" });
    assert.equal(tenant.first_name, "Bo");
    assert.deepEqual(Subtenant.check(tenant), []);
    assert.equal((await subtenant.list({ extra: { first_name__startswith: "B" } })).length, 1);
    const connection = await connections.create({ sub_tenant: tenant, stakeholder_type: 1, apartment_contract: { id: CLIENT } });
    assert.deepEqual(Connection.check(connection), []);
    const refused = await rejected(connections.update(connection.id, { parking_spot_contract: { id: CLIENT } }));
    assert.deepEqual([refused.status, Object.keys(refused.body)], [400, ["apartment_contract"]]);
    const moved = await connections.update(connection.id, { parking_spot_contract: { id: CLIENT }, apartment_contract: null });
    assert.equal(moved.apartment_contract, null);
    assert.equal((await connections.list({ filter: { apartment_contract: { isnull: true } }, orderBy: "-end_date" })).length, 1);
    const engagement = await engagements.create({ user: { id: ID }, work_engagement: { id: ID }, start_date: "2026-02-01", buildings: [{ id: CLIENT }] });
    assert.deepEqual(engagement.buildings, [{ id: CLIENT }]);
    assert.equal(engagement.dates_are_blocking, null);
    assert.equal((await rejected(engagements.update(engagement.id, { end_date: "2026-01-31" }))).status, 400);
    assert.equal((await engagements.update(engagement.id, { end_date: "2026-02-01" })).end_date, "2026-02-01");
});
