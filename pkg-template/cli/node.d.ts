// As much of Node as the command line needs: the package has no dependencies, not even for its types.

declare module "node:http" {
    export interface Socket {
        readonly writable: boolean;
        readonly bytesWritten: number;
        end(text: string): void;
        destroy(): void;
    }
    export interface IncomingMessage extends AsyncIterable<Uint8Array> {
        readonly method?: string;
        readonly url?: string;
        readonly headers: Readonly<Record<string, string | string[] | undefined>>;
        readonly socket: Socket;
        on(event: "error", listener: () => void): void;
        on(event: "data", listener: (piece: Uint8Array) => void): void;
        on(event: "end" | "close", listener: () => void): void;
        resume(): void;
    }
    export interface ServerResponse {
        statusCode: number;
        readonly headersSent: boolean;
        setHeader(name: string, value: string): void;
        flushHeaders(): void;
        writeContinue(): void;
        write(body: Uint8Array, done?: () => void): boolean;
        end(body?: string | Uint8Array): void;
        on(event: "error" | "close", listener: () => void): void;
    }
    type Answer = (request: IncomingMessage, response: ServerResponse) => void;
    export interface Server {
        listen(port: number, host: string, ready: () => void): void;
        address(): { readonly port: number } | string | null;
        on(event: "error", listener: (error: Error & { readonly code?: string }) => void): void;
        on(event: "clientError", listener: (error: Error & { readonly code?: string }, socket: Socket) => void): void;
        on(event: "checkContinue", listener: Answer): void;
        close(done: () => void): void;
        closeIdleConnections?(): void;
        closeAllConnections?(): void;
    }
    export function createServer(answer: Answer): Server;
}

declare module "node:fs" {
    interface Bytes extends Uint8Array {
        toString(encoding?: "utf8", start?: number, end?: number): string;
    }
    type Done = (error: Error | null) => void;
    export function readFileSync(file: string): Bytes;
    export function writeFileSync(file: string, text: string, options: { readonly flag: "wx" }): void;
    export function realpathSync(file: string): string;
    export function mkdirSync(folder: string, options: { readonly recursive: true }): void;
    export function renameSync(from: string, to: string): void;
    export function rmSync(file: string, options: { readonly force: true }): void;
    export function statSync(file: string): { readonly mode: number };
    export function openSync(file: string, flags: "r" | "w" | "a", mode?: number): number;
    export function closeSync(descriptor: number): void;
    export function fsyncSync(descriptor: number): void;
    export function writeSync(descriptor: number, text: string): number;
    export function writeSync(descriptor: number, bytes: Uint8Array, start: number): number;
    export function fdatasync(descriptor: number, done: Done): void;
    export function write(
        descriptor: number,
        bytes: Uint8Array,
        start: number,
        length: number,
        position: null,
        done: (error: Error | null, written: number) => void,
    ): void;
}

declare module "node:path" {
    export function dirname(file: string): string;
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
    export const pid: number;
    export function exit(code: number): never;
    // Not an export by name: Node's `process` inherits it.
    const process: {
        on(signal: "SIGINT" | "SIGTERM", listener: () => void): void;
        kill(pid: number, signal: 0): true;
    };
    export default process;
}
