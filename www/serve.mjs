// Serves the built page: `node serve.mjs [folder]` on a free port of 127.0.0.1, or on PORT. The policy of index.html is sent
// as a header, too; what is compressed is compressed once.

import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "dist"));
const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
};

/** By path: what is answered, in each encoding. Only what is in the folder can be asked for. */
const files = new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(file));

function file(entry) {
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    const cache = name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    return [name, { type: TYPES[extname(name)] ?? "application/octet-stream", cache, plain, br: brotliCompressSync(plain), gzip: gzipSync(plain) }];
}

const html = files.get("/index.html")?.plain.toString();
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html ?? "")?.[1];
if (!policy) throw new Error(`${folder} has no index.html with a policy: run npm run build`);

const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://page");
    const found = files.get(pathname === "/" ? "/index.html" : pathname);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Vary", "Accept-Encoding");
    // A worker has the policy of its own script; of other files no one asks for it.
    if (/^\/$|\.html$|\/worker-[^/]+\.js$/.test(pathname)) {
        response.setHeader("Content-Security-Policy", `${policy}; frame-ancestors 'none'`);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
    if (!found) return response.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file.\n");
    if (!["GET", "HEAD"].includes(request.method)) return response.writeHead(405, { Allow: "GET, HEAD" }).end();
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const encoding = ["br", "gzip"].find((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted));
    const body = found[encoding ?? "plain"];
    response.writeHead(200, {
        "Content-Type": found.type,
        "Cache-Control": found.cache,
        "Content-Length": body.length,
        ...(encoding ? { "Content-Encoding": encoding } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
