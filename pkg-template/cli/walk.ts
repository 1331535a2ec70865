// All rows in the order of their ids, page by page, from where an earlier walk came to. Rows that come and go meanwhile move
// the others from page to page: since ids rise, one id says what was seen.

import { EXIT, Stop } from "./ending";
import type { ListOptions, ResourceClient, Row } from "./library";

/** Rows that were not seen before. */
export interface Page {
    readonly page: number;
    readonly rows: readonly Row[];
    /** The greatest id that was seen, small. */
    readonly last: string;
}

export class Walk {
    constructor(
        readonly resource: ResourceClient,
        readonly options: ListOptions,
        readonly pageSize: number,
        readonly signal: AbortSignal,
    ) {}

    /** Walks on from the page that held the row with the id `last`; from the beginning without one. */
    async *pages(from = 1, last = ""): AsyncGenerator<Page> {
        let page = Math.max(1, from);
        let rows = await this.#asked(page);
        // Where rows are gone, those behind them have moved back a page.
        while (page > 1 && last !== "" && idOf(rows[0]) > last) rows = await this.#asked(--page);
        let first = "";
        for (let seen = last; rows.length > 0; rows = await this.#asked(++page)) {
            if (idOf(rows[0]) === first) throw new Stop(EXIT.server, "the server gives the same page again and again");
            first = idOf(rows[0]);
            checkOrder(rows);
            const fresh = rows.filter((row) => idOf(row) > seen);
            seen = fresh.length === 0 ? seen : idOf(fresh.at(-1));
            yield { page, rows: fresh, last: seen };
        }
    }

    async #asked(page: number): Promise<Row[]> {
        const { resource, options, pageSize, signal } = this;
        try {
            return await resource.list({ ...options, orderBy: ["id"], page, pageSize }, { signal });
        } catch (error) {
            // A page after the last one.
            if (page > 1 && (error as { status?: unknown }).status === 404) return [];
            throw error;
        }
    }
}

/** An absent row is behind all others. */
function idOf(row: Row | undefined): string {
    return row === undefined ? "\uffff" : String(row["id"]).toLowerCase();
}

/** Where the order is another one, rows that were not seen would be taken for seen. */
function checkOrder(rows: readonly Row[]): void {
    for (let at = 1; at < rows.length; at++) {
        if (idOf(rows[at]) > idOf(rows[at - 1])) continue;
        throw new Stop(EXIT.server, `the server does not order by id: ${idOf(rows[at])} comes after ${idOf(rows[at - 1])}`);
    }
}
