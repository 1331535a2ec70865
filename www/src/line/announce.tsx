// What came of something, for eyes and for screen readers: one place, always there, in the language that is chosen.

import { signal } from "@preact/signals";
import { say, type Word } from "../words";
import { wordsOf } from "./errors";

const outcome = signal<{ text: () => string; bad: boolean } | undefined>(undefined);

/** What came of something belongs to the view in which it was done, unless that led to another. */
export function hush(): void {
    outcome.value = undefined;
}

/** `text` is asked again in another language. */
export function announce(text: () => string, bad = false): void {
    outcome.value = { text, bad };
}

/** `word`: what is said of it, with the error's own words as `why`. */
export function announceFailure(error: unknown, word?: Word): void {
    announce(() => (word ? say(word, { why: wordsOf(error) }) : wordsOf(error)), true);
}

export function Outcome() {
    const { text, bad = false } = outcome.value ?? {};
    const said = text?.() ?? "";
    return (
        <p class={`outcome${said ? "" : " quiet"}${bad ? " bad" : ""}`} role="status" aria-live="polite">
            {said}
        </p>
    );
}
