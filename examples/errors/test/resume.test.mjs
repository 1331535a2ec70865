// `writeAll`, where an answer is lost, a chunk is rejected and the server is away for a while.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { writeAll } from "../write-all.mjs";

const client = { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" };
const rows = Array.from({ length: 6 }, (_, at) => ({ name: `Person ${at}`, title: "Ekonom", external_client: client, custom_id: `p-${at}` }));

test("every row is there once", async () => {
    const { baseUrl, credentials, fetch, failNext } = new Sandbox();
    const pigello = new Pigello({ baseUrl, credentials, fetch });
    const persons = pigello.organization.externalClientContactPerson;
    failNext({ loseAnswer: true });
    const mended = [];
    const mend = (rows, issues) => {
        mended.push(...issues);
        return rows;
    };
    const written = await writeAll(persons, rows, mend, {
        chunkSize: 2,
        onProgress: ({ written }) => {
            if (written === 2 && mended.length === 0) failNext({ status: 400, body: [{}, { name: ["Upptaget."] }] });
        },
    });
    assert.equal(mended.length, 1);
    assert.equal(written.length, 6);
    const there = await persons.list({ orderBy: "custom_id" });
    assert.deepEqual(there.map(({ custom_id }) => custom_id), rows.map(({ custom_id }) => custom_id));
});

test("and on a server, as the script does it", async () => {
    const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
    const own = rows.map((row) => ({ ...row, custom_id: crypto.randomUUID() }));
    assert.equal((await writeAll(persons, own, (rows) => rows, { chunkSize: 4 })).length, 6);
});
