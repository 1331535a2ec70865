// The entry without WebAssembly, which no policy forbids.
import * as pigelloClient from "pigello-client/nowasm";
import { judge, list } from "./page.js";

judge(pigelloClient);
await list(pigelloClient);
