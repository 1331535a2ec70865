// The file of rows that failed, as it grows. What of it counts the journal knows: what a run that was killed added beyond
// that is cut off again. No file that is not this import's is ever written to.

import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { failedHead, failedRow, type FailedFile, type SourceRow } from "../files";
import { sha256 } from "./digest";
import { misuse, onDisk } from "./ending";
import type { Journal } from "./journal";
import { note } from "./say";

export class FailedRows {
    #descriptor = -1;
    #size: number;
    readonly #hash = sha256();
    /** Whether the file is this import's: else it must not be there. */
    #ours: boolean;
    /** Whether the file that is there goes when the import begins: it says of the same rows what came of them before. */
    #goes = false;

    /** Looks at what an earlier run left; writes nothing. */
    constructor(
        readonly name: string,
        readonly form: FailedFile,
        readonly journal: Journal,
    ) {
        const { failedBegun, failedBytes, failedDigest, ended } = journal.state;
        this.#size = failedBytes;
        this.#ours = failedBegun;
        if (ended) return;
        const there = existsSync(name);
        if (!failedBegun && there) {
            this.#goes = this.#asItWasLeft();
            if (this.#goes) return;
            throw misuse(
                `${name} is there, and not of this import, or was changed since an earlier one wrote it: ` +
                    "move it away, or name another with `--failed`",
            );
        }
        if (failedBytes === 0) {
            this.#ours = there;
            return;
        }
        if (!there) {
            note(`${name} is not there any more: what fails from here on goes into a new one`);
            this.#ours = false;
            this.#size = 0;
            return;
        }
        const bytes = onDisk(name, () => readFileSync(name)).subarray(0, failedBytes);
        this.#hash.update(bytes);
        if (bytes.length < failedBytes || this.digest !== failedDigest) {
            throw misuse(`${name} was changed since it was written: move it away, and run the same command again`);
        }
    }

    /** Whether it holds what an import of the same rows wrote, which ended, and nothing else. */
    #asItWasLeft(): boolean {
        const { failed, state } = this.journal.replaced ?? {};
        if (failed !== this.name || state?.failedBytes === 0) return false;
        const bytes = onDisk(failed, () => readFileSync(failed));
        return bytes.length === state?.failedBytes && sha256().update(bytes).digest("hex") === state.failedDigest;
    }

    /** To be called before the journal is begun anew: should this run be killed in between, the next one has nothing to ask. */
    begin(): void {
        if (this.#goes) onDisk(this.name, () => rmSync(this.name, { force: true }));
    }

    /** How long it is. */
    get size(): number {
        return this.#size;
    }

    /** What stands in it. */
    get digest(): string {
        return this.#hash.copy().digest("hex");
    }

    /** Adds rows; afterwards they are on the disk. */
    add(rows: readonly (readonly [row: SourceRow, reasons: readonly string[]])[]): void {
        if (rows.length === 0) return;
        onDisk(this.name, () => {
            if (this.#descriptor === -1) {
                if (!this.#ours) this.journal.append(["failed"]);
                this.#descriptor = openSync(this.name, this.#ours ? "r+" : "wx");
                this.#ours = true;
                ftruncateSync(this.#descriptor, this.#size);
            }
            const text = rows.map(([row, reasons]) => failedRow(row, reasons, this.form)).join("");
            const bytes = new TextEncoder().encode(this.#size === 0 ? failedHead(this.form) + text : text);
            for (let done = 0; done < bytes.length; ) {
                done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#size + done);
            }
            fsyncSync(this.#descriptor);
            this.#size += bytes.length;
            this.#hash.update(bytes);
        });
    }

    close(): void {
        if (this.#descriptor !== -1) closeSync(this.#descriptor);
    }
}
