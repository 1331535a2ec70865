// The switch of the language, whatever the page is at: nothing that it says itself stays in the other one.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { DEADLINE, open, outcome } from "./browser.mjs";

const VIEW = "#/ExternalClientContactPerson/import";
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const LONG = { timeout: 120_000 };
const GONE = "http://127.0.0.1:9";

/** What is the same in both: names, numbers, what rows hold, what a server said. */
const SAME = [/^Pigello Core API$/, /^Import$/, /^(URL|JavaScript|curl)$/, /^(English|Svenska)$/, /^[\d\s.,:↕↑↓←→×+–·•()]*$/, /^[A-Z]+$/, /^(customer|application|service|serviceVersion)Id$|^client(Ct|Entity|Secret)$/, /^https:\/\/$/];

/** All that the page says: texts, and what is told of a thing without one. What files, rows and requests hold is not its own. */
const saidBy = (page) =>
    page.evaluate(() => {
        const theirs = "option[lang], td:not(.none, .wrong), td.wrong input, pre, code, time, .url, .log b, .grid thead, .matched th[scope=row], style, script, svg";
        const said = new Set();
        const note = (text, element) => text?.trim() && !element.closest(theirs) && !element.matches("td.wrong") && element.checkVisibility() && said.add(text.trim());
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) note(walker.currentNode.data, walker.currentNode.parentElement);
        for (const name of ["aria-label", "title", "placeholder"]) for (const element of document.body.querySelectorAll(`[${name}]`)) note(element.getAttribute(name), element);
        return [...said];
    });

/** Changes the language, and answers what is said in both. `settled`: what is waited for then. */
async function left(page, settled) {
    const language = page.locator(".settings select").first();
    const before = new Set(await saidBy(page));
    await language.selectOption((await language.inputValue()) === "sv" ? "en" : "sv");
    await settled?.();
    await page.waitForTimeout(300);
    return (await saidBy(page)).filter((text) => before.has(text) && !SAME.some((same) => same.test(text)));
}

async function give(page, text, name = "rows.csv") {
    await page.locator("#import-file").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
}
const csv = (rows, email = () => "a@example.se") => ["Namn;Eget id;Titel;Extern kund;E-post", ...Array.from({ length: rows }, (_, at) => `Åsa ${at};IMP-${at};Chef;${CLIENT};${email(at)}`)].join("\n");
const press = (page, ...names) => names.reduce((before, name) => before.then(() => page.getByRole("button", { name, exact: true }).click()), Promise.resolve());
const why = (page, text) => page.locator(".grid .why").getByText(text).first().waitFor();

test("of an import that runs, and that is done", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(2_000, (at) => (at === 3 ? "asa@" : "a@example.se")));
    await page.getByText("2,000 rows checked: 1 with errors").first().waitFor();
    await press(page, "Slow (3 s)", "Slow (3 s)", "Import 1,999 rows");
    await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
    await why(page, "Must be an email address");
    assert.deepEqual(await left(page, () => why(page, "Måste vara en e-postadress")), []);
    await page.getByRole("button", { name: "Stoppa", exact: true }).waitFor();
    await page.getByText(/^Klar: 1\s999 rader skrivna, 1 misslyckades\.$/).first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await left(page, () => why(page, "Must be an email address")), []);
    await outcome(page).getByText("Done: 1,999 rows written, 1 failed.").waitFor();
});

test("a row that was found wrong stays one while it is said anew, and is not sent", LONG, async () => {
    const page = await open(VIEW);
    // Every other row: whichever chunk is next, a row too many would be in it.
    await give(page, csv(20_000, (at) => (at % 2 ? "asa@" : "a@example.se")));
    await page.getByText("20,000 rows checked: 10,000 with errors").first().waitFor({ timeout: 40_000 });
    await press(page, "Import 10,000 rows");
    for (const [language, said] of [["sv", "Måste vara en e-postadress"], ["en", "Must be an email address"]]) {
        await page.locator(".settings select").first().selectOption(language);
        await why(page, said);
    }
    await page.getByText("Done: 10,000 rows written, 10,000 failed.").first().waitFor({ timeout: 60_000 });
});

test("of rows in doubt, of looking for them, and of those that were skipped", LONG, async () => {
    const page = await open(VIEW);
    await give(page, csv(30));
    await page.getByText("30 rows checked: 0 with errors").first().waitFor();
    await press(page, "Server down", "Import 30 rows");
    await page.getByRole("group", { name: "Rows in doubt" }).waitFor();
    assert.deepEqual(await left(page), []);
    await press(page, "Se efter, och skicka de andra");
    await page.getByText("ser efter igen om 5 sekunder").waitFor();
    // There is time until it has looked again.
    await press(page, "Långsam (3 s)");
    assert.deepEqual(await left(page), []);
    await press(page, "Stop");
    await page.getByText("Looking was stopped.").first().waitFor();
    assert.deepEqual(await left(page), []);
    await press(page, "Hoppa över dem");
    await page.getByText("Klar: 0 rader skrivna, 30 misslyckades.").first().waitFor();
    assert.deepEqual(await left(page), []);
    await why(page, "What happened: POST");
});

