// The public types of `pigello-client/slim`: those of `pigello-client`, but for `init`.

import type { InitInput } from "./public";
export * from "./public";

/**
 * Loads client.wasm, to be awaited before anything else: its URL, a `Response`, its bytes or a `WebAssembly.Module`.
 * Default: the file beside the package's code. Calls share one load, and one after it resolves at once; after one that
 * failed the next tries anew.
 * @throws `ConfigError` where it cannot be had, is another file or of another version, or where WebAssembly is forbidden.
 */
export declare function init(input?: InitInput | PromiseLike<InitInput>): Promise<void>;
