// How far the import is, and what can be done about it: start, stop, go on, settle what is in doubt, save what failed.

import { useSignal } from "@preact/signals";
import { count, labelOf, say } from "../words";
import type { Job } from "./job";

export function Progress({ job, onAnother }: { job: Job; onAnother: () => void }) {
    const phase = job.phase.value;
    const total = job.read.value?.count ?? 0;
    const failed = job.bad.value + job.refused.value.length;
    const busy = phase === "reading" || phase === "checking";
    const begun = phase === "sending" || phase === "stopped" || phase === "doubtful" || phase === "done";
    return (
        <section class="panel progress" aria-label={say("import")}>
            <p>{words(job)}</p>
            {busy && <progress aria-label={say(phase === "reading" ? "reading" : "checkingRows")} max={total || 1} value={phase === "reading" ? undefined : job.soFar.value} />}
            {begun && <progress aria-label={say("import")} max={job.good || 1} value={job.sent.value + job.refused.value.length} />}
            {job.problem.value && <p class="issue">{job.problem.value}</p>}
            {phase === "doubtful" && <Doubtful job={job} />}
            <div class="row wrap">
                {phase === "ready" && (
                    <button type="button" class="primary" disabled={job.good === 0} onClick={() => void job.send()}>
                        {say("start", { n: count(job.good) })}
                    </button>
                )}
                {phase === "sending" && (
                    <button type="button" aria-disabled={job.stopping.value} onClick={() => (job.stopping.value = true)}>
                        {say(job.stopping.value ? "stopping" : "stop")}
                    </button>
                )}
                {phase === "stopped" && (
                    <button type="button" class="primary" onClick={() => void job.send()}>
                        {say("resume")}
                    </button>
                )}
                {failed > 0 && phase !== "sending" && !busy && (
                    <button type="button" onClick={() => void job.save()}>
                        {say("failedFile", { n: count(failed) })}
                    </button>
                )}
                {!busy && phase !== "sending" && (
                    <button type="button" class="plain" onClick={onAnother}>
                        {say("another")}
                    </button>
                )}
            </div>
        </section>
    );
}

function words(job: Job): string {
    const total = count(job.read.value?.count ?? 0);
    const sent = count(job.sent.value);
    const good = count(job.good - job.refused.value.length);
    const bad = count(job.bad.value + job.refused.value.length);
    switch (job.phase.value) {
        case "reading":
            return `${say("reading")} ${job.soFar.value ? count(job.soFar.value) : ""}`;
        case "checking":
            return say("checking", { n: count(job.soFar.value), total });
        case "ready":
            return say("checked", { n: total, bad, good });
        case "sending":
            return say("progress", { n: sent, total: good, rate: count(Math.round(job.rate.value)), left: left(job) });
        case "done":
            return say("done", { n: sent, bad });
        default:
            return say("stopped", { n: sent, total: good });
    }
}

function left(job: Job): string {
    const seconds = job.rate.value > 0 ? (job.good - job.refused.value.length - job.sent.value) / job.rate.value : 0;
    return seconds < 90 ? say("seconds", { n: count(Math.ceil(seconds)) }) : say("minutes", { n: count(Math.ceil(seconds / 60)) });
}

/** Rows that the server may have: a person decides. */
function Doubtful({ job }: { job: Job }) {
    const keys = job.keys();
    const key = useSignal(keys[0]?.name ?? "");
    const { chunk, why = "" } = job.doubt.value ?? {};
    const [first = 0] = chunk?.places ?? [];
    const last = chunk?.places.at(-1) ?? 0;
    const field = keys.find(({ name }) => name === key.value);
    return (
        <div class="warning" role="group" aria-label={say("doubtfulTitle")}>
            <p>{say("doubtful", { from: count(first + 1), to: count(last + 1) })}</p>
            <p class="hint">{say("doubtfulWhy", { why })}</p>
            <div class="row wrap end-line">
                {keys.length > 0 && (
                    <>
                        <label class="stacked">
                            {say("lookByField")}
                            <select value={key.value} onChange={({ currentTarget: { value } }) => (key.value = value)}>
                                {keys.map((one) => (
                                    <option key={one.name} value={one.name}>
                                        {labelOf(one)}
                                    </option>
                                ))}
                            </select>
                        </label>
                        <button type="button" class="primary" onClick={() => void (field && job.settle(field))}>
                            {say("look")}
                        </button>
                    </>
                )}
                <button type="button" onClick={() => void job.settle("again")}>
                    {say("sendAgain")}
                </button>
                <button type="button" onClick={() => void job.settle("skip")}>
                    {say("skipThem")}
                </button>
            </div>
        </div>
    );
}
