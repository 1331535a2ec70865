// How much more the process holds at most while 100,000 rows are streamed: prints megabytes. A process of its own, with
// `--expose-gc`. The bytes are made as they are asked for, so that only what the client holds is seen.

import { resourceOver, rowsOf } from "./answers.mjs";

const ROWS = 100_000;
const PIECE = 100;

const some = new TextEncoder().encode(rowsOf(PIECE).map((row) => `${JSON.stringify(row)}\n`).join(""));
const body = (rows) => {
    let left = rows / PIECE;
    return new ReadableStream({ pull: (controller) => (left-- > 0 ? controller.enqueue(some.slice()) : controller.close()) });
};

async function streamed(rows, look = () => {}) {
    let seen = 0;
    const persons = resourceOver(async () => new Response(body(rows)));
    for await (const { id } of persons.stream()) if (id && ++seen % 1_000 === 0) look();
    if (seen !== rows) throw new Error(`${seen} rows of ${rows}`);
}

await streamed(2_000);
gc();
const before = process.memoryUsage().rss;
let most = before;
await streamed(ROWS, () => (most = Math.max(most, process.memoryUsage().rss)));
console.log(((most - before) / 2 ** 20).toFixed(1));
