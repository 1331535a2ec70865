// A stream of many rows in little memory: run in a process of its own, with a small heap.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

test("a stream of 400 MB passes through a heap of 64 MB", () => {
    const script = `
        import { scripted } from ${JSON.stringify(new URL("./scripted.mjs", import.meta.url).href)};
        const line = JSON.stringify({ name: "x".repeat(1_000) }) + "\\n";
        const piece = new TextEncoder().encode(line.repeat(100));
        let left = 4_000;
        const body = () => new ReadableStream({ pull: (c) => (left-- > 0 ? c.enqueue(piece) : c.close()) });
        let rows = 0;
        for await (const { name } of scripted(() => new Response(body())).persons.stream()) rows += name.length / 1_000;
        console.log(rows);
    `;
    const flags = ["--max-old-space-size=64", "--input-type=module", "-e", script];
    assert.equal(String(execFileSync(process.execPath, flags)).trim(), "400000");
});
