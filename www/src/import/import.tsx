// The view of an import, with its styles and words. It outlives the view: one can look at the rows meanwhile, and come back.

import "../styles/import.css";
import "../styles/table.css";
import { signal, useSignalEffect, type Signal } from "@preact/signals";
import { hold } from "../line/line";
import type { Model } from "../models";
import { locale } from "../words";
import { say } from "../words/import";
import { titleOf } from "../words/resources";
import { Columns } from "./columns";
import { Grid } from "./grid";
import { Job, type Phase } from "./job";
import { Progress } from "./progress";
import { Source } from "./source";

/** While no row has a verdict. */
const UNJUDGED: readonly Phase[] = ["choosing", "reading", "checking"];

const jobs = new Map<Model, Signal<Job>>();
hold(() => [...jobs.values()].some((job) => job.peek().unsettled));

function jobOf(model: Model): Signal<Job> {
    const job = jobs.get(model) ?? signal(new Job(model));
    jobs.set(model, job);
    return job;
}

export function Import({ model }: { model: Model }) {
    const job = jobOf(model);
    const { phase, read, problem } = job.value;
    // What is wrong is said in the language that is chosen.
    useSignalEffect(() => {
        const { phase, judgedIn } = jobOf(model).value;
        if (!UNJUDGED.includes(phase.value) && judgedIn.value !== locale.value) void jobOf(model).peek().checkAnew();
    });
    const another = () => {
        job.value.end();
        job.value = new Job(model);
    };
    return (
        <>
            {phase.value === "choosing" ? (
                <section class="panel form" aria-labelledby="import-title">
                    <h2 id="import-title">{say("importOf", { resource: titleOf(model) })}</h2>
                    {problem.value && <p class="issue">{problem.value()}</p>}
                    <Source job={job.value} />
                </section>
            ) : (
                <Progress key={job.value} job={job.value} onAnother={another} />
            )}
            {read.value && phase.value !== "choosing" && (
                <>
                    <Columns job={job.value} />
                    <Grid job={job.value} key={job.value} />
                </>
            )}
        </>
    );
}
