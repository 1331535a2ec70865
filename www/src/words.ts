// The page's own words, English and Swedish. Labels of fields and messages of issues are the library's.

import { computed, effect, signal } from "@preact/signals";
import { keep, recall } from "./kept";
import { formWords } from "./words/form";
import { frameWords } from "./words/frame";
import { importWords } from "./words/import";
import { lineWords } from "./words/line";
import { rowsWords } from "./words/rows";

export type Locale = "en" | "sv";

const words = { ...frameWords, ...rowsWords, ...formWords, ...importWords, ...lineWords };
export type Word = keyof typeof words;

const kept = recall("locale");
export const locale = signal<Locale>(kept === "sv" || kept === "en" ? kept : navigator.language.startsWith("sv") ? "sv" : "en");

effect(() => {
    document.documentElement.lang = locale.value;
    keep("locale", locale.value);
});

/** The words for something, with what stands in their braces; `{n|row|rows}` is one of two, by a number. */
export function say(word: Word, given: Record<string, string | number> = {}): string {
    const text: string = words[word][locale.value === "sv" ? 1 : 0];
    return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, more?: string) => {
        const value = String(given[name] ?? "");
        return one === undefined ? value : ((value === "1" ? one : more) ?? "");
    });
}

const numbers = computed(() => new Intl.NumberFormat(locale.value));
/** A number as people write it. */
export const count = (value: number): string => numbers.value.format(value);

/** The label of a field. */
export const labelOf = (field: { label: Record<Locale, string> }): string => field.label[locale.value];
