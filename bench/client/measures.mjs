// The measures: ours and what is written by hand, in turn, in rounds. What is compared is always of one round: a machine
// that is slow for a while is so for both.

import { now } from "../validation/clock.mjs";
import { answering, resourceOver, rowsOf, streaming, URL } from "./answers.mjs";

const GETS = 2_000;

/** The times of both, in milliseconds of the processor, round by round. */
async function rounds(count, warm, ours, byHand) {
    const times = { ours: [], byHand: [] };
    for (let round = -warm; round < count; round++) {
        // Who is first changes, since the second may pay for the first one's garbage.
        const order = round % 2 === 0 ? [["ours", ours], ["byHand", byHand]] : [["byHand", byHand], ["ours", ours]];
        for (const [name, act] of order) {
            const start = now();
            await act();
            if (round >= 0) times[name].push(now() - start);
        }
    }
    return times;
}

function sure(found, wanted) {
    if (found !== wanted) throw new Error(`${found} rows, where ${wanted} were sent`);
}

/** `list` of 10,000 rows, beside `fetch` and `response.json()`. */
export async function list() {
    const rows = 10_000;
    const fetch = answering(new TextEncoder().encode(JSON.stringify(rowsOf(rows))));
    const persons = resourceOver(fetch);
    return rounds(
        41,
        10,
        async () => sure((await persons.list()).length, rows),
        async () => sure((await (await fetch(`${URL}list/`)).json()).length, rows),
    );
}

/** `stream` of 100,000 rows, beside a reader of lines as one writes it by hand. */
export async function stream() {
    const rows = 100_000;
    const text = rowsOf(rows).map((row) => `${JSON.stringify(row)}\n`).join("");
    const fetch = streaming(new TextEncoder().encode(text));
    const persons = resourceOver(fetch);
    return rounds(
        11,
        2,
        async () => {
            let seen = 0;
            for await (const row of persons.stream()) if (row.id) seen++;
            sure(seen, rows);
        },
        async () => {
            let seen = 0;
            for await (const row of lines((await fetch(`${URL}list/?_jsonl=true`)).body)) if (row.id) seen++;
            sure(seen, rows);
        },
    );
}

/** What one writes by hand. */
async function* lines(body) {
    let open = "";
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
        const found = (open + text).split("\n");
        open = found.pop();
        for (const line of found) if (line !== "") yield JSON.parse(line);
    }
    if (open !== "") yield JSON.parse(open);
}

/** One `get`, beside bare `fetch` of the same answer; milliseconds of one, from many of them in a row. */
export async function get() {
    const [row] = rowsOf(1);
    const fetch = answering(new TextEncoder().encode(JSON.stringify(row)));
    const persons = resourceOver(fetch);
    const many = async (act) => {
        for (let at = 0; at < GETS; at++) sure((await act()).id, row.id);
    };
    const init = { method: "GET", headers: { "X-A": "1" }, redirect: "manual" };
    const times = await rounds(
        15,
        15,
        () => many(() => persons.get(row.id)),
        () => many(async () => (await fetch(`${URL}${row.id}/`, init)).json()),
    );
    for (const name of Object.keys(times)) times[name] = times[name].map((time) => time / GETS);
    return times;
}
