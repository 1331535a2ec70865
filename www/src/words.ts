// The page's own words, English and Swedish: those that every view needs, and how the words of a view that comes later are
// said. Labels of fields and messages of issues are the library's.

import { computed, effect, signal } from "@preact/signals";
import { keep, keptLocale, type Locale } from "./kept";
import { errorWords } from "./words/errors";
import { formWords } from "./words/form";
import { frameWords } from "./words/frame";

export type { Locale } from "./kept";

/** English, Swedish. */
export type Both = readonly [en: string, sv: string];

export const locale = signal(keptLocale());

effect(() => {
    document.documentElement.lang = locale.value;
    keep("locale", locale.value);
});

/** What is said in the language that is chosen. */
export const inLocale = ([en, sv]: Both): string => (locale.value === "sv" ? sv : en);

const words = { ...frameWords, ...formWords, ...errorWords };
export type Word = keyof typeof words;

export type Say<Words> = (word: keyof Words, given?: Record<string, string | number>) => string;

/** Says these words, or those that every view needs. */
export function saying<Own extends Record<string, Both>>(own: Own): Say<Own & typeof words> {
    const all: Record<string, Both> = { ...words, ...own };
    return (word, given = {}) => fill(inLocale(all[word as string] ?? [String(word), String(word)]), given);
}

/** The words for something, with what stands in their braces; `{n|row|rows}` is one of two, by a number. */
export const say = saying({});

const fill = (text: string, given: Record<string, string | number>): string =>
    text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, more?: string) => {
        const value = String(given[name] ?? "");
        return one === undefined ? value : ((value === "1" ? one : more) ?? "");
    });

const numbers = computed(() => new Intl.NumberFormat(locale.value));
/** A number as people write it. */
export const count = (value: number): string => numbers.value.format(value);

/** The label of a field. */
export const labelOf = (field: { label: Record<Locale, string> }): string => field.label[locale.value];
