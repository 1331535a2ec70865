// Bundles a user's page and looks at it in Chromium: `node tests/package/page.mjs <esbuild|vite> <folder> <chromium> <flag>...`.
//
// The page is served as a careful site would: under a policy that allows its own scripts and 'wasm-unsafe-eval' only.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const [bundler, folder, executablePath, ...args] = process.argv.slice(2);
const dist = join(folder, "dist");

const bundle = {
    async esbuild() {
        const { build } = await import("esbuild");
        const entryPoints = [join(folder, "main.ts")];
        const { warnings } = await build({ entryPoints, outdir: dist, bundle: true, format: "esm", logLevel: "warning" });
        copyFileSync(join(folder, "index.html"), join(dist, "index.html"));
        return warnings.map(({ text }) => text);
    },
    async vite() {
        const { build, createLogger } = await import("vite");
        const warnings = [];
        const customLogger = createLogger("info");
        customLogger.warn = customLogger.warnOnce = (text) => warnings.push(text);
        // One large file is the nature of this package: its wasm is inside.
        const options = { target: "es2022", chunkSizeWarningLimit: 2000 };
        await build({ root: folder, customLogger, build: options });
        return warnings;
    },
};

const warnings = await bundle[bundler]();
assert.deepEqual(warnings, [], "the bundler has nothing to warn of");

const server = await serve();
const profile = mkdtempSync(join(tmpdir(), "pigello-page-"));
const browser = await chromium.launchPersistentContext(profile, { executablePath, args, headless: true, chromiumSandbox: false });
try {
    const page = await browser.newPage();
    const wrong = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    const thrown = new Promise((_, reject) => page.on("pageerror", reject));
    // An error may come while the page loads.
    thrown.catch(() => {});
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const text = (id) => page.locator(`#${id}`).textContent();
    const shown = page.waitForFunction(() => document.getElementById("persons").textContent !== "", undefined, { timeout: 20_000 });
    try {
        await Promise.race([shown, thrown]);
    } catch (error) {
        throw new Error(`the page showed no list; in its console: ${JSON.stringify(wrong)}`, { cause: error });
    }
    assert.match(await text("issues"), /\bemail:email\b/);
    assert.match(await text("persons"), /^\d+ persons$/);
    assert.deepEqual(wrong, [], "nothing is wrong in the console");
    console.log(`${bundler}: ${await text("issues")}; ${await text("persons")}`);
} finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
}

function serve() {
    const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json" };
    const config = JSON.stringify({ baseUrl: process.env.PIGELLO_BASE_URL, credentials: credentials(process.env) });
    const policy = `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' ${process.env.PIGELLO_BASE_URL}`;
    const server = createServer((request, response) => {
        const path = request.url === "/" ? "/index.html" : normalize(request.url);
        if (path === "/favicon.ico") return response.writeHead(204).end();
        response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
        response.setHeader("Content-Security-Policy", policy);
        try {
            response.end(path === "/config.json" ? config : readFileSync(join(dist, path)));
        } catch {
            response.writeHead(404).end();
        }
    });
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

// PIGELLO_CLIENT_CT -> clientCt, for all seven.
function credentials(environment) {
    const variables = Object.entries(environment).filter(([name]) => name.startsWith("PIGELLO_") && name !== "PIGELLO_BASE_URL");
    const known = /^PIGELLO_(CUSTOMER_ID|APPLICATION_ID|SERVICE_ID|SERVICE_VERSION_ID|CLIENT_CT|CLIENT_ENTITY|CLIENT_SECRET)$/;
    return Object.fromEntries(
        variables.flatMap(([name, value]) => {
            const words = known.exec(name)?.[1].toLowerCase();
            return words ? [[words.replace(/_(.)/g, (_, letter) => letter.toUpperCase()), value]] : [];
        }),
    );
}
