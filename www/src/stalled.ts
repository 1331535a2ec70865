// What is shown where the page cannot start. Nothing of the page is there then, so this needs nothing of it.

import { keptLocale } from "./kept";
import { frameWords } from "./words/frame";

export function showStalled(error: unknown): void {
    const app = document.getElementById("app");
    if (!app) return;
    const language = keptLocale() === "sv" ? 1 : 0;
    const panel = document.createElement("main");
    panel.className = "panel stalled";
    const words = document.createElement("p");
    words.setAttribute("role", "alert");
    words.textContent = `${frameWords.stalled[language]} (${error instanceof Error ? error.message : String(error)})`;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = frameWords.reload[language];
    again.addEventListener("click", () => location.reload());
    panel.append(words, again);
    app.append(panel);
}
