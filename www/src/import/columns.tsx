// Which field each column goes to: as it was found, and to be changed.

import { fieldsOf } from "../models";
import { labelOf } from "../words";
import { say } from "../words/import";
import type { Job } from "./job";

export function Columns({ job }: { job: Job }) {
    const read = job.read.value;
    if (!read || read.columns.length === 0) return null;
    const fields = fieldsOf(job.model).filter(({ readOnly, name }) => !readOnly || name === "id");
    const labels = new Map(fields.map((field) => [field.name, labelOf(field)]));
    const change = (at: number, field: string) => {
        void job.choose(read.columns.map((column, other) => (other === at ? field || undefined : column.field)));
    };
    const busy = job.phase.value !== "ready";
    const out = read.columns.filter(({ field }) => !field).length;
    return (
        <details class="panel matched" open={out > 0}>
            <summary>
                <h2>{say("columnsOf")}</h2> <span class="hint">{say("columnsHint")}</span>
            </summary>
            <div class="scroll" role="region" aria-label={say("columnsOf")} tabIndex={0}>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{say("column")}</th>
                            <th scope="col">{say("field")}</th>
                            <th scope="col">{say("example")}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {read.columns.map(({ header, field, why, nearest }, at) => (
                            <tr key={at}>
                                <th scope="row">{header}</th>
                                <td>
                                    <select
                                        aria-label={say("fieldOf", { column: header })}
                                        value={field ?? ""}
                                        disabled={busy}
                                        onChange={({ currentTarget: { value } }) => change(at, value)}
                                    >
                                        <option value="">{say("leftOut")}</option>
                                        {fields.map((one) => (
                                            <option key={one.name} value={one.name}>
                                                {labelOf(one)}
                                            </option>
                                        ))}
                                    </select>
                                    {why === "twice" && <p class="issue">{say("takenTwice")}</p>}
                                    {why === "unknown" && nearest && (
                                        <button type="button" class="small plain" disabled={busy} onClick={() => change(at, nearest)}>
                                            {say("nearest", { field: labels.get(nearest) ?? nearest })}
                                        </button>
                                    )}
                                </td>
                                <td class="hint">{read.samples[at]?.filter(Boolean).join(" · ")}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </details>
    );
}
