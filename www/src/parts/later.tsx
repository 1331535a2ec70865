// A view whose program comes when it is first shown.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { wordsOf } from "../line/errors";
import { say } from "../words";

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
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
        if (View) return <View {...props} />;
        if (!asked) queueMicrotask(() => asked || ask());
        if (lost.value === "") return <p class="panel hint">{say("loading")}</p>;
        return (
            <section class="panel">
                <p class="issue" role="alert">
                    {say("viewLost", { why: lost.value })}
                </p>
                <button type="button" onClick={ask}>
                    {say("tryAgain")}
                </button>
            </section>
        );
    };
}
