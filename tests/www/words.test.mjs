// The page's words: every resource has a name in both languages, the switch changes all that is shown, one row is "1 row".

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DEADLINE, open, outcome } from "./browser.mjs";

const FOLDER = env.PIGELLO_PAGE_FOLDER;
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const inSwedish = (page) => page.getByLabel("Language").selectOption("sv");

test("every resource has a name in English and in Swedish, and so has its application", DEADLINE, async () => {
    const models = await import(pathToFileURL(join(FOLDER, "node_modules/pigello-client/index.js")));
    const keys = Object.keys(models).filter((key) => models[key]?.fields);
    assert.ok(keys.length > 0);
    const page = await open("#/WorkEngagement/new");
    const select = page.locator(".resource select");
    const names = () =>
        select.evaluate((element) => ({
            resources: Object.fromEntries([...element.options].map(({ value, text }) => [value, text])),
            applications: [...element.querySelectorAll("optgroup")].map(({ label }) => label),
        }));
    const english = await names();
    await inSwedish(page);
    await page.getByRole("heading", { name: "Ny: Arbetsuppdrag" }).waitFor();
    const swedish = await names();
    for (const { resources } of [english, swedish]) assert.deepEqual(Object.keys(resources).sort(), keys.toSorted());
    for (const key of keys) {
        assert.match(english.resources[key], / |^[A-Z][a-z]+$/, `${key} is in words`);
        assert.ok(swedish.resources[key] && swedish.resources[key] !== key, `${key} has a Swedish name`);
        assert.notEqual(swedish.resources[key], english.resources[key], key);
    }
    assert.equal(new Set(Object.values(swedish.resources)).size, keys.length, "no two have the same");
    assert.deepEqual([english.applications, swedish.applications].map((all) => all.toSorted()), [["Accounts", "Organization"], ["Konton", "Organisation"]]);
});

test("the switch of the language changes what is wrong with a form, and what came of something", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/rows");
    await outcome(page).getByText("20 rows on page 1").waitFor();
    await page.getByRole("link", { name: "New" }).click();
    await page.getByLabel("Email").fill("anna@");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("group", { name: "4 to mend" }).waitFor();
    const shown = () => page.locator(".field .issue").allInnerTexts();
    const english = await shown();
    assert.deepEqual(english, ["Must be filled in", "Must be filled in", "Must be filled in", "Must be an email address"]);
    await inSwedish(page);
    await page.getByRole("group", { name: "4 att rätta" }).waitFor();
    await page.locator(".field .issue").getByText("Måste vara en e-postadress").waitFor();
    const swedish = await shown();
    assert.equal(swedish.length, english.length);
    for (const [at, text] of swedish.entries()) assert.notEqual(text, english[at], "each is said in Swedish");
    // What came of something is said anew.
    await page.goto(page.url().replace(/#.*/, "#/WorkEngagement/new"));
    await page.getByLabel("Namn", { exact: true }).fill("Fönsterputs");
    await page.getByRole("button", { name: "Skapa" }).click();
    await outcome(page).getByText("Skapad: Fönsterputs").waitFor();
    await page.getByLabel("Språk").selectOption("en");
    await outcome(page).getByText("Created: Fönsterputs").waitFor();
});

test("the switch of the language changes what is wrong with a file's rows", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/import");
    await page.getByLabel("Or paste rows").fill(`Namn;Titel;Extern kund;E-post\nAnna;Chef;${CLIENT};anna@`);
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText("1 row checked: 1 with errors, 0 ready.").first().waitFor();
    await page.locator(".grid .why").getByText("Must be an email address").waitFor();
    await inSwedish(page);
    await page.locator(".grid .why").getByText("Måste vara en e-postadress").waitFor();
    await page.getByText("1 rad kontrollerad: 1 med fel, 0 klara.").first().waitFor();
});

test("one row is one row, in both languages", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/rows");
    await outcome(page).getByText("20 rows on page 1").waitFor();
    const id = new URL((await page.getByRole("button", { name: /^Change/ }).first().click(), page.url())).hash.split("/")[3];
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Field of filter 1").selectOption({ label: "ID" });
    await page.getByLabel("Value of filter 1").fill(id);
    await page.getByRole("button", { name: "Show rows" }).click();
    await outcome(page).getByText(/^1 row on page 1/).waitFor();
    await inSwedish(page);
    await outcome(page).getByText(/^1 rad på sida 1/).waitFor();
});

test("no number stands before a word that is for many alone", () => {
    const folder = join(FOLDER, "src/words");
    const files = readdirSync(folder);
    assert.ok(files.length >= 7);
    for (const file of files) {
        const many = readFileSync(join(folder, file), "utf8").match(/\{\w+\} (rows|rader|skrivna|lästa)\b.*/g) ?? [];
        assert.deepEqual(many, [], file);
    }
});
