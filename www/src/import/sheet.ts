// A file's rows, their columns, and what is wrong with them. It lives in the worker; the page asks it for what it shows.
// How files are read and what columns mean stands in `pkg-template/files`.

import { checkRows, failedHead, failedRow, inputOf, matchColumns, sentenceOf, type Column, type SourceRow, type Wrong } from "#files/index";
import { piecesOf, RowReader, rowsOf } from "#files/read";
import type { Model } from "../models";
import { ofFile } from "../words/files";
import type { Asks, Chunk, Key, Read, Refused, ShownRow } from "./words";

/** How many rows are judged before it is told how far that is. */
const PORTION = 2_000;
/** How many rows of JSON are looked at for names. */
const LOOKED_AT = 200;

/** What is wrong, by row; only those that have something wrong. */
type Found = Map<number, Wrong[]>;

export class Sheet {
    #rows: SourceRow[] = [];
    #reader = new RowReader();
    #columns: readonly Column[] = [];
    #names: readonly string[] = [];
    #wrong: Found = new Map();
    #locale = "en";

    constructor(readonly model: Model) {}

    async read(blob: Blob, told: (rows: number) => void): Promise<Read> {
        for await (const rows of rowsOf(piecesOf(blob.stream()), this.#reader)) {
            for (const row of rows) this.#rows.push(row);
            told(this.#rows.length);
        }
        const { header } = this.#reader;
        this.#columns = header ? matchColumns(header, this.model.schema) : [];
        this.#names = header ?? [...new Set(this.#rows.slice(0, LOOKED_AT).flatMap(({ value }) => namesIn(value)))];
        const samples = this.#names.map((_, at) => this.#rows.slice(0, 3).map((row) => this.#cells(row)[at] ?? ""));
        return { count: this.#rows.length, kind: this.#reader.kind ?? "csv", names: this.#names, columns: this.#columns, samples };
    }

    /** Takes other fields for the columns, and answers how it understood them. */
    choose(fields: readonly (string | undefined)[]): readonly Column[] {
        const { fields: known } = this.model.schema;
        this.#columns = this.#columns.map(({ header }, at): Column => {
            const field = fields[at];
            if (!field) return { header, why: "chosen" };
            if (fields.indexOf(field) < at) return { header, why: "twice", nearest: field };
            const { type = "string", nullable = false } = known[field] ?? {};
            return { header, field, type, nullable };
        });
        return this.#columns;
    }

    /** Judges every row, portion by portion, so that it can be told how far it is. Answers how many rows are wrong. */
    async check(locale: string, told: (rows: number) => void): Promise<number> {
        // Until all is judged, what was found before stands: rows may be on their way meanwhile.
        const found: Found = new Map();
        for (let from = 0; from < this.#rows.length; from += PORTION) {
            this.#judge(from, from + PORTION, found, locale);
            told(Math.min(from + PORTION, this.#rows.length));
            // What the page asks meanwhile is answered in between.
            await new Promise((resolve) => setTimeout(resolve));
        }
        this.#findTwins(found, locale);
        this.#wrong = found;
        this.#locale = locale;
        return found.size;
    }

    #judge(from: number, to: number, found: Found, locale: string): void {
        for (const wrong of checkRows(this.#rows.slice(from, to), this.#columns, this.model.schema, { locale })) {
            note(found, from + wrong.row, { ...wrong, message: ofFile(wrong.message, locale) });
        }
    }

    /** An id twice may be in two portions: all ids are looked at together. */
    #findTwins(found: Found, locale: string): void {
        const ids = this.#rows.map((row) => idOf(row, this.#columns));
        if (!ids.some(Boolean)) return;
        const judged = ids.map((id) => ({ id }));
        const { issues } = this.model.schema.validateAll(judged, { mode: "update", locale });
        for (const { path, code, message } of issues) {
            const place = Number(path[0]);
            const row = this.#rows[place];
            const told = found.get(place)?.some((wrong) => wrong.code === code);
            if (code !== "duplicate" || told || !row) continue;
            const column = this.#columns.find(({ field }) => field === "id")?.header;
            note(found, place, { row: place, line: row.line, ...(column ? { column } : {}), field: "id", code, message });
        }
    }

    /** Changes a cell, and judges its row anew. */
    mend(place: number, column: number, text: string): number {
        const row = this.#rows[place];
        if (!row?.cells) return this.#wrong.size;
        this.#rows[place] = { ...row, cells: this.#names.map((_, at) => (at === column ? text : (row.cells?.[at] ?? ""))) };
        this.#wrong.delete(place);
        this.#judge(place, place + 1, this.#wrong, this.#locale);
        this.#findTwins(this.#wrong, this.#locale);
        return this.#wrong.size;
    }

    /** The rows that the table shows. */
    window({ from, to, onlyBad, refused }: Asks["window"]["question"]): ShownRow[] {
        const places = onlyBad ? [...this.#wrong.keys(), ...refused].sort((a, b) => a - b) : undefined;
        const shown: ShownRow[] = [];
        for (let at = from; at < Math.min(to, places?.length ?? this.#rows.length); at++) {
            const place = places?.[at] ?? at;
            const row = this.#rows[place];
            if (row) shown.push(this.#shown(place, row));
        }
        return shown;
    }

    #shown(place: number, row: SourceRow): ShownRow {
        const wrong = this.#wrong.get(place) ?? [];
        const at = (name: string, column: number) =>
            wrong.find(({ field }) => field !== "" && field.split(".")[0] === (this.#columns[column]?.field ?? (this.#columns.length > 0 ? undefined : name)))?.message;
        const byColumn = this.#names.map(at);
        const shown = new Set(this.#columns.length > 0 ? this.#columns.map(({ field }) => field) : this.#names);
        const whole = wrong.filter(({ field }) => field === "" || !shown.has(field.split(".")[0] ?? "")).map(({ field, message }) => (field ? `${this.#label(field)}: ${message}` : message));
        return { place, line: row.line, cells: this.#cells(row), wrong: byColumn, ...(whole.length > 0 ? { whole: whole.join("; ") } : {}) };
    }

    #label(name: string): string {
        const field = this.model.schema.fields[name.split(".")[0] ?? ""];
        return field?.label[this.#locale === "sv" ? "sv" : "en"] ?? name;
    }

    #cells({ cells, value, text }: SourceRow): readonly string[] {
        if (cells) return cells;
        if (typeof value !== "object" || value === null) return [text ?? JSON.stringify(value) ?? ""];
        const row = value as Record<string, unknown>;
        return this.#names.map((name) => (typeof row[name] === "string" ? row[name] : row[name] === undefined ? "" : JSON.stringify(row[name])));
    }

    /** The next rows that can be sent, from a place in the file. */
    chunk(from: number, size: number): Chunk {
        const bodies: Record<string, unknown>[] = [];
        const places: number[] = [];
        const lines: number[] = [];
        let place = from;
        for (; place < this.#rows.length && bodies.length < size; place++) {
            const row = this.#rows[place];
            if (!row || this.#wrong.has(place)) continue;
            bodies.push(this.#body(row));
            places.push(place);
            lines.push(row.line);
        }
        return { bodies, places, lines, ...(place < this.#rows.length ? { next: place } : {}) };
    }

    /** Of these fields, those in which no two rows of the whole file have the same. */
    keys(names: readonly string[]): Key[] {
        return names.flatMap((name) => {
            const given = this.#rows.map((row) => textOf(row, this.#columns, name)).filter((text) => text !== "");
            // A list of values is told apart by its commas.
            if (given.length === 0 || new Set(given).size < given.length || given.some((text) => text.includes(","))) return [];
            return [{ name, code: given.length === this.#rows.length && given.every((text) => CODE.test(text)) }];
        });
    }

    #body(row: SourceRow): Record<string, unknown> {
        const { id, ...rest } = inputOf(row, this.#columns) as Record<string, unknown>;
        const options = { mode: id ? ("update" as const) : ("create" as const), unknownFields: "pass" as const };
        const { schema } = this.model;
        const { value = {} } = this.#columns.length > 0 ? schema.parseForm(rest, options) : schema.validate(rest, options);
        return id ? { ...value, id } : value;
    }

    /** The file of what failed: what is wrong with rows, and what the server refused. */
    failed(refused: readonly Refused[]): { blob: Blob; extension: string } {
        const { kind = "csv", header, separator } = this.#reader;
        const file = { kind, header, separator };
        const reasons = new Map<number, string[]>();
        for (const [place, wrong] of this.#wrong) reasons.set(place, wrong.map((one) => ofFile(sentenceOf(one), this.#locale)));
        for (const [place, why] of refused) reasons.set(place, [why]);
        const parts = [failedHead(file)];
        for (const place of [...reasons.keys()].sort((a, b) => a - b)) {
            const row = this.#rows[place];
            if (row) parts.push(failedRow(row, reasons.get(place) ?? [], file));
        }
        return { blob: new Blob(parts, { type: "text/plain" }), extension: kind === "csv" ? (separator === "\t" ? "tsv" : "csv") : "jsonl" };
    }
}

/** Letters and digits, of these at least one, and what joins them: no name, no address, no telephone. */
const CODE = /^(?=.*\d)[\p{L}\d._/#-]+$/u;

/** What a row has in a field, as text; empty if it has none. */
function textOf(row: SourceRow, columns: readonly Column[], name: string): string {
    if (row.cells) return row.cells[columns.findIndex(({ field }) => field === name)]?.trim() ?? "";
    const value = typeof row.value === "object" && row.value !== null ? (row.value as Record<string, unknown>)[name] : undefined;
    return typeof value === "string" ? value.trim() : "";
}

function note(found: Found, place: number, wrong: Wrong): void {
    const there = found.get(place);
    if (there) there.push(wrong);
    else found.set(place, [wrong]);
}

const namesIn = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);

function idOf(row: SourceRow, columns: readonly Column[]): unknown {
    if (!row.cells) return typeof row.value === "object" && row.value !== null && "id" in row.value ? row.value.id || undefined : undefined;
    const at = columns.findIndex(({ field }) => field === "id");
    return at < 0 ? undefined : row.cells[at]?.trim() || undefined;
}
