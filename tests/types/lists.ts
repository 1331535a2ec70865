// What lists may be asked: filters, operators, order, pages.

import { ExternalClientContactPerson, Pigello } from "pigello-client";
import type { ExternalClientContactPersonListOptions, FilterError } from "pigello-client";

declare const pigello: Pigello;
const persons = pigello.organization.externalClientContactPerson;
const segments = pigello.accounts.organizationUserSegment;

export async function right(condition: boolean): Promise<void> {
    const options: ExternalClientContactPersonListOptions = {
        filter: {
            name: { icontains: "anna" },
            title: "Förvaltare",
            custom_id: { not: { startswith: "tmp-" } },
            email: { isnull: false, not: "x@y.se" },
            external_client: { in: ["…", "…"] },
            created_at: { gte: new Date("2026-01-01"), lt: "2026-02-01T00:00:00Z" },
            id: condition ? { not: "…" } : undefined,
        },
        orderBy: ["name", "-created_at"],
        page: 1,
        pageSize: 100,
        search: "…",
        globalRealestates: ["…"],
        globalSegments: ["…"],
        tags: ["…"],
        customerColumns: ["…"],
        extra: { some_param: "value", other: [1, true], third: undefined },
    };
    const rows: ExternalClientContactPerson[] = await persons.list(options);
    await persons.list();
    await persons.list({ page: undefined, pageSize: undefined, orderBy: "-id" });
    await persons.list({ filter: { created_at: new Date() } } as const);

    const first: ExternalClientContactPerson | undefined = await persons.first({ orderBy: "name" });
    const ids: string[] = await persons.ids({ page: 2 });
    const statistics: unknown = await persons.statistics();
    for await (const row of persons.iterate({ pageSize: 50 })) void row.name.length;
    for await (const page of persons.pages()) void page[0]?.name.length;
    const stream: AsyncIterableIterator<ExternalClientContactPerson> = persons.stream(options);
    const query: string = ExternalClientContactPerson.query(options);
    void [rows, first, ids, statistics, stream, query];
}

export function detached(): void {
    // Methods need no `this`.
    const { list, create } = persons;
    const { validate } = ExternalClientContactPerson;
    void [list(), create, validate({})];
}

export function wrong(): void {
    // @ts-expect-error a column of the answer cannot be filtered
    void persons.list({ filter: { tags: "x" } });
    // @ts-expect-error no such field
    void persons.list({ filter: { nam: "x" } });
    // @ts-expect-error text has no `gt`
    void persons.list({ filter: { name: { gt: "a" } } });
    // @ts-expect-error an id has no `contains`
    void persons.list({ filter: { id: { contains: "a" } } });
    // @ts-expect-error a relation has no `startswith`
    void persons.list({ filter: { external_client: { startswith: "a" } } });
    // @ts-expect-error a date-time has no `icontains`
    void persons.list({ filter: { created_at: { icontains: "2026" } } });
    // @ts-expect-error an operator the type lacks, negated
    void persons.list({ filter: { name: { not: { lt: "a" } } } });
    // @ts-expect-error `null` is asked for with `isnull`
    void persons.list({ filter: { name: null } });
    // @ts-expect-error `in` takes several
    void persons.list({ filter: { name: { in: "a" } } });
    // @ts-expect-error a date is no text
    void persons.list({ filter: { name: new Date() } });
    // @ts-expect-error `page` comes with `pageSize`
    void persons.list({ page: 1 });
    // @ts-expect-error `pageSize` comes with `page`
    void persons.list({ pageSize: 1 });
    // @ts-expect-error no order by a column of the answer
    void persons.list({ orderBy: "tags" });
    // @ts-expect-error no order by an unknown field
    void persons.list({ orderBy: ["name", "-nam"] });
    // @ts-expect-error unknown option
    void persons.list({ ordering: "name" });
    // @ts-expect-error `first` has no pages
    void persons.first({ page: 1, pageSize: 1 });
    // @ts-expect-error segments have no tags
    void segments.list({ tags: ["…"] });
    // @ts-expect-error no such field in a query either
    ExternalClientContactPerson.query({ filter: { nam: "x" } });
    // @ts-expect-error a filter error has no status
    void ({} as FilterError).status;
}