test("of an import that failed, and of files that cannot be read", LONG, async () => {
    const page = await open(VIEW, { also: GONE });
    await give(page, csv(30));
    await page.getByText("30 rows checked: 0 with errors").first().waitFor();
    await press(page, "429, wait 2 s", "429, wait 2 s", "429, wait 2 s", "Import 30 rows");
    await page.getByRole("button", { name: "Resume" }).waitFor({ timeout: 30_000 });
    assert.deepEqual(await left(page), []);
    await press(page, "En annan fil", "Lämna dem");
    const files = [["[{]", /rad 1/], ['[{"a": 1', /filen slutar före sin lista/], ['[1 2]', /.*/], ["PK\x03\x04", /Excel-arbetsbok/], ["\n", /det är tomt/], ['a;b\n"x;y\nz;w', /citattecken/]];
    for (const [text, told] of files) {
        const problem = page.locator("main .panel .issue").first();
        await give(page, text);
        await problem.or(page.locator(".grid .why")).first().waitFor();
        if (await problem.isVisible()) {
            await problem.getByText(told).waitFor();
            assert.deepEqual(await left(page), [], text);
            await left(page);
        } else await press(page, "En annan fil");
    }
});

test("rows that are none say so in Swedish, and so does the file of what failed", DEADLINE, async () => {
    const page = await open("#/OrganizationUserSegment/import", { locale: "sv-SE" });
    await give(page, "Namn;Eget id\nAnna\nBo;1;2\n");
    await why(page, "har 1 cell, och rubriken 2");
    await why(page, "har 3 celler, och rubriken 2");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara de 2 som misslyckades" }).click()]);
    assert.match(readFileSync(await download.path(), "utf8"), /^"rad 2: har 1 cell, och rubriken 2";Anna\r$/m);
    assert.deepEqual(await left(page, () => why(page, "has 1 cell, and the header 2")), []);
});

test("whatever what reads files can say of one is said in Swedish too", DEADLINE, async () => {
    const folder = env.PIGELLO_PAGE_FOLDER;
    const vite = await import(pathToFileURL(createRequire(join(folder, "package.json")).resolve("vite")));
    const { code } = await vite.transformWithOxc(readFileSync(join(folder, "src/words/files.ts"), "utf8"), "files.ts");
    const { ofFile } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const sources = Object.fromEntries(readdirSync(join(folder, "files")).map((name) => [name, readFileSync(join(folder, "files", name), "utf8")]));
    const all = Object.values(sources).join("\n");
    const quoted = String.raw`(?:"(?:[^"\\]|\\.)*"|\`(?:[^\`\\]|\\.)*\`)`;
    const found = (pattern, text) => [...text.matchAll(new RegExp(pattern.replace("Q", `(${quoted})`), "g"))].map(([, literal]) => literal.slice(1, -1).replaceAll("\\", ""));
    const said = [
        ...found("(?:SyntaxError|EncodingError|#wrong)\\(\\s*Q", all),
        ...found('": Q,\\n', sources["csv.ts"]),
        ...found("problem: Q", all),
        ...found("return Q", sources["cells.ts"]).map((hint) => (/^(has|cell) /.test(hint) ? hint : `Fel: ${hint}`)),
    ].map((text) => text.replace("${EXPECTED[place]}", "a comma").replace(/cell\$\{.*?"s"\}/, "cells").replace(/\$\{[^}]*\}/g, "7"));
    assert.ok(said.length >= 15, said.join("\n"));
    for (const text of said) {
        const swedish = ofFile(text, "sv");
        assert.doesNotMatch(swedish, /\b(the|a|is|not|where|line|has|cells|write|it|does)\b/, `${text} -> ${swedish}`);
        assert.equal(ofFile(text, "en"), text);
    }
});

test("of an address that is none, and of one that does not answer", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/connection", { also: GONE, complains: /ERR_/ });
    const wrong = page.locator("#base-url-wrong:not(:empty)");
    await page.getByLabel("Base URL").fill("nowhere");
    await press(page, "Connect");
    await wrong.waitFor();
    assert.deepEqual(await left(page), []);
    await wrong.getByText("Adressen går inte att använda").waitFor();
    await page.getByLabel("Bas-URL").fill(GONE);
    await page.getByLabel("clientSecret").fill("alone");
    await press(page, "Anslut");
    await wrong.getByText("customerId saknas").waitFor();
    assert.deepEqual(await left(page), []);
    await page.getByLabel("clientSecret").fill("");
    await press(page, "Connect");
    await wrong.getByText("It does not answer as it should").waitFor();
    assert.deepEqual(await left(page), []);
    await wrong.getByText("Den svarar inte som den ska").waitFor();
});

test("of a view that did not come", DEADLINE, async () => {
    const program = /assets\/connection-[^/]*\.js/;
    const page = await open("#/WorkEngagement/new", { complains: /ERR_|Failed to/, prepare: (page) => page.context().route(program, (route) => route.abort()) });
    await page.getByRole("link", { name: "Connection" }).click();
    await page.getByRole("alert").getByText("This view could not be fetched").waitFor();
    assert.deepEqual(await left(page), []);
    await page.getByRole("alert").getByText(/^Vyn gick inte att hämta: \S+\.js$/).waitFor();
});

test("of rows, their filters and their columns, also of fields that only other resources declare", DEADLINE, async () => {
    const page = await open("#/Company/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("columnheader", { name: "Custom ID" }).waitFor();
    await page.getByText("Columns", { exact: true }).click();
    await press(page, "+ Add a filter");
    assert.deepEqual(await left(page, () => outcome(page).getByText("på sida 1").waitFor()), []);
    await page.getByRole("columnheader", { name: "Eget id" }).waitFor();
    // Nobody has a Swedish word for it: the API's own stands there, and no half of another language.
    assert.deepEqual(await page.getByLabel("Fält för filter 1").locator("option").allInnerTexts(), ["auto_confirm_bookkeeping_after_days", "bookkeeping_locked_to", "bookkeeping_month_start"]);
});
