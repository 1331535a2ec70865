// The same in Chromium: all contenders bundled into one page, which measures and answers. PIGELLO_CHROMIUM names the browser.

import { build } from "esbuild";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { launch } from "../../tests/package/pages/browsers.mjs";
import { Endings } from "../../tests/package/pages/endings.mjs";

const DEADLINE = 600_000;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Bench</title><script src="/page.js"></script>`;

/** The figures, and which Chromium it was. */
export async function inChromium(options) {
    const endings = new Endings();
    const late = setTimeout(() => void endings.all(), DEADLINE);
    try {
        const browser = await launch.chromium(endings);
        const page = await browser.open(new URL(await serve(await bundle(), endings)));
        const figures = await page.read(`measureAll(${JSON.stringify(options)})`);
        const version = await page.read(`navigator.userAgent.match(/Chrome\\/(\\d+)/)[1]`);
        const problems = await page.problems();
        if (problems.length > 0) throw new Error(problems.join("\n"));
        return { figures, version };
    } finally {
        clearTimeout(late);
        await endings.all();
    }
}

async function bundle() {
    const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL("page.mjs", import.meta.url))],
        bundle: true,
        minify: true,
        write: false,
        format: "iife",
        logLevel: "warning",
    });
    return outputFiles[0].text;
}

/** Without a policy: some contenders make functions from text, and are measured at their best. */
async function serve(script, endings) {
    const server = createServer(({ url }, response) => {
        // A page that is isolated has the finest clock.
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        if (url === "/") return response.setHeader("Content-Type", "text/html").end(PAGE);
        if (url === "/page.js") return response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(script);
        response.writeHead(204).end();
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    endings.add(() => {
        server.close();
        server.closeAllConnections();
    });
    return `http://127.0.0.1:${server.address().port}/`;
}
