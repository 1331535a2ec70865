// The sandbox as an HTTP server, for any language, with CORS for pages. The rows' file is the affair of data.ts, and
// which requests meet a fault that of faults.ts.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Sandbox as PublicSandbox, SandboxOptions } from "../src/sandbox-public";
import { NotJson, open, type DataFile } from "./data";
import { EXIT } from "./ending";
import type { Fault, Luck } from "./faults";
import { headersOf, pathOf, printed, Refused, refuse, refuseMalformed, saysTooLong, textOf, tooLong } from "./request";

type SandboxClass = new (options?: SandboxOptions) => PublicSandbox;
const HOST = "127.0.0.1";
/** How long requests that are under way may take once the server is told to end. */
const PATIENCE_MS = 3_000;

/** What the command line asks for. */
export interface Wish {
    readonly port: number;
    readonly data?: string;
    /** Whether the rows that a body names must be there. */
    readonly checkRelations: boolean;
    /** Draws what a request meets. */
    readonly luck: () => Luck;
}

interface Served {
    readonly sandbox: PublicSandbox;
    readonly file: DataFile | undefined;
    readonly luck: () => Luck;
}

/** Serves until it is told to end. */
export async function serve({ port, data, checkRelations, luck }: Wish): Promise<void> {
    // Here, since an import at the top is everyone's, in one file with all commands.
    const { createServer } = await import("node:http");
    const { Sandbox } = (await import("../src/sandbox")) as unknown as { readonly Sandbox: SandboxClass };
    const { sandbox, file } = begun(Sandbox, data, checkRelations);
    const served = { sandbox, file, luck };
    let ending = false;
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
        // A connection that is kept for later requests would keep the server from ending.
        response.on("close", () => ending && server.closeIdleConnections?.());
        void answered(served, request, response);
    };
    const server = createServer(answer);
    server.on("checkContinue", (request, response) => {
        if (!saysTooLong(request)) response.writeContinue();
        answer(request, response);
    });
    server.on("clientError", ({ code }, socket) => {
        const status = refuseMalformed(code, socket);
        if (status !== undefined) console.log(`malformed request ${status}`);
    });
    server.on("error", (error) => {
        file?.release();
        const taken = `port ${port} is in use: end what listens there, or choose another with --port`;
        const forbidden = `port ${port} needs rights that this user lacks: choose another with --port`;
        const why = { EADDRINUSE: taken, EACCES: forbidden }[String(error.code)];
        fail(why ?? `cannot listen on port ${port}: ${error.message}`, EXIT.usage);
    });
    server.listen(port, HOST, () => {
        const address = server.address();
        const open = typeof address === "object" && address !== null ? address.port : port;
        for (const note of file?.notes ?? []) console.log(note);
        console.log(greeting(`http://${HOST}:${open}`, sandbox));
    });
    const end = (): void => {
        // What was acknowledged is on the disk already.
        if (ending) process.exit(1);
        ending = true;
        server.close(() => void ended(served));
        server.closeIdleConnections?.();
        setTimeout(() => server.closeAllConnections?.(), PATIENCE_MS);
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
}

async function ended({ sandbox, file }: Served): Promise<void> {
    try {
        await file?.end(sandbox.data());
    } catch (error) {
        fail((error as Error).message);
    }
    process.exit(0);
}

function begun(
    Sandbox: SandboxClass,
    name: string | undefined,
    checkRelations: boolean,
): { sandbox: PublicSandbox; file: DataFile | undefined } {
    if (name === undefined) return { sandbox: new Sandbox({ checkRelations }), file: undefined };
    try {
        const file = open(name);
        try {
            const sandbox = new Sandbox({ seed: file.rows, onWrite: file.note, checkRelations });
            file.begin(sandbox.data());
            return { sandbox, file };
        } catch (error) {
            file.release();
            throw error;
        }
    } catch (error) {
        if (error instanceof NotJson) sayWhere(Sandbox, name, error.text);
        return fail(`${name}: ${(error as Error).message}`);
    }
}

