// A person in front of the page: Chromium, driven by roles and labels. `cargo xtask test` runs the tests beside this file;
// PIGELLO_PAGE is the page's address, PIGELLO_PAGE_SHOTS where screenshots are kept, PIGELLO_CHROMIUM the browser.
//
// Whatever a test does, the page must not complain in its console, and must ask nobody but its own origin and the address
// that was entered.

import assert from "node:assert/strict";
import { join } from "node:path";
import { env } from "node:process";
import { after, afterEach } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS } from "../package/pages/browsers.mjs";

export const PAGE = env.PIGELLO_PAGE;
export const DEADLINE = { timeout: 60_000 };
/** How long anything that a person waits for may take, on a machine that has other work. */
const PATIENCE_MS = 20_000;

let browser;
const pages = [];

afterEach(async () => {
    const found = pages.splice(0);
    for (const { page, problems } of found) {
        await page.context().close();
        assert.deepEqual(problems, [], "the page complained");
    }
});
after(() => browser?.close());

/** Opens the page at a view. `also`: whom it may ask beside its own origin; `complains`: what its console may say;
 *  `prepare`: what is done to the page before it is there. */
export async function open(view = "", { also, complains, prepare, ...options } = {}) {
    browser ??= await chromium.launch({ executablePath: env.PIGELLO_CHROMIUM, args: CHROMIUM_FLAGS, chromiumSandbox: false });
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: "en-GB", ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const problems = [];
    pages.push({ page, problems });
    page.on("console", (message) => {
        const { url } = message.location();
        if (/error|warning/.test(message.type()) && !complains?.test(message.text())) problems.push(`${message.text()} (${url})`);
    });
    page.on("pageerror", (error) => problems.push(String(error.stack)));
    const allowed = [new URL(PAGE).origin, ...(also ? [new URL(also).origin] : [])];
    context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol !== "blob:" && !allowed.includes(url.origin)) problems.push(`it asked ${url}`);
    });
    await prepare?.(page);
    await page.goto(`${PAGE}${view}`);
    return page;
}

/** Keeps a picture, to be looked at. */
export const shoot = (page, name, fullPage = false) =>
    page.screenshot({ path: join(env.PIGELLO_PAGE_SHOTS, `${name}.png`), fullPage, animations: "disabled" });

/** The rows of the table, as texts. */
export async function rowsOf(page) {
    const rows = page.getByRole("region", { name: "Rows" }).locator("tbody tr");
    await rows.first().waitFor();
    return rows.allInnerTexts();
}

/** What the page says came of something. */
export const outcome = (page) => page.locator("main > [role=status]");

/** The requests in the log, the latest first. */
export const logged = (page) => page.getByRole("log").getByRole("listitem");
