// One queue for each client: so many requests at once, the others wait their turn, and a 429 holds them all.

import type { End } from "./signals";

/** A place in the queue, given back by calling it; more than once does no harm. */
export type Release = () => void;

/** Lets in as many as may run at once. */
export class Queue {
    #free: number;
    readonly #mostHoldMs: number;
    readonly #waiting = new Set<() => void>();
    #heldUntil = 0;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(concurrency: number, mostHoldMs: number) {
        this.#free = concurrency;
        this.#mostHoldMs = mostHoldMs;
    }

    /** Waits for a place. An abort ends the waiting: what then comes is no place, and need not be one. */
    enter(signal: End): Promise<Release> {
        return new Promise((resolve) => {
            if (signal.aborted) return resolve(() => {});
            const leave = (): void => {
                this.#waiting.delete(start);
                resolve(() => {});
                if (this.#waiting.size === 0) this.#noTimer();
            };
            const start = (): void => {
                forget();
                resolve(this.#place());
            };
            const forget = signal.hear(leave);
            this.#waiting.add(start);
            this.#admit();
        });
    }

    /** Lets no one in for so long. */
    hold(ms: number): void {
        const until = Date.now() + Math.min(Math.max(0, ms) || 0, this.#mostHoldMs);
        this.#heldUntil = Math.max(this.#heldUntil, until);
    }

    #place(): Release {
        this.#free -= 1;
        let held = true;
        return () => {
            if (!held) return;
            held = false;
            this.#free += 1;
            this.#admit();
        };
    }

    #admit(): void {
        for (const start of this.#waiting) {
            if (this.#free <= 0) return;
            const wait = this.#heldUntil - Date.now();
            if (wait > 0) return this.#admitLater(wait);
            this.#waiting.delete(start);
            start();
        }
    }

    /** A timer would keep Node alive for nobody. */
    #noTimer(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
    }

    #admitLater(ms: number): void {
        if (this.#timer !== undefined) return;
        this.#timer = setTimeout(
            () => {
                this.#timer = undefined;
                this.#admit();
            },
            Math.min(ms, 2 ** 31 - 1),
        );
    }
}
