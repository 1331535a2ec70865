// Faults at the press of a button, and the log of what the client made of them.

import type { SandboxFault } from "pigello-client/sandbox";
import "../parts/focus";
import "../styles/line.css";
import { failNext } from "../sandbox/sandbox";
import { say } from "../words/line";
import { address, armed, log, type Said } from "./line";

type Word = Parameters<typeof say>[0];

const FAULTS: readonly (readonly [Word, SandboxFault])[] = [
    ["fault_slow", { delayMs: 3_000 }],
    ["fault_limited", { status: 429, headers: { "Retry-After": "2" } }],
    ["fault_down", { networkError: true }],
    ["fault_cut", { cutAfterBytes: 40 }],
    ["fault_lost", { loseAnswer: true }],
];

function arm(word: Word, fault: SandboxFault): void {
    failNext(fault);
    armed.value = [...armed.value, word];
}

/** What stands beside every view. */
export function Beside() {
    return (
        <>
            <Faults />
            <Log />
        </>
    );
}

function Faults() {
    return (
        <section class="panel" aria-labelledby="faults">
            <h2 id="faults">{say("faults")}</h2>
            <p class="hint">{say(address.value ? "faultsNot" : "faultsHint")}</p>
            <div class="row wrap">
                {FAULTS.map(([word, fault]) => (
                    <button key={word} type="button" class="small" disabled={address.value !== undefined} onClick={() => arm(word, fault)}>
                        {say(word)}
                    </button>
                ))}
            </div>
            <p class="hint armed" aria-live="polite">
                {armed.value.length > 0 && say("armed", { faults: armed.value.map((word) => say(word as Word)).join(", ") })}
            </p>
        </section>
    );
}

function Log() {
    const latest = log.value.slice(-60).reverse();
    return (
        <section class="panel" aria-labelledby="log">
            <div class="row between">
                <h2 id="log">{say("log")}</h2>
                {latest.length > 0 && (
                    <button type="button" class="small plain" onClick={() => (log.value = [])}>
                        {say("logClear")}
                    </button>
                )}
            </div>
            {latest.length === 0 && <p class="hint">{say("logEmpty")}</p>}
            <div class="log" role="log" aria-labelledby="log" tabIndex={0}>
                <ol>
                    {latest.map((said) => (
                        <Line key={said.number} said={said} />
                    ))}
                </ol>
            </div>
        </section>
    );
}

function Line({ said }: { said: Said }) {
    const { kind, method, url, attempt, status, delayMs, error, at } = said;
    const bad = kind === "failure" || error !== undefined || (status !== undefined && status >= 400);
    return (
        <li class={`said ${kind}${bad ? " bad" : ""}`}>
            <span class="what">
                <time>{at.toLocaleTimeString("sv", { hour12: false })}</time> <b>{method}</b>{" "}
                <span class="verdict">
                    {kind === "request" && (attempt > 1 ? say("attempt", { n: attempt }) : say("asked"))}
                    {kind === "response" && status}
                    {kind === "failure" && say("noAnswer")}
                    {kind === "retry" && `${error?.name ?? status ?? ""} → ${say("again", { ms: Math.round(delayMs ?? 0) })}`}
                </span>
            </span>
            <span class="url" title={url}>
                {decodeURIComponent(new URL(url, location.href).pathname + new URL(url, location.href).search)}
            </span>
        </li>
    );
}
