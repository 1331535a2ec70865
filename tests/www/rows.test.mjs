// The table: filters, negation, order, pages, and the request beside it, as a person works with them.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { env } from "node:process";
import { test } from "node:test";
import { promisify } from "node:util";
import { DEADLINE, logged, open, outcome, rowsOf, shoot } from "./browser.mjs";

const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const VIEW = "#/ExternalClientContactPerson/rows";
const url = (page) => page.getByRole("region", { name: "The request" }).getByRole("tabpanel").locator("code");

test("rows are there, relations by name, and another resource is a choice away", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows on page 1").waitFor();
    const [first] = await rowsOf(page);
    assert.match(first, /Fastigheter AB|Förvaltning AB|Bostäder AB|Lokaler AB/, "the external client has its name");
    await shoot(page, "rows");
    await page.getByLabel("Resource").selectOption({ label: "Work engagement" });
    await page.waitForURL(/#\/WorkEngagement\/rows$/);
    await page.getByRole("columnheader", { name: "Color code" }).waitFor();
    assert.equal((await rowsOf(page)).length, 20);
});

test("a filter offers the operators that its field has, and no others", DEADLINE, async () => {
    const page = await open(VIEW);
    await page.getByRole("button", { name: "Add a filter" }).click();
    const operators = () => page.getByLabel("Operator of filter 1").locator("option").allInnerTexts();
    await page.getByLabel("Field of filter 1").selectOption({ label: "Name" });
    assert.ok((await operators()).includes("begins with"));
    assert.ok(!(await operators()).includes("is more than"));
    await page.getByLabel("Field of filter 1").selectOption({ label: "Created" });
    assert.deepEqual(await operators(), ["is", "is more than", "is at least", "is one of", "has no value", "is less than", "is at most"]);
    await page.getByLabel("Field of filter 1").selectOption({ label: "External client" });
    assert.deepEqual(await operators(), ["is", "is one of", "has no value"]);
});

test("filters, a negation and an order make the request that stands beside them, and its rows", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows").waitFor();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 1").selectOption({ label: "Name" });
    await page.getByLabel("Operator of filter 1").selectOption({ label: "contains, any capitals" });
    await page.getByLabel("Value of filter 1").fill("AN");
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 2").selectOption({ label: "Title" });
    await page.getByLabel("Operator of filter 2").selectOption({ label: "is", exact: true });
    await page.getByLabel("Negate filter 2").check();
    await page.getByLabel("Value of filter 2").fill("Ekonom");
    await page.getByLabel("Order by, 1").selectOption({ label: "Name" });
    await page.getByLabel("Direction, 1").selectOption({ label: "Descending" });
    await page.getByLabel("Rows a page").selectOption("500");
    await page.getByRole("button", { name: "Show rows" }).click();
    const asked = "list/?name__icontains=AN&title!=Ekonom&_order_by=-name&_page=1&_page_size=500";
    assert.match(await url(page).innerText(), new RegExp(asked.replace(/[?]/g, "\\?")));
    const rows = page.locator("tbody tr");
    await page.waitForFunction(() => [...document.querySelectorAll("tbody tr")].every((row) => /an/i.test(row.innerText)));
    const found = await rows.allInnerTexts();
    assert.ok(found.length > 3);
    assert.ok(found.every((text) => !/\tEkonom\t/.test(text)), found.join("\n"));
    const names = found.map((text) => text.split("\t")[0].trim());
    assert.deepEqual(names, [...names].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)), "by code point, down");
    assert.equal(await page.getByRole("columnheader", { name: "Name", exact: true }).getAttribute("aria-sort"), "descending");

    await page.getByRole("tab", { name: "JavaScript" }).click();
    const script = await url(page).innerText();
    assert.match(script, /pigello\.organization\.externalClientContactPerson\.list\(\{\n {4}filter: \{ name: \{ icontains: "AN" \}, title: \{ not: "Ekonom" \} \}/);
    assert.match(script, /orderBy: \["-name"\]/);
    await page.getByRole("tab", { name: "curl" }).click();
    assert.match(await url(page).innerText(), /^curl -g -X GET 'https:\/\/sandbox\.pigello\.test\/organization\/externalclientcontactperson\/list\/\?name__icontains=AN/);
    await shoot(page, "rows-filtered");
});

test("a filter by a relation is picked by name", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows").waitFor();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 1").selectOption({ label: "External client" });
    const value = page.getByRole("combobox", { name: "Value of filter 1" });
    await value.fill("tallkotten");
    await page.getByRole("listbox", { name: "Value of filter 1" }).getByRole("option").first().waitFor();
    await value.press("Enter");
    await page.getByRole("button", { name: "Show rows" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll("tbody tr")].every((row) => /Tallkotten/.test(row.innerText)));
    assert.match(await url(page).innerText(), /external_client=[0-9a-f-]{36}&_page=1/);
    assert.ok((await rowsOf(page)).length > 1);
});

