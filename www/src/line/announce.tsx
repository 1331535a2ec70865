// What came of something, for eyes and for screen readers: one place, always there.

import { signal } from "@preact/signals";

const outcome = signal<{ text: string; bad: boolean } | undefined>(undefined);

export function announce(text: string): void {
    outcome.value = { text, bad: false };
}

export function announceFailure(error: unknown): void {
    outcome.value = { text: wordsOf(error), bad: true };
}

/** What an error says; it is never a secret, which the library keeps out of its errors. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export function Outcome() {
    const { text = "", bad = false } = outcome.value ?? {};
    return (
        <p class={`outcome${text ? "" : " quiet"}${bad ? " bad" : ""}`} role="status" aria-live="polite">
            {text}
        </p>
    );
}
