// What Node gets: the same, with what Rust would say of the resources beforehand. A process that asks `validate` about good rows
// and ends needs no more, and takes half the time: the wasm is unpacked and compiled when Rust itself is asked. Pages are better
// off without these 18 KB.

import { resources, tables } from "resources:told";
import { init } from "./index";

export * from "./index";

void init(STAMP, resources, tables);
