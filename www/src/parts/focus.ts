// Where the focus goes when what had it is gone or can no longer be used: to what is nearest, never to nowhere.

const USABLE = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary";

/** What has the focus, and all that is around it. */
let path: readonly HTMLElement[] = [];

function note(focused: HTMLElement | null): void {
    const around: HTMLElement[] = [];
    for (let element = focused; element; element = element.parentElement) around.push(element);
    path = around;
}
addEventListener("focusin", ({ target }) => note(target as HTMLElement));
// It comes when the page has nothing better to do; something may have the focus by then.
if (document.activeElement !== document.body) note(document.activeElement as HTMLElement | null);

new MutationObserver(() => {
    const [last] = path;
    const now = document.activeElement;
    if (!last || (now !== document.body && now !== last)) return;
    // What is only chosen from is usable again in a moment.
    if (last.isConnected && last instanceof HTMLSelectElement) return last.disabled || now === last ? undefined : last.focus();
    if (!last.isConnected || (last as HTMLButtonElement).disabled) nearest()?.focus({ preventScroll: true });
}).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["disabled"] });

function nearest(): HTMLElement | undefined {
    let rowGone = false;
    for (const [at, around] of path.entries()) {
        if (!around.isConnected || (at === 0 && around.matches(":disabled"))) continue;
        if (around.hasAttribute("tabindex")) return around;
        const before = path[at - 1];
        const child = before?.isConnected ? before : undefined;
        // Of a row that is gone nobody knows which was next.
        rowGone ||= !child && around.tagName === "TBODY";
        if (rowGone) continue;
        const usable = [...around.querySelectorAll<HTMLElement>(USABLE)];
        const following = usable.find((one) => child && child.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
        const found = following ?? usable[0];
        if (found) return found;
    }
    return undefined;
}
