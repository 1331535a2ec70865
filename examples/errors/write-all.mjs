// A bulk write that stops on its way, and is taken up again without losing a row or writing one twice. The rows have keys of
// the caller's own (`custom_id`), so that they can be found.

import { BulkWriteError } from "pigello-client";

/**
 * Writes all rows, whatever happens on the way. A chunk that the server rejected wrote nothing: what is wrong with it is for
 * `mend` to say. Of a chunk whose outcome is unknown those rows are sent again that are not there.
 */
export async function writeAll(resource, rows, mend, options) {
    try {
        return await resource.bulkWrite(rows, options);
    } catch (error) {
        if (!(error instanceof BulkWriteError)) throw error;
        const { written, failed, remaining, issues } = error;
        const done = [...written];
        let again = failed ? rows.slice(failed.start, failed.end) : [];
        if (failed?.outcome === "rejected") again = mend(again, issues, failed);
        if (failed?.outcome === "unknown") {
            const there = await resource.list({ filter: { custom_id: { in: again.map((row) => row.custom_id) } } });
            done.push(...there);
            again = again.filter((row) => !there.some(({ custom_id }) => custom_id === row.custom_id));
        }
        return [...done, ...(await writeAll(resource, [...again, ...rows.slice(remaining.start)], mend, options))];
    }
}
