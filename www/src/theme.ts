// Light, dark, or as the system has it.

import { effect, signal } from "@preact/signals";
import { keep, recall } from "./kept";

export type Theme = "auto" | "light" | "dark";
export const THEMES = ["auto", "light", "dark"] as const;

export const theme = signal<Theme>(recall("theme", THEMES, "auto"));

effect(() => {
    document.documentElement.dataset["theme"] = theme.value;
    keep("theme", theme.value);
});
