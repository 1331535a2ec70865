// The file of rows that failed, as it grows. What of it counts the journal knows: what a run that was killed added beyond
// that is cut off again.

import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { failedHead, failedRow, type FailedFile, type SourceRow } from "../files";
import { misuse, onDisk } from "./ending";

export class FailedRows {
    #descriptor = -1;

    constructor(
        readonly name: string,
        readonly form: FailedFile,
        /** How much of it an earlier run is known to have written. */
        public size: number,
        resumed: boolean,
    ) {
        if (!resumed && existsSync(name)) {
            throw misuse(`${name} is there, of an earlier import: move it away, or name another with \`--failed\``);
        }
    }

    /** Adds rows; afterwards they are on the disk. */
    add(rows: readonly (readonly [row: SourceRow, reasons: readonly string[]])[]): void {
        if (rows.length === 0) return;
        onDisk(this.name, () => {
            if (this.#descriptor === -1) {
                this.#descriptor = openSync(this.name, this.size === 0 ? "w" : "r+");
                ftruncateSync(this.#descriptor, this.size);
            }
            const text = rows.map(([row, reasons]) => failedRow(row, reasons, this.form)).join("");
            const bytes = new TextEncoder().encode(this.size === 0 ? failedHead(this.form) + text : text);
            for (let done = 0; done < bytes.length; ) {
                done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.size + done);
            }
            fsyncSync(this.#descriptor);
            this.size += bytes.length;
        });
    }

    close(): void {
        if (this.#descriptor !== -1) closeSync(this.#descriptor);
    }
}
