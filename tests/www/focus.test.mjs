// Where the focus is after something that had it is gone: never nowhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE, open, outcome } from "./browser.mjs";

const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
/** What has the focus, in words, once it is not nowhere. */
async function focused(page) {
    await page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 5_000 });
    return page.evaluate(() => {
        const { activeElement: element } = document;
        return element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent.trim();
    });
}
const press = async (page, name) => {
    const button = page.getByRole("button", { name, exact: true });
    await button.focus();
    await button.press("Enter");
};

test("of a filter that is removed the focus goes to where one is added", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await press(page, "+ Add a filter");
    await page.getByRole("group", { name: /^Filter 1: \w/ }).waitFor();
    await press(page, "Remove filter 1");
    assert.equal(await focused(page), "+ Add a filter");
});

test("of a row that is deleted it goes to the table, of the last page to the one before", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("button", { name: /^Delete / }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).press("Enter");
    await outcome(page).getByText("Deleted:").waitFor();
    await page.waitForTimeout(500);
    assert.equal(await focused(page), "Rows");
    await page.getByLabel("Rows a page").selectOption("50");
    await outcome(page).getByText("50 rows on page 1").waitFor();
    await press(page, "Next page");
    await outcome(page).getByText("rows on page 2").waitFor();
    assert.equal(await focused(page), "Previous page");
});

test("of an import it stays with what is read, mended, chosen, begun and stopped", { timeout: 90_000 }, async () => {
    const page = await open("#/ExternalClientContactPerson/import");
    const rows = Array.from({ length: 600 }, (_, at) => `Åsa ${at};Chef;${CLIENT};${at === 1 || at === 3 ? "asa@" : ""}`);
    await page.getByLabel("Or paste rows").fill(["Namn;Titel;Extern kund;E-post", ...rows].join("\n"));
    await press(page, "Read what was pasted");
    await page.getByText("600 rows checked: 2 with errors").first().waitFor();
    await focused(page);
    const wrong = page.getByRole("textbox", { name: "E-post, Row 3" });
    await wrong.fill("asa@example.se");
    await wrong.press("Enter");
    await page.getByText("600 rows checked: 1 with errors").first().waitFor();
    await wrong.waitFor({ state: "detached" });
    assert.equal(await focused(page), "E-post, Row 5");
    const column = page.getByLabel("Field for column E-post");
    if (!(await column.isVisible())) await page.getByText("Which field each column goes to.").click();
    await column.focus();
    await column.selectOption("");
    await page.getByText("600 rows checked: 0 with errors").first().waitFor();
    assert.equal(await focused(page), "Field for column E-post");
    await page.getByRole("button", { name: "Slow (3 s)" }).click();
    await press(page, "Import 600 rows");
    assert.equal(await focused(page), "Stop");
    await press(page, "Stop");
    await page.getByRole("button", { name: "Resume" }).waitFor();
    assert.equal(await focused(page), "Resume");
});

test("the menu of columns closes by Escape, and its heading has the focus", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByText("Columns", { exact: true }).click();
    await page.locator(".chooser input").first().focus();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".chooser").getAttribute("open"), null);
    assert.equal(await focused(page), "Columns");
});

test("what came of something is gone with its view", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByLabel("Or paste rows").waitFor();
    assert.equal(await outcome(page).innerText(), "");
});

test("a resource of which only the name is known has no Create; a workbook and an empty file are told as such", DEADLINE, async () => {
    const page = await open("#/ExternalClient/new");
    await page.getByText("only the name is known").waitFor();
    assert.equal(await page.getByRole("button", { name: "Create" }).count(), 0);
    await page.goto(page.url().replace("ExternalClient/new", "WorkEngagement/import"));
    const give = (name, buffer) => page.getByLabel("Drop a file here, or choose one").setInputFiles({ name, mimeType: "", buffer });
    await give("rows.xlsx", Buffer.from("PK\x03\x04....", "latin1"));
    await page.locator("main .panel").getByText("save it as CSV").waitFor();
    await give("rows.csv", Buffer.from("\n"));
    await page.locator("main .panel").getByText("there is nothing in it").waitFor();
});
