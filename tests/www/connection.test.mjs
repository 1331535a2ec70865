// A real address: entered with credentials, which stay in memory; nobody else is asked.

import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import { DEADLINE, open, outcome, shoot } from "./browser.mjs";

const SERVER = env.PIGELLO_BASE_URL;
const CREDENTIALS = {
    customerId: env.PIGELLO_CUSTOMER_ID,
    applicationId: env.PIGELLO_APPLICATION_ID,
    serviceId: env.PIGELLO_SERVICE_ID,
    serviceVersionId: env.PIGELLO_SERVICE_VERSION_ID,
    clientCt: env.PIGELLO_CLIENT_CT,
    clientEntity: env.PIGELLO_CLIENT_ENTITY,
    clientSecret: env.PIGELLO_CLIENT_SECRET,
};

async function connect(page, credentials) {
    await page.getByRole("link", { name: "Connection" }).click();
    await page.getByLabel("Base URL").fill(SERVER);
    for (const [name, value] of Object.entries(credentials)) await page.getByLabel(name, { exact: true }).fill(value);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
}

test("the page speaks with the address that is entered, and keeps the secret to itself", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows", { also: SERVER });
    await page.getByRole("link", { name: "Connection" }).click();
    assert.equal(await page.getByLabel("clientSecret").getAttribute("type"), "password");
    assert.equal(await page.getByLabel("clientSecret").getAttribute("autocomplete"), "off");
    await page.getByText("A secret does not belong in a browser").waitFor();
    await shoot(page, "connection", true);
    await connect(page, CREDENTIALS);
    await outcome(page).getByText("It answered.").waitFor();

    await page.getByRole("link", { name: "New" }).click();
    await page.getByRole("form").getByLabel("Name", { exact: true }).fill("Från sidan");
    await page.getByRole("button", { name: "Create" }).click();
    await outcome(page).getByText("Created: Från sidan").waitFor();
    await page.getByRole("cell", { name: "Från sidan" }).first().waitFor();
    await page.getByRole("tab", { name: "curl" }).click();
    await page.getByText("X-PIGELLO-CLIENT-SECRET: [secret]").waitFor();
    assert.ok(await page.getByRole("button", { name: "Server down" }).isDisabled());

    const kept = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), location.href, document.documentElement.outerHTML]));
    assert.ok(!kept.includes(CREDENTIALS.clientSecret), "it stands nowhere");
    await page.reload();
    await outcome(page).getByText("rows on page 1").waitFor();
    assert.equal(await page.getByRole("link", { name: "Connection: Sandbox in this browser" }).count(), 1, "a reload forgets it");
});

test("what is wrong with an address or with credentials is said, and the sandbox stays", DEADLINE, async () => {
    const page = await open("", { also: SERVER, complains: /401/ });
    await outcome(page).getByText("rows on page 1").waitFor();
    await connect(page, { clientSecret: "alone" });
    await page.getByText(/customerId|credentials/).last().waitFor();
    assert.equal(await page.getByRole("link", { name: "Connection: Sandbox in this browser" }).count(), 1);
    await connect(page, { ...CREDENTIALS, clientSecret: "wrong" });
    await page.getByText(/does not answer as it should: .*401/).first().waitFor();
    await page.getByRole("button", { name: "Use the sandbox in this browser" }).click();
    await outcome(page).getByText("The sandbox in this browser is used.").waitFor();
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByRole("button", { name: /^Change/ }).first().waitFor();
});
