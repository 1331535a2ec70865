// Every operation against a server that misbehaves, over HTTP: what comes of it, how often it was asked, what the server
// then has, and that the secret shows nowhere. The table is that of examples/errors/README.md; `FAULTS_WRITE=1` puts it there.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Pigello, PigelloError } from "pigello-client";
import { expected, FAULTS } from "./faults/cases.mjs";
import { BULK, OPERATIONS } from "./faults/operations.mjs";
import { serve } from "./faults/server.mjs";
import { inGuide, table } from "./faults/table.mjs";
import { answer } from "./faults/wire.mjs";
import { hides } from "./hidden.mjs";
import { settled } from "./scripted.mjs";

const DEADLINE_MS = 30_000;

/** One operation against one fault: the outcome in words, with all that was to be seen. */
async function meet(operation, { fault, refused, timeoutMs = 20_000 }, { times = Infinity, elsewhere } = {}) {
    const { act, holds, from = 1 } = OPERATIONS[operation];
    const server = await serve({ fault: elsewhere ?? fault, from, times });
    if (refused) await server.close();
    const events = [];
    const watch = (event) => events.push(event);
    const { baseUrl, credentials, requests, rows, seeded } = server;
    const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 3_000 };
    const pigello = new Pigello({ baseUrl, credentials, retry, timeoutMs, concurrency: 1, onRequest: watch, onResponse: watch, onRetry: watch });
    const persons = pigello.organization.externalClientContactPerson;
    const got = [];
    const start = Date.now();
    const seen = { operation, events, got, requests, server, took: 0 };
    try {
        const value = await settled(act(persons, server, got), DEADLINE_MS);
        seen.outcome = "answer";
        if (operation !== "stream" && operation !== "iterate") holds(value, server);
        else if (got.length === 0) seen.outcome = "no rows";
        else if (got.length < seeded.length) seen.outcome = `${got.length} rows`;
        else holds(value, server);
    } catch (error) {
        if (!PigelloError.is(error)) throw error;
        seen.error = error;
        // A fault that is over by then is met once.
        const asked = Math.min(times, requests.length - from + 1);
        seen.outcome = `${said(error, got, operation)} ×${refused ? error.attempts ?? error.cause.attempts : asked}`;
        if (error.kind === "bulk") judgeBulk(error, rows().length - seeded.length, refused);
    }
    seen.took = Date.now() - start;
    // Looked at when all is done: it takes long enough to make others late.
    if (times === Infinity) told.push([seen.error, ...events]);
    for (const { headers } of requests) assert.equal(headers["x-pigello-client-secret"], credentials.clientSecret);
    await server.close();
    return seen;
}

function said(error, got, operation) {
    if (error.kind !== "bulk") return `${operation === "stream" && got.length > 0 ? `${got.length} rows, ` : ""}${error.name}`;
    return `${error.failed.outcome}, ${error.cause.name}`;
}

/** Every row is written, in doubt or not sent, and the server agrees. */
function judgeBulk({ written, failed, remaining, cause }, onServer, refused) {
    assert.deepEqual([failed.start, failed.end], refused ? [0, 2] : [2, 4]);
    assert.deepEqual([written.length, remaining], [failed.start, { start: failed.end, end: BULK.total }]);
    const inDoubt = failed.end - failed.start;
    if (failed.outcome === "rejected" || refused) assert.equal(onServer, written.length);
    else assert.ok(onServer === written.length || onServer === written.length + inDoubt, `${onServer} rows are there`);
    assert.ok(PigelloError.is(cause));
}

const found = {};
/** Every error and every event of the faults. */
const told = [];

/** What must come of it if the fault is over after the first time. */
const afterwards = (outcome) => (outcome.endsWith("×3") ? "answer" : outcome);

describe("faults", { concurrency: 4 }, () => {
    for (const [name, fault] of Object.entries(FAULTS)) {
        const outcomes = (found[name] = {});
        const operations = Object.keys(OPERATIONS).filter((operation) => expected(fault, operation) !== undefined);
        if (fault.redirects) {
            test(name, () => redirects(fault, operations, outcomes));
            continue;
        }
        test(name, async () => {
            const met = await Promise.all(operations.map((operation) => meet(operation, fault)));
            for (const { operation, outcome, error, took } of met) {
                outcomes[operation] = outcome;
                assert.equal(outcome, expected(fault, operation), `${operation}: ${error?.stack}`);
                const cause = error?.kind === "bulk" ? error.cause : error;
                if (fault.issues) assert.equal(error.issues.length, fault.issues, operation);
                if (fault.retryAfterMs) assert.equal(cause.retryAfterMs, fault.retryAfterMs);
                if (fault.leastMs) assert.ok(took >= fault.leastMs, `${operation}: after ${took} ms`);
                if (cause?.attempts) assert.ok(outcome.endsWith(`×${cause.attempts}`), `${operation}: ${cause.attempts} attempts`);
            }
        });
        if (fault.refused) continue;
        test(`${name}, once`, async () => {
            const met = await Promise.all(operations.map((operation) => meet(operation, fault, { times: 1 })));
            for (const { operation, outcome, error } of met) {
                assert.equal(outcome, afterwards(expected(fault, operation)), `${operation}: ${error?.stack}`);
            }
        });
    }
});

/** To another origin and to its own, by each status: never followed. */
async function redirects(fault, operations, outcomes) {
    const other = await serve();
    for (const status of fault.redirects) {
        for (const location of [`${other.baseUrl}/elsewhere/`, "/elsewhere/", undefined]) {
            const elsewhere = answer(status, "", location === undefined ? {} : { location });
            for (const { operation, outcome, error } of await Promise.all(operations.map((one) => meet(one, fault, { elsewhere })))) {
                outcomes[operation] = outcome;
                assert.equal(outcome, expected(fault, operation), operation);
                const { message } = error.kind === "bulk" ? error.cause : error;
                assert.ok(message.includes("baseUrl"), message);
            }
        }
    }
    assert.equal(other.requests.length, 0, "the headers travelled");
}

test("no error and no event of all these shows the secret", () => {
    const assertHidden = hides("sandbox-secret");
    assert.ok(told.flat().filter((value) => value instanceof Error).length > 300);
    for (const values of told) for (const value of values) assertHidden(value, "fault");
});

test("the guide to errors has the table of these outcomes", () => {
    const text = table(found, Object.keys(OPERATIONS));
    console.log(text);
    const guide = fileURLToPath(new URL("../../examples/errors/README.md", import.meta.url));
    assert.equal(inGuide(guide, process.env.FAULTS_WRITE ? text : undefined), text, "the guide has another table");
});
