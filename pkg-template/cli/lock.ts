// A file that holds the number of the process that has it, so that no two write to the same files.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import process, { pid } from "node:process";

/** Makes the file, or throws an `Error` that says who has it; `doing` is what that process does. */
export function lock(file: string, doing: string): void {
    for (let tries = 0; ; tries++) {
        try {
            return writeFileSync(file, String(pid), { flag: "wx" });
        } catch (error) {
            if ((error as { code?: unknown }).code !== "EEXIST" || tries > 2) throw error;
            const owner = ownerOf(file);
            // In a container each start may have the same number.
            if (owner !== pid && runs(owner)) {
                throw new Error(`process ${owner} ${doing}; end it, or delete ${file} if it is something else`);
            }
            rmSync(file, { force: true });
        }
    }
}

function runs(owner: number): boolean {
    if (!Number.isInteger(owner) || owner <= 0) return false;
    try {
        return process.kill(owner, 0);
    } catch (error) {
        return (error as { code?: unknown }).code === "EPERM";
    }
}

function ownerOf(file: string): number {
    try {
        return Number(readFileSync(file).toString("utf8"));
    } catch {
        return NaN;
    }
}
