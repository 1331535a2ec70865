// What is shown in a guide is taken from it: each block stands, line for line, in a file beside the text.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "./markdown.mjs";

/** The file below the folder that the block is a part of, or `undefined`. Indentation is the page's own. */
export function sourceOf(text, folder, files = sourcesBelow(folder)) {
    const wanted = lines(text);
    if (wanted.every((line) => line === "")) return undefined;
    return files.find((file) => stands(wanted, lines(readFileSync(join(folder, file), "utf8"))));
}

/** Texts are no sources of what they show themselves, nor are lock files. */
export function sourcesBelow(folder) {
    return filesBelow(folder).filter((file) => !/\.md$|package-lock\.json$|\.(wasm|png|zst|gz)$/.test(file));
}

function lines(text) {
    return text.trimEnd().split("\n").map((line) => line.trim());
}

function stands(wanted, all) {
    return all.some((_, start) => wanted.every((line, at) => all[start + at] === line));
}
