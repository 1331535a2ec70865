// How soon the page is usable on a slow telephone: a processor four times slower than this one, over "Slow 4G" as Lighthouse
// has it (1.6 Mbit/s, 150 ms there and back). Usable is: the form of a resource is drawn, and a wrong letter is told as such.
//
// The clock tells it, under Chromium's own brakes; but a clock also counts what other work the machine has. So it is put
// together as well, as Lighthouse does: what the line takes for all that comes until then, and four times the processor's time
// of the page's thread, as if neither went on during the other. Both are too much rather than too little: the lesser counts.
// What the line takes is held to a bound. The whole is told beside its goal and not judged: the same page takes 0.94 to 1.03 s
// on one machine, and a test is no clock.

import assert from "node:assert/strict";
import { cpus } from "node:os";
import { test } from "node:test";
import { open, PAGE } from "./browser.mjs";

const VIEW = `${PAGE}#/ExternalClientContactPerson/new`;
const ROUND_TRIP_MS = 150;
const BYTES_PER_MS = 1_600_000 / 8 / 1_000;
const SLOWER = 4;
const GOAL_MS = 1_000;
/** The headers of an answer, and more. */
const HEADERS = 400;
/** As much of it for the line: the rest is the processor's. */
const LINE_MS = 765;
/** So often it is visited at most, and five times at least. */
const ROUNDS = 12;
/** Other work that leaves a processor for the page. */
const QUIET = 0.4;

/** As soon as the input is there a wrong letter is typed into it, and what the page says of it is awaited. */
function typeAtOnce() {
    new MutationObserver((_, observer) => {
        const input = document.querySelector("input[name=email]");
        if (input && !globalThis.typed) {
            globalThis.typed = true;
            input.value = "a@";
            input.dispatchEvent(new InputEvent("input", { bubbles: true }));
            input.dispatchEvent(new FocusEvent("blur"));
        }
        if (!document.querySelector("[id$=email-wrong]")) return;
        observer.disconnect();
        globalThis.tell(String(performance.now()));
    }).observe(document, { childList: true, subtree: true });
}

/** That a preload is used late is said of a machine that is slow, which is what this test makes of it. */
const COMPLAINS = /404|preloaded using link preload but not used within a few seconds/;

async function visit({ braked }) {
    // The browser's own start is not the page's affair: it is on the same site already, at a page with nothing in it.
    const page = await open("nothing", { complains: COMPLAINS });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
    if (braked) {
        const line = { offline: false, latency: ROUND_TRIP_MS, downloadThroughput: BYTES_PER_MS * 1_000, uploadThroughput: 93_750 };
        await cdp.send("Network.emulateNetworkConditions", line);
        await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    }
    await cdp.send("Performance.setTimeDomain", { timeDomain: "threadTicks" });
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    // Told by a binding: what Playwright puts into a page in order to wait for something costs the page's thread as much as the
    // page does.
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: "tell" });
    const told = new Promise((resolve) => cdp.on("Runtime.bindingCalled", ({ payload }) => resolve(Number(payload))));
    await page.addInitScript(typeAtOnce);
    const before = await busy(cdp);
    await page.goto(VIEW, { waitUntil: "commit" });
    const usable = await told;
    const processor = (await busy(cdp)) - before;
    const requests = await page.evaluate(
        (usable) =>
            [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= usable)
                // What a page names is asked for as soon as its first bytes are there; what a script does, when all of it is.
                .map(({ entryType, startTime, responseStart, responseEnd, encodedBodySize }) => ({
                    from: startTime,
                    to: entryType === "navigation" ? responseStart : responseEnd,
                    bytes: encodedBodySize,
                })),
        usable,
    );
    // A page that stays would take of the processor's time while the next one is measured.
    await page.context().close();
    return { clock: Math.round(usable), processor, requests };
}

/** The bytes that come in each wave of requests: a request's wave is one after the latest of what was there before it. */
function wavesOf(requests) {
    const sorted = requests.toSorted((one, other) => one.from - other.from);
    const waves = [];
    for (const [at, request] of sorted.entries()) {
        request.wave = Math.max(-1, ...sorted.slice(0, at).filter(({ to }) => to <= request.from).map(({ wave }) => wave)) + 1;
        waves[request.wave] = (waves[request.wave] ?? 0) + request.bytes + HEADERS;
    }
    return waves;
}

/** What the line takes: of each wave nothing comes before as many round trips, and all of them share the line. */
const lineOf = (waves) =>
    Math.max(...waves.map((_, at) => (at + 1) * ROUND_TRIP_MS + waves.slice(at).reduce((sum, bytes) => sum + bytes) / BYTES_PER_MS));

/** The processor's time of the page's thread so far, in milliseconds. */
async function busy(cdp) {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1_000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/** How much of the machine's processors others take, from 0 to 1. */
async function taken() {
    const times = () => cpus().map(({ times }) => [times.idle, Object.values(times).reduce((sum, time) => sum + time)]);
    const before = times();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const since = times().map(([idle, all], at) => [idle - before[at][0], all - before[at][1]]);
    return 1 - since.reduce((sum, [idle]) => sum + idle, 0) / since.reduce((sum, [, all]) => sum + all, 0);
}

async function whetherQuiet() {
    for (let round = 0; round < 15; round++) if ((await taken()) < QUIET) return true;
    return false;
}

test("on a slow telephone the line is done with the page in time", { timeout: 240_000 }, async (t) => {
    const quiet = await whetherQuiet();
    let best = { clock: Infinity, sum: Infinity, line: Infinity, told: "" };
    // What others take of the processor meanwhile only adds to it: the least is nearest to what the page takes itself.
    const enough = (round) => (quiet ? round >= ROUNDS || (round >= 5 && Math.min(best.clock, best.sum) < GOAL_MS) : round >= 1);
    for (let round = 0; !enough(round); round++) {
        // On a slow line it is plain to see which request waits for which.
        const { clock, requests } = await visit({ braked: true });
        const { processor } = await visit({ braked: false });
        const waves = wavesOf(requests);
        const line = lineOf(waves);
        const sum = line + SLOWER * processor;
        const told = `${waves.join(" + ")} bytes take ${line.toFixed(0)} ms; with ${SLOWER} × ${processor.toFixed(0)} ms of the processor ${sum.toFixed(0)} ms`;
        best = { line, clock: Math.min(clock, best.clock), ...(sum < best.sum ? { sum, told } : { sum: best.sum, told: best.told }) };
    }
    const usable = Math.round(Math.min(best.clock, best.sum));
    const goal = `goal: less than ${GOAL_MS}, ${usable < GOAL_MS ? "met" : "not met"}${quiet ? "" : " beside other work of the machine"}`;
    t.diagnostic(`usable after ${usable} ms (${goal}); by the clock ${best.clock} ms; ${best.told}`);
    assert.ok(best.line < LINE_MS, `the line alone: ${best.line.toFixed(0)} ms`);
});
