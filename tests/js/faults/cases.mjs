// The faults by name, and what each operation must make of them. the table of examples/errors/README.md is made of this. Not a test itself.
//
// An outcome is `answer`, or an error and how often it was asked: `NetworkError ×3`. A bulk write, whose second chunk
// meets the fault, says what it knows of that chunk: `unknown` or `rejected`. Rows that an iterator handed out before
// its error stand before it.

import * as wire from "./wire.mjs";

/** The error once, for all; of a bulk write with what it knows. */
const once = (error, known = "unknown") => ({ all: `${error} ×1`, bulkWrite: `${known}, ${error} ×1` });
/** Three times where a second try does no harm. */
const again = (error) => ({ ...once(error), get: t(error), list: t(error), iterate: t(error), stream: t(error), update: t(error), delete: t(error) });
const t = (error) => `${error} ×3`;
const always = (error) => ({ all: t(error), bulkWrite: `rejected, ${t(error)}` });
const answered = { all: "answer" };
/** The answer cannot be read: nobody knows what was done. Of a delete nothing is read. */
const unread = { ...once("DecodeError"), delete: "answer" };

/** A delete does not look at its answer, and believes it. */
const READ = ["get", "list", "iterate", "stream", "create", "update", "bulkWrite"];

const half = (text) => text.slice(0, text.length >> 1);
const django = { name: ["This field may not be blank."], external_client: { id: ["Must be a valid UUID."] } };
const html = "<!doctype html><title>Oops</title><h1>It broke</h1>";
const busy = (after) => wire.answer(429, { detail: "Request was throttled." }, after && { "retry-after": after });
const inAMoment = () => ({ "retry-after": new Date(Date.now() + 1_000).toUTCString() });
const broken = (bytes) => Buffer.concat([bytes.subarray(0, 12), Buffer.from("damaged"), bytes.subarray(19)]);

