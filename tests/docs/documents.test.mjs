// Every Markdown file of the repository: its links lead somewhere, its blocks are taken from files beside it or compiled and
// run, its commands exist. A check that is not made is none: a block that no rule is for fails.
//
// PIGELLO_INSTALLED is a folder with the packed package installed, PIGELLO_XTASK the program behind `cargo xtask`, and the
// other PIGELLO_ variables name a sandbox server (xtask/src/test/docs.rs).

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceOf, sourcesBelow } from "./blocks.mjs";
import { compile, isFile, isOfGuide, programsOf, run, wrongOutput, wrongRows } from "./examples-of-package.mjs";
import { brokenLink, missingPath } from "./links.mjs";
import { filesBelow, parseMarkdown, readMarkdown } from "./markdown.mjs";
import { help } from "./programs.mjs";
import { wrongCommand } from "./shell.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const installed = env.PIGELLO_INSTALLED;
assert.ok(installed && env.PIGELLO_XTASK, "cargo xtask test says where things are");

const PACKAGE = "pkg-template/README.md";
const documents = filesBelow(root).filter((file) => file.endsWith(".md"));
const blocksOf = (file) => readMarkdown(join(root, file)).blocks;

/** How each block was tested, printed at the end. */
const told = [];
const tell = (file, { line, language }, how) => told.push(`${file}:${line}  ${language}  ${how}`);
after(() => console.log(told.sort().join("\n")));

test("the documents that matter are among those that are looked at", () => {
    for (const file of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "examples/README.md", PACKAGE]) {
        assert.ok(documents.includes(file), file);
    }
});

test("links lead to files and headings of the repository", () => {
    const broken = documents.flatMap((file) =>
        readMarkdown(join(root, file)).links.flatMap(({ to, line }) => {
            const wrong = brokenLink(to, join(root, file), root);
            return wrong ? [`${file}:${line} ${to} ${wrong}`] : [];
        }),
    );
    assert.deepEqual(broken, []);
});

test("links of what is packed lead to what is packed", () => {
    const folder = join(installed, "node_modules/pigello-client");
    const packed = filesBelow(folder).filter((file) => file.endsWith(".md"));
    assert.ok(packed.includes("README.md"));
    for (const file of packed) {
        for (const { to } of readMarkdown(join(folder, file)).links) assert.equal(brokenLink(to, join(folder, file), folder), undefined, `${file}: ${to}`);
    }
});

test("files that are named in code exist", () => {
    const missing = documents.flatMap((file) => {
        const { codes } = readMarkdown(join(root, file));
        return codes.filter(({ text }) => missingPath(text, join(root, file), root)).map(({ text, line }) => `${file}:${line} ${text}`);
    });
    assert.deepEqual(missing, []);
});

test("commands exist, in blocks and in the text", () => {
    const wrong = [];
    for (const file of documents) {
        let folder = join(root, dirname(file));
        for (const { text, line } of readMarkdown(join(root, file)).codes.filter(({ text }) => /^(cargo xtask|npx pigello-client) /.test(text))) {
            const mistake = wrongCommand(text, { folder, help });
            if (mistake) wrong.push(`${file}:${line} \`${text}\`: ${mistake}`);
        }
        for (const block of blocksOf(file).filter(({ language }) => language === "sh")) {
            const mistakes = block.text.split("\n").map((line) => wrongCommand(line, { folder, help })).filter(Boolean);
            wrong.push(...mistakes.map((mistake) => `${file}:${block.line} ${mistake}`));
            tell(file, block, "its commands and options exist");
        }
    }
    assert.deepEqual(wrong, []);
});

