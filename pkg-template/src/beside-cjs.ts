// Where the package's client.wasm lies, seen from slim/index.cjs: Node can tell, a bundler for pages cannot.

declare const __dirname: unknown;

/** Its path. */
export function beside(): URL | string | undefined {
    return typeof __dirname === "string" ? `${__dirname}/../client.wasm` : undefined;
}
