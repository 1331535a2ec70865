// The example of taking a bulk write up again, run as it stands against a server that loses an answer and rejects a chunk.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "./faults/server.mjs";
import { answer, loseAnswer, resetBefore } from "./faults/wire.mjs";

const EXAMPLE = fileURLToPath(new URL("../../examples/errors/resume.mjs", import.meta.url));

test("after a rejected chunk, a lost answer and a lost request every row is there, and none twice", async () => {
    const rejects = answer(400, [{}, { email: ["Taken."] }, {}, {}]);
    const faults = { 2: loseAnswer, 4: rejects, 6: resetBefore };
    const met = [];
    const fault = (request) => {
        const { number, response, carryOut } = request;
        met.push(number);
        if (faults[number] !== undefined) return faults[number](request);
        return carryOut().then(({ status, headers, text }) => response.writeHead(status, headers).end(text));
    };
    const { baseUrl, credentials, rows, seeded } = await serve({ fault, rows: 0 });
    const variables = Object.entries(credentials).map(([name, value]) => [`PIGELLO_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`, value]);
    const env = { ...process.env, ...Object.fromEntries(variables), PIGELLO_BASE_URL: baseUrl };
    const { stdout } = await promisify(execFile)(process.execPath, [EXAMPLE], { env, timeout: 30_000 });
    assert.match(stdout, /20 rows are written/);
    assert.equal(seeded.length, 0);
    const keys = rows().map((row) => row.custom_id);
    assert.equal(keys.length, 20);
    assert.deepEqual(new Set(keys), new Set(Array.from({ length: 20 }, (_, at) => `person-${at}`)));
    assert.ok(met.length > 6, "each fault was met");
});
