// Where the package's client.wasm lies, seen from slim/index.js. Vite and webpack know this very spelling, and put the
// file beside what they build.

/** Its address. */
export function beside(): URL | string | undefined {
    return new URL("../client.wasm", import.meta.url);
}
