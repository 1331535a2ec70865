// The page over a sandbox in the test's own process: the test sees what was asked, and lets requests fail.
import { expect } from "@playwright/test";
import { test } from "./routed.js";

const LAST = "POST /organization/externalclientcontactperson/";
const asked = ({ requests }) => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

test("shows what is wrong, and sends nothing", async ({ page, sandbox }) => {
    await page.goto("/");
    await page.getByLabel("Titel").fill("Ekonom");
    await page.getByLabel("E-post").fill("karin");
    await page.getByRole("button").click();
    await expect(page.getByRole("status")).toHaveText("Måste fyllas i Måste vara en e-postadress");
    expect(asked(sandbox)).toEqual([]);
});

test("saves what was typed, and waits when there are too many requests", async ({ page, sandbox }) => {
    sandbox.failNext({ status: 429, headers: { "Retry-After": "0" }, times: 2 });
    await page.goto("/");
    await page.getByLabel("Namn").fill("Karin Åkerö");
    await page.getByLabel("Titel").fill("Ekonom");
    await page.getByRole("button").click();
    await expect(page.getByRole("status")).toHaveText("Sparad: Karin Åkerö");
    expect(asked(sandbox)).toEqual([LAST, LAST, LAST]);
    expect(JSON.parse(sandbox.requests[2].body)).toMatchObject({ name: "Karin Åkerö", title: "Ekonom" });
});

test("shows what the server says is wrong", async ({ page, sandbox }) => {
    sandbox.failNext({ status: 400, body: { name: ["Upptaget."] } });
    await page.goto("/");
    await page.getByLabel("Namn").fill("Karin");
    await page.getByLabel("Titel").fill("Ekonom");
    await page.getByRole("button").click();
    await expect(page.getByRole("status")).toHaveText("Upptaget.");
    expect(asked(sandbox)).toEqual([LAST]);
});

test("lists who is searched for", async ({ page, sandbox }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("BERG");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("listitem")).toHaveText(["Anna Berg", "Åsa Öberg"]);
    expect(sandbox.requests.map(({ url }) => new URL(url).search)).toEqual(["?name__icontains=BERG&_order_by=name"]);
});
