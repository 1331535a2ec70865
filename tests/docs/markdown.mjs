// A Markdown file as the checks see it: its fenced blocks, links, anchors and words in code. Nothing is judged here.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import GithubSlugger from "github-slugger";
import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: true });

/** Folders that are not ours to read, or are made anew. */
const SKIPPED = new Set(["node_modules", "target", "pkg", ".git", "dist", ".next"]);

/** Every file below the folder, in order, as a path from there. */
export function filesBelow(folder, from = folder) {
    const entries = readdirSync(from, { withFileTypes: true }).filter(({ name }) => !SKIPPED.has(name));
    const names = entries.flatMap((entry) => {
        const path = join(from, entry.name);
        return entry.isDirectory() ? filesBelow(folder, path) : [relative(folder, path)];
    });
    return names.sort();
}

export const readMarkdown = (file) => parseMarkdown(readFileSync(file, "utf8"));

/** `{ blocks: [{ language, text, line }], links: [{ to, line }], codes: [{ text, line }], anchors }`; lines from 1. */
export function parseMarkdown(text) {
    const found = { blocks: [], links: [], codes: [], anchors: new Set() };
    const slugger = new GithubSlugger();
    const tokens = parser.parse(text, {});
    tokens.forEach((token, index) => {
        const line = (token.map?.[0] ?? 0) + 1;
        if (token.type === "fence" || token.type === "code_block") {
            found.blocks.push({ language: token.info.trim(), text: token.content, line });
        }
        if (token.type === "heading_open") found.anchors.add(slugger.slug(words(tokens[index + 1])));
        if (token.type === "inline") inline(token, line, found);
    });
    return found;
}

function inline(token, line, { links, codes }) {
    for (const { type, content, attrs } of token.children) {
        if (type === "code_inline") codes.push({ text: content, line });
        const to = (type === "link_open" || type === "image") && attrs.find(([name]) => name === "href" || name === "src")?.[1];
        if (to) links.push({ to: decodeURI(to), line });
    }
}

function words({ children }) {
    return children.map(({ content }) => content).join("");
}
