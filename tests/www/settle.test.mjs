// An import that meets trouble: another server, rows in doubt, chunks that fail by halves, presses in haste.

import assert from "node:assert/strict";
import { env } from "node:process";
import { test } from "node:test";
import { DEADLINE, logged, open, outcome, rowsOf } from "./browser.mjs";

const VIEW = "#/ExternalClientContactPerson/import";
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const SERVER = env.PIGELLO_BASE_URL;
const LONG = { timeout: 120_000 };

const csv = (rows, cells = (at) => [`Åsa ${at}`, `IMP-${at}`]) =>
    ["Namn;Eget id;Titel;Extern kund", ...Array.from({ length: rows }, (_, at) => [...cells(at), "Chef", CLIENT].join(";"))].join("\n");

async function give(page, text, rows) {
    await page.getByLabel("Drop a file here, or choose one").setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByText(`${rows} rows checked: 0 with errors`).first().waitFor({ timeout: 40_000 });
}
const press = (page, ...names) => names.reduce((before, name) => before.then(() => page.getByRole("button", { name, exact: true }).click()), Promise.resolve());
const doubtOf = (page) => page.getByRole("group", { name: "Rows in doubt" });
const wordsOf = (page, text) => page.getByText(text).first();

async function connect(page, baseUrl) {
    await page.getByRole("link", { name: "Connection" }).click();
    await page.getByLabel("Base URL").fill(baseUrl);
    const names = { customerId: "CUSTOMER_ID", applicationId: "APPLICATION_ID", serviceId: "SERVICE_ID", serviceVersionId: "SERVICE_VERSION_ID", clientCt: "CLIENT_CT", clientEntity: "CLIENT_ENTITY", clientSecret: "CLIENT_SECRET" };
    for (const [name, variable] of Object.entries(names)) await page.getByLabel(name, { exact: true }).fill(env[`PIGELLO_${variable}`]);
    await press(page, "Connect");
}

/** How many rows the table finds, up to 500. */
async function found(page, text) {
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByLabel("Rows a page").selectOption("500");
    await page.getByLabel("Free text").fill(text);
    await press(page, "Show rows");
    await outcome(page).getByText(/rows? on page 1|No rows/).waitFor();
    const rows = await rowsOf(page);
    return rows[0].trim() === "No rows" ? 0 : rows.length;
}

test("an import stays with its server: it stops when the page speaks with another, and goes on only there", LONG, async () => {
    const page = await open(VIEW, { also: SERVER });
    await give(page, csv(6_000), "6,000");
    await press(page, "Slow (3 s)", "Import 6,000 rows");
    await connect(page, SERVER);
    await outcome(page).getByText(/It answered|the import has stopped/).waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await wordsOf(page, "This import began with another server").waitFor();
    await wordsOf(page, "Stopped: 500 of 6,000 written.").waitFor();
    assert.ok(await page.getByRole("button", { name: "Resume" }).isDisabled());
    assert.equal(await found(page, "IMP-"), 0, "the other server got none");
    await page.getByRole("link", { name: "Connection" }).click();
    await page.getByRole("button", { name: "Use the sandbox in this browser" }).click();
    await page.getByRole("link", { name: "Import" }).click();
    await press(page, "Resume");
    await wordsOf(page, "Done: 6,000 rows written, 0 failed.").waitFor({ timeout: 60_000 });
});

test("a sandbox that begins anew gets nothing of an import that began before", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(2_000), "2,000");
    await press(page, "Slow (3 s)", "Import 2,000 rows");
    await page.getByRole("link", { name: "Connection" }).click();
    await press(page, "Begin anew with fresh rows");
    await page.getByRole("link", { name: "Import" }).click();
    await wordsOf(page, "This import began with another server").waitFor();
    await wordsOf(page, /^Stopped:/).waitFor();
    assert.ok(await page.getByRole("button", { name: "Resume" }).isDisabled());
    assert.equal(await found(page, "IMP-"), 0);
});

test("rows of one server are not shown under the address of another", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows", { also: "http://127.0.0.1:9", complains: /ERR_/ });
    await outcome(page).getByText("rows on page 1").waitFor();
    await connect(page, "http://127.0.0.1:9");
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await outcome(page).getByText("had no answer").waitFor();
    assert.equal((await rowsOf(page)).length, 1);
    assert.equal(await page.getByRole("button", { name: /^Delete / }).count(), 0);
});

