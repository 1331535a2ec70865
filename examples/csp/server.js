// Serves the same page under two policies: /strict/… allows the page's own files only, /allowed/… WebAssembly too.
// The last part of the path names the script, and with it the entry of the package: default, slim, nowasm.
import { createReadStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { env } from "node:process";

const { baseUrl } = JSON.parse(readFileSync("public/config.json"));
const SELF = `default-src 'self'; connect-src 'self' ${baseUrl}`;
const POLICIES = { strict: SELF, allowed: `${SELF}; script-src 'self' 'wasm-unsafe-eval'` };

const page = (script) => `<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8" />
        <title>A page under a policy</title>
        <script type="module" src="/${script}.js"></script>
    </head>
    <body>
        <form>
            <input name="name" value="" />
            <input name="email" value="not an address" />
        </form>
        <output id="refused"></output>
        <output id="issues"></output>
        <output id="persons"></output>
    </body>
</html>`;

createServer((request, response) => {
    const [, policy, script] = /^\/(strict|allowed)\/(default|slim|nowasm)(?:\?|$)/.exec(request.url) ?? [];
    if (script !== undefined) {
        response.setHeader("Content-Security-Policy", POLICIES[policy]);
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        return response.end(page(script));
    }
    if (request.url === "/config.json") return file("public/config.json", "application/json", response);
    if (request.url === "/client.wasm") return file("node_modules/pigello-client/client.wasm", "application/wasm", response);
    if (/^\/[\w-]+\.js$/.test(request.url)) return file(`dist${request.url}`, "text/javascript", response);
    response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
}).listen(env.PORT ?? 3000, "127.0.0.1");

function file(path, type, response) {
    response.setHeader("Content-Type", type);
    createReadStream(path).on("error", () => response.writeHead(404).end()).pipe(response);
}
