// The library, ready. Its wasm is a file of its own here (`pigello-client/slim`), which the browser compiles while it comes:
// on a telephone that is a fifth of a second sooner than taking it out of the script. Whoever imports this waits for it.

import { init } from "pigello-client/slim";
import wasm from "pigello-client/client.wasm?url";
import { showStalled } from "./stalled";

async function compiled(): Promise<WebAssembly.Module> {
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(`client.wasm: ${response.status}`);
    // Not every server knows what WebAssembly is called.
    const named = response.headers.get("Content-Type")?.startsWith("application/wasm");
    return named ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

try {
    await init(compiled());
} catch (error) {
    // In the worker there is no page to show it: the worker's owner is told.
    if ("document" in globalThis) showStalled(error);
    else postMessage({ unable: String(error) });
    // Whoever waits for the library waits for ever.
    await new Promise(() => {});
}
