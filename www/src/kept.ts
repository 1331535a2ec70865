// What the browser keeps from visit to visit: the theme and the language. Where it may keep nothing, the page does without.

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** What is kept, as far as it was asked for. */
const kept = new Map<string, string>();

/** What was kept, or else the usual. */
export function recall<Value extends string>(name: string, values: readonly Value[], usual: Value): Value {
    let found: string | null = null;
    try {
        found = localStorage.getItem(name);
    } catch {
        // It keeps nothing.
    }
    const value = values.find((one) => one === found) ?? usual;
    kept.set(name, value);
    return value;
}

/** The language: what was chosen, else the browser's own. */
export const LOCALES = ["en", "sv"] as const;
export type Locale = (typeof LOCALES)[number];
export const keptLocale = (): Locale => recall("locale", LOCALES, navigator.language.startsWith("sv") ? "sv" : "en");

export const keptTheme = (): Theme => recall("theme", THEMES, "auto");

export function keep(name: string, value: string): void {
    // What is kept already, or is the usual, costs nothing: the page begins with this.
    if (kept.get(name) === value) return;
    kept.set(name, value);
    try {
        localStorage.setItem(name, value);
    } catch {
        // It begins with the usual again.
    }
}
