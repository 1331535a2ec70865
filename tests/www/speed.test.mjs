// How soon the page is usable on a slow telephone: a processor four times slower than this one, over "Slow 4G" as Lighthouse
// has it (1.6 Mbit/s, 150 ms there and back). Usable is: the form of a resource is drawn, and a wrong letter is told as such.
//
// The clock tells it, under Chromium's own brakes; but a clock also counts what other work the machine has. So it is put
// together as well, as Lighthouse does: what the line takes for all that comes until then, and four times the processor's time
// of the page's thread, as if neither went on during the other. Both are too much rather than too little: the lesser counts.
// What the line takes is held to a bound always; the whole is, where the machine has no other work.

import assert from "node:assert/strict";
import { cpus } from "node:os";
import { test } from "node:test";
import { open, PAGE } from "./browser.mjs";

const VIEW = `${PAGE}#/ExternalClientContactPerson/new`;
const ROUND_TRIP_MS = 150;
const BYTES_PER_MS = 1_600_000 / 8 / 1_000;
const SLOWER = 4;
const LIMIT_MS = 1_000;
/** The headers of an answer, and more. */
const HEADERS = 400;
/** As much of it for the line: the rest is the processor's. */
const LINE_MS = 775;
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

async function visit({ braked }) {
    // The browser's own start is not the page's affair: it is on the same site already, at a page with nothing in it.
    const page = await open("nothing", { complains: /404/ });
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
    const sizes = await page.evaluate(
        (usable) =>
            [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
                .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= usable)
                .map(({ encodedBodySize }) => encodedBodySize),
        usable,
    );
    return { clock: Math.round(usable), processor, bytes: sizes.reduce((sum, size) => sum + size + HEADERS, 0) };
}

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

test("on a slow telephone the page is usable in less than a second", { timeout: 240_000 }, async (t) => {
    const quietAtFirst = await whetherQuiet();
    let best = { clock: Infinity, sum: Infinity, line: Infinity, told: "" };
    // What others take of the processor meanwhile only adds to it: the least is nearest to what the page takes itself.
    const enough = (round) => (quietAtFirst ? round >= ROUNDS || (round >= 5 && Math.min(best.clock, best.sum) < LIMIT_MS) : round >= 1);
    for (let round = 0; !enough(round); round++) {
        const { clock } = await visit({ braked: true });
        const { processor, bytes } = await visit({ braked: false });
        // The page itself, and then what it asks for, all at once.
        const line = 2 * ROUND_TRIP_MS + bytes / BYTES_PER_MS;
        const sum = line + SLOWER * processor;
        const told = `${bytes} bytes take ${line.toFixed(0)} ms; with ${SLOWER} × ${processor.toFixed(0)} ms of the processor ${sum.toFixed(0)} ms`;
        best = { line, clock: Math.min(clock, best.clock), ...(sum < best.sum ? { sum, told } : { sum: best.sum, told: best.told }) };
    }
    console.log(`by the clock ${best.clock} ms; ${best.told}`);
    assert.ok(best.line < LINE_MS, `the line alone: ${best.line.toFixed(0)} ms`);
    // Other work that began meanwhile has been counted as the page's.
    const quiet = quietAtFirst && (await taken()) < QUIET;
    const usable = Math.round(Math.min(best.clock, best.sum));
    t.diagnostic(`usable after ${usable} ms${quiet ? "" : ", WHICH IS NOT JUDGED, for the machine has too much other work"}`);
    if (quiet) assert.ok(usable < LIMIT_MS, `usable after ${usable} ms: ${best.told}; by the clock ${best.clock} ms`);
});
