// The sandbox as an HTTP server, for any language, with CORS for pages.

import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import process, { exit } from "node:process";
import type { Sandbox as PublicSandbox, SandboxOptions } from "../src/sandbox-public";
import { Sandbox as SandboxClass } from "../src/sandbox";

const Sandbox = SandboxClass as unknown as new (options?: SandboxOptions) => PublicSandbox;
const HOST = "127.0.0.1";

/** Serves until it is told to end. */
export function serve(port: number, dataFile: string | undefined): void {
    const sandbox = seeded(dataFile);
    const server = createServer((request, response) => void answer(sandbox, request, response));
    server.on("error", (error) => {
        const taken = `port ${port} is in use: end what listens there, or choose another with --port`;
        fail(error.code === "EADDRINUSE" ? taken : `cannot listen on port ${port}: ${error.message}`);
    });
    server.listen(port, HOST, () => {
        const address = server.address();
        const open = typeof address === "object" && address !== null ? address.port : port;
        console.log(greeting(`http://${HOST}:${open}`, sandbox));
    });
    let ending = false;
    const end = (): void => {
        if (ending) exit(0);
        ending = true;
        server.close(() => exit(0));
        server.closeAllConnections?.();
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
}

function seeded(dataFile: string | undefined): PublicSandbox {
    try {
        if (dataFile === undefined) return new Sandbox();
        return new Sandbox({ seed: JSON.parse(readFileSync(dataFile, "utf8")) as NonNullable<SandboxOptions["seed"]> });
    } catch (error) {
        return fail(`${dataFile === undefined ? "" : `${dataFile}: `}${(error as Error).message}`);
    }
}

function fail(problem: string): never {
    console.error(`pigello-client: ${problem}`);
    exit(1);
}

/** What to paste into a shell, after which `Pigello.fromEnv(process.env)` speaks with this server. */
function greeting(address: string, { credentials }: PublicSandbox): string {
    const variables = Object.entries(credentials).map(([name, value]) => `export PIGELLO_${upper(name, "_")}=${value}`);
    return [
        `The Pigello sandbox listens on ${address}; Ctrl-C ends it. For a shell:`,
        "",
        `export PIGELLO_BASE_URL=${address}`,
        ...variables,
        "",
        "and then, in JavaScript:",
        "",
        'import { Pigello } from "pigello-client";',
        "const pigello = Pigello.fromEnv(process.env);",
        "",
    ].join("\n");
}

/** `serviceVersionId` -> `SERVICE_VERSION_ID` */
function upper(name: string, separator: string): string {
    return name.replace(/[A-Z]/g, `${separator}$&`).toUpperCase();
}

async function answer(sandbox: PublicSandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = Date.now();
    const { method = "GET", url = "/" } = request;
    try {
        allowPages(sandbox, request, response);
        if (method === "OPTIONS") {
            response.statusCode = 204;
            response.end();
        } else {
            await answerFrom(sandbox, request, response);
        }
    } catch (error) {
        response.statusCode = 500;
        response.end(String(error));
    }
    console.log(`${method} ${url} ${response.statusCode} ${Date.now() - start} ms`);
}

async function answerFrom(sandbox: PublicSandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request;
    const body = await text(request);
    const answered = await sandbox.fetch(sandbox.baseUrl + url, { method, headers: headersOf(request), ...body });
    // No one looks at what was asked here, and the server may run for days.
    (sandbox.requests as unknown[]).length = 0;
    response.statusCode = answered.status;
    answered.headers.forEach((value, name) => response.setHeader(name, value));
    response.end(method === "HEAD" ? undefined : await answered.text());
}

async function text(request: IncomingMessage): Promise<{ body?: string }> {
    const decoder = new TextDecoder();
    let body = "";
    for await (const piece of request) body += decoder.decode(piece, { stream: true });
    body += decoder.decode();
    return body === "" ? {} : { body };
}

function headersOf({ headers }: IncomingMessage): [string, string][] {
    const known = Object.entries(headers).map(([name, value]): [string, string | undefined] => [
        name,
        Array.isArray(value) ? value.join(", ") : value,
    ]);
    return known.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** CORS: any page may ask, with our headers and whatever else it says it will send. */
function allowPages({ credentials }: PublicSandbox, { headers }: IncomingMessage, response: ServerResponse): void {
    const ours = Object.keys(credentials).map((name) => `X-PIGELLO-${upper(name, "-")}`);
    const asked = headers["access-control-request-headers"];
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE");
    response.setHeader("Access-Control-Allow-Headers", ["Content-Type", ...ours, ...(asked ? [asked] : [])].join(", "));
    response.setHeader("Access-Control-Expose-Headers", "Retry-After");
    response.setHeader("Access-Control-Max-Age", "600");
}
