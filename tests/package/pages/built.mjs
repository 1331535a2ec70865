// What a build must hold, or must not, that its pages do not tell.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Vercel's edge compiles no WebAssembly, though `next start` does: nothing built for it tries. */
export function compilesNothingAtTheEdge(folder) {
    const chunks = join(folder, ".next/server/edge/chunks");
    const scripts = readdirSync(chunks).filter((name) => name.endsWith(".js"));
    const text = (name) => readFileSync(join(chunks, name), "utf8");
    assert.ok(scripts.some((name) => text(name).includes("ExternalClientContactPerson")), "the package is among it");
    assert.deepEqual(scripts.filter((name) => text(name).includes("WebAssembly.Module(")), []);
}
