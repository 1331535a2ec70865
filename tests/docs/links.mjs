// Links inside the repository lead to a file, and to a heading of it where they name one; paths in code are there. Links to
// elsewhere are not followed.

import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { readMarkdown } from "./markdown.mjs";

/** What is wrong with a link of this file, or `undefined`. `root` is where the world of the file ends. */
export function brokenLink(to, file, root) {
    if (/^(https:|mailto:)/.test(to)) return undefined;
    if (/^[a-z]+:/i.test(to)) return "is of no kind that we use";
    const [path, anchor] = to.split("#");
    const target = path === "" ? file : join(dirname(file), path);
    if (relative(root, target).startsWith("..")) return "leads out";
    if (!existsSync(target)) return "leads to no file";
    if (anchor === undefined) return undefined;
    if (!statSync(target).isFile() || !target.endsWith(".md")) return "names a heading of what has none";
    return readMarkdown(target).anchors.has(anchor) ? undefined : "names a heading that is not there";
}

/** Words in code that are a path of the repository, from its root or from the file that names it. */
const PATH = /^(src|tests|test|examples|xtask|pkg-template|bench|www)\/[\w./\-[\]]+$/;

/** What a build makes is not there before it. */
const MADE = /\/(dist|node_modules|target)(\/|$)/;

/** Whether the words are such a path, and nothing is there. */
export function missingPath(words, file, root) {
    return PATH.test(words) && !MADE.test(words) && ![root, dirname(file)].some((folder) => existsSync(join(folder, words)));
}
