// Appends the rows that are new, one JSON object a line. The file is its own memory: what was written is what is known.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";

/** A row may become visible a little after its `created_at`: so much is asked for again. */
const OVERLAP_MS = 10 * 60_000;

/** Answers how many rows were new. */
export async function exportNew(resource, path) {
    const file = await open(path, "a+");
    try {
        const { last, times, end } = await written(path);
        // Whoever was killed while writing left half a line, or one without its end.
        if (end > (await file.stat()).size) await file.write("\n");
        else await file.truncate(end);
        const filter = last === undefined ? {} : { created_at: { gte: new Date(last - OVERLAP_MS) } };
        let count = 0;
        for await (const row of resource.iterate({ filter, orderBy: "created_at" })) {
            if (times.has(row.id)) continue;
            await file.write(`${JSON.stringify(row)}\n`);
            count += 1;
        }
        await file.sync();
        return count;
    } finally {
        await file.close();
    }
}

/** The newest time in the file, the rows near it, and where the last whole line ends, in bytes. */
async function written(path) {
    const times = new Map();
    let last;
    let end = 0;
    let broken = false;
    for await (const line of createInterface({ input: createReadStream(path) })) {
        if (broken) throw new Error(`${path} has a line that is no JSON, and more after it`);
        let row;
        try {
            row = JSON.parse(line);
        } catch {
            broken = true;
            continue;
        }
        end += Buffer.byteLength(line) + 1;
        const time = Date.parse(row.created_at);
        last = Math.max(last ?? time, time);
        times.set(row.id, time);
        // Only those that may be asked for again are kept in mind.
        if (times.size > 10_000) for (const [id, time] of times) if (time < last - OVERLAP_MS) times.delete(id);
    }
    return { last, times, end };
}
