// The form: drawn from the fields, judged while one types and on submit, the server's errors in the same place; created,
// changed, deleted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE, open, outcome, rowsOf, shoot } from "./browser.mjs";

const field = (page, label) => page.getByRole("form").getByLabel(label, { exact: true });
/** What is said to be wrong with a field, where a screen reader looks for it. */
const message = (page, label) => page.locator(".field").filter({ has: page.getByLabel(label, { exact: true }) }).locator(".issue[id$=-wrong]");

async function pick(page, label, text) {
    const box = page.getByRole("form").getByRole("combobox", { name: label, exact: true });
    await box.fill(text);
    await page.getByRole("listbox", { name: label, exact: true }).getByRole("option").first().waitFor();
    await box.press("Enter");
    return box.inputValue();
}

test("a form is drawn from the fields, in Swedish and English", DEADLINE, async () => {
    const page = await open("#/OrganizationUser/new");
    assert.equal(await field(page, "Date of birth").getAttribute("type"), "date");
    assert.equal(await field(page, "Active until").getAttribute("type"), "datetime-local");
    assert.equal(await field(page, "Email").getAttribute("inputmode"), "email");
    assert.equal(await field(page, "Email").getAttribute("maxlength"), "254");
    assert.equal(await field(page, "Phone number").getAttribute("type"), "tel");
    assert.equal(await field(page, "Anonymized").getAttribute("type"), "checkbox");
    assert.ok(await page.getByRole("form").getByRole("combobox", { name: "External clients", exact: true }).isVisible());
    const choices = await field(page, "Access to details").locator("option").allInnerTexts();
    assert.deepEqual(choices, ["– choose –", "0", "1", "2"]);
    await page.getByLabel("Language").selectOption("sv");
    assert.equal(await field(page, "Födelsedatum").getAttribute("type"), "date");
    assert.equal(await page.locator("html").getAttribute("lang"), "sv");
    await shoot(page, "form", true);
});

test("what is typed is judged while it is typed, and on submit all of it", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/new");
    await field(page, "Email").pressSequentially("anna@");
    await message(page, "Email").getByText("Must be an email address").waitFor();
    await field(page, "Email").pressSequentially("example.se");
    await page.waitForFunction(() => document.querySelectorAll(".field .issue").length === 0);
    await field(page, "Personal identity number").fill("19850412-9801");
    await field(page, "Personal identity number").blur();
    await message(page, "Personal identity number").waitFor();
    await page.getByRole("button", { name: "Create" }).click();
    const summary = page.getByRole("group", { name: "4 to mend" });
    await summary.waitFor();
    assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
    await shoot(page, "form-errors", true);
    await summary.getByRole("link", { name: "Title" }).click();
    assert.ok(await field(page, "Title").evaluate((element) => element === document.activeElement), "its link leads to the input");
    assert.equal(await field(page, "Title").getAttribute("aria-invalid"), "true");
    assert.ok(!page.url().includes("field-"), "the address is still the view's");
});

test("one is created, found, changed and deleted", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/new");
    await field(page, "Name").fill("Görel Sandlåda");
    await field(page, "Title").fill("Vaktmästare");
    assert.match(await pick(page, "External client", "norrskenet"), /^Norrskenet/);
    await page.getByRole("button", { name: "Create" }).click();
    await outcome(page).getByText("Created: Görel Sandlåda · Vaktmästare").waitFor();

    await page.getByLabel("Free text").fill("görel");
    await page.getByRole("button", { name: "Show rows" }).click();
    await outcome(page).getByText("1 row on page 1").waitFor();
    assert.match((await rowsOf(page))[0], /Görel Sandlåda\t\s*Norrskenet/);
    await page.getByRole("button", { name: "Change Görel Sandlåda" }).click();
    await field(page, "Title").fill("Förvaltare");
    await page.getByRole("button", { name: "Save changes" }).click();
    await outcome(page).getByText("Saved: Görel Sandlåda · Förvaltare").waitFor();
    const sent = page.getByRole("log").getByText("PATCH");
    assert.equal(await sent.count(), 2, "asked, and answered");
    await page.getByRole("button", { name: "Save changes" }).click();
    await outcome(page).getByText("Nothing was changed").waitFor();
    assert.equal(await sent.count(), 2, "what is not changed is not sent");

    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Delete Görel Sandlåda" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.getByRole("log").getByText("DELETE").count(), 0, "nothing happened yet");
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await shoot(page, "delete");
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.waitForURL(/\/rows$/);
    await page.getByRole("cell", { name: "No rows" }).waitFor();
});