/** `timeoutMs` is the client's; `heavy` leaves out what would be the same again, slowly. */
export const FAULTS = {
    "connection refused": { refused: true, outcomes: again("NetworkError") },
    "reset before the headers": { fault: wire.resetBefore, outcomes: again("NetworkError") },
    "reset in the headers": { fault: wire.resetIn("head"), outcomes: again("NetworkError") },
    "reset after the headers": { fault: wire.resetIn("after the head"), outcomes: { ...again("NetworkError"), delete: "answer" } },
    "reset before a row is whole": { fault: wire.resetIn(10), outcomes: { ...again("NetworkError"), delete: "answer" } },
    "reset in the body": {
        fault: wire.resetIn(0.5),
        outcomes: { ...again("NetworkError"), stream: "2 rows, NetworkError ×1", delete: "answer" },
    },
    "body shorter than announced": {
        fault: wire.endEarly,
        outcomes: { ...again("NetworkError"), stream: "2 rows, NetworkError ×1", delete: "answer" },
    },
    "body without its last chunk": { fault: wire.endChunksEarly, outcomes: { ...again("NetworkError"), delete: "answer" } },
    "carried out, its answer lost": { fault: wire.loseAnswer, outcomes: again("NetworkError") },
    "another protocol": { fault: wire.otherProtocol, outcomes: again("NetworkError") },
    "no answer at all": { fault: wire.hangBefore, timeoutMs: 1_000, outcomes: again("TimeoutError") },
    "headers that do not end": { fault: wire.hangInHead, timeoutMs: 1_000, outcomes: again("TimeoutError") },
    "body that does not begin": {
        fault: wire.hangIn(0),
        timeoutMs: 1_000,
        outcomes: { ...again("TimeoutError"), delete: "answer" },
    },
    "body that does not end": {
        fault: wire.hangIn(0.5),
        timeoutMs: 1_000,
        outcomes: { ...again("TimeoutError"), stream: "2 rows, TimeoutError ×1", delete: "answer" },
    },
    "slow drip": {
        fault: wire.drip(12, 150),
        timeoutMs: 1_000,
        outcomes: { ...again("TimeoutError"), stream: "answer", delete: "answer" },
    },
    "103 before the answer": { fault: wire.informFirst, outcomes: answered },
    "200 with HTML": { fault: wire.answerAs(200, () => html), outcomes: unread },
    "200 with half of the JSON": {
        fault: wire.answerAs(200, half),
        outcomes: { ...unread, stream: "2 rows, DecodeError ×1" },
    },
    "200 with another shape": { fault: wire.answerAs(200, () => "5"), outcomes: unread },
    "200 without a body": { fault: wire.answerAs(200, () => ""), outcomes: { ...unread, stream: "no rows" } },
    "204 No Content": { fault: wire.answerAs(204), outcomes: { ...unread, stream: "no rows" } },
    "201 without a body": { fault: wire.answerAs(201, () => ""), outcomes: { ...unread, stream: "no rows" } },
    "201 with fewer rows than were sent": {
        fault: wire.answerAs(201, (text) => JSON.stringify(JSON.parse(text).slice(1))),
        only: ["bulkWrite"],
        outcomes: unread,
    },
    "redirect (301, 302, 303, 307, 308)": { redirects: [301, 302, 303, 307, 308], outcomes: once("ApiError") },
    "304 Not Modified": { fault: wire.answer(304), outcomes: once("ApiError") },
    "400 in Django's shape": {
        fault: wire.answer(400, django),
        issues: 2,
        outcomes: once("BadRequestError", "rejected"),
    },
    "400 in another shape": { fault: wire.answer(400, html), outcomes: once("BadRequestError", "rejected") },
    "400 that repeats what was sent": { fault: wire.repeat(400), outcomes: once("BadRequestError", "rejected") },
    "200 that repeats what was sent": { fault: wire.repeat(200, "<pre>"), only: READ, outcomes: once("DecodeError") },
    "400 without a body": { fault: wire.answer(400), outcomes: once("BadRequestError", "rejected") },
    "401 Unauthorized": { fault: wire.answer(401, { detail: "No." }), outcomes: once("AuthenticationError", "rejected") },
    "403 Forbidden": { fault: wire.answer(403, { detail: "No." }), outcomes: once("PermissionError", "rejected") },
    "404 Not Found": {
        fault: wire.answer(404, { detail: "Not found." }),
        outcomes: { ...once("NotFoundError", "rejected"), iterate: "2 rows" },
    },
    "409 Conflict": { fault: wire.answer(409, { detail: "Taken." }), outcomes: once("ConflictError", "rejected") },
    "413 Content Too Large": { fault: wire.answer(413, html), outcomes: once("ApiError", "rejected") },
    "422 Unprocessable Content": { fault: wire.answer(422, [django]), outcomes: once("BadRequestError", "rejected") },
    "429 Too Many Requests": { fault: busy(), outcomes: always("RateLimitError") },
    "429, `Retry-After` in seconds": { fault: busy("1"), leastMs: 2_000, outcomes: always("RateLimitError") },
    "429, `Retry-After` as a date": { fault: wire.answer(429, "", inAMoment), outcomes: always("RateLimitError") },
    "429, `Retry-After` beyond the longest wait": {
        fault: busy("3600"),
        retryAfterMs: 3_600_000,
        outcomes: once("RateLimitError", "rejected"),
    },
    "429, `Retry-After` that is garbage": { fault: busy("soon, -1"), outcomes: always("RateLimitError") },
    "500 Internal Server Error": { fault: wire.answer(500, html), outcomes: once("ServerError") },
    "502 Bad Gateway": { fault: wire.answer(502, html), outcomes: again("ServerError") },
    "503 Service Unavailable": { fault: wire.answer(503, html), outcomes: again("ServerError") },
    "504 Gateway Timeout": { fault: wire.answer(504, html), outcomes: again("ServerError") },
    "gzip": { fault: wire.gzipped(), outcomes: answered },
    "gzip that is damaged": { fault: wire.gzipped(broken), outcomes: { ...again("NetworkError"), delete: "answer" } },
};

/** What an operation must make of a fault; `undefined`: it is not asked. */
export function expected({ only, outcomes }, operation) {
    if (only !== undefined && !only.includes(operation)) return undefined;
    return outcomes[operation] ?? outcomes.all;
}
