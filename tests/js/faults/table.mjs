// The table fault x operation x outcome, as examples/errors/README.md has it. Not a test itself.

import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- faults: tests/js/faults.test.mjs -->\n";
const END = "<!-- end of faults -->\n";

/** The table: a line for each fault, a column for each operation. */
export function table(faults, operations) {
    const cell = (outcome) => outcome ?? "–";
    const lines = Object.entries(faults).map(([name, outcomes]) => [name, ...operations.map((one) => cell(outcomes[one]))]);
    const line = (cells) => `| ${cells.join(" | ")} |\n`;
    return `\n${line(["", ...operations.map((one) => `\`${one}\``)])}|---|${"---|".repeat(operations.length)}\n${lines.map(line).join("")}\n`;
}

/** What the guide says. `write`: puts this there first. */
export function inGuide(file, write) {
    const text = readFileSync(file, "utf8");
    const [start, end] = [text.indexOf(BEGIN) + BEGIN.length, text.indexOf(END)];
    if (start < BEGIN.length || end < start) throw new Error(`the guide has no lines ${BEGIN} and ${END}`);
    if (write === undefined) return text.slice(start, end);
    writeFileSync(file, text.slice(0, start) + write + text.slice(end));
    return write;
}
