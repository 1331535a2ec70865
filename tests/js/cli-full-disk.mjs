// Preloaded into a command: the disk is full at one write to a file, of which half of the bytes get through. Which write says
// FULL_AT, from 1, and which file FULL_FILE, by how its name ends. Not a test itself.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { openSync, writeSync } = fs;
const { FULL_AT, FULL_FILE = ".journal" } = process.env;
let full = -1;
let writes = 0;
fs.openSync = (file, ...rest) => {
    const descriptor = openSync(file, ...rest);
    if (String(file).endsWith(FULL_FILE)) full = descriptor;
    return descriptor;
};
fs.writeSync = (descriptor, bytes, start, length, position) => {
    if (descriptor !== full || ++writes < Number(FULL_AT)) return writeSync(descriptor, bytes, start, length, position);
    if (writes > Number(FULL_AT)) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    return writeSync(descriptor, bytes, start, bytes.length >> 1, position);
};
syncBuiltinESMExports();