test("what the server refuses stands at its field", DEADLINE, async () => {
    const page = await open("#/ProtectedIdentity/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    const taken = (await page.locator("tbody tr").first().locator("td").allInnerTexts()).map((text) => text.trim());
    const headings = (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.replace("↕", "").trim());
    const tenant = taken[headings.indexOf("Tenant")];
    assert.ok(tenant, headings.join(", "));
    await page.getByRole("link", { name: "New" }).click();
    await pick(page, "Tenant", tenant.split(" · ")[0]);
    await page.getByRole("button", { name: "Create" }).click();
    await outcome(page).getByText("The server refused it").waitFor();
    await message(page, "Tenant").getByText("This field must be unique.").waitFor();
    await shoot(page, "form-refused", true);
});

test("a picker is worked with the keyboard alone", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/new");
    const box = page.getByRole("combobox", { name: "External client" });
    await box.focus();
    await box.press("ArrowDown");
    const options = page.getByRole("listbox", { name: "External client" }).getByRole("option");
    await options.nth(2).waitFor();
    assert.equal(await box.getAttribute("aria-expanded"), "true");
    await box.press("ArrowDown");
    await box.press("ArrowDown");
    await box.press("ArrowDown");
    await box.press("ArrowUp");
    assert.equal(await box.getAttribute("aria-activedescendant"), await options.nth(1).getAttribute("id"));
    assert.equal(await options.nth(1).getAttribute("aria-selected"), "true");
    const name = (await options.nth(1).innerText()).split("\n")[0].trim();
    await box.press("Enter");
    assert.equal(await box.getAttribute("aria-expanded"), "false");
    assert.ok(name.startsWith((await box.inputValue()).slice(0, 20)), name);
    await box.press("Escape");
    assert.equal(await box.inputValue(), "", "Escape empties it");
    await box.pressSequentially("no such");
    await page.getByText("Nothing found").waitFor();
    await box.press("Tab");
    assert.equal(await box.inputValue(), "", "what was not taken is not chosen");
});

test("several are picked, and one of them removed", DEADLINE, async () => {
    const page = await open("#/OrganizationUser/new");
    await field(page, "Access to details").selectOption("1");
    await pick(page, "External clients", "norrskenet");
    await pick(page, "External clients", "tallkotten");
    const chosen = page.getByRole("list", { name: "External clients" }).getByRole("listitem");
    assert.equal(await chosen.count(), 2);
    await page.getByRole("button", { name: /^Remove Norrskenet/ }).click();
    assert.equal(await chosen.count(), 1);
    await field(page, "Last name").fill("Flerval");
    await field(page, "Active", { exact: true }).check();
    await page.getByRole("button", { name: "Create" }).click();
    await outcome(page).getByText("Created: Flerval").waitFor();
});

test("a row that does not come is asked for again, and one that is gone leads back to the rows", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    for (let at = 0; at < 3; at++) await page.getByRole("button", { name: "Server down" }).click();
    await page.getByRole("button", { name: /^Change / }).first().click();
    await outcome(page).getByText("had no answer (tried 3 times)").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Save changes" }).waitFor();
    await page.goto(page.url().replace(/edit\/.*/, "edit/497f6eca-6276-4993-bfeb-53cbbbba6f08"));
    await outcome(page).getByText("404").waitFor();
    await page.getByRole("link", { name: "Back to the rows" }).click();
    await outcome(page).getByText("rows on page 1").waitFor();
});

test("where no field is known the form says that there is nothing to fill in, and no file makes empty rows", DEADLINE, async () => {
    const page = await open("#/Company/new");
    await page.getByRole("form").getByText("there is nothing to fill in").waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByLabel("Or paste rows").fill("colour;size\nred;7\nblue;8");
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText("No column goes to a field: there is nothing to write.").waitFor();
    assert.ok(await page.getByRole("button", { name: "Import 0 rows" }).isDisabled());
    // JSON has names of its own, which pass.
    await page.getByRole("button", { name: "Another file" }).click();
    await page.getByLabel("Or paste rows").fill('{"colour": "red"}');
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    assert.ok(await page.getByRole("button", { name: "Import 1 row" }).isEnabled());
});
