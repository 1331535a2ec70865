// Which pages a cell has, and in which browsers they are looked at, where it is not `/` in Chromium; and how to look.

import assert from "node:assert/strict";
import { until } from "./until.mjs";

const ALL = ["chromium", "firefox", "webkit"];

/** The wasm in the script, and in a file of its own. */
const SLIM_TOO = [{}, { path: "/slim.html" }];

export const cells = {
    vite: { browsers: ALL, pages: SLIM_TOO },
    "vite-dev": { pages: SLIM_TOO },
    "plain-page": { pages: SLIM_TOO },
    // A server component, a client component, a route handler in Node and one at the edge.
    next: {
        pages: [{}, { path: "/client" }, { path: "/by-route" }, { path: "/by-edge" }],
        // Next would rather not have an edge any more.
        mayWarn: [/Edge Runtime is deprecated/, /Using edge runtime on a page currently disables static generation/],
    },
};

const SHOWN = `Object.fromEntries(["issues", "persons", "error"].map((id) => [id, document.getElementById(id)?.textContent]))`;

/** Opens the page and answers what it shows once it shows persons. Whatever it said in its console is an error. */
export async function looked(browser, address, { act, mayComplain = [] }, folder) {
    const page = await browser.open(address);
    await act?.(page, folder);
    const wrong = async () => (await page.problems()).filter((problem) => !mayComplain.some((known) => known.test(problem)));
    const shown = await until(`${address} to show its persons`, async () => {
        const shown = await page.read(SHOWN);
        if (shown.persons) return shown;
        const problems = await wrong();
        if (problems.length > 0) throw new Error(`the page said: ${problems.join("\n")}`);
    });
    assert.deepEqual(await wrong(), [], "nothing is wrong in the console");
    await page.close();
    return shown;
}
