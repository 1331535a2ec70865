// By which fields the rows are ordered, and in which direction.

import { say } from "../words/rows";
import type { Order } from "./conditions";
import { knownLabel } from "./known";
import type { Listing } from "./listing";

export function Orders({ listing }: { listing: Listing }) {
    if (listing.filterable.length === 0) return null;
    const orders = listing.orders.value;
    const shown: readonly Order[] = orders.length > 0 ? orders : [{ field: "", descending: false }];
    const change = (at: number, change: Partial<Order>) => {
        listing.orders.value = shown.map((order, other) => (other === at ? { ...order, ...change } : order)).filter(({ field }) => field !== "");
    };
    return (
        <fieldset class="orders">
            <legend>{say("order")}</legend>
            {shown.map(({ field, descending }, at) => (
                <div class="order" key={at}>
                    <select aria-label={say("orderField", { n: at + 1 })} value={field} onChange={({ currentTarget: { value } }) => change(at, { field: value })}>
                        <option value="">{say("orderNothing")}</option>
                        {listing.filterable.map((name) => (
                            <option key={name} value={name} disabled={name !== field && orders.some((order) => order.field === name)}>
                                {knownLabel(listing.model, name)}
                            </option>
                        ))}
                    </select>
                    <select
                        aria-label={say("orderDirection", { n: at + 1 })}
                        value={String(descending)}
                        disabled={field === ""}
                        onChange={({ currentTarget: { value } }) => change(at, { descending: value === "true" })}
                    >
                        <option value="false">{say("ascending")}</option>
                        <option value="true">{say("descending")}</option>
                    </select>
                    {field !== "" && (
                        <button type="button" class="small plain" aria-label={say("orderRemove", { n: at + 1 })} onClick={() => change(at, { field: "" })}>
                            ×
                        </button>
                    )}
                </div>
            ))}
            {orders.length > 0 && (
                <button type="button" class="small" onClick={() => (listing.orders.value = [...orders, next(listing)])}>
                    + {say("orderAdd")}
                </button>
            )}
        </fieldset>
    );
}

function next(listing: Listing): Order {
    const used = new Set(listing.orders.value.map(({ field }) => field));
    return { field: listing.filterable.find((name) => !used.has(name)) ?? "", descending: false };
}

/** Orders by this field alone; by the other direction if that is how it is ordered. */
export function orderBy(listing: Listing, field: string): void {
    const [first] = listing.orders.value;
    listing.orders.value = [{ field, descending: first?.field === field && !first.descending }];
    void listing.load();
}
