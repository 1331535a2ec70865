// The library, ready. Its wasm is a file of its own here (`pigello-client/slim`), which the browser compiles while it comes:
// on a telephone that is a fifth of a second sooner than taking it out of the script. Whoever imports this waits for it.

import { init } from "pigello-client/slim";
import wasm from "pigello-client/client.wasm?url";

await init(WebAssembly.compileStreaming(fetch(wasm)));
