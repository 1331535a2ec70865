// Rows as a table for people: as wide as the terminal, and no wider.

import Table from "cli-table3";
import widthOf from "string-width";
import { cellOf, type Columns, type Writer } from "./format";
import type { Row } from "./library";
import { oneLine } from "./visible";

const WIDEST = 40;
/** Of columns that someone chose. */
const WIDEST_CHOSEN = 90;
/** Where there is no terminal. */
const ROOM = 120;
/** Of a column in which words go on below. */
const NARROWEST = 30;
const GAP = "  ";

/** Nothing but the gap between columns. */
const PLAIN = Object.fromEntries(
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
        .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid"])
        .map((name) => [name, ""])
        .concat([["middle", GAP]]),
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
            const room = process.stdout.columns ?? ROOM;
            const widest = columns === undefined ? Math.min(WIDEST, room) : WIDEST_CHOSEN;
            const widths = names.map((name, place) =>
                Math.min(widest, cells.reduce((most, line) => Math.max(most, widthOf(line[place] ?? "")), widthOf(oneLine(name)))),
            );
            if (columns !== undefined) widths.push(last(widths.pop() ?? 0, room - lineOf(widths) - GAP.length));
            const shown = columns === undefined ? fitting(widths, room) : names.length;
            const table = new Table({
                head: names.slice(0, shown).map(oneLine),
                colWidths: widths.slice(0, shown),
                chars: PLAIN,
                wordWrap: columns !== undefined,
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
    const over = widths.findIndex((_, place) => lineOf(widths.slice(0, place + 1)) > room);
    return over === -1 ? widths.length : Math.max(1, over);
}

function lineOf(widths: readonly number[]): number {
    return widths.reduce((sum, width) => sum + GAP.length + width, -GAP.length);
}

/** How wide the last column is, in which words go on below: where there is little room, as wide as it would be. */
function last(width: number, room: number): number {
    return room < NARROWEST ? width : Math.min(width, room);
}
