// The wasm as an imported module: Cloudflare's workerd compiles no bytes, and hands out what was deployed with the code.

import module from "wasm:module";
import { ConfigError, internalError } from "./errors";
import type { InitSync } from "./load";

/** Starts the glue. */
export function start(initSync: InitSync): void {
    if (!(module instanceof WebAssembly.Module)) {
        throw new ConfigError(
            "the `workerd` entry imports a `.wasm` file and got no WebAssembly.Module: bundle with a tool for Workers, " +
                "such as wrangler, or without the condition `workerd`",
        );
    }
    try {
        initSync({ module });
    } catch (error) {
        throw internalError(error);
    }
}
