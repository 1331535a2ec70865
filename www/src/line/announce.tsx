// What came of something, for eyes and for screen readers: one place, always there, in the language that is chosen.

import { signal } from "@preact/signals";
import { say, type Word } from "../words";
import { wordsOf } from "./errors";

interface Said {
    /** Asked again in another language. */
    readonly text: () => string;
    readonly bad: boolean;
    /** The view itself shows it: it is for those who hear the page. */
    readonly unseen: boolean;
}
const outcome = signal<Said | undefined>(undefined);

/** What came of something belongs to the view in which it was done, unless that led to another. */
export function hush(): void {
    outcome.value = undefined;
}

export function announce(text: () => string, { bad = false, unseen = false } = {}): void {
    outcome.value = { text, bad, unseen };
}

/** `word`: what is said of it, with the error's own words as `why`. */
export function announceFailure(error: unknown, word?: Word): void {
    announce(() => (word ? say(word, { why: wordsOf(error) }) : wordsOf(error)), { bad: true });
}

export function Outcome() {
    const { text, bad = false, unseen = false } = outcome.value ?? {};
    const said = text?.() ?? "";
    return (
        <p class={unseen ? "hidden" : `outcome${said ? "" : " quiet"}${bad ? " bad" : ""}`} role="status" aria-live="polite">
            {said}
        </p>
    );
}
