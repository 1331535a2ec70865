// What the page's sources may know: no field of the API, but in the sandbox's seeds.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const FOLDER = env.PIGELLO_PAGE_FOLDER;

test("no field of the API is named in the page's sources", async () => {
    const models = await import(pathToFileURL(join(FOLDER, "node_modules/pigello-client/index.js")));
    const names = Object.values(models).flatMap((model) => Object.keys(model.fields ?? {}));
    // Of one word there are too many that mean something else.
    const telling = [...new Set(names)].filter((name) => name.includes("_"));
    assert.ok(telling.length > 50);
    const files = readdirSync(join(FOLDER, "src"), { recursive: true }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith("seeds.ts"));
    assert.ok(files.length > 30);
    for (const file of files) {
        const text = readFileSync(join(FOLDER, "src", file), "utf8");
        assert.deepEqual(telling.filter((name) => text.includes(name)), [], file);
    }
});
