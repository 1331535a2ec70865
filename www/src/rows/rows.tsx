// The view of a resource's rows: filters, order, the request, the table, its pages.

import "../styles/table.css";
import "../styles/rows.css";
import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { DeleteDialog } from "../form/delete";
import { pigello, written } from "../line/line";
import { whenIdle } from "../parts/later";
import { model } from "../route";
import { programs } from "../views";
import { say } from "../words/rows";
import { isCovered } from "./cell";
import { ColumnChooser, shownColumns, type Column } from "./columns";
import { Filters } from "./filters";
import { listingOf, type Listing } from "./listing";
import { nameReferences } from "./naming";
import { Orders } from "./order";
import { Request } from "./request";
import { Table } from "./table";

const SIZES = [10, 20, 50, 100, 500];

export function Rows() {
    const listing = listingOf(model.value);
    // Whatever makes the rows stale, and nothing that is typed: that waits for the button.
    useSignalEffect(() => {
        void [pigello.value, written.value];
        const asked = listingOf(model.value);
        // After something was written, what came of that stays to be read.
        queueMicrotask(() => void asked.load(written.peek() > 0));
    });
    useSignalEffect(() => {
        const shown = listingOf(model.value);
        const fields = shownColumns(shown).flatMap(({ field }) => (field ? [field] : []));
        const rows = shown.rows.value;
        if (rows) queueMicrotask(() => void nameReferences(rows, fields));
    });
    // What changes a row is most likely next.
    useEffect(() => whenIdle(() => void programs.edit(true).catch(() => undefined)), []);
    return (
        <>
            <form
                class="panel ask"
                aria-label={say("filters")}
                noValidate
                onSubmit={(event) => {
                    event.preventDefault();
                    listing.page.value = 1;
                    void listing.load();
                }}
            >
                <Filters listing={listing} />
                <Orders listing={listing} />
                <div class="row wrap end">
                    <label class="stacked grow">
                        {say("search")}
                        <input type="search" value={listing.search.value} onInput={({ currentTarget: { value } }) => (listing.search.value = value)} />
                    </label>
                    <label class="stacked">
                        {say("pageSize")}
                        <select
                            value={String(listing.pageSize.value)}
                            onChange={({ currentTarget: { value } }) => {
                                listing.pageSize.value = Number(value);
                                void listing.load();
                            }}
                        >
                            {SIZES.map((size) => (
                                <option key={size} value={String(size)}>
                                    {size}
                                </option>
                            ))}
                        </select>
                    </label>
                    <button type="submit" class="primary" disabled={!listing.prepared.value.request}>
                        {say("show")}
                    </button>
                </div>
            </form>
            <Request listing={listing} />
            <div class="panel flush">
                <div class="row wrap between bar">
                    <Pages listing={listing} />
                    <div class="row wrap">
                        <Uncover listing={listing} />
                        <ColumnChooser listing={listing} />
                    </div>
                </div>
                <Table listing={listing} />
            </div>
            <DeleteDialog />
        </>
    );
}

/** Shows what is covered, and covers it again. */
function Uncover({ listing: { rows, uncovered }, listing }: { listing: Listing }) {
    const coverable = ({ field, name }: Column) => field?.format === "luhn" || rows.value?.some((row) => isCovered(field, row[name]));
    if (!shownColumns(listing).some(coverable)) return null;
    return (
        <label class="check">
            <input type="checkbox" role="switch" checked={uncovered.value} onChange={({ currentTarget: { checked } }) => (uncovered.value = checked)} />
            {say("uncover")}
        </label>
    );
}

function Pages({ listing }: { listing: Listing }) {
    const { page, pageSize, rows } = listing;
    const turn = (to: number) => {
        page.value = to;
        void listing.load();
    };
    // Nobody tells how many there are: a page that is not full is the last.
    const last = (rows.value?.length ?? 0) < pageSize.value;
    return (
        <nav class="row pages" aria-label={say("paging")}>
            <button type="button" class="small" aria-label={say("previous")} disabled={page.value === 1} onClick={() => turn(page.value - 1)}>
                ←
            </button>
            <span>{say("page", { n: page.value })}</span>
            <button type="button" class="small" aria-label={say("next")} disabled={last} onClick={() => turn(page.value + 1)}>
                →
            </button>
        </nav>
    );
}
