// The file's rows, however many: only those in sight are in the page. What is wrong stands in its cell, and can be mended
// there.

import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { fieldsOf } from "../models";
import { count, labelOf } from "../words";
import { say } from "../words/import";
import type { Job } from "./job";
import type { ShownRow } from "./words";

/** Every row has this height (import.css says so too). */
const HEIGHT = 46;
/** Rows in the page beside those in sight. */
const BEYOND = 12;

export function Grid({ job }: { job: Job }) {
    const box = useRef<HTMLDivElement>(null);
    const first = useSignal(0);
    const onlyBad = useSignal(false);
    const rows = useSignal<readonly ShownRow[]>([]);
    const from = useSignal(0);
    const refused = new Map(job.refused.value);
    const total = onlyBad.value ? job.bad.value + refused.size : (job.read.value?.count ?? 0);
    useSignalEffect(() => {
        void job.version.value;
        const start = Math.max(0, first.value - BEYOND);
        const question = { from: start, to: first.value + Math.ceil((box.current?.clientHeight ?? 480) / HEIGHT) + BEYOND, onlyBad: onlyBad.value, refused: onlyBad.value ? job.refused.value.map(([place]) => place) : [] };
        void job.reader.ask("window", question).then((shown) => {
            rows.value = shown;
            from.value = start;
        });
    });
    const read = job.read.value;
    if (!read) return null;
    const toggle = (on: boolean) => {
        onlyBad.value = on;
        first.value = 0;
        box.current?.scrollTo({ top: 0 });
    };
    const labels = new Map(fieldsOf(job.model).map((field) => [field.name, labelOf(field)]));
    const editable = job.phase.value === "ready" && read.columns.length > 0;
    const below = Math.max(0, total - from.value - rows.value.length);
    return (
        <div class="panel flush">
            <div class="row wrap between bar">
                <h2>{say("rowsOfFile")}</h2>
                <label class="check">
                    <input type="checkbox" checked={onlyBad.value} onChange={({ currentTarget: { checked } }) => toggle(checked)} />
                    {say("onlyBad")} ({count(job.bad.value + refused.size)})
                </label>
            </div>
            <div
                class="scroll grid"
                ref={box}
                role="region"
                aria-label={say("rowsOfFile")}
                tabIndex={0}
                onScroll={({ currentTarget: { scrollTop } }) => (first.value = Math.floor(scrollTop / HEIGHT))}
            >
                <table aria-rowcount={total + 1}>
                    <thead>
                        <tr aria-rowindex={1}>
                            <th scope="col">{say("row")}</th>
                            {read.names.map((name, at) => (
                                <th scope="col" key={at} class={read.columns.length > 0 && !read.columns[at]?.field ? "out" : undefined}>
                                    {labels.get(read.columns[at]?.field ?? name) ?? name}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        <Gap rows={from.value} />
                        {rows.value.map((row, at) => (
                            <Line key={row.place} row={refused.has(row.place) ? { ...row, whole: refused.get(row.place)?.() ?? "" } : row} index={from.value + at + 2} job={job} names={read.names} editable={editable} />
                        ))}
                        <Gap rows={below} />
                        {total === 0 && (
                            <tr>
                                <td class="none" colSpan={read.names.length + 1}>
                                    {say(onlyBad.value ? "noneBad" : "none")}
                                </td>
                            </tr>
                        )}
                    </tbody>
                </table>
            </div>
        </div>
    );
}

/** Stands for rows that are not in the page. */
function Gap({ rows }: { rows: number }) {
    return rows > 0 ? (
        <tr aria-hidden="true" class="gap">
            <td style={{ height: `${rows * HEIGHT}px` }} />
        </tr>
    ) : null;
}

interface LineProps {
    readonly row: ShownRow;
    readonly index: number;
    readonly job: Job;
    readonly names: readonly string[];
    readonly editable: boolean;
}

function Line({ row, index, job, names, editable }: LineProps) {
    const { place, line, cells, wrong, whole } = row;
    return (
        <tr aria-rowindex={index} class={whole || wrong.some(Boolean) ? "bad" : undefined}>
            <th scope="row">
                {count(line)}
                {whole && (
                    <span class="why" title={whole}>
                        {whole}
                    </span>
                )}
            </th>
            {names.map((name, at) => {
                const why = wrong[at];
                if (!why) return <td key={at}>{cells[at]}</td>;
                const id = `cell-${place}-${at}`;
                return (
                    <td key={at} class="wrong">
                        {editable ? (
                            <input
                                aria-label={`${name}, ${say("row")} ${line}`}
                                aria-invalid="true"
                                aria-describedby={id}
                                defaultValue={cells[at] ?? ""}
                                onChange={({ currentTarget: { value } }) => void job.mend(place, at, value)}
                            />
                        ) : (
                            cells[at] || say("nothing")
                        )}
                        <span class="why" id={id} title={why}>
                            {why}
                        </span>
                    </td>
                );
            })}
        </tr>
    );
}