test("what a document shows stands in a file beside it", () => {
    const foreign = [];
    for (const file of documents.filter((file) => file !== PACKAGE)) {
        const folder = join(root, dirname(file));
        // A whole repository beside the two at its root: their blocks are looked for in the sources.
        const files = dirname(file) === "." ? sourcesBelow(root).filter((name) => /^(src|examples|xtask)\//.test(name)) : undefined;
        for (const block of blocksOf(file).filter(({ language }) => language !== "sh")) {
            const source = sourceOf(block.text, folder, files);
            if (source === undefined) foreign.push(`${file}:${block.line}`);
            else tell(file, block, `is a part of ${source}`);
        }
    }
    assert.deepEqual(foreign, []);
});

const blocks = blocksOf(PACKAGE);
const programs = programsOf(blocks);

test("the package's README compiles, block by block", () => {
    assert.ok(programs.length > 3);
    assert.equal(compile(programs, { root, installed }), "");
});

programs.forEach((program, at) => {
    test(`the package's README, line ${program.line}, runs`, () => {
        const printed = run(program, at, { root, installed });
        assert.equal(wrongOutput(program, printed), undefined);
        tell(PACKAGE, program, program.shown === undefined ? "compiles and runs" : "compiles, runs, and prints what is shown");
    });
});

test("what the package's README shows of a page stands in a guide", () => {
    const guides = join(root, "examples");
    const foreign = blocks.filter(isOfGuide).filter((block) => {
        const source = sourceOf(block.text, guides);
        if (source !== undefined) tell(PACKAGE, block, `is a part of examples/${source}`);
        return source === undefined;
    });
    assert.deepEqual(foreign, []);
});

test("the rows that the package's README shows are valid", () => {
    for (const block of blocks.filter(isFile)) {
        assert.equal(wrongRows(block, "externalClientContactPerson", installed), undefined);
        tell(PACKAGE, block, "is valid to `pigello-client validate`");
    }
    assert.match(wrongRows({ text: "Namn;E-post\nAnna;anna@\n" }, "externalClientContactPerson", installed), /line 2, E-post/, "a wrong row is found");
});

test("no block of the package's README is left out", () => {
    const others = blocks.filter((block) => !["sh", "text"].includes(block.language) && !isOfGuide(block) && !isFile(block));
    assert.equal(programs.length, others.length);
    const shown = blocks.filter(({ language }) => language === "text");
    assert.equal(programs.filter((program) => program.shown !== undefined).length, shown.length);
    for (const block of shown) tell(PACKAGE, block, "is what the block before it prints");
});

test("a mistake in a block of the package's README is found", () => {
    const planted = (text) => programsOf(parseMarkdown(`\`\`\`ts\n${text}\n\`\`\`\n`).blocks);
    const wrong = planted(`import { Pigello } from "pigello-client";\nPigello.fromEnv({}).organization.company.lst();`);
    assert.match(compile(wrong, { root, installed }), /lst/);
    assert.throws(() => run(wrong[0], 0, { root, installed }));
});

test("a wrong output that is shown in the package's README is found", () => {
    const [planted] = programsOf(parseMarkdown('```js\nconsole.log("one", 2);\n```\n\nIt prints:\n\n```text\none 3\n```\n').blocks);
    assert.equal(compile([planted], { root, installed }), "");
    assert.equal(wrongOutput(planted, run(planted, 0, { root, installed })), 'it prints "one 2\\n", and "one 3\\n" is shown');
    assert.equal(wrongOutput({ ...planted, shown: "one 2\n" }, run(planted, 0, { root, installed })), undefined);
});

test("every guide is in the list, and in the package's", () => {
    const guides = documents.filter((file) => /^examples\/[^/]+\/README\.md$/.test(file)).map((file) => file.slice("examples/".length));
    assert.ok(guides.length > 0);
    const linked = (file) => readMarkdown(join(root, file)).links.map(({ to }) => to);
    for (const guide of guides) {
        assert.ok(linked("examples/README.md").includes(guide), `examples/README.md: ${guide}`);
        assert.ok(readFileSync(join(root, PACKAGE), "utf8").includes(`](../examples/${guide})`), `${PACKAGE}: ${guide}`);
        assert.ok(existsSync(join(root, "examples", dirname(guide), "package.json")), `${guide} is a project`);
    }
});
