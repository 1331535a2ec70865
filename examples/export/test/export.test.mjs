// Each row is exported once, whatever happens between two exports or during one.
import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";
import { exportNew } from "../export-new.mjs";

const folder = mkdtempSync(join(tmpdir(), "export-"));
after(() => rmSync(folder, { recursive: true }));

const sandbox = new Sandbox();
const { baseUrl, credentials, fetch } = sandbox;
const persons = new Pigello({ baseUrl, credentials, fetch, retry: false }).organization.externalClientContactPerson;
const person = (name) => ({ name, title: "Ekonom", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } });
const namesIn = (file) => readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line).name);

test("what is new is appended, and nothing twice", async () => {
    const file = join(folder, "persons.jsonl");
    assert.equal(await exportNew(persons, file), 0);
    await persons.bulkWrite(["Anna", "Bo"].map(person));
    assert.equal(await exportNew(persons, file), 2);
    assert.equal(await exportNew(persons, file), 0);
    await persons.create(person("Åsa"));
    assert.equal(await exportNew(persons, file), 1);
    assert.deepEqual(namesIn(file).sort(), ["Anna", "Bo", "Åsa"]);
    assert.match(sandbox.requests.at(-1).url, /created_at__gte=/);
});

test("an export that broke off goes on, also after half a line", async () => {
    const file = join(folder, "broken.jsonl");
    await persons.bulkWrite(Array.from({ length: 600 }, (_, at) => person(`Person ${at}`)));
    sandbox.failNext({ delayMs: 0 });
    sandbox.failNext({ networkError: true });
    await assert.rejects(exportNew(persons, file), { name: "NetworkError" });
    assert.equal(namesIn(file).length, 500);
    appendFileSync(file, '{"id":"half a l');
    assert.equal(await exportNew(persons, file), 103);
    assert.equal(new Set(namesIn(file)).size, 603);
    assert.equal(namesIn(file).length, 603);
});

test("a line without its end is ended, and a file that is something else is left alone", async () => {
    const file = join(folder, "unended.jsonl");
    await exportNew(persons, file);
    const all = namesIn(file).length;
    truncateSync(file, readFileSync(file).length - 1);
    await persons.create(person("Linnéa"));
    assert.equal(await exportNew(persons, file), 1);
    assert.equal(namesIn(file).length, all + 1);

    writeFileSync(join(folder, "notes.txt"), "a note\nanother\n");
    await assert.rejects(exportNew(persons, join(folder, "notes.txt")), /no JSON/);
    assert.equal(readFileSync(join(folder, "notes.txt"), "utf8"), "a note\nanother\n");
});
