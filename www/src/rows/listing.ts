// One resource's list: what is asked for, and what came. It outlives the view, so that one finds it again as one left it.

import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { FilterError, NotFoundError, type Issue, type PreparedRequest } from "pigello-client/slim";
import { announce, announceFailure } from "../line/announce";
import { pigello, place } from "../line/line";
import { clientOf, fieldsOf, type Filter, type Model, type Row } from "../models";
import { model as shown, view } from "../route";
import { count } from "../words";
import { say } from "../words/rows";
import { toFilter, toOrderBy, usual, type Condition, type Order } from "./conditions";

/** What `list` is given. */
export interface Options {
    filter?: Filter;
    orderBy?: string[];
    search?: string;
    page: number;
    pageSize: number;
}

let numbers = 0;

export class Listing {
    readonly conditions = signal<readonly Condition[]>([]);
    readonly orders = signal<readonly Order[]>([]);
    readonly search = signal("");
    readonly page = signal(1);
    readonly pageSize = signal(20);
    /** Whether personal numbers are to be seen: not before someone says so, for pages are shown to people. */
    readonly uncovered = signal(false);
    readonly columns = signal<readonly string[] | undefined>(undefined);

    readonly rows = signal<readonly Row[] | undefined>(undefined);
    readonly asking = signal(false);
    readonly failure = signal<unknown>(undefined);

    readonly made = computed(() => toFilter(this.model, this.conditions.value));
    readonly options: ReadonlySignal<Options> = computed(() => {
        const { filter } = this.made.value;
        const orderBy = toOrderBy(this.orders.value);
        return {
            ...(Object.keys(filter).length > 0 ? { filter } : {}),
            ...(orderBy.length > 0 ? { orderBy } : {}),
            ...(this.search.value.trim() ? { search: this.search.value.trim() } : {}),
            page: this.page.value,
            pageSize: this.pageSize.value,
        };
    });
    /** The request that this makes, or all that is wrong with it. */
    readonly prepared = computed<{ request?: PreparedRequest; issues: readonly Issue[] }>(() => {
        try {
            return { request: clientOf(pigello.value, this.model).prepare.list(this.options.value), issues: [] };
        } catch (error) {
            if (error instanceof FilterError) return { issues: error.issues };
            throw error;
        }
    });

    #underway: AbortController | undefined;

    constructor(readonly model: Model) {
        // Another filter is another list: its first page.
        let before = "";
        effect(() => {
            const { page: _, ...rest } = this.options.value;
            const now = JSON.stringify(rest);
            if (before && before !== now) this.page.value = 1;
            before = now;
        });
    }

    /** What can be filtered and ordered by. */
    get filterable(): string[] {
        return Object.keys(this.model.schema.filters);
    }

    add(): void {
        const used = new Set(this.conditions.value.map(({ field }) => field));
        const known = fieldsOf(this.model).filter(({ name, required, readOnly }) => required && !readOnly && this.filterable.includes(name));
        const field = [...known.map(({ name }) => name), ...this.filterable].find((name) => !used.has(name)) ?? this.filterable[0] ?? "";
        const condition = { number: numbers++, field, operator: usual(this.model, field), not: false, value: "" };
        this.conditions.value = [...this.conditions.value, condition];
    }

    change(number: number, change: Partial<Condition>): void {
        this.conditions.value = this.conditions.value.map((one) => (one.number === number ? { ...one, ...change } : one));
    }

    remove(number: number): void {
        this.conditions.value = this.conditions.value.filter((one) => one.number !== number);
    }

    /** Rows of one server are none of another's. */
    forget(): void {
        this.#underway?.abort();
        this.#underway = undefined;
        this.asking.value = false;
        this.rows.value = undefined;
        this.failure.value = undefined;
        this.uncovered.value = false;
        this.page.value = 1;
    }

    /** Whether it is what is shown: what comes of it later is none of another view's. */
    get #shown(): boolean {
        return view.peek() === "rows" && shown.peek() === this.model;
    }

    /** Asks for the page. What was asked before and has not come is given up. */
    async load(quietly = false): Promise<void> {
        if (!this.prepared.value.request) return;
        this.#underway?.abort();
        const underway = (this.#underway = new AbortController());
        this.asking.value = true;
        const start = performance.now();
        const { page } = this.options.value;
        try {
            const rows = await clientOf(pigello.value, this.model).list(this.options.value, { signal: underway.signal });
            if (underway.signal.aborted) return;
            this.rows.value = rows;
            this.failure.value = undefined;
            const ms = Math.round(performance.now() - start);
            if (!quietly && this.#shown) announce(() => (rows.length === 0 ? say("none") : say("found", { n: count(rows.length), page, ms: count(ms) })));
        } catch (error) {
            if (underway.signal.aborted) return;
            // The page is gone with its last row.
            if (error instanceof NotFoundError && page > 1) {
                this.page.value = page - 1;
                return await this.load(quietly);
            }
            this.failure.value = error;
            if (this.#shown) announceFailure(error);
        } finally {
            if (this.#underway === underway) this.asking.value = false;
        }
    }
}

const listings = new Map<Model, Listing>();

export function listingOf(model: Model): Listing {
    const listing = listings.get(model) ?? new Listing(model);
    listings.set(model, listing);
    return listing;
}

effect(() => {
    void place.value;
    for (const listing of listings.values()) listing.forget();
});
