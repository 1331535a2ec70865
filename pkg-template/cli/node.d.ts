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
    export function readFileSync(file: string | URL): Bytes;
    export function readSync(descriptor: number, bytes: Uint8Array, start: number, length: number, position: number): number;
    export function fstatSync(descriptor: number): { readonly size: number; readonly mtimeMs: number };
    export function writeFileSync(file: string, text: string, options: { readonly flag: "wx" }): void;
    export function linkSync(from: string, to: string): void;
    export function readlinkSync(file: string): string;
    export function realpathSync(file: string): string;
    export function mkdirSync(folder: string, options: { readonly recursive: true }): void;
    export function renameSync(from: string, to: string): void;
    export function rmSync(file: string, options: { readonly recursive?: true; readonly force: true }): void;
    export function mkdtempSync(prefix: string): string;
    export function existsSync(file: string): boolean;
    export function ftruncateSync(descriptor: number, length: number): void;
    interface Stats {
        readonly mode: number;
        readonly size: number;
        readonly dev: number;
        readonly ino: number;
        isFile(): boolean;
        isFIFO(): boolean;
        isSocket(): boolean;
        isCharacterDevice(): boolean;
    }
    export function statSync(file: string): Stats;
    export function createReadStream(file: string): AsyncIterable<Uint8Array>;
    export function openSync(file: string, flags: "r" | "r+" | "w" | "wx" | "a", mode?: number): number;
    export function closeSync(descriptor: number): void;
    export function fsyncSync(descriptor: number): void;
    export function writeSync(descriptor: number, text: string): number;
    export function writeSync(
        descriptor: number,
        bytes: Uint8Array,
        start: number,
        length?: number,
        position?: number,
    ): number;
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
    export function basename(file: string): string;
    export function dirname(file: string): string;
    export function join(...parts: string[]): string;
}

declare module "node:os" {
    export function hostname(): string;
    export function tmpdir(): string;
}

declare module "string-width" {
    export default function widthOf(text: string): number;
}

declare module "cli-progress" {
    class SingleBar {
        constructor(options: Readonly<Record<string, string | number | boolean>>);
        start(total: number, value: number, told: Readonly<Record<string, string>>): void;
        update(value: number, told: Readonly<Record<string, string>>): void;
        stop(): void;
    }
    const progress: { readonly SingleBar: typeof SingleBar };
    export default progress;
}

declare module "node:crypto" {
    export interface Hash {
        update(data: string | Uint8Array): Hash;
        copy(): Hash;
        digest(form: "hex"): string;
    }
    export interface Crypto {
        createHash(algorithm: "sha1" | "sha256"): Hash;
        readonly hash?: (algorithm: "sha1", data: string) => string;
    }
}

interface NodeOutput {
    readonly isTTY?: boolean;
    readonly columns?: number;
    write(text: string, done?: (error?: { readonly code?: string } | null) => void): boolean;
    once(event: "drain", listener: () => void): void;
    on(event: "error", listener: (error: { readonly code?: string }) => void): void;
}

// Not by `import` from node:process, which opens standard input, output and error at once: that takes 2 ms.
declare const process: {
    readonly argv: string[];
    readonly pid: number;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly platform: string;
    readonly stdin: AsyncIterable<Uint8Array>;
    readonly stdout: NodeOutput;
    readonly stderr: NodeOutput;
    exit(code: number): never;
    on(signal: "SIGINT" | "SIGTERM", listener: () => void): void;
    kill(pid: number, signal: 0): true;
};

/** The file begins with it (xtask/src/build/bundle.rs). */
declare function require(name: "node:crypto"): import("node:crypto").Crypto;

declare function setImmediate(work: () => void): void;
