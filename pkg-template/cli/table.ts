// Rows as a table for people: as wide as the terminal, and no wider.

import Table from "cli-table3";
import { cellOf, type Columns, type Writer } from "./format";
import type { Row } from "./library";
import { oneLine } from "./visible";

const WIDEST = 40;
/** Of columns that someone chose. */
const WIDEST_CHOSEN = 80;
const NARROWEST = 8;

/** Two blanks between columns, and no lines. */
const PLAIN = Object.fromEntries(
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
        .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
        .map((name) => [name, ""])
        .concat([["middle", "  "]]),
);

/** Keeps all rows until the end, since the widest says how wide a column is. */
export function tableWriter(columns: Columns | undefined): Writer {
    const rows: Row[] = [];
    return {
        columns: () => columns,
        left: new Set(),
        row: (row) => (rows.push(row), ""),
        end() {
            const names = columns ?? namesOf(rows);
            const cells = rows.map((row) => names.map((name) => oneLine(cellOf(row[name]))));
            const widths = names.map((name, place) =>
                Math.min(
                    columns === undefined ? WIDEST : WIDEST_CHOSEN,
                    Math.max(name.length, ...cells.map((line) => [...(line[place] ?? "")].length)),
                ),
            );
            const shown = columns === undefined ? fitting(widths, process.stdout.columns ?? 120) : names.length;
            const table = new Table({
                head: names.slice(0, shown).map(oneLine),
                colWidths: widths.slice(0, shown),
                chars: PLAIN,
                style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
            });
            for (const line of cells) table.push(line.slice(0, shown));
            const left = names.slice(shown);
            const more = left.length === 0 ? "" : `and ${left.map(oneLine).join(", ")}: \`--columns\` chooses, \`--jsonl\` has all\n`;
            return `${table.toString().replace(/ +$/gm, "")}\n${more}`;
        },
    };
}

/** Columns that say something, those of the first row first. */
function namesOf(rows: readonly Row[]): string[] {
    const names = new Set(rows.flatMap((row) => Object.keys(row)));
    return [...names].filter((name) => rows.some((row) => cellOf(row[name]) !== ""));
}

/** How many columns fit beside each other, one at least. */
function fitting(widths: readonly number[], room: number): number {
    let used = 0;
    for (let count = 0; count < widths.length; count++) {
        used += Math.max(NARROWEST, widths[count] ?? 0) + 1;
        if (used > room) return Math.max(1, count);
    }
    return widths.length;
}
