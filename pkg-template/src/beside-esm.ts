// Where the package's client.wasm lies, seen from slim/index.js. Vite and webpack know this very spelling, and put the
// file beside what they build.

/** Its address. */
export function beside(): URL | string | undefined {
    try {
        return new URL("../client.wasm", import.meta.url);
    } catch {
        // A bundle that is no module does not know where it is.
        return undefined;
    }
}
