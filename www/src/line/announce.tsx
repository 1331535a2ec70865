// What came of something, for eyes and for screen readers: one place, always there.

import { signal } from "@preact/signals";
import { wordsOf } from "./errors";

const outcome = signal<{ text: string; bad: boolean } | undefined>(undefined);

/** What came of something belongs to the view in which it was done, unless that led to another. */
export function hush(): void {
    outcome.value = undefined;
}

export function announce(text: string): void {
    outcome.value = { text, bad: false };
}

export function announceFailure(error: unknown): void {
    outcome.value = { text: wordsOf(error), bad: true };
}

export function Outcome() {
    const { text = "", bad = false } = outcome.value ?? {};
    return (
        <p class={`outcome${text ? "" : " quiet"}${bad ? " bad" : ""}`} role="status" aria-live="polite">
            {text}
        </p>
    );
}
