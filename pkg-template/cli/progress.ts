// How far something is: a bar where people look, a line now and then elsewhere.

import { barShown, note, watched } from "./say";

export interface Progress {
    /** So many are done. */
    at(done: number): void;
    end(): void;
}

const LINE_EVERY_MS = 5_000;

/** Progress towards `total`; `done` were done before. */
export async function progressOf(total: number, done: number, what: string): Promise<Progress> {
    return watched() ? bar(total, done, what) : lines(total, done, what);
}

async function bar(total: number, done: number, what: string): Promise<Progress> {
    const { default: progress } = await import("cli-progress");
    const begun = Date.now();
    const shown = new progress.SingleBar({
        format: `{bar} {percentage} % | {value} of {total} ${what} | {rate} a second | {left} left`,
        hideCursor: true,
        clearOnComplete: false,
        gracefulExit: false,
        // What is told beside it is worth more.
        barsize: Math.min(30, Math.max(5, (process.stderr.columns ?? 80) - 52 - 2 * String(total).length)),
    });
    const told = (now: number): Record<string, string> => {
        const rate = rateOf(now - done, begun);
        return { rate: rate.toFixed(0), left: rate === 0 ? "?" : timeOf((total - now) / rate) };
    };
    shown.start(total, done, told(done));
    barShown(true);
    return {
        at: (now) => shown.update(now, told(now)),
        end() {
            shown.stop();
            barShown(false);
        },
    };
}

function lines(total: number, done: number, what: string): Progress {
    const begun = Date.now();
    let last = begun;
    return {
        at(now) {
            if (Date.now() - last < LINE_EVERY_MS) return;
            last = Date.now();
            const rate = rateOf(now - done, begun);
            note(`${now} of ${total} ${what}, ${rate.toFixed(0)} a second, ${timeOf((total - now) / rate)} left`);
        },
        end() {},
    };
}

function rateOf(count: number, begun: number): number {
    return count / Math.max(0.001, (Date.now() - begun) / 1_000);
}

/** `45 s`, `12 min`, `3 h 20 min` */
function timeOf(seconds: number): string {
    if (!Number.isFinite(seconds)) return "?";
    if (seconds < 90) return `${Math.ceil(seconds)} s`;
    const minutes = Math.round(seconds / 60);
    return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
