// Many callers at once against the sandbox's server, a tenth of whose answers go wrong: every row is written, not written or
// in doubt, as the client says, and none is there twice.
//
// It can be known of every row, since no attempt is given up (`timeoutMs: 0`): a fault ends an attempt after the server has
// carried it out, or for good has not, so that nothing of an earlier attempt is carried out after a later one. What a caller
// may conclude of a row is this: no error, it is as it was to be; a refusal (4xx), it is as it was; all else, one or the other.
// A refusal is that of all attempts: a DELETE that was carried out, its answer lost, and whose later attempts were met by 429
// alone, must not reject with RateLimitError, or its row would count as there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pigello } from "pigello-client";
import { serve } from "./cli-server.mjs";
import { all, GOOD, settled } from "./scripted.mjs";

const CALLERS = 200;
const OPERATIONS = 50;
const FAULTS = "429=0:0.02,503=0:0.02,network:0.02,lose:0.02,cut:0.02";
const DEADLINE_MS = 300_000;
/** How many rows a bulk write has, and how many of them go in one request. */
const BULK = { rows: 5, chunkSize: 2 };

/** What is known of a row: that it is there, that it is not, or neither; and the titles it may have. */
const [THERE, AWAY, OPEN] = ["there", "away", "open"];

/** Whether an error leaves it open what the server did. */
const leavesOpen = ({ kind, status }) => kind === "network" || kind === "timeout" || kind === "decode" || status >= 500;

test(`${CALLERS} callers with ${OPERATIONS} operations each account for every row`, async (t) => {
    const server = await serve("--faults", FAULTS);
    const counts = { answered: 0, refused: 0, open: 0, requests: 0, retries: 0 };
    const pigello = Pigello.fromEnv(server.env, {
        concurrency: 32,
        timeoutMs: 0,
        retry: { attempts: 3, baseDelayMs: 1, maxDelayMs: 1_000 },
        onRequest: () => counts.requests++,
        onRetry: () => counts.retries++,
    });
    const persons = pigello.organization.externalClientContactPerson;
    const known = new Map();

    /** Tries, and counts what came of it; an error that is none of the client's fails the test. */
    const attempt = async (act) => {
        try {
            const value = await act();
            counts.answered++;
            return { value };
        } catch (error) {
            if (!["api", "network", "decode", "bulk"].includes(error.kind)) throw error;
            const open = leavesOpen(error.kind === "bulk" ? error.cause : error);
            counts[open ? "open" : "refused"]++;
            return { error, open };
        }
    };
    const body = (key) => ({ ...GOOD, custom_id: key, title: "new" });
    const acts = {
        async create(own, key) {
            const { value, open } = await attempt(() => persons.create(body(key)));
            known.set(key, { state: value ? THERE : open ? OPEN : AWAY, titles: ["new"] });
            if (value) own.push([key, value.id]);
        },
        async update([[key, id] = []], title) {
            if (id === undefined) return;
            const { error, open } = await attempt(() => persons.update(id, { title }));
            const row = known.get(key);
            if (error === undefined) row.titles = [title];
            else if (open) row.titles.push(title);
        },
        async remove(own) {
            const [key, id] = own.pop() ?? [];
            if (id === undefined) return;
            const { error, open } = await attempt(() => persons.delete(id));
            if (error === undefined) known.get(key).state = AWAY;
            else if (open) known.get(key).state = OPEN;
        },
        async bulk(own, key) {
            const keys = Array.from({ length: BULK.rows }, (_, at) => `${key}-${at}`);
            const { value, error } = await attempt(() => persons.bulkWrite(keys.map(body), { chunkSize: BULK.chunkSize }));
            const written = value?.length ?? error.written?.length ?? 0;
            if (error?.kind === "bulk") {
                const { failed, remaining } = error;
                assert.equal(written, failed?.start ?? remaining.start);
                assert.equal(remaining.start, failed?.end ?? written);
                assert.equal(remaining.end, BULK.rows);
            }
            keys.forEach((key, at) => {
                const inDoubt = error?.failed?.outcome === "unknown" && at >= error.failed.start && at < error.failed.end;
                known.set(key, { state: at < written ? THERE : inDoubt ? OPEN : AWAY, titles: ["new"] });
            });
        },
        get: async ([[, id] = []]) => void (id && (await attempt(() => persons.get(id)))),
    };
    const order = ["create", "update", "create", "bulk", "get", "create", "update", "remove", "create", "get"];
    const caller = async (_, number) => {
        const own = [];
        for (let at = 0; at < OPERATIONS; at++) await acts[order[at % order.length]](own, `c${number}-${at}`);
    };
    await settled(Promise.all(Array.from({ length: CALLERS }, caller)), DEADLINE_MS);

    const patient = Pigello.fromEnv(server.env, { retry: { attempts: 50, baseDelayMs: 1 } }).organization.externalClientContactPerson;
    const rows = await settled(all(patient.iterate()), DEADLINE_MS);
    const found = new Map();
    for (const { custom_id: key, title } of rows) {
        assert.ok(!found.has(key), `${key} is there twice`);
        assert.ok(known.has(key), `nobody wrote ${key}`);
        found.set(key, title);
    }
    const states = { [THERE]: 0, [AWAY]: 0, [OPEN]: 0 };
    for (const [key, { state, titles }] of known) {
        states[state]++;
        if (state === THERE) assert.ok(found.has(key), `${key} was written, and is not there`);
        if (state === AWAY) assert.ok(!found.has(key), `${key} was not written, or was deleted, and is there`);
        if (found.has(key)) assert.ok(titles.includes(found.get(key)), `${key} is ${found.get(key)}, not ${titles}`);
    }
    t.diagnostic(`${JSON.stringify(counts)}; rows ${JSON.stringify(states)}, of those in doubt ${[...known].filter(([key, { state }]) => state === OPEN && found.has(key)).length} are there`);
    assert.ok(counts.retries > 200 && counts.open > 50, "the faults were met");
    assert.ok(counts.answered > CALLERS * OPERATIONS * 0.7);
    await server.end("SIGKILL");
});
