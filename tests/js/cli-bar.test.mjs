// The progress bar of an import, on a terminal that is only so wide: what is noted meanwhile stands above it, and what comes
// afterwards below.

import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { fresh, PERSON, server, there } from "./cli-persons.mjs";
import { proxyTo } from "./cli-proxy.mjs";
import { started } from "./cli-server.mjs";

/** The lines of a terminal's screen after this text: as much of what terminals know as the bar and the notes ask of one. */
function screenOf(text, wide) {
    const lines = [[]];
    let [row, column, wraps, saved] = [0, 0, true, [0, 0]];
    const put = (letter) => {
        if (column === wide && wraps) [row, column] = [row + 1, 0];
        (lines[row] ??= [])[Math.min(column, wide - 1)] = letter;
        column = Math.min(column + 1, wide);
    };
    for (const [, escape, other] of text.matchAll(/(\x1b(?:\[[?\d]*[A-Za-z]|[78]))|([^])/g)) {
        if (escape === "\x1b7") saved = [row, column];
        else if (escape === "\x1b8") [row, column] = saved;
        else if (/^\x1b\[0?K$/.test(escape)) (lines[row] ??= []).splice(column);
        else if (/^\x1b\[\d+G$/.test(escape)) column = Number(escape.slice(2, -1)) - 1;
        else if (/^\x1b\[\?7[hl]$/.test(escape)) wraps = escape.endsWith("h");
        else if (/^\x1b\[(?:\?25[hl]|\d+m)$/.test(escape)) continue;
        else if (escape !== undefined) assert.fail(`what is ${JSON.stringify(escape)}?`);
        else if (other === "\r") column = 0;
        else if (other === "\n") [row, column] = [row + 1, 0];
        else put(other);
    }
    return Array.from(lines, (line) => Array.from(line ?? [], (letter) => letter ?? " ").join("").trimEnd());
}

for (const wide of [40, 80]) {
    test(`an import that is interrupted leaves a screen of ${wide} columns on which no line runs into another`, async (t) => {
        let arrive;
        const arrived = new Promise((resolve) => (arrive = resolve));
        let go;
        const held = new Promise((resolve) => (go = resolve));
        const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write) => (write === 2 && (arrive(), await held), undefined));
        t.after(() => proxy.end());
        const { file, prefix } = fresh(["T", "T", "T"]);
        const terminal = `data:text/javascript,Object.assign(process.stderr,{isTTY:true,columns:${wide}})`;
        const { child, ended } = started(["import", PERSON, file, "--chunk", "1", "--journal", `${file}.j`], {
            env: { ...server.env, PIGELLO_BASE_URL: proxy.url, TERM: "xterm" },
            nodeArgs: ["--import", terminal],
        });
        await arrived;
        child.kill("SIGINT");
        await once(child.stderr, "data");
        go();
        const { code, stderr } = await ended;
        // Nothing is here as one line that is longer than the screen.
        const lines = screenOf(stderr.replaceAll(`at ${proxy.url}`, "there"), wide);
        assert.deepEqual([code, await there(prefix)], [130, ["1", "2"]], stderr);
        const bar = lines.findIndex((line) => /^=+-* +66 % \| 2 of 3 rows/.test(line));
        const noted = "stops after this request; once more stops at once";
        assert.equal(lines.slice(0, bar).join("").includes(noted), true, lines.join("\n"));
        const below = ["stopped: 2 rows written, 1 not settled", "the same command goes on from here"];
        assert.deepEqual(lines.slice(bar + 1).filter((line) => line !== ""), below, lines.join("\n"));
        if (wide === 80) assert.match(lines[bar], / a second \| .* left$/);
    });
}
