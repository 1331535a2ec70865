// The rows that came, a page of them.

import { deleting } from "../form/delete";
import { nameOf, type Model, type Row } from "../models";
import { address, go } from "../route";
import { titleOf } from "../words/resources";
import { say } from "../words/rows";
import { Cell, isCovered } from "./cell";
import { shownColumns, type Column } from "./columns";
import type { Listing } from "./listing";
import { orderBy } from "./order";

export function Table({ listing }: { listing: Listing }) {
    const { model } = listing;
    const rows = listing.rows.value;
    const columns = shownColumns(listing);
    const uncovered = listing.uncovered.value;
    return (
        <div class="scroll cards" role="region" aria-label={say("rows")} tabIndex={0} aria-busy={listing.asking.value}>
            <table>
                <caption class="hidden">{titleOf(model)}</caption>
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <Head key={column.name} column={column} listing={listing} />
                        ))}
                        <th scope="col" class="actions">
                            <span class="hidden">{say("actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {rows?.map((row, at) => (
                        <Line key={row.id ?? at} row={row} columns={columns} model={model} uncovered={uncovered} />
                    ))}
                    {rows?.length === 0 && (
                        <tr>
                            <td class="none" colSpan={columns.length + 1}>
                                {say("none")}
                            </td>
                        </tr>
                    )}
                    {rows === undefined && (
                        <tr>
                            <td class="none" colSpan={columns.length + 1}>
                                {say(listing.failure.value ? "failed" : "loading")}
                            </td>
                        </tr>
                    )}
                </tbody>
            </table>
        </div>
    );
}

function Head({ column: { name, label }, listing }: { column: Column; listing: Listing }) {
    if (!listing.filterable.includes(name)) return <th scope="col">{label}</th>;
    const order = listing.orders.value.find(({ field }) => field === name);
    const sorted = order && listing.orders.value[0] === order ? (order.descending ? "descending" : "ascending") : undefined;
    return (
        <th scope="col" aria-sort={sorted}>
            <button type="button" class="sort" onClick={() => orderBy(listing, name)}>
                {label}
                <span class="arrow" aria-hidden="true">
                    {order ? (order.descending ? "↓" : "↑") : "↕"}
                </span>
            </button>
        </th>
    );
}

interface LineProps {
    readonly row: Row;
    readonly columns: readonly Column[];
    readonly model: Model;
    /** Whether personal numbers are to be seen. */
    readonly uncovered: boolean;
}

function Line({ row, columns, model, uncovered }: LineProps) {
    const name = nameOf(row, model);
    return (
        <tr>
            {columns.map(({ name, label, field }) => (
                <td key={name} data-label={label}>
                    <Cell field={field} value={row[name]} covered={!uncovered && isCovered(field, row[name])} />
                </td>
            ))}
            <td class="actions">
                {row.id && (
                    <>
                        <button type="button" class="small" aria-label={say("change", { name })} onClick={() => go(address(model, "edit", row.id))}>
                            {say("edit")}
                        </button>
                        <button type="button" class="small plain" aria-label={say("delete", { name })} onClick={() => (deleting.value = { model, row })}>
                            {say("deleteRow")}
                        </button>
                    </>
                )}
            </td>
        </tr>
    );
}
