// How far the import is, and what can be done about it: start, stop, go on, settle what is in doubt, save what failed.

import { useSignal } from "@preact/signals";
import { fieldsOf } from "../models";
import { count, labelOf } from "../words";
import { say } from "../words/import";
import type { Job } from "./job";

export function Progress({ job, onAnother }: { job: Job; onAnother: () => void }) {
    const phase = job.phase.value;
    const total = job.read.value?.count ?? 0;
    const failed = job.bad.value + job.refused.value.length;
    const busy = phase === "reading" || phase === "checking";
    const sure = useSignal(false);
    const moving = phase === "sending" || phase === "looking";
    const begun = phase === "sending" || phase === "stopped" || phase === "doubtful" || phase === "looking" || phase === "done";
    return (
        <section class="panel progress" aria-label={say("import")}>
            <p>{words(job)}</p>
            {busy && <progress aria-label={say(phase === "reading" ? "reading" : "checkingRows")} max={total || 1} value={phase === "reading" ? undefined : job.soFar.value} />}
            {begun && <progress aria-label={say("import")} max={job.good || 1} value={job.sent.value + job.refused.value.length} />}
            {job.problem.value && <p class="issue">{job.problem.value()}</p>}
            {begun && phase !== "done" && job.elsewhere && <p class="warning">{say("elsewhere")}</p>}
            {phase === "ready" && job.pointless && <p class="warning">{say("pointless")}</p>}
            {phase === "doubtful" && <Doubtful job={job} />}
            <div class="row wrap">
                {phase === "ready" && (
                    <button type="button" class="primary" disabled={job.good === 0} onClick={() => void job.send()}>
                        {say("start", { n: count(job.good) })}
                    </button>
                )}
                {(phase === "sending" || phase === "looking") && (
                    <button type="button" aria-disabled={job.stopping.value} onClick={() => (job.stopping.value = true)}>
                        {say(job.stopping.value && phase === "sending" ? "stopping" : "stop")}
                    </button>
                )}
                {phase === "stopped" && (
                    <button type="button" class="primary" disabled={job.elsewhere} onClick={() => void job.send()}>
                        {say("resume")}
                    </button>
                )}
                {failed > 0 && !moving && !busy && (
                    <button type="button" onClick={() => void job.save()}>
                        {say("failedFile", { n: count(failed) })}
                    </button>
                )}
                {!busy && !moving && (
                    <button type="button" class="plain" onClick={() => (job.unsettled ? (sure.value = true) : onAnother())}>
                        {say("another")}
                    </button>
                )}
            </div>
            {sure.value && !moving && (
                <div class="warning" role="group" aria-label={say("another")}>
                    <p>{say("leaveSure")}</p>
                    <div class="row wrap">
                        <button type="button" class="danger" onClick={onAnother}>
                            {say("leave")}
                        </button>
                        <button type="button" onClick={() => (sure.value = false)}>
                            {say("cancel")}
                        </button>
                    </div>
                </div>
            )}
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
        case "looking":
            return job.looking.value();
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
    const keys = job.keys.value;
    const fields = fieldsOf(job.model).filter(({ name }) => keys.some((key) => key.name === name));
    // What looks like a code is offered; a format of its own have addresses, telephones and the like, which people share.
    const code = fields.find(({ name, format }) => !format && keys.some((key) => key.name === name && key.code));
    const key = useSignal(code?.name ?? "");
    const { chunk, why } = job.doubt.value ?? {};
    const away = job.elsewhere;
    return (
        <div class="warning" role="group" aria-label={say("doubtfulTitle")}>
            <p>{say(chunk?.lines.length === 1 ? "doubtfulOne" : "doubtful", { from: count(chunk?.lines[0] ?? 0), to: count(chunk?.lines.at(-1) ?? 0) })}</p>
            <p class="hint">{say("doubtfulWhy", { why: why?.() ?? "" })}</p>
            {fields.length > 0 && <p id="key-hint">{say("keyHint")}</p>}
            <div class="row wrap end-line">
                {fields.length > 0 && (
                    <>
                        <label class="stacked">
                            {say("lookByField")}
                            <select value={key.value} aria-describedby="key-hint" onChange={({ currentTarget: { value } }) => (key.value = value)}>
                                <option value="">{say("chooseKey")}</option>
                                {fields.map((one) => (
                                    <option key={one.name} value={one.name}>
                                        {labelOf(one)}
                                    </option>
                                ))}
                            </select>
                        </label>
                        <button type="button" class="primary" disabled={away || key.value === ""} onClick={() => void job.settle({ key: key.value })}>
                            {say("look")}
                        </button>
                    </>
                )}
                <button type="button" disabled={away} onClick={() => void job.settle("again")}>
                    {say("sendAgain")}
                </button>
                <button type="button" disabled={away} onClick={() => void job.settle("skip")}>
                    {say("skipThem")}
                </button>
            </div>
        </div>
    );
}
