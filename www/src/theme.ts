// Light, dark, or as the system has it.

import { effect, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";
export const THEMES = ["auto", "light", "dark"] as const;

const kept = localStorage.getItem("theme");
export const theme = signal<Theme>(kept === "light" || kept === "dark" ? kept : "auto");

effect(() => {
    document.documentElement.dataset["theme"] = theme.value;
    localStorage.setItem("theme", theme.value);
});
