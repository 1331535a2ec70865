// What `--faults` and `--latency` say: which requests meet a fault. Which fault meets a request is drawn from a series
// of its own, the same in each run, so that what failed once can be seen again.

/** What one request meets. */
export interface Luck {
    /** Milliseconds to wait before anything else. */
    readonly delayMs: number;
    readonly fault?: Fault;
}

/** What happens to a request in place of its answer, or to the answer. */
export interface Fault {
    /** `status`: answered so, and not carried out; `network`: neither; `lose`: carried out, not answered; `cut`: in part. */
    readonly kind: "status" | "network" | "lose" | "cut";
    /** The status; or after how many bytes the body ends, if that was said. */
    readonly number?: number;
    /** `Retry-After` in seconds. */
    readonly retryAfter?: number;
}

interface Range {
    readonly least: number;
    readonly most: number;
}

interface Share {
    readonly fault: Fault;
    readonly share: number;
}

const LONGEST_MS = 600_000;

/** Draws what each request meets. A wrong spec throws an `Error` that says what is right. */
export function luckOf(faults: string | undefined, latency: string | undefined): () => Luck {
    const always = latency === undefined ? undefined : rangeOf(latency, `\`--latency ${latency}\``);
    const shares: Share[] = [];
    const delays: { readonly range: Range; readonly share: number }[] = [];
    let seed = 1;
    for (const part of faults === undefined ? [] : faults.split(",")) {
        const where = `\`${part}\` in --faults`;
        const [, seeded] = /^seed=(\d{1,9})$/.exec(part) ?? [];
        const [, name, value, share] = /^([a-z]+|\d+)(?:=([\d-]+))?:([\d.]+)$/.exec(part) ?? [];
        if (seeded !== undefined) {
            seed = Number(seeded);
        } else if (name === undefined) {
            throw new Error(`${where}: a fault is NAME:SHARE or NAME=VALUE:SHARE, such as 429:0.1 or delay=200:0.2`);
        } else if (name === "delay") {
            if (value === undefined) throw new Error(`${where}: a delay says how long, such as delay=200:0.2`);
            delays.push({ range: rangeOf(value, where), share: shareOf(share, where) });
        } else {
            shares.push({ fault: faultOf(name, value, where), share: shareOf(share, where) });
        }
    }
    if (shares.reduce((sum, { share }) => sum + share, 0) > 1 + 1e-9) {
        throw new Error("the shares in --faults, without those of delays, are more than 1 together");
    }
    const chance = series(seed);
    return () => {
        let delayMs = always === undefined ? 0 : within(always, chance());
        for (const { range, share } of delays) {
            const [hit, long] = [chance(), chance()];
            if (hit < share) delayMs += within(range, long);
        }
        let left = chance();
        const met = shares.find(({ share }) => (left -= share) < 0);
        return { delayMs, ...(met !== undefined && { fault: met.fault }) };
    };
}

function faultOf(name: string, value: string | undefined, where: string): Fault {
    const number = value === undefined ? undefined : whole(value, 2 ** 31, where);
    if (/^[45]\d\d$/.test(name)) {
        const status = Number(name);
        const retryAfter = number ?? (status === 429 || status === 503 ? 1 : undefined);
        return { kind: "status", number: status, ...(retryAfter !== undefined && { retryAfter }) };
    }
    if (name === "cut") return { kind: "cut", ...(number !== undefined && { number }) };
    if (name !== "network" && name !== "lose") {
        throw new Error(`${where}: there are a status from 400 to 599, network, lose, cut and delay`);
    }
    if (number !== undefined) throw new Error(`${where}: ${name} takes no value`);
    return { kind: name };
}

function shareOf(text: string | undefined, where: string): number {
    const share = Number(text);
    if (!(share >= 0 && share <= 1)) throw new Error(`${where}: a share is a number from 0 to 1`);
    return share;
}

/** `200`, or `100-500`. */
function rangeOf(text: string, where: string): Range {
    const [least = "", most = least, ...others] = text.split("-");
    const range = { least: whole(least, LONGEST_MS, where), most: whole(most, LONGEST_MS, where) };
    if (others.length > 0 || range.least > range.most) throw new Error(`${where}: a range is MIN-MAX, in milliseconds`);
    return range;
}

function whole(text: string, most: number, where: string): number {
    if (!/^\d{1,10}$/.test(text) || Number(text) > most) {
        throw new Error(`${where}: \`${text}\` is no whole number from 0 to ${most}`);
    }
    return Number(text);
}

function within({ least, most }: Range, chance: number): number {
    return Math.round(least + chance * (most - least));
}

/** Numbers from 0 up to 1 that look random, the same for the same seed (mulberry32). */
function series(seed: number): () => number {
    let state = seed | 0;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
