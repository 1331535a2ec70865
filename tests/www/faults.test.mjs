// Faults at the press of a button, and what one sees of retries in the log.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DEADLINE, logged, open, outcome, shoot } from "./browser.mjs";

/** Presses faults, then asks for the rows; answers when. */
async function meet(page, ...faults) {
    await outcome(page).getByText("rows on page").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    for (const fault of faults) await page.getByRole("button", { name: fault }).click();
    const asked = Date.now();
    await page.getByRole("button", { name: "Show rows" }).click();
    return asked;
}

/** What the log says, the oldest first. */
const log = async (page) => (await logged(page).locator(".what").allInnerTexts()).reverse().map((text) => text.replace(/^\S+\s+/, ""));

test("a 429 is waited for as it says, and then the rows come", DEADLINE, async () => {
    const page = await open();
    const asked = await meet(page, "429, wait 2 s");
    await page.getByText(/RateLimitError → again in 2000 ms|429 → again in 2000 ms/).waitFor();
    await shoot(page, "faults");
    await page.getByRole("log").getByText("200", { exact: true }).waitFor();
    assert.ok(Date.now() - asked >= 2_000, "it waited");
    assert.deepEqual((await log(page)).slice(0, 4).map((line) => line.replace(/RateLimitError|429 →/, "429").replace(/→ /, "")), ["GET asked", "GET 429", "GET 429 again in 2000 ms", "GET try 2"]);
});

test("a server that is down, a cut connection and a lost answer are tried again for a list", DEADLINE, async () => {
    for (const fault of ["Server down", "Cut connection", "Lost answer"]) {
        const page = await open();
        await meet(page, fault);
        await page.getByText(/NetworkError → again in \d+ ms/).first().waitFor();
        await page.getByText("try 2").waitFor();
        await page.getByRole("log").getByText("200", { exact: true }).last().waitFor();
        await outcome(page).getByText("rows on page 1").waitFor();
    }
});

test("three in a row are an error that says what happened", DEADLINE, async () => {
    const page = await open();
    await meet(page, "Server down", "Server down", "Server down");
    await outcome(page).getByText("had no answer (tried 3 times)").waitFor();
    assert.equal((await log(page)).filter((line) => line.includes("again in")).length, 2);
});

test("a slow answer comes, and the page stays usable meanwhile", DEADLINE, async () => {
    const page = await open();
    await meet(page, "Slow (3 s)");
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Value of filter 1").fill("while it waits");
    await outcome(page).getByText(/in (2|3|4|5) ?[,.]?\d{3} ms/).waitFor();
});

test("a create whose answer is lost is not sent again: nobody knows whether it was done", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/new");
    await page.getByRole("button", { name: "Lost answer" }).click();
    await page.getByRole("form").getByLabel("Name").fill("Rondering");
    await page.getByRole("button", { name: "Create" }).click();
    await outcome(page).getByText("had no answer").waitFor();
    assert.equal((await log(page)).filter((line) => line.startsWith("POST")).join(), "POST asked,POST no answer");
    assert.equal(await page.getByRole("form").getByLabel("Name").inputValue(), "Rondering", "what was typed is still there");
});
