// A view whose program comes when it is first shown.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { wordsOf } from "../line/errors";
import { needsReload } from "../views";
import { say } from "../words";

/** `inTime`: it can wait until the page has nothing better to do, and until then there is nothing in its place. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, inTime = false): ComponentType<Props> {
    const come = signal<ComponentType<Props> | undefined>(undefined);
    const lost = signal("");
    let asked = false;
    const ask = () => {
        asked = true;
        lost.value = "";
        load().then(
            (view) => (come.value = view),
            (error: unknown) => (lost.value = wordsOf(error)),
        );
    };
    return function Later(props) {
        const View = come.value;
        useEffect(() => {
            const begin = () => asked || ask();
            if (inTime) whenIdle(begin);
            else begin();
        }, []);
        if (View) return <View {...props} />;
        if (lost.value === "") return inTime ? null : <p class="panel hint">{say("loading")}</p>;
        return (
            <section class="panel">
                <p class="issue" role="alert">
                    {say("viewLost", { why: lost.value })}
                </p>
                <button type="button" onClick={() => (needsReload() ? location.reload() : ask())}>
                    {say("tryAgain")}
                </button>
            </section>
        );
    };
}

/** Not every browser tells when it is idle; a moment after the first picture will do. */
function whenIdle(act: () => void): void {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 1_000 });
    else setTimeout(act, 200);
}