test("rows in doubt are looked for twice, by a field that is each row's own", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(40), "40");
    await press(page, "Server down", "Import 40 rows");
    await doubtOf(page).getByText("rows 2 to 41 of the file").waitFor();
    const key = doubtOf(page).getByLabel("Look which are there, by");
    assert.equal(await key.locator("option:checked").innerText(), "Custom ID");
    assert.ok(!(await key.locator("option").allInnerTexts()).includes("Title"), "which they share");
    await doubtOf(page).getByText("Rows whose value the server already has count as written").waitFor();
    await press(page, "Clear", "Look, and send the others");
    await wordsOf(page, "looking once more in 5 seconds").waitFor();
    await wordsOf(page, "Done: 40 rows written, 0 failed.").waitFor();
    const gets = (await logged(page).locator(".what").allInnerTexts()).filter((text) => /GET asked/.test(text));
    assert.equal(gets.length, 2);
    assert.equal(await found(page, "IMP-"), 40);
});

test("names are not taken for codes, and a row without a value is sent", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(3, (at) => [`Åsa Doubt ${at}`, at === 1 ? "" : `DBT-${at}`]), "3");
    await press(page, "Server down", "Import 3 rows");
    const key = doubtOf(page).getByLabel("Look which are there, by");
    assert.equal(await key.inputValue(), "", "a person chooses");
    assert.ok(await page.getByRole("button", { name: "Look, and send the others" }).isDisabled());
    await key.selectOption({ label: "Custom ID" });
    await press(page, "Look, and send the others");
    await wordsOf(page, "Done: 3 rows written, 0 failed.").waitFor();
    assert.equal(await found(page, "Åsa Doubt"), 3);
});

test("a row that was refused is counted once, although its chunk is sent again, and is told at its row", LONG, async () => {
    const page = await open("#/ProtectedIdentity/import");
    const row = (id) => JSON.stringify({ tenant: { id } });
    await page.getByLabel("Or paste rows").fill([CLIENT, CLIENT, CLIENT.replace("4", "5")].map(row).join("\n"));
    await press(page, "Read what was pasted");
    await wordsOf(page, "3 rows checked").waitFor();
    await press(page, "Slow (3 s)", "429, wait 2 s", "429, wait 2 s", "429, wait 2 s", "Import 3 rows");
    await page.getByRole("button", { name: "Resume" }).waitFor({ timeout: 30_000 });
    await page.getByRole("region", { name: "Rows of the file" }).getByText("must be unique").first().waitFor();
    await press(page, "Resume");
    await wordsOf(page, "Done: 2 rows written, 1 failed.").waitFor();
});

test("two presses at once write once", DEADLINE, async () => {
    const page = await open(VIEW);
    await give(page, csv(60), "60");
    await page.getByRole("button", { name: "Import 60 rows" }).evaluate((button) => (button.click(), button.click()));
    await wordsOf(page, "Done: 60 rows written, 0 failed.").waitFor();
    assert.equal(await found(page, "IMP-"), 60);
});

test("an import that goes on says nothing in the place of another view, and all of it in its own", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(3_000), "3,000");
    await press(page, "Slow (3 s)", "Import 3,000 rows");
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    const rows = outcome(page).getByText(/^20 rows on page 1/);
    await rows.waitFor();
    // All that is said in its place from now on.
    await outcome(page).evaluate((element) => {
        globalThis.heard = [];
        new MutationObserver(() => globalThis.heard.push(element.textContent)).observe(element, { childList: true, characterData: true, subtree: true, attributes: true });
    });
    const posts = logged(page).filter({ hasText: "POST" }).filter({ hasText: /\b201\b|\b200\b/ });
    for (let waited = 0; (await posts.count()) < 6 && waited < 60_000; waited += 200) await page.waitForTimeout(200);
    assert.equal(await posts.count(), 6);
    await page.waitForTimeout(500);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    assert.ok(await rows.isVisible());
    await page.getByRole("link", { name: "Import" }).click();
    await wordsOf(page, "Done: 3,000 rows written, 0 failed.").waitFor();
});

test("a file that is judged beside another view does not hide what that view says", LONG, async () => {
    const page = await open("#/ExternalClientContactPerson/rows");
    const rows = outcome(page).getByText(/^20 rows on page 1/);
    await rows.waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByLabel("Drop a file here, or choose one").setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(csv(100_000)) });
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await rows.waitFor();
    const seen = await outcome(page).evaluate(async (element) => {
        const seen = new Set();
        for (let waited = 0; waited < 8_000; waited += 50) {
            seen.add(`${element.className}: ${element.textContent.replace(/, in .*/, "")}`);
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return [...seen];
    });
    assert.deepEqual(seen, ["outcome: 20 rows on page 1"]);
    await page.getByRole("link", { name: "Import" }).click();
    await wordsOf(page, "100,000 rows checked: 0 with errors").waitFor();
});

test("rows that come when another view is shown say nothing there", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await press(page, "Slow (3 s)", "Show rows");
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByRole("log").getByText("200", { exact: true }).nth(1).waitFor();
    await page.waitForTimeout(300);
    assert.equal(await outcome(page).innerText(), "");
});
