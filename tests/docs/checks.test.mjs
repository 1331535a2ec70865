// Each check, against a mistake that was planted for it.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sourceOf } from "./blocks.mjs";
import { programsOf, wrongOutput } from "./examples-of-package.mjs";
import { brokenLink, missingPath } from "./links.mjs";
import { parseMarkdown } from "./markdown.mjs";
import { wrongCommand } from "./shell.mjs";

const folder = mkdtempSync(join(tmpdir(), "pigello-docs-"));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "guide/src"), { recursive: true });
const put = (name, text) => writeFileSync(join(folder, "guide", name), text);
put("README.md", "# A guide\n\n## Some `code` here\n\n```js\nshown();\n```\n");
put("src/app.js", "function app() {\n    one();\n    two();\n}\n");
put("package.json", JSON.stringify({ scripts: { test: "node --test" } }));

const SHELL = {
    folder: join(folder, "guide"),
    help: (program, command) => ({ "xtask undefined": "  build  Build\n", "xtask build": "--bless\n", "xtask other": "" })[`${program} ${command}`],
};

test("blocks, links, words in code and headings are found, with their lines", () => {
    const { blocks, links, codes, anchors } = parseMarkdown("# One two\n\n- item\n\n  ```js\n  a();\n  ```\n\n| a |\n|---|\n| [b](c.md#d) `e` |\n\n# One two\n");
    assert.deepEqual(blocks, [{ language: "js", text: "a();\n", line: 5 }]);
    assert.deepEqual(links.map(({ to }) => to), ["c.md#d"]);
    assert.deepEqual(codes.map(({ text }) => text), ["e"]);
    assert.deepEqual([...anchors], ["one-two", "one-two-1"]);
});

test("a block stands in a file but for its indentation, and its lines follow each other there", () => {
    const guide = join(folder, "guide");
    assert.equal(sourceOf("one();\ntwo();\n", guide), "src/app.js");
    assert.equal(sourceOf("    one();\n        two();", guide), "src/app.js");
    for (const wrong of ["one();\ntree();", "two();\none();", "one();\n\ntwo();", "one()", "", "shown();"]) assert.equal(sourceOf(wrong, guide), undefined, wrong);
});

test("what is shown below a block is what it prints, to the last character", () => {
    const [first, second] = programsOf(parseMarkdown("```ts\na();\n```\n\nIt prints:\n\n```text\none\ntwo\n```\n\n```js\nb();\n```\n").blocks);
    assert.equal(wrongOutput(first, "one\ntwo\n"), undefined);
    for (const printed of ["one\n", "one\ntwo", "one\ntvo\n", "one\n two\n", "", "one\ntwo\nthree\n"]) assert.match(wrongOutput(first, printed), /is shown/, printed);
    assert.equal(wrongOutput(second, "anything"), undefined, "nothing is shown below it");
});

test("a link leads to a file inside, and to a heading that is there", () => {
    const file = join(folder, "guide/README.md");
    const wrong = (to, root = folder) => brokenLink(to, file, root);
    for (const right of ["src/app.js", "src", "#a-guide", "README.md#some-code-here", "https://example.com/x"]) assert.equal(wrong(right), undefined, right);
    assert.equal(wrong("src/ap.js"), "leads to no file");
    assert.equal(wrong("#a-gide"), "names a heading that is not there");
    assert.equal(wrong("src/app.js#x"), "names a heading of what has none");
    assert.equal(wrong("../../x"), "leads out");
    assert.equal(wrong("../guide", join(folder, "guide/src")), "leads out");
    assert.equal(wrong("http://example.com"), "is of no kind that we use");
});

test("a path in code is there, from the root or from the file that names it", () => {
    const file = join(folder, "guide/README.md");
    for (const right of ["src/app.js", "src", "a/b", "npm test", "src/dist", "src/dist/a.js"]) assert.equal(missingPath(right, file, folder), false, right);
    assert.equal(missingPath("src/app.js", file, join(folder, "guide")), false);
    for (const wrong of ["src/ap.js", "src/distant"]) assert.equal(missingPath(wrong, file, folder), true, wrong);
});

test("a command exists, with its options", () => {
    const wrong = (line) => wrongCommand(line, SHELL);
    for (const right of ["", "# words", "cargo xtask build --bless  # so", "npm test", "npm install --save-dev vitest", "A=b node src/app.js", "node --test"]) {
        assert.equal(wrong(right), undefined, right);
    }
    assert.equal(wrong("cargo xtask biuld"), "xtask has no biuld");
    assert.equal(wrong("cargo xtask other"), "xtask has no other", "its help does not name it");
    assert.equal(wrong("cargo xtask build --bles"), "xtask build has no --bles");
    assert.equal(wrong("cargo bless"), "cargo has no bless that we use");
    assert.equal(wrong("npx pigello-klient sandbox"), "npx pigello-klient is not ours");
    assert.equal(wrong("npm start"), "package.json has no script start");
    assert.equal(wrong("npm run build"), "package.json has no script build");
    assert.equal(wrong("npm instal"), "npm instal is none that we use");
    assert.equal(wrong("node src/ap.js"), "there is no src/ap.js");
    assert.equal(wrong("pnpm i"), "pnpm is no program that we know");
});
