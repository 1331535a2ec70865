// A `fetch` of another realm than our AbortController: Node's put into jsdom, which refuses jsdom's signals.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NetworkError, Pigello, TimeoutError } from "pigello-client";
import { credentials, GOOD, ID, rejected, settled } from "./scripted.mjs";

const REFUSAL = 'RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.';

function strange(answer) {
    const asked = [];
    const fetch = async (url, init) => {
        if (init.signal !== undefined) throw new TypeError(REFUSAL);
        asked.push(init.method);
        return answer();
    };
    const pigello = new Pigello({ environment: "dev.api", credentials, fetch, retry: false });
    return { asked, persons: pigello.organization.externalClientContactPerson };
}

test("a fetch that refuses the signal is asked without it, and sends once", async () => {
    const { asked, persons } = strange(() => Response.json({ ...GOOD, id: ID }, { status: 201 }));
    assert.equal((await persons.create(GOOD)).id, ID);
    assert.deepEqual(asked, ["POST"]);
});

test("aborts and timeouts hold all the same", async () => {
    const { persons } = strange(() => new Promise(() => {}));
    const controller = new AbortController();
    const waiting = rejected(persons.list({}, { signal: controller.signal }));
    setTimeout(() => controller.abort("enough"), 5);
    assert.equal(await settled(waiting), "enough");
    assert.ok((await settled(rejected(persons.list({}, { timeoutMs: 10 })))) instanceof TimeoutError);
});

test("another failure is none of the signal's", async () => {
    const { asked, persons } = strange(() => Promise.reject(new TypeError("fetch failed")));
    assert.ok((await rejected(persons.create(GOOD))) instanceof NetworkError);
    assert.deepEqual(asked, ["POST"]);
});
