// Light, dark, or as the system has it.

import { effect, signal } from "@preact/signals";
import { keep, keptTheme, type Theme } from "./kept";

export const theme = signal<Theme>(keptTheme());

effect(() => {
    document.documentElement.dataset["theme"] = theme.value;
    keep("theme", theme.value);
});
