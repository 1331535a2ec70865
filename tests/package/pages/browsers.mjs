// Three browsers behind one small face: `open(address)` answers a page with `read(expression)`, which evaluates in it,
// and `problems()`: what its console and its uncaught errors said, but for what it may complain of.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { openWebKit } from "./webkit.mjs";

// As xtask/src/toolchain/browser.rs has them: no talk to anyone.
export const CHROMIUM_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/** Signals are page.mjs's affair, which ends all that there is. */
const NO_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

export const launch = {
    async chromium(endings) {
        const { chromium } = await import("playwright-core");
        const options = { executablePath: named("PIGELLO_CHROMIUM"), args: CHROMIUM_FLAGS, headless: true, chromiumSandbox: false };
        const context = await chromium.launchPersistentContext(freshProfile(endings), { ...options, ...NO_SIGNALS });
        const close = () => context.close();
        endings.add(close);
        return {
            close,
            async open(address, mayComplain) {
                const page = await context.newPage();
                return { ...(await watched(page, address, mayComplain)), playwright: page };
            },
        };
    },

    async firefox(endings) {
        const { launch: start } = await import("puppeteer-core");
        const options = { browser: "firefox", executablePath: named("PIGELLO_FIREFOX"), headless: true };
        const browser = await start({ ...options, ...NO_SIGNALS, userDataDir: freshProfile(endings) });
        const close = () => browser.close();
        endings.add(close);
        return { close, open: async (...asked) => watched(await browser.newPage(), ...asked) };
    },

    webkit: (endings) =>
        openWebKit(endings, { binary: named("PIGELLO_WEBKIT"), driver: named("PIGELLO_WEBKIT_DRIVER"), xvfb: named("PIGELLO_XVFB") }),
};

/** Playwright's and puppeteer's pages are alike in what is needed here. */
async function watched(page, address, mayComplain) {
    const problems = [];
    const note = (problem) => mayComplain?.test(problem) || problems.push(problem);
    page.on("console", (message) => {
        if (/^(error|warn)/.test(message.type())) note(`${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => note(String(error?.stack ?? error)));
    await page.goto(address.href, { timeout: 60_000 });
    return { read: (expression) => page.evaluate(expression), problems: async () => problems, close: () => page.close() };
}

function freshProfile(endings) {
    const profile = mkdtempSync(join(tmpdir(), "pigello-page-"));
    endings.add(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    return profile;
}

function named(variable) {
    if (!env[variable]) throw new Error(`${variable} is not set`);
    return env[variable];
}
