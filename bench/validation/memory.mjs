// Whether memory stays flat over a million calls: `node --expose-gc memory.mjs` prints what was held before and after, in
// bytes, and fails where it grew.

import { memoryUsage } from "node:process";
import { field, form, rows, second, text } from "./contenders/ours.mjs";
import { bad, chance, good, segments } from "./rows.mjs";

const CALLS = 1_000_000;
/** What an engine keeps for itself comes and goes. One byte kept of each call would be more. */
const MOST = 512 * 1024;

const next = chance(8);
const forms = Array.from({ length: 64 }, (_, at) => (at % 8 === 7 ? bad(next).row : good(next)));
const others = segments(64, 9);
const list = forms.slice(0, 7);
const json = JSON.stringify(list);

function calls(count) {
    for (let at = 0; at < count; at++) {
        const row = forms[at % 64];
        switch (at % 16) {
            case 0:
                second(others[(at >> 4) % 64]);
                break;
            case 1:
                if (!rows(list)) throw new Error("refuses good rows");
                break;
            case 2:
                if (!text(json)) throw new Error("refuses good rows as text");
                break;
            case 3:
                field("email", row.email);
                break;
            default:
                form(row);
        }
    }
}

function held() {
    // Twice: what the first finds may free what only the second sees.
    gc();
    gc();
    const { heapUsed, external } = memoryUsage();
    return { heap: heapUsed, external };
}

calls(CALLS / 10);
const before = held();
calls(CALLS);
const after = held();
const grown = after.heap - before.heap + after.external - before.external;
console.log(`memory over ${CALLS.toLocaleString("en")} calls: ${kib(before)} before, ${kib(after)} after`);
if (grown > MOST) throw new Error(`memory grew by ${grown} bytes`);

function kib({ heap, external }) {
    return `${Math.round(heap / 1024)} KiB of heap and ${Math.round(external / 1024)} KiB beside it`;
}
