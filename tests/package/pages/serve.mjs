// Serves a page as a careful site would: under a policy that allows its own scripts and 'wasm-unsafe-eval' only.
// `/config.json` is what the page gives `new Pigello`.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { COLLECT } from "./problems.mjs";
import { settings } from "./seed.mjs";

const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".wasm": "application/wasm",
};

/** Serves the folder on a free port. Answers the address, and what of the folder was asked for in vain. */
export async function serve(folder, endings) {
    const missed = [];
    const server = createServer((request, response) => {
        const path = normalize(new URL(request.url, "http://a").pathname).replace(/\/$/, "/index.html");
        let body;
        try {
            body = content(folder, path);
        } catch {
            missed.push(`there is no ${path}`);
            return response.writeHead(404).end();
        }
        const scripts = ["'self'", "'wasm-unsafe-eval'", ...inlineHashes(body)].join(" ");
        const policy = `default-src 'self'; script-src ${scripts}; connect-src 'self' ${process.env.PIGELLO_BASE_URL}`;
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
        response.end(body);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    endings.add(() => {
        server.close();
        server.closeAllConnections();
    });
    return { address: `http://127.0.0.1:${server.address().port}/`, warned: () => missed };
}

/** An import map stands in the page itself, and a short script may: a policy allows them by their hashes. */
function inlineHashes(body) {
    const scripts = typeof body === "string" ? body.matchAll(/<script type="(?:importmap|module)">(.*?)<\/script>/gs) : [];
    return [...scripts].map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

function content(folder, path) {
    if (path === "/config.json") return settings();
    if (path === "/favicon.ico") return "";
    if (path === "/problems.js") return COLLECT;
    const file = readFileSync(join(folder, path));
    if (extname(path) !== ".html") return file;
    // WebDriver tells nothing of a page's console: the page itself notes what goes wrong.
    const page = file.toString().replace("<head>", '<head><script src="/problems.js"></script>');
    if (!page.includes("problems.js")) throw new Error(`${path} has no <head>`);
    return page;
}
