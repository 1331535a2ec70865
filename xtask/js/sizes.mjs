// Prints as JSON how large pages that import the package are, and files: `node xtask/js/sizes.mjs <folder> <name>=<file>...`
// -> { name: { raw, gzip, brotli } }. The package is taken from the folder's node_modules, as a user has it.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { pages } from "./sizes-pages.mjs";

const [folder, ...files] = process.argv.slice(2);

function measured(bytes) {
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

// Bundled as most users do: nothing is set but what makes a page of it.
async function bundled(contents) {
    const { outputFiles } = await build({
        stdin: { contents, resolveDir: folder, loader: "ts" },
        bundle: true,
        minify: true,
        format: "esm",
        write: false,
        // Keeps the import of a module of which only types are used, as a careful user's compiler does; the package
        // says itself that such an import does nothing and can be left out.
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
        logLevel: "warning",
    });
    return outputFiles[0].contents;
}

const sizes = {};
for (const [name, source] of Object.entries(pages)) sizes[name] = measured(await bundled(source));
for (const file of files) {
    const [name, path] = file.split(/=(.*)/s);
    sizes[name] = measured(readFileSync(path));
}
console.log(JSON.stringify(sizes));
