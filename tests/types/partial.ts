// Resources that are known in part: what is known is checked, the rest is open.

import { Pigello, Subtenant } from "pigello-client";
import type { SubtenantContractConnection, SubtenantContractConnectionCreate, SubtenantUpdate } from "pigello-client";

declare const pigello: Pigello;
const { subtenant, subtenantContractConnection: connections, organizationUserWorkEngagement: engagements } = pigello.accounts;
const contract = { id: "5a4db0c5-0000-4000-8000-000000000099" };
const connection: SubtenantContractConnectionCreate = { sub_tenant: contract, stakeholder_type: 1 };

// An interface of the user's own needs no index signature.
interface Own {
    sub_tenant: { id: string; label: string };
    stakeholder_type: 0 | 1 | 2;
    end_date: string | null;
}

export async function right(own: Own): Promise<void> {
    const made = await connections.create({ ...connection, brf_apartment: contract });
    const kind: 0 | 1 | 2 | undefined = made.stakeholder_type;
    const open: unknown = made["anything"];
    const end: string | null | undefined = made.end_date;
    void [kind, open, end, connections.create(own), connections.create(connection)];

    // Read, change, write back.
    const [person] = await subtenant.list();
    if (person?.id !== undefined) {
        person.is_active = false;
        person.first_name = "Bo";
        await subtenant.update(person.id, person);
        const known: SubtenantUpdate = person;
        void known;
    }
    await subtenant.update("…", { sni_number: "20.520", block_notifications_for: [{ any: 1 }], birth_date: null });
    await subtenant.update("…", { sni_number: "of those that are not shown" });
    await engagements.update("…", { buildings: [contract], dates_are_blocking: null });

    await connections.list({
        filter: {
            category: { gte: 2, not: { in: [1, 2] } },
            brf_apartment: { isnull: false },
            contract_end_date: { lt: "2026-01-31" },
            contract_start_date: { not: "2026-01-31" },
        },
        orderBy: ["-end_date", "whatever"],
        extra: { first_name__startswith: "B" },
    });
    const result = Subtenant.validate({});
    if (result.valid) void result.value.allow_brf_access;
    void Subtenant.fields["birth_date"];
}

export function wrong(read: SubtenantContractConnection): void {
    // @ts-expect-error a required field is missing
    void connections.create({ sub_tenant: contract });
    // @ts-expect-error none of the numbers there are
    void connections.create({ ...connection, stakeholder_type: 7 });
    // @ts-expect-error text is no boolean
    void subtenant.update("…", { is_active: "true" });
    // @ts-expect-error a `Date` is no day
    void subtenant.update("…", { birth_date: new Date() });
    // @ts-expect-error `null` in a field that cannot be cleared
    void subtenant.update("…", { is_active: null });
    // @ts-expect-error an array of references
    void engagements.update("…", { buildings: contract });
    // @ts-expect-error filters on what is not declared go through `extra`
    void subtenant.list({ filter: { first_name: "x" } });
    // @ts-expect-error text is no number
    void connections.list({ filter: { category: "2" } });
    // @ts-expect-error a `Date` is no day
    void connections.list({ filter: { contract_end_date: new Date() } });
    // @ts-expect-error its operators are not known
    void connections.list({ filter: { contract_start_date: { gt: "2026-01-31" } } });
    // @ts-expect-error it may be absent
    const id: string = read.id;
    void id;
}

const { company, externalClient } = pigello.organization;
async function thirteen() {
    await company.list({
        filter: {
            auto_confirm_bookkeeping_after_days: { gt: 3 },
            bookkeeping_locked_to: { gte: new Date(), not: "2024-01-31" },
            bookkeeping_month_start: { in: [1, "2024-01-01"] },
        },
        hasBrfCompany: true,
    });
    // @ts-expect-error the page ends before this operator
    await company.list({ filter: { bookkeeping_month_start: { lt: 3 } } });
    // @ts-expect-error a flag
    await company.list({ hasBrfCompany: "true" });
    await pigello.accounts.organizationUser.list({ workEngagements: ["…"], filter: { birth_date: { not: "2000-01-31" } } });
    // @ts-expect-error its operators are not known
    await pigello.accounts.organizationUser.list({ filter: { birth_date: { gt: "2000-01-31" } } });
    // @ts-expect-error no filter is known
    await externalClient.list({ filter: { name: "x" } });
    const [client] = await externalClient.list({ extra: { name: "x" } });
    client?.anything satisfies unknown;
    await externalClient.create({ anything: 1 });
}
void thirteen;
