// Figures as a table that Markdown reads, too.

import { goals } from "./goals.mjs";
import { median, ratio } from "./measure.mjs";

/** A line for each measure: our time, it over each other's, and the goals. */
export function table(title, figures, { inBrowser = false } = {}) {
    const others = Object.keys(Object.values(figures)[0].nanoseconds).filter((name) => name !== "ours");
    const lines = Object.entries(figures).map(([key, { words, nanoseconds }]) => {
        const { ours } = nanoseconds;
        const measured = others.filter((name) => nanoseconds[name]);
        const ratios = Object.fromEntries(measured.map((name) => [name, ratio(ours, nanoseconds[name])]));
        const wanted = goals(key, ratios, inBrowser).map(({ words }) => words);
        return [words, time(median(ours)), ...others.map((name) => (name in ratios ? `${ratios[name].toFixed(2)} × ${name}` : "")), wanted.join("; ")];
    });
    return lined([[title, "ours", ...others.map(() => ""), "goals"], ...lines]);
}

function lined(rows) {
    const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
    const isText = (column) => column === 0 || column === widths.length - 1;
    const line = (cells) => `| ${cells.map((cell, at) => (isText(at) ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`;
    const rule = `|${widths.map((width, at) => (isText(at) ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
    return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

function time(nanoseconds) {
    const units = [["ms", 1e6], ["µs", 1e3]];
    const [unit, size] = units.find(([, size]) => nanoseconds >= size) ?? ["ns", 1];
    const value = nanoseconds / size;
    return `${value.toFixed(value < 10 && size > 1 ? 2 : value < 100 && size > 1 ? 1 : 0)} ${unit}`;
}
