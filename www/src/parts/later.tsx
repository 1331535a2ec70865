// A view whose program comes when it is first shown.

import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { announceFailure } from "../line/announce";
import { say } from "../words";

export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
    const come = signal<ComponentType<Props> | undefined>(undefined);
    let asked = false;
    return function Later(props) {
        const View = come.value;
        if (View) return <View {...props} />;
        if (!asked) {
            asked = true;
            load().then(
                (view) => (come.value = view),
                (error: unknown) => {
                    asked = false;
                    announceFailure(error);
                },
            );
        }
        return <p class="panel hint">{say("loading")}</p>;
    };
}