test("a filter that cannot be is told at its place, and nothing is sent", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows").waitFor();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 1").selectOption({ label: "ID" });
    await page.getByLabel("Value of filter 1").fill("not an id");
    const value = page.getByLabel("Value of filter 1");
    await page.getByText("Must be an id (uuid)").first().waitFor();
    assert.equal(await value.getAttribute("aria-invalid"), "true");
    assert.ok(await page.getByRole("button", { name: "Show rows" }).isDisabled());
    await page.getByRole("button", { name: "Remove filter 1" }).click();
    assert.ok(await page.getByRole("button", { name: "Show rows" }).isEnabled());
});

test("pages are turned, and a heading orders", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows on page 1").waitFor();
    assert.ok(await page.getByRole("button", { name: "Previous page" }).isDisabled());
    const before = await rowsOf(page);
    await page.getByRole("button", { name: "Next page" }).click();
    await outcome(page).getByText("20 rows on page 2").waitFor();
    const after = await rowsOf(page);
    assert.equal(before.filter((row) => after.includes(row)).length, 0, "the second page has other rows");
    await page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("button").click();
    await outcome(page).getByText("20 rows on page 1").waitFor();
    assert.equal(await page.getByRole("columnheader", { name: "Name", exact: true }).getAttribute("aria-sort"), "ascending");
    const names = (await rowsOf(page)).map((text) => text.split("\t")[0].trim());
    assert.deepEqual(names, [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

/** With or without its century; of organization numbers those of sole traders alone. */
const PERSONAL = /^(\d{2})?\d{2}[01]\d{3}[-+]?\d{4}$/;

test("personal identity numbers are covered until someone wants to see them, sole traders' too", DEADLINE, async () => {
    const page = await open(VIEW);
    await outcome(page).getByText("20 rows").waitFor();
    const uncover = page.getByRole("switch", { name: "Show personal identity numbers" });
    assert.equal(await uncover.count(), 0, "there is nothing to uncover");
    await page.getByLabel("Rows a page").selectOption("100");
    await outcome(page).getByText("100 rows").waitFor();
    await page.getByText("Columns", { exact: true }).click();
    await page.getByLabel("Organization number", { exact: true }).check();
    await uncover.waitFor();
    await page.getByLabel("Personal identity number", { exact: true }).check();
    const cells = (label) => page.locator(`td[data-label='${label}']`);
    const [ssn, orgNo] = [cells("Personal identity number"), cells("Organization number")];
    await ssn.first().waitFor();
    assert.equal(await ssn.count(), 100);
    for (const column of [ssn, orgNo]) assert.ok((await column.allInnerTexts()).some((text) => text.includes("••••")));
    await shoot(page, "rows-covered");
    await uncover.focus();
    await page.keyboard.press("Space");
    const digits = (texts) => texts.map((text) => text.trim()).filter((text) => /^\d/.test(text));
    await ssn.filter({ hasText: /\d{8}-?\d{4}/ }).first().waitFor();
    const people = digits(await ssn.allInnerTexts());
    const numbers = digits(await orgNo.allInnerTexts());
    const traders = numbers.filter((text) => PERSONAL.test(text));
    assert.ok(people.length > 3 && traders.length > 3, `${people.length} people, ${traders.length} sole traders`);
    await page.keyboard.press("Space");
    await ssn.filter({ hasText: "••••" }).first().waitFor();
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    const forms = (text) => [text, text.replace(/[-+]/, ""), text.replace(/[-+]/, "").slice(-10), text.replace(/[-+]?(\d{4})$/, "-$1")];
    const seen = [...people, ...traders].filter((text) => forms(text).some((form) => html.includes(form)));
    assert.deepEqual(seen, [], "none is anywhere in the page");
    assert.equal(digits(await orgNo.allInnerTexts()).length, numbers.length - traders.length);
});

test("what looks like a personal identity number is covered in a column that is no field too, and names no row", DEADLINE, async () => {
    const server = "https://server.test";
    const secrets = ["198512011236", "851201-1236", "19851201-1236", "8512011236"];
    const [owner, name, note, code] = secrets;
    const rows = [{ id: "497f6eca-6276-4993-bfeb-53cbbbba6f08", name, owner, more: { note, codes: [code] }, city: "Umeå", org_no: "556012-5790" }];
    const prepare = (page) =>
        page.context().route(`${server}/**`, (route) => {
            const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
            return route.fulfill({ status: 200, headers, contentType: "application/json", body: JSON.stringify(rows) });
        });
    const page = await open("#/Company/connection", { also: server, prepare });
    await page.getByLabel("Base URL").fill(server);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await outcome(page).getByText("Connected").waitFor();
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.locator("td[data-label=City]").waitFor();
    for (const column of ["Owner", "More"]) assert.match(await page.locator(`td[data-label=${column}]`).innerText(), /••••/, column);
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    assert.deepEqual(secrets.filter((text) => html.includes(text)), []);
    assert.equal(await page.getByRole("button", { name: "Change Umeå" }).count(), 1, "it is named by what is no such number");
    await page.getByRole("switch", { name: "Show personal identity numbers" }).focus();
    await page.keyboard.press("Space");
    await page.locator("td[data-label=Owner]").getByText(owner).waitFor();
    // A company's number is no person's.
    await page.getByLabel("Resource").selectOption({ label: "External client contact person" });
    await page.getByText("Columns", { exact: true }).click();
    await page.getByLabel("Organization number", { exact: true }).check();
    await page.locator("td[data-label='Organization number']").getByText("556012-5790").waitFor();
    assert.equal(await page.getByRole("switch", { name: "Show personal identity numbers" }).isChecked(), false);
});

test("what can be filtered by and is no field is offered too, and its value taken as what it is", DEADLINE, async () => {
    const page = await open("#/Company/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("button", { name: "Add a filter" }).click();
    const offered = await page.getByLabel("Field of filter 1").locator("option").allInnerTexts();
    assert.deepEqual(offered, ["Auto confirm bookkeeping after days", "Bookkeeping locked to", "Bookkeeping month start"]);
    const value = page.getByLabel("Value of filter 1");
    assert.equal(await value.getAttribute("type"), "number");
    await value.fill("5");
    assert.match(await url(page).innerText(), /company\/list\/\?auto_confirm_bookkeeping_after_days=5&/);
    await page.getByLabel("Field of filter 1").selectOption({ label: "Bookkeeping locked to" });
    assert.equal(await value.getAttribute("type"), "text");

    await page.goto(page.url().replace(/#.*/, "#/SubtenantContractConnection/rows"));
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 1").selectOption({ label: "Contract start date" });
    assert.equal(await value.getAttribute("type"), "date");
    assert.deepEqual(await page.getByLabel("Operator of filter 1").locator("option").allInnerTexts(), ["is"]);
    await value.fill("2026-11-22");
    await page.getByRole("button", { name: "Show rows" }).click();
    await logged(page).first().getByText("contract_start_date=2026-11-22").waitFor();
});

test("the JavaScript beside the rows runs as it is copied", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Value of filter 1").fill("å");
    await page.getByLabel("Rows a page").selectOption("50");
    await page.getByRole("tab", { name: "JavaScript" }).click();
    const program = await page.getByRole("tabpanel").locator("code").innerText();
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", `${program}\nconsole.log(JSON.stringify(rows.map(({ name }) => name)));`], { cwd: env.PIGELLO_PAGE_FOLDER, timeout: 20_000 });
    const names = JSON.parse(stdout);
    assert.ok(names.length > 3 && names.length <= 50, stdout);
    for (const name of names) assert.match(name, /å/i);
    await page.getByText("sandbox.pigello.test is nobody's address").waitFor();
});

test("a row is named by words before numbers, and ids take no column where there is something to tell", DEADLINE, async () => {
    const server = "https://server.test";
    const rows = [{ id: CLIENT, phone: "+46980319280", code: "0007:5560360793", name: "Slottsvakten" }, { id: CLIENT.replace("4", "5"), phone: "+46980319281" }];
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    const prepare = (page) => page.context().route(`${server}/**`, (route) => route.fulfill({ status: 200, headers, contentType: "application/json", body: JSON.stringify(rows) }));
    const page = await open("#/Company/connection", { also: server, prepare });
    await page.getByLabel("Base URL").fill(server);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await outcome(page).getByText("Connected").waitFor();
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByRole("button", { name: "Change Slottsvakten", exact: true }).waitFor();
    await page.getByRole("button", { name: "Change +46980319281", exact: true }).waitFor();
    assert.deepEqual((await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()), ["Phone", "Code", "Name", "Actions"]);
});

test("headings of many words make no table wider than its place", DEADLINE, async () => {
    const page = await open("#/SubtenantContractConnection/rows", { locale: "sv-SE", viewport: { width: 1280, height: 900 } });
    await outcome(page).getByText("rader på sida 1").waitFor();
    await page.locator("td", { hasText: "·" }).first().waitFor();
    assert.equal(await page.locator(".cards").evaluate((element) => element.scrollWidth - element.clientWidth), 0);
});
