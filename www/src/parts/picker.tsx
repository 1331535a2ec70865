// Finds a row of another resource by typing: the combobox of the ARIA practices, with a list that filters. Focus stays in the
// input; the arrows move through the list, Enter takes, Escape closes and then empties.

import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { wordsOf } from "../line/errors";
import { pigello } from "../line/line";
import { clientOf, nameOf, type Model } from "../models";
import { learn, nameOfId } from "../rows/names";
import { count, say } from "../words";

const PAUSE_MS = 200;
const MOST = 8;

interface Choice {
    readonly id: string;
    readonly name: string;
}

export interface PickerProps {
    readonly target: Model;
    readonly id: string;
    readonly label: string;
    /** The id that is chosen, or "". */
    readonly value: string;
    readonly invalid?: boolean;
    readonly required?: boolean;
    readonly describedBy?: string | undefined;
    readonly onPick: (id: string) => void;
    readonly onLeave?: () => void;
    /** Whether no `<label>` names it, so that it names itself. */
    readonly named?: boolean;
    /** For a picker of several: the input is empty again after each. */
    readonly several?: boolean;
}

export function Picker(props: PickerProps) {
    const { target, id, label, value, invalid = false, required = false, describedBy, named = false, several = false } = props;
    const list = useId();
    const input = useRef<HTMLInputElement>(null);
    const open = useSignal(false);
    const active = useSignal(-1);
    const choices = useSignal<readonly Choice[]>([]);
    const status = useSignal("");
    // What is typed; nothing while the name of what is chosen stands there.
    const typed = useSignal<string | undefined>(undefined);
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
    const underway = useRef<AbortController>(undefined);

    useEffect(() => () => (clearTimeout(timer.current), underway.current?.abort()), []);

    const search = (text: string, pause: number) => {
        clearTimeout(timer.current);
        underway.current?.abort();
        const { signal } = (underway.current = new AbortController());
        timer.current = setTimeout(async () => {
            try {
                const options = { page: 1, pageSize: MOST, ...(text.trim() ? { search: text.trim() } : {}) };
                const rows = await clientOf(pigello.peek(), target).list(options, { signal });
                choices.value = rows.flatMap((row) => (row.id ? [{ id: row.id, name: nameOf(row, target) }] : []));
                active.value = text.trim() && rows.length > 0 ? 0 : -1;
                status.value = rows.length === 0 ? say("pickerNone") : say("pickerFound", { n: count(rows.length) });
            } catch (error) {
                if (signal.aborted) return;
                choices.value = [];
                status.value = say("pickerFailed", { why: wordsOf(error) });
            }
        }, pause);
    };
    const show = () => {
        if (open.value) return;
        open.value = true;
        search(typed.value ?? "", 0);
    };
    const close = () => {
        open.value = false;
        active.value = -1;
        clearTimeout(timer.current);
        underway.current?.abort();
        status.value = "";
    };
    const take = ({ id, name }: Choice) => {
        learn([[id, name]]);
        typed.value = undefined;
        close();
        props.onPick(id);
    };
    const clear = () => {
        typed.value = undefined;
        props.onPick("");
        input.current?.focus();
    };
    const keys = (event: KeyboardEvent) => {
        const { length } = choices.value;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open.value) return show();
            const step = event.key === "ArrowDown" ? 1 : -1;
            if (length > 0) active.value = (active.value + step + length + (active.value < 0 && step < 0 ? 1 : 0)) % length;
        } else if (event.key === "Enter" && open.value) {
            event.preventDefault();
            const choice = choices.value[active.value];
            if (choice) take(choice);
        } else if (event.key === "Escape") {
            if (open.value) {
                event.stopPropagation();
                typed.value = undefined;
                close();
            } else if (value) clear();
        }
    };
    const leave = () => {
        // What was typed and not taken is not chosen: an emptied input chooses nothing.
        if (typed.value === "" && !several) props.onPick("");
        typed.value = undefined;
        close();
        props.onLeave?.();
    };
    const shown = typed.value ?? (value && !several ? nameOfId(value) : "");
    const option = (at: number) => `${list}-${at}`;
    return (
        <div class="picker">
            <input
                ref={input}
                id={id}
                type="text"
                role="combobox"
                aria-label={named ? label : undefined}
                autocomplete="off"
                spellcheck={false}
                aria-expanded={open.value}
                aria-controls={list}
                aria-autocomplete="list"
                aria-activedescendant={active.value >= 0 && open.value ? option(active.value) : undefined}
                aria-invalid={invalid || undefined}
                aria-required={required || undefined}
                aria-describedby={describedBy}
                placeholder={say("pickerHint")}
                value={shown}
                onInput={(event) => {
                    const text = event.currentTarget.value;
                    typed.value = text;
                    open.value = true;
                    // Until the answer comes, what is there and fits: Enter must not take what was found for other words.
                    choices.value = choices.value.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
                    active.value = text.trim() && choices.value.length > 0 ? 0 : -1;
                    search(text, PAUSE_MS);
                }}
                onFocus={(event) => event.currentTarget.select()}
                onClick={show}
                onKeyDown={keys}
                onBlur={leave}
            />
            {value !== "" && !several && (
                <button type="button" class="clear" aria-label={say("clear", { label })} onMouseDown={(event) => event.preventDefault()} onClick={clear}>
                    ×
                </button>
            )}
            <ul id={list} role="listbox" aria-label={label} class="choices" hidden={!open.value || choices.value.length === 0}>
                {choices.value.map((choice, at) => (
                    <li
                        key={choice.id}
                        id={option(at)}
                        role="option"
                        aria-selected={at === active.value}
                        // The input keeps the focus, so that its leaving means what it says.
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => take(choice)}
                    >
                        {choice.name}
                        <small>{choice.id.slice(0, 8)}</small>
                    </li>
                ))}
            </ul>
            <span class="found" role="status">
                {open.value ? status.value : ""}
            </span>
        </div>
    );
}
