// Which file a name means, links followed.

import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The file's own name; of one that is not there, with its folder's own name. */
export function realName(file: string): string {
    for (const [start, rest] of [[file, ""], [dirname(file), basename(file)]] as const) {
        try {
            return join(realpathSync(start), rest);
        } catch {
            // Not there yet.
        }
    }
    return file;
}

/** Whether two names mean one file, by links of either kind. */
export function isSameFile(one: string, other: string): boolean {
    return idOf(one) === idOf(other);
}

function idOf(file: string): string {
    try {
        const { dev, ino } = statSync(file);
        return `${dev}:${ino}`;
    } catch {
        return realName(file);
    }
}
