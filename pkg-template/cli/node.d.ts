// As much of Node as the command line needs: the package has no dependencies, not even for its types.

declare module "node:http" {
    export interface IncomingMessage extends AsyncIterable<Uint8Array> {
        readonly method?: string;
        readonly url?: string;
        readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    }
    export interface ServerResponse {
        statusCode: number;
        setHeader(name: string, value: string): void;
        end(body?: string | Uint8Array): void;
    }
    export interface Server {
        listen(port: number, host: string, ready: () => void): void;
        address(): { readonly port: number } | string | null;
        on(event: "error", listener: (error: Error & { readonly code?: string }) => void): void;
        close(done: () => void): void;
        closeAllConnections?(): void;
    }
    export function createServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Server;
}

declare module "node:fs" {
    export function readFileSync(file: string, encoding: "utf8"): string;
}

declare module "node:util" {
    interface Option {
        readonly type: "string" | "boolean";
        readonly short?: string;
    }
    export function parseArgs(config: {
        args: readonly string[];
        options: Readonly<Record<string, Option>>;
        allowPositionals: boolean;
    }): { readonly values: Readonly<Record<string, string | boolean | undefined>>; readonly positionals: readonly string[] };
}

declare module "node:process" {
    export const argv: readonly string[];
    export function exit(code: number): never;
    // Not an export by name: Node's `process` inherits it.
    const process: { on(signal: "SIGINT" | "SIGTERM", listener: () => void): void };
    export default process;
}
