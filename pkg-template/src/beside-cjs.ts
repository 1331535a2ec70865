// Where the package's client.wasm lies, seen from slim/index.cjs: Node can tell, a bundler for pages cannot.

declare const __dirname: unknown;

/** Its path. */
export function beside(): URL | string | undefined {
    // In a page webpack has `/` stand for it.
    return typeof __dirname === "string" && __dirname !== "/" ? `${__dirname}/../client.wasm` : undefined;
}