/** The sandbox's own reader of JSON names the line and the column. */
function sayWhere(Sandbox: SandboxClass, name: string, seed: string): void {
    try {
        new Sandbox({ seed });
    } catch (error) {
        fail(`${name}: ${(error as Error).message}`);
    }
}

function fail(problem: string, code: number = EXIT.rows): never {
    console.error(`pigello-client: ${problem}`);
    process.exit(code);
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

/** Answers a request, and writes a line that says how. */
async function answered(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = Date.now();
    const { method = "GET", url = "/" } = request;
    // Who goes away before the answer is no failure of the server's.
    request.on("error", () => {});
    response.on("error", () => {});
    const status = await outcome(served, request, response);
    console.log(`${method} ${printed(url)} ${status} ${Date.now() - start} ms`);
}

/** Answers, and says the answer's status, or what became of the answer. */
async function outcome(served: Served, request: IncomingMessage, response: ServerResponse): Promise<string> {
    try {
        allowPages(served.sandbox, request, response);
        if (request.method === "OPTIONS") {
            response.statusCode = 204;
            response.end();
            return "204";
        }
        const { delayMs, fault } = served.luck();
        if (delayMs > 0) await new Promise<void>((resolve) => void setTimeout(resolve, delayMs));
        return await carriedOut(served, request, response, fault);
    } catch (error) {
        if (request.socket.writable === false) return "gone";
        if (error instanceof Refused) {
            response.setHeader("Connection", "close");
            refuse(response, error.status, error.sentence);
            return String(error.status);
        }
        if (response.headersSent) request.socket.destroy();
        else refuse(response, 500, String(error));
        return "500";
    }
}

async function carriedOut(
    { sandbox, file }: Served,
    request: IncomingMessage,
    response: ServerResponse,
    fault: Fault | undefined,
): Promise<string> {
    if (saysTooLong(request) && request.headers.expect !== undefined) throw tooLong();
    const body = await textOf(request);
    if (fault?.kind === "network") return broken(request, "network");
    if (fault?.kind === "status") return refusedByLuck(response, fault);
    const { method = "GET" } = request;
    const asked = { method, headers: headersOf(request), ...(body !== undefined && { body }) };
    const answer = await sandbox.fetch(sandbox.baseUrl + pathOf(request), asked);
    // No one looks at what was asked here, and the server may run for days.
    (sandbox.requests as unknown[]).length = 0;
    const text = await answer.text();
    await kept(file);
    if (fault?.kind === "lose") return broken(request, `${answer.status} lost`);
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => response.setHeader(name, value));
    const bytes = new TextEncoder().encode(text);
    if (answer.status !== 204) response.setHeader("Content-Length", String(bytes.length));
    const end = fault?.kind === "cut" ? (fault.number ?? bytes.length >> 1) : bytes.length;
    if (end >= bytes.length || method === "HEAD") {
        response.end(bytes);
        return String(answer.status);
    }
    response.flushHeaders();
    if (end > 0) await new Promise<void>((resolve) => void response.write(bytes.subarray(0, end), resolve));
    return broken(request, `${answer.status} cut`);
}

/** Waits until what was written is on the disk. Where that fails nothing may be acknowledged any more. */
async function kept(file: DataFile | undefined): Promise<void> {
    try {
        await file?.saved();
    } catch (error) {
        fail(`what was written could not be kept: ${(error as Error).message}`);
    }
}

function broken({ socket }: IncomingMessage, what: string): string {
    socket.destroy();
    return what;
}

function refusedByLuck(response: ServerResponse, { number = 500, retryAfter }: Fault): string {
    if (retryAfter !== undefined) response.setHeader("Retry-After", String(retryAfter));
    const throttled = `Request was throttled. Expected available in ${retryAfter} seconds.`;
    refuse(response, number, number === 429 ? throttled : "This request met a fault, as --faults asks.");
    return `${number} fault`;
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
    // A page from the network asks for something on this machine.
    if (headers["access-control-request-private-network"] !== undefined) {
        response.setHeader("Access-Control-Allow-Private-Network", "true");
    }
}
