// The server of node/, between a page's client without credentials and the Pigello that the environment names.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, test } from "node:test";
import { ApiError, Pigello } from "pigello-client";

process.env.PORT = "0";
const { server } = await import("../node/server.mjs");
after(() => server.close());
if (!server.listening) await once(server, "listening");

test("a page reads and writes what is allowed, and nothing else", async () => {
    const pigello = new Pigello({ baseUrl: `http://127.0.0.1:${server.address().port}` });
    const persons = pigello.organization.externalClientContactPerson;
    const { id } = await persons.create({ name: "Anna Lind", title: "Ekonom", external_client: { id: crypto.randomUUID() } });
    assert.equal((await persons.get(id)).name, "Anna Lind");
    await assert.rejects(persons.delete(id), (error) => error instanceof ApiError && error.status === 405);
    await assert.rejects(pigello.organization.company.list(), (error) => error instanceof ApiError && error.status === 404);
});
