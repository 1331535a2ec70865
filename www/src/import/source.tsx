// Where rows come from: a file that is dropped or chosen, or text that is pasted.

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { address } from "../line/line";
import { pathOf } from "../models";
import { madeUp } from "../sandbox/sandbox";
import { count } from "../words";
import { say } from "../words/import";
import type { Job } from "./job";
import { Told } from "./told";

/** How many rows can be made up, to try it. */
const MANY = [1_000, 100_000] as const;

/** So many characters are read at once: no one reads them in the input, which they would only make slow. */
const MUCH = 20_000;

export function Source({ job }: { job: Job }) {
    const over = useSignal(false);
    const pasted = useRef<HTMLTextAreaElement>(null);
    const file = (files: FileList | null | undefined) => {
        const [file] = files ?? [];
        if (file) void job.open(file, () => file.name);
    };
    const invent = async (rows: number) => {
        job.phase.value = "reading";
        const some = await madeUp(pathOf(job.model), rows).catch(() => job.fail(new Told(() => say("inventLost"))));
        if (some) await job.open(new Blob(some.map((row) => `${JSON.stringify(row)}\n`)), () => say("invented"));
    };
    const { operations } = job.model.schema;
    if (!operations.includes("bulkWrite")) return null;
    return (
        <>
            <div
                class={`drop${over.value ? " over" : ""}`}
                onDragOver={(event) => {
                    event.preventDefault();
                    over.value = true;
                }}
                onDragLeave={() => (over.value = false)}
                onDrop={(event) => {
                    event.preventDefault();
                    over.value = false;
                    file(event.dataTransfer?.files);
                }}
            >
                <label for="import-file">{say("drop")}</label>
                <input id="import-file" type="file" accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson" onChange={({ currentTarget: { files } }) => file(files)} />
                <p class="hint">{say("formats")}</p>
            </div>
            <div class="field">
                <label for="import-text">{say("paste")}</label>
                <textarea
                    id="import-text"
                    ref={pasted}
                    rows={5}
                    spellcheck={false}
                    onPaste={(event) => {
                        const text = event.clipboardData?.getData("text/plain") ?? "";
                        if (text.length < MUCH) return;
                        event.preventDefault();
                        void job.open(new Blob([text]), () => say("pasted"));
                    }}
                />
            </div>
            <div class="row wrap">
                <button type="button" class="primary" onClick={() => void (pasted.current?.value && job.open(new Blob([pasted.current.value]), () => say("pasted")))}>
                    {say("readPasted")}
                </button>
                {!address.value &&
                    MANY.map((rows) => (
                        <button key={rows} type="button" class="plain" onClick={() => void invent(rows)}>
                            {say("made", { n: count(rows) })}
                        </button>
                    ))}
            </div>
        </>
    );
}
