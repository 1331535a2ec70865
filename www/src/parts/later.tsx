// A view whose program comes when it is first shown.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { wordsOf } from "../line/errors";
import { needsReload } from "../views";
import { say } from "../words";

/** Which file did not come: what else browsers say of it is theirs, and in their language. */
const FILE = /\S+\.(js|css)\b/;

/** `inTime`: it can wait until the page has nothing better to do, and until then there is nothing in its place. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, inTime = false): ComponentType<Props> {
    const come = signal<ComponentType<Props> | undefined>(undefined);
    const lost = signal<unknown>(undefined);
    let asked = 0;
    const ask = () => {
        asked++;
        lost.value = undefined;
        load().then(
            (view) => (come.value = view),
            (error: unknown) => (lost.value = error),
        );
    };
    return function Later(props) {
        const View = come.value;
        useEffect(() => {
            const begin = () => asked > 0 || ask();
            if (inTime) whenIdle(begin);
            else begin();
        }, []);
        if (View) return <View {...props} />;
        if (lost.value === undefined) return inTime ? null : <p class="panel hint">{say("loading")}</p>;
        const said = wordsOf(lost.value);
        // Browsers may keep it that a program did not come, until the page is loaded anew.
        const isKept = asked > 1;
        return (
            <section class="panel">
                <p class="issue" role="alert">
                    {say("viewLost", { why: FILE.exec(said)?.[0] ?? said })}
                </p>
                <button type="button" onClick={() => (isKept || needsReload() ? location.reload() : ask())}>
                    {say(isKept ? "reload" : "tryAgain")}
                </button>
            </section>
        );
    };
}

/** Not every browser tells when it is idle; a moment after the first picture will do. */
export function whenIdle(act: () => void): void {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 1_000 });
    else setTimeout(act, 200);
}
