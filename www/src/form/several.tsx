// A picker of several rows: those that are chosen, each with a button that removes it, and a picker for one more.

import type { FieldInfo, Model } from "../models";
import { Picker } from "../parts/picker";
import { nameOfId } from "../rows/names";
import { say } from "../words";

export interface SeveralProps {
    readonly field: FieldInfo;
    readonly target: Model;
    readonly label: string;
    readonly id: string;
    readonly values: readonly string[];
    readonly invalid: boolean;
    readonly describedBy: string | undefined;
    readonly onValue: (values: readonly string[]) => void;
    readonly onLeave: () => void;
}

export function Several({ target, label, id, values, invalid, describedBy, onValue, onLeave }: SeveralProps) {
    // `[""]` is how a form says that there is nothing where there may be nothing.
    const chosen = values.filter((value) => value !== "");
    const add = (value: string) => value !== "" && !chosen.includes(value) && onValue([...chosen, value]);
    return (
        <div class="several">
            {chosen.length > 0 && (
                <ul aria-label={label}>
                    {chosen.map((value) => (
                        <li key={value}>
                            {nameOfId(value)}
                            <button type="button" aria-label={say("remove", { name: nameOfId(value) })} onClick={() => onValue(chosen.filter((other) => other !== value))}>
                                ×
                            </button>
                        </li>
                    ))}
                </ul>
            )}
            <Picker target={target} label={label} id={id} value="" invalid={invalid} describedBy={describedBy} several onPick={add} onLeave={onLeave} />
        </div>
    );
}
