// Tabs, as the ARIA practices have them: one stop for Tab, the arrows move between them.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Tab {
    readonly title: string;
    readonly body: ComponentChildren;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
    const id = useId();
    const chosen = useSignal(0);
    const at = Math.min(chosen.value, tabs.length - 1);
    const keys = (event: KeyboardEvent) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        chosen.value = (at + step + tabs.length) % tabs.length;
        document.getElementById(`${id}-${chosen.value}`)?.focus();
    };
    return (
        <div class="tabs">
            <div role="tablist" aria-label={label} onKeyDown={keys}>
                {tabs.map(({ title }, tab) => (
                    <button
                        key={title}
                        type="button"
                        role="tab"
                        id={`${id}-${tab}`}
                        aria-selected={tab === at}
                        aria-controls={`${id}-panel`}
                        tabIndex={tab === at ? 0 : -1}
                        onClick={() => (chosen.value = tab)}
                    >
                        {title}
                    </button>
                ))}
            </div>
            <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${at}`}>
                {tabs[at]?.body}
            </div>
        </div>
    );
}
