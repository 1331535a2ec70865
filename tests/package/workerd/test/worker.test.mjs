// The worker in workerd, bundled and started as `wrangler dev` does it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { unstable_startWorker as startWorker } from "wrangler";

const settings = Object.entries(process.env).filter(([name]) => name.startsWith("PIGELLO_"));
let worker;

before(
    async () => {
        worker = await startWorker({
            config: "wrangler.json",
            bindings: Object.fromEntries(settings.map(([name, value]) => [name, { type: "plain_text", value }])),
            dev: { server: { hostname: "127.0.0.1", port: 0 }, inspector: false, watch: false, logLevel: "warn" },
        });
        await worker.ready;
    },
    { timeout: 60_000 },
);
after(() => worker?.dispose());

const post = (form) => worker.fetch("http://worker/", { method: "POST", body: JSON.stringify(form) });
const client = randomUUID();

test("what is wrong with a form comes back as issues", { timeout: 20_000 }, async () => {
    const answer = await post({ name: "", title: "Ekonom", email: "not an address" });
    assert.equal(answer.status, 400);
    const issues = await answer.json();
    assert.deepEqual(
        issues.map(({ path, code }) => `${path.join(".")}: ${code}`),
        ["name: required", "external_client: required", "email: email"],
    );
    assert.equal(issues[0].message, "Måste fyllas i");
});

test("what was saved is in the list that asks for it", { timeout: 20_000 }, async () => {
    for (const name of ["Åsa Öberg", "Anna Berg", "Erik Ek"]) {
        const answer = await post({ name, title: "Ekonom", external_client: { id: client } });
        assert.equal(answer.status, 201);
    }
    const found = await (await worker.fetch(`http://worker/?client=${client}&name=BERG`)).json();
    assert.deepEqual(
        found.map(({ name }) => name),
        ["Anna Berg", "Åsa Öberg"],
    );
});
