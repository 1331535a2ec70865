// What the page runs: chromium.mjs bundles it and asks it.

import { contenders } from "./contenders/all.mjs";
import { measure } from "./measure.mjs";

globalThis.measureAll = (options) => measure(contenders, options);
