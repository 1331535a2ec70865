// What to do about a file whose rows are not all valid. Beside a journal it depends on what that says: a file that is mended is
// another one, all of whose rows would be sent.

import { existsSync } from "node:fs";
import { journalAt } from "./journal";

/** For people. `digest` is the file's, as journals have it. */
export function adviceOf(journal: string, digest: string): string {
    const found = journalAt(journal);
    const mend = "mend the file, or leave these rows out with `--skip-invalid`";
    if (found === undefined) return `nothing was sent: ${mend}`;
    const { head, ended } = found;
    if (head.file !== digest) {
        return ended
            ? `nothing was sent: ${mend}. As ${journal} is of an import that ended, say \`--again\` too: all rows are sent then`
            : `nothing was sent: ${journal} is of an import that did not come to its end, and the file was changed since. End that first, with the file as it was`;
    }
    if (!ended) {
        return `nothing more was sent: \`--skip-invalid\` goes on where ${journal} says; mend the failed rows afterwards, in their own file`;
    }
    const failed = existsSync(head.failed) ? `: rows that failed stand in ${head.failed}, to be mended there` : "";
    return `nothing was sent: this file was imported already, as ${journal} says${failed}`;
}
