// The default entry. Where the policy forbids WebAssembly its first call throws, and the page goes on without.
import * as withWasm from "pigello-client";
import { judge, list, show } from "./page.js";

let pigelloClient = withWasm;
try {
    judge(pigelloClient);
} catch (error) {
    if (!(error instanceof withWasm.ConfigError)) throw error;
    show("refused", error.message);
    pigelloClient = await import("pigello-client/nowasm");
    judge(pigelloClient);
}
await list(pigelloClient);
