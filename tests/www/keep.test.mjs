// What a person typed or began is not lost in silence: drafts, leaving, another file, answers that were lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE, logged, open, outcome } from "./browser.mjs";

const NAME = (page) => page.getByRole("form").getByLabel("Name", { exact: true });
const link = (page, name) => page.getByRole("link", { name, exact: true });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

test("what was typed into a form is there again after another view, and each row has its own", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/new");
    await NAME(page).fill("Half done");
    await link(page, "Rows").click();
    await page.getByRole("button", { name: /^Change / }).first().click();
    const before = await NAME(page).inputValue();
    assert.notEqual(before, "Half done");
    await NAME(page).fill(`${before}!`);
    await link(page, "Rows").click();
    await page.getByRole("button", { name: /^Change / }).nth(1).click();
    assert.notEqual(await NAME(page).inputValue(), `${before}!`);
    await link(page, "Rows").click();
    await page.getByRole("button", { name: /^Change / }).first().click();
    assert.equal(await NAME(page).inputValue(), `${before}!`);
    await link(page, "New").click();
    // Until then the other form is there, which has such a field, too.
    await page.getByRole("button", { name: "Create", exact: true }).waitFor();
    assert.equal(await NAME(page).inputValue(), "Half done");
    await press(page, "Create");
    await outcome(page).getByText("Created: Half done").waitFor();
    await link(page, "New").click();
    assert.equal(await NAME(page).inputValue(), "", "what was saved is no draft");
});

test("another language changes the labels of a form, and nothing that was typed", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await page.getByRole("button", { name: /^Change / }).first().click();
    await NAME(page).fill("Still here");
    await press(page, "Clear");
    await page.getByLabel("Language").selectOption("sv");
    await page.getByRole("button", { name: "Spara ändringar" }).waitFor();
    assert.equal(await page.locator("form [name=name]").inputValue(), "Still here");
    assert.equal(await logged(page).count(), 0, "nothing was asked");
});

test("edits of a row that is deleted hold nobody", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    await page.getByRole("button", { name: /^Change / }).first().click();
    await NAME(page).pressSequentially("x");
    await press(page, "Delete");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await outcome(page).getByText("Deleted:").waitFor();
    await page.reload();
    assert.deepEqual(asked, []);
});

test("leaving asks while a form has edits, and not without", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/new");
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    await NAME(page).click();
    await page.reload();
    assert.deepEqual(asked, []);
    await NAME(page).pressSequentially("x");
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
});

test("another file asks first while rows are in doubt, and leaving the page does", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/import");
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    await page.getByLabel("Or paste rows").fill("name\nAnna\nBo");
    await press(page, "Read what was pasted");
    await press(page, "Lost answer");
    await page.getByRole("button", { name: /^Import \d/ }).click();
    await page.getByRole("group", { name: "Rows in doubt" }).waitFor();
    await press(page, "Another file");
    await page.getByText("Rows are not sent yet, or in doubt").waitFor();
    await press(page, "Cancel");
    await page.getByRole("group", { name: "Rows in doubt" }).waitFor();
    await press(page, "Another file");
    await press(page, "Leave them");
    await page.getByLabel("Or paste rows").fill("name\nAnna\nBo");
    await press(page, "Read what was pasted");
    await press(page, "Lost answer");
    await page.getByRole("button", { name: /^Import \d/ }).click();
    await page.getByRole("group", { name: "Rows in doubt" }).waitFor();
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
});

test("a create whose answer is lost says that it may have been done, and nothing of other origins", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/new");
    await press(page, "Lost answer");
    await NAME(page).fill("Rondering");
    await press(page, "Create");
    await outcome(page).getByText("It may have been created: look before you send it again").waitFor();
    assert.ok(!/CORS/.test(await outcome(page).innerText()));
    await page.getByLabel("Language").selectOption("sv");
    await press(page, "Förlorat svar");
    await press(page, "Skapa");
    await outcome(page).getByText("Den kan ha skapats: titta innan du skickar den igen. POST").getByText("fick inget svar").waitFor();
});

test("a save that ends late leaves the view alone that is shown by then", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/new");
    await press(page, "Slow (3 s)");
    await NAME(page).fill("Late");
    await press(page, "Create");
    await link(page, "Import").click();
    await outcome(page).getByText("Created: Late").waitFor();
    await page.waitForTimeout(300);
    assert.match(page.url(), /import$/);
});

test("in Swedish failures are told in Swedish", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows", { locale: "sv-SE" });
    await outcome(page).getByText("på sida 1").waitFor();
    for (let at = 0; at < 3; at++) await press(page, "Servern nere");
    await press(page, "Visa rader");
    await outcome(page).getByText("fick inget svar (försökt 3 gånger)").waitFor();
    for (let at = 0; at < 3; at++) await press(page, "429, vänta 2 s");
    await press(page, "Visa rader");
    await outcome(page).getByText("För många anrop: försök igen om en stund (429 GET").waitFor();
});
