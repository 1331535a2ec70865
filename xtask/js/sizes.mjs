// Prints as JSON how large files are: `node xtask/js/sizes.mjs <file>...` -> { file: { raw, gzip, brotli } }.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const sizes = {};
for (const file of process.argv.slice(2)) {
    const bytes = readFileSync(file);
    sizes[file] = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}
console.log(JSON.stringify(sizes));
