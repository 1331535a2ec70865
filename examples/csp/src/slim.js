// The entry with the wasm in a file of its own. Where the policy forbids WebAssembly `init` fails, and the page goes on
// without.
import * as slim from "pigello-client/slim";
import { judge, list, show } from "./page.js";

let pigelloClient = slim;
try {
    await slim.init("/client.wasm");
} catch (error) {
    if (!(error instanceof slim.ConfigError)) throw error;
    show("refused", error.message);
    pigelloClient = await import("pigello-client/nowasm");
}
judge(pigelloClient);
await list(pigelloClient);
