// The page over the sandbox's HTTP server, another origin: with credentials (a sandbox's are no secret) and CORS.
import { expect } from "@playwright/test";
import { test } from "./served.js";

test.beforeEach(({ page, settings }) => page.addInitScript((given) => (globalThis.pigelloSettings = given), settings));

test("what the page saves is on the server", async ({ page, pigello }) => {
    await page.goto("/");
    await page.getByLabel("Namn").fill("Karin Åkerö");
    await page.getByLabel("Titel").fill("Ekonom");
    await page.getByRole("button").click();
    await expect(page.getByRole("status")).toHaveText("Sparad: Karin Åkerö");
    const saved = await pigello.organization.externalClientContactPerson.list();
    expect(saved.map(({ name, title }) => [name, title])).toEqual([["Karin Åkerö", "Ekonom"]]);
});

test("what is on the server is in the list, and nothing of another test", async ({ page, pigello }) => {
    const external_client = { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" };
    await pigello.organization.externalClientContactPerson.bulkWrite(
        ["Åsa Åkerö", "Erik Ek"].map((name) => ({ name, title: "Ekonom", external_client })),
    );
    await page.goto("/");
    await page.getByRole("searchbox").fill("ÅKERÖ");
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("listitem")).toHaveText(["Åsa Åkerö"]);
});
