// A file that says which process has something, so that no two write to the same files.

import { linkSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { diskStop, misuse } from "./ending";

/** Who has it. Numbers of processes mean something on one host only, and are given again: when it started tells them apart. */
interface Owner {
    readonly host: string;
    readonly pid: number;
    readonly start: string;
}

/** How every lock begins. */
const FIRST = '{"host":';

/** So often it is tried, with a pause before each: others may be about to take the same old lock away. */
const MOST = 500;

/** Makes the file, or throws an `Error` that says who has it; `doing` is what that process does. */
export function lock(file: string, doing: string): void {
    const self: Owner = { host: host(), pid: process.pid, start: statOf(process.pid)[1] ?? "" };
    const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
    const text = JSON.stringify(self);
    writeFileSync(own, text, { flag: "wx" });
    try {
        for (let tries = 0; !made(own, file, text); tries++) {
            if (tries > 0) pause();
            const found = contentOf(file);
            if (found === undefined) {
                if (tries > MOST) throw new Error(`${file} is there, and cannot be read: delete it if nobody ${doing}`);
                continue;
            }
            const owner = ownerOf(found);
            if (owner === undefined) throw new Error(`${file} is there, and is no lock: move it away`);
            if (owner.host !== self.host) {
                const who = `process ${owner.pid} on ${owner.host}`;
                throw new Error(`${who} ${doing}, or did; if it does not run any more, delete ${file}`);
            }
            if (tries > MOST || runs(owner, self)) {
                throw new Error(`process ${owner.pid} ${doing}; end it, or delete ${file} if it is something else`);
            }
            take(file, found);
        }
    } finally {
        rmSync(own, { force: true });
    }
}

/** What to end with where there is no lock to be had. */
export function lockStop(name: string, file: string, error: unknown): Error {
    const { code, message } = error as Error & { code?: unknown };
    return typeof code === "string" ? diskStop(dirname(file), error) : misuse(`${name}: ${message}`);
}

/** The whole content is there at once, under the name that only one can have. */
function made(own: string, file: string, text: string): boolean {
    try {
        linkSync(own, file);
        return true;
    } catch (error) {
        if (codeOf(error) === "EEXIST") return false;
    }
    // A file system without links.
    try {
        writeFileSync(file, text, { flag: "wx" });
        return true;
    } catch (error) {
        if (codeOf(error) === "EEXIST") return false;
        throw error;
    }
}

/**
 * Takes a lock away that nobody has. Who does so has a lock for that, or another's new one could be taken for the old: what
 * was found may be gone by now, but as long as it is there nobody else can put another in its place.
 */
function take(file: string, found: string): void {
    const right = `${file}.old`;
    try {
        lock(right, "takes it away");
    } catch (error) {
        // Another one takes it away: it is looked at again.
        if (codeOf(error) === undefined) return;
        throw error;
    }
    try {
        if (contentOf(file) === found) rmSync(file, { force: true });
    } finally {
        rmSync(right, { force: true });
    }
}

/** Ten milliseconds, in which nothing else happens here. */
function pause(): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}

function runs(owner: Owner, self: Owner): boolean {
    // Before the number of this process was this one's, it was another's.
    if (!Number.isInteger(owner.pid) || owner.pid <= 0 || owner.pid === self.pid) return false;
    try {
        process.kill(owner.pid, 0);
    } catch (error) {
        if (codeOf(error) !== "EPERM") return false;
    }
    const [state = "", start = ""] = statOf(owner.pid);
    // Killed, and nobody has asked yet what became of it: in a container perhaps nobody ever does.
    if (state === "Z" || state === "X") return false;
    return owner.start === "" || start === "" || owner.start === start;
}

/** The machine, and on Linux the container: in each, processes are numbered anew. */
function host(): string {
    try {
        return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
    } catch {
        return hostname();
    }
}

/** What a process does, and when it started, where that can be seen. */
function statOf(number: number): [state?: string, start?: string] {
    const stat = contentOf(`/proc/${number}/stat`);
    if (stat === undefined) return [];
    const told = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [told[0] ?? "", told[19] ?? ""];
}

/** `undefined`: it is somebody's file. */
function ownerOf(text: string): Owner | undefined {
    const none = { host: host(), pid: NaN, start: "" };
    // A lock of an earlier version is a number. A machine that failed may have left the beginning of one.
    if (/^\d+$/.test(text)) return { ...none, pid: Number(text) };
    if (!text.startsWith(FIRST)) return FIRST.startsWith(text) ? none : undefined;
    try {
        return JSON.parse(text) as Owner;
    } catch {
        return none;
    }
}

function contentOf(file: string): string | undefined {
    try {
        return readFileSync(file).toString("utf8");
    } catch {
        return undefined;
    }
}

function codeOf(error: unknown): unknown {
    return (error as { code?: unknown }).code;
}
