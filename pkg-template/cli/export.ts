// `export RESOURCE -o FILE`: all rows into a file, which is there once it is whole. Until then there is FILE.part, and
// beside it a journal from which the next run goes on.

import { existsSync, rmSync, statSync } from "node:fs";
import { connected, type Connection } from "./connect";
import { misuse, onDisk, Stop } from "./ending";
import { counted } from "./check";
import { ExportFile } from "./export-file";
import { saidFormat, writerOf, type Columns, type Format, type Writer } from "./format";
import { columnsOf, optionsOf, type Wanted } from "./list";
import { lock, lockStop } from "./lock";
import { resourceNamed } from "./resource";
import { realName } from "./same-file";
import { data, endWithReader, note, watched } from "./say";
import { Signals } from "./signals";
import { Walk } from "./walk";

export interface ExportWish extends Connection, Wanted {
    readonly output: string;
    readonly jsonl?: boolean;
    readonly csv?: boolean;
    readonly excel?: boolean;
    readonly pageSize: number;
    readonly restart?: boolean;
}

export async function run(name: string, wish: ExportWish): Promise<void> {
    const { name: resourceName, application, member, schema } = await resourceNamed(name);
    const format = formatOf(wish);
    const excel = wish.excel === true;
    const options = optionsOf(wish, schema);
    const columns = columnsOf(wish.columns, format, schema);
    const { client, address } = await connected(wish);
    const resource = client[application]?.[member];
    if (resource === undefined) throw misuse(`${resourceName} cannot be listed`);
    const signals = new Signals();
    const walk = new Walk(resource, options, wish.pageSize, signals.signal);
    if (wish.output === "-") return piped(walk, await writerOf(format, columns, { excel }), signals);
    const output = target(wish.output);
    const lockFile = `${output}.part.lock`;
    try {
        lock(lockFile, "writes it");
    } catch (error) {
        throw lockStop(output, lockFile, error);
    }
    try {
        const way = excel ? "excel" : format;
        const asked = JSON.stringify([resourceName, address, schema.query(options), way, columns ?? null, wish.pageSize]);
        const file = new ExportFile(output, asked, wish.restart === true);
        try {
            await filed(walk, file, (columns, added) => writerOf(format, columns, { excel, added }), columns, signals);
        } finally {
            file.close();
        }
    } finally {
        rmSync(lockFile, { force: true });
    }
}

/** Where the file really is: a link stays one, and what is no file cannot be replaced by one. */
function target(output: string): string {
    const name = realName(output);
    if (existsSync(name) && !onDisk(name, () => statSync(name)).isFile()) {
        throw misuse(`${output} is no file that can be replaced by another: \`-o -\` writes to standard output, such as \`-o - > ${output}\``);
    }
    return name;
}

async function piped(walk: Walk, writer: Writer, signals: Signals): Promise<void> {
    endWithReader();
    for await (const { rows } of walk.pages()) {
        await data(rows.map((row) => writer.row(row)).join(""));
        if (signals.stopping) throw new Stop(signals.code, "");
    }
    await data(writer.end());
}

async function filed(
    walk: Walk,
    file: ExportFile,
    writerFor: (columns: Columns | undefined, added: boolean) => Promise<Writer>,
    columns: Columns | undefined,
    signals: Signals,
): Promise<void> {
    if (file.state.page > 0) note(`goes on after ${counted(file.state.rows, "row")}`);
    const writer = await writerFor(file.state.columns ?? columns, file.state.rows > 0);
    let said = Date.now();
    try {
        for await (const { rows, page, last } of walk.pages(file.state.page, file.state.last)) {
            const text = rows.map((row) => writer.row(row)).join("");
            file.add(text, { page, last, rows: file.state.rows + rows.length, columns: writer.columns() });
            if (Date.now() - said > (watched() ? 1_000 : 5_000)) {
                said = Date.now();
                note(`${counted(file.state.rows, "row")} so far`);
            }
            if (signals.stopping) throw new Stop(signals.code, "");
        }
    } catch (error) {
        note(`stopped after ${counted(file.state.rows, "row")}: the same command goes on from there`);
        throw signals.stopping && !(error instanceof Stop) ? new Stop(signals.code, "") : error;
    }
    file.finish(file.state.rows === 0 ? writer.end() : "");
    note(`${counted(file.state.rows, "row")} in ${file.name}`);
    if (columns === undefined && writer.left.size > 0) note(`without ${[...writer.left].join(", ")}, which the first row had not: \`--jsonl\` has all`);
}

function formatOf({ output, ...asked }: ExportWish): Format {
    const said = saidFormat(asked);
    if (said !== undefined) return said;
    if (/\.csv$/i.test(output)) return "csv";
    if (output === "-" || /\.(jsonl|ndjson)$/i.test(output)) return "jsonl";
    throw misuse(`\`${output}\`: .csv and .jsonl say what is written, else \`--csv\` or \`--jsonl\``);
}
