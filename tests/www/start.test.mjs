// A page that meets trouble as it starts: it says so, or does without.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE, open, outcome, rowsOf } from "./browser.mjs";

const BLOCKED = /ERR_|Failed to|worker/i;
const aborted = (pattern) => (page) => page.context().route(pattern, (route) => route.abort());

test("without the wasm the page says that it cannot start, and offers to reload", DEADLINE, async () => {
    for (const locale of ["en-GB", "sv-SE"]) {
        // The error itself goes on to the console, as it should.
        const page = await open("", { locale, complains: BLOCKED, prepare: aborted("**/*.wasm") });
        await page.getByRole("alert").getByText(locale === "sv-SE" ? "Sidan kunde inte starta" : "The page could not start").waitFor();
        await page.context().unroute("**/*.wasm");
        await page.getByRole("button", { name: locale === "sv-SE" ? "Ladda om" : "Reload" }).click();
        await page.getByRole("columnheader").first().waitFor();
    }
});

test("without its main file the page says that it cannot start, and offers to reload", DEADLINE, async () => {
    const main = /assets\/page-[^/]*\.js/;
    const page = await open("", { complains: BLOCKED, prepare: aborted(main) });
    await page.getByRole("alert").getByText("The page could not start").waitFor();
    await page.context().unroute(main);
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByRole("columnheader").first().waitFor();
});

test("wasm that the server calls something else is taken all the same", DEADLINE, async () => {
    const prepare = (page) =>
        page.context().route("**/*.wasm", async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
        });
    const page = await open("", { prepare });
    await outcome(page).getByText("rows on page 1").waitFor();
});

test("where the browser keeps nothing, the page starts with what is usual", DEADLINE, async () => {
    const prepare = (page) =>
        page.addInitScript(() => {
            Object.defineProperty(globalThis, "localStorage", {
                get() {
                    throw new DOMException("denied", "SecurityError");
                },
            });
        });
    const page = await open("", { prepare });
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByLabel("Language").selectOption("sv");
    assert.equal(await page.locator("html").getAttribute("lang"), "sv");
});

test("an address that is none leads to the first view", DEADLINE, async () => {
    const page = await open("#/%E0%A4%A");
    assert.equal((await rowsOf(page)).length > 0, true);
});

test("a view that does not come says so, and is asked for again", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows", { complains: BLOCKED, prepare: aborted(/assets\/import-[^/]*\.js/) });
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByRole("alert").getByText("This view could not be fetched").waitFor();
    await page.context().unroute(/assets\/import-[^/]*\.js/);
    await page.getByRole("button", { name: "Try again" }).click();
    const view = page.getByLabel("Or paste rows");
    // Some browsers, Chromium 148 among them, keep it that a program did not come, and do not ask for it again.
    const reload = page.getByRole("button", { name: "Reload" });
    await view.or(reload).waitFor();
    if (await reload.isVisible()) await reload.click();
    await view.waitFor();
});

test("a view that does not come a second time either comes with the page loaded anew", DEADLINE, async () => {
    const program = /assets\/import-[^/]*\.js/;
    const page = await open("#/WorkEngagement/rows", { complains: BLOCKED, prepare: aborted(program) });
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").getByText("This view could not be fetched").waitFor();
    await page.context().unroute(program);
    await page.getByRole("button", { name: "Reload" }).click();
    await page.getByLabel("Or paste rows").waitFor();
});

test("a view whose styles do not come says so, and the page is loaded anew with them", DEADLINE, async () => {
    const styles = (page) => page.evaluate(() => [...document.styleSheets].map(({ href }) => href).filter((href) => /rows-[^/]*\.css$/.test(href)).length);
    const css = /assets\/rows-[^/]*\.css/;
    for (const first of ["rows", "new"]) {
        const page = await open(`#/WorkEngagement/${first}`, { complains: BLOCKED, prepare: aborted(css) });
        if (first === "new") await page.getByRole("link", { name: "Rows", exact: true }).click();
        await page.getByRole("alert").getByText("This view could not be fetched").waitFor();
        await page.context().unroute(css);
        await page.getByRole("button", { name: "Try again" }).click();
        await outcome(page).getByText("rows on page 1").waitFor();
        assert.equal(await styles(page), 1, first);
    }
});

test("a worker that does not come is told, and comes another time", DEADLINE, async () => {
    const workers = /assets\/worker-[^/]*\.js/;
    const page = await open("#/WorkEngagement/import", { complains: BLOCKED, prepare: aborted(workers) });
    await page.getByRole("button", { name: "Make up 1,000 rows" }).click();
    await page.getByText("It could not be read:").first().waitFor();
    await page.getByLabel("Or paste rows").fill("name\nAnna");
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText("what reads files could not be fetched").first().waitFor();
    await page.context().unroute(workers);
    await page.getByLabel("Or paste rows").fill("name\nAnna");
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText(/rows? checked/).first().waitFor();
});

test("what the first view needs is asked for before the library is there, and nothing that it does not need", DEADLINE, async () => {
    for (const [view, needed, not] of [
        ["#/WorkEngagement/rows", [/rows-[^/]*\.js$/], [/import-/, /connection-/, /worker-/]],
        ["#/WorkEngagement/import", [/import-[^/]*\.js$/], [/rows-[^/]*\.js$/, /connection-/]],
        ["#/WorkEngagement/new", [], [/rows-/, /import-/, /connection-/, /worker-/, /faults-/]],
    ]) {
        const asked = [];
        let come = () => {};
        const prepare = async (page) => {
            page.on("request", (request) => asked.push(new URL(request.url()).pathname));
            const held = new Promise((resolve) => (come = resolve));
            await page.context().route("**/*.wasm", async (route) => (await held, route.continue()));
        };
        const page = await open(view, { prepare });
        const missing = () => needed.filter((pattern) => !asked.some((path) => pattern.test(path)));
        for (let waited = 0; missing().length > 0 && waited < 10_000; waited += 50) await page.waitForTimeout(50);
        assert.deepEqual(missing(), [], `${view} has asked for it while the wasm is on its way`);
        assert.deepEqual(asked.filter((path) => not.some((pattern) => pattern.test(path))), [], view);
        come();
        await page.getByRole("heading", { name: "Requests" }).waitFor();
    }
});
