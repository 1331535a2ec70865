// Looks at a user's page in browsers: `node tests/package/page.mjs <a copy of a folder of tests/package>`.
//
// The copy has its dependencies and the package installed. It is built if it has a `build` script, and served: by its own
// `start` script, which is told a PORT, or else its dist/ (without a `build`, the folder itself) by pages/serve.mjs. A page
// shows in `#issues` what is wrong with its form, and in `#persons` the names that a filtered list found for `?search=…`.
// Which pages a cell has, and what else is done with them, stands in pages/cells.mjs.
//
// PIGELLO_BASE_URL and the seven credentials name a sandbox server; PIGELLO_CHROMIUM, PIGELLO_FIREFOX, PIGELLO_WEBKIT,
// PIGELLO_WEBKIT_DRIVER and PIGELLO_XVFB the browsers, as xtask/src/toolchain/browser.rs found them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { launch } from "./pages/browsers.mjs";
import { cells } from "./pages/cells.mjs";
import { Endings } from "./pages/endings.mjs";
import { shows } from "./pages/looks.mjs";
import { build, start } from "./pages/npm.mjs";
import { seed } from "./pages/seed.mjs";
import { serve } from "./pages/serve.mjs";

const folder = resolve(process.argv[2]);
const { browsers = ["chromium"], pages = [{}], mayWarn = [], built } = cells[basename(folder)] ?? {};
const { scripts = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** A little less than the matrix gives it: what it started, some of it out of the matrix's reach, ends in any case. */
const DEADLINE = 220_000;

const endings = new Endings();
const giveUp = async (why) => {
    console.error(`ended by ${why}`);
    await endings.all();
    process.exit(1);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, giveUp);
const deadline = setTimeout(giveUp, DEADLINE, "its deadline");
try {
    const rows = { folder, ...(await seed(folder)) };
    if (scripts.build) await build(folder, mayWarn, endings);
    built?.(folder);
    const served = scripts.start ? await start(folder, endings) : await serve(scripts.build ? join(folder, "dist") : folder, endings);
    for (const name of browsers) {
        const browser = await launch[name](endings);
        for (const { path = "/", look = shows, mayComplain } of pages.filter(({ only = name }) => only === name)) {
            const page = await browser.open(new URL(`${path}?search=${rows.search}`, served.address), mayComplain);
            console.log(`${name}, ${path}: ${await look(page, rows)}`);
            assert.deepEqual(await page.problems(), [], "nothing is wrong in the console");
            await page.close();
        }
        await browser.close();
    }
    assert.deepEqual(served.warned(), [], "its server complains of nothing");
} finally {
    clearTimeout(deadline);
    await endings.all();
}
