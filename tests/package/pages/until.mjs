// Waiting, with a deadline.

import { setTimeout as delay } from "node:timers/promises";

/** Asks again and again until there is an answer. `what` it is, as text or as a function that knows more at the end. */
export async function until(what, ask, milliseconds = 30_000) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
        const answer = await ask();
        if (answer !== undefined && answer !== null) return answer;
        await delay(50);
    }
    throw new Error(`waited ${milliseconds / 1000} s for ${typeof what === "function" ? what() : what}`);
}
