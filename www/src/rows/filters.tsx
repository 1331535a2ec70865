// The filter builder: for each condition a field, an operator that the field has, whether it is negated, and a value.

import type { Issue } from "pigello-client/slim";
import { targetOf } from "../models";
import { Input } from "../parts/input";
import { Picker } from "../parts/picker";
import { say } from "../words/rows";
import { askedAs, operatorsOf, usual, type Condition } from "./conditions";
import { knownLabel, knownOf, type Known } from "./known";
import type { Listing } from "./listing";

export function Filters({ listing }: { listing: Listing }) {
    const { filterable } = listing;
    if (filterable.length === 0) return <p class="hint">{say("notFilterable")}</p>;
    const conditions = listing.conditions.value;
    return (
        <fieldset class="filters">
            <legend>{say("filters")}</legend>
            {conditions.length === 0 && <p class="hint">{say("noFilters")}</p>}
            {conditions.map((condition, at) => (
                <ConditionRow key={condition.number} listing={listing} condition={condition} n={at + 1} />
            ))}
            <button type="button" class="small" onClick={() => listing.add()}>
                + {say("addFilter")}
            </button>
        </fieldset>
    );
}

function ConditionRow({ listing, condition, n }: { listing: Listing; condition: Condition; n: number }) {
    const { number, field, operator, not } = condition;
    const { model } = listing;
    const change = (change: Partial<Condition>) => listing.change(number, change);
    const remove = (button: HTMLElement) => {
        button.closest("fieldset")?.querySelector<HTMLElement>(":scope > button")?.focus();
        listing.remove(number);
    };
    const wrong = wrongOf(listing, condition);
    const message = `condition-${number}`;
    const changeOperator = (operator: string) => {
        const before = askedAs(knownOf(model, field), condition.operator);
        const stays = before === askedAs(knownOf(model, field), operator);
        change({ operator, ...(stays ? {} : { value: operator === "isnull" ? "true" : "" }) });
    };
    return (
        <div class="condition" role="group" aria-label={say("filterOf", { n, field: knownLabel(model, field) })}>
            <select
                aria-label={say("filterField", { n })}
                value={field}
                onChange={({ currentTarget: { value } }) => change({ field: value, operator: usual(model, value), value: "" })}
            >
                {listing.filterable.map((name) => (
                    <option key={name} value={name}>
                        {knownLabel(model, name)}
                    </option>
                ))}
            </select>
            <label class="check not">
                <input
                    type="checkbox"
                    aria-label={say("filterNotLabel", { n })}
                    checked={not}
                    onChange={({ currentTarget: { checked } }) => change({ not: checked })}
                />
                {say("filterNot")}
            </label>
            <select aria-label={say("filterOperator", { n })} value={operator} onChange={({ currentTarget: { value } }) => changeOperator(value)}>
                {operatorsOf(model, field).map((name) => (
                    <option key={name} value={name}>
                        {say(`op_${name}` as Parameters<typeof say>[0])}
                    </option>
                ))}
            </select>
            <Value
                field={knownOf(model, field)}
                condition={condition}
                label={say("filterValue", { n })}
                message={wrong ? message : undefined}
                onValue={(value) => change({ value })}
            />
            <button type="button" class="small plain" aria-label={say("filterRemove", { n })} onClick={({ currentTarget }) => remove(currentTarget)}>
                ×
            </button>
            {wrong && (
                <p class="issue" id={message}>
                    {wrong}
                </p>
            )}
        </div>
    );
}

/** What the library says of this condition. */
function wrongOf(listing: Listing, { number, field, operator, not }: Condition): string | undefined {
    if (listing.made.value.clashes.includes(number)) return say("clash");
    const path = ["filter", field, ...(not ? ["not"] : []), ...(operator === "exact" ? [] : [operator])];
    const at = ({ path: spot }: Issue) => path.every((part, at) => spot[at] === part);
    return listing.prepared.value.issues.find(at)?.message;
}

interface ValueProps {
    readonly field: Known;
    readonly condition: Condition;
    readonly label: string;
    readonly message: string | undefined;
    readonly onValue: (value: string) => void;
}

function Value({ field, condition: { number, operator, value }, label, message, onValue }: ValueProps) {
    const asked = askedAs(field, operator);
    const target = targetOf(field);
    const common = { "aria-label": label, "aria-invalid": message !== undefined || undefined, "aria-describedby": message };
    if (asked === "reference" && target) {
        return (
            <Picker id={`value-${number}`} target={target} label={label} value={value} invalid={message !== undefined} describedBy={message} onPick={onValue} named />
        );
    }
    if (asked === "boolean" || asked === "choice") {
        const choices = asked === "boolean" ? ["true", "false"] : (field.enum ?? []).map(String);
        const words = (choice: string) => (choice === "true" ? say("yes") : choice === "false" ? say("no") : choice);
        return (
            <select {...common} value={value} onChange={({ currentTarget: { value } }) => onValue(value)}>
                <option value="">{say("choose")}</option>
                {choices.map((choice) => (
                    <option key={choice} value={choice}>
                        {words(choice)}
                    </option>
                ))}
            </select>
        );
    }
    const type = asked === "number" || asked === "date" || asked === "datetime-local" ? asked : "text";
    const placeholder = asked === "list" ? say("commaSeparated") : undefined;
    const step = asked === "datetime-local" ? "1" : asked === "number" ? "any" : undefined;
    return <Input {...common} type={type} step={step} placeholder={placeholder} value={value} onInput={({ currentTarget: { value } }) => onValue(value)} />;
}
