// What people write without thinking of types compiles, as strict as `tsc --init` sets the compiler up: answers taken apart,
// and values that may be missing.

import { ExternalClientContactPerson, Pigello, Subtenant } from "pigello-client";
import type { ExternalClientContactPersonCreate, FieldInfo, Issue, SubtenantUpdate } from "pigello-client";
import { createProxy } from "pigello-client/proxy";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const yes = <T extends true>(): T => true as T;

/** As Node types it. */
declare const env: Record<string, string | undefined>;

export function takenApart(form: unknown): readonly Issue[] {
    const { valid, value, issues } = ExternalClientContactPerson.validate(form);
    if (valid) yes<Same<typeof value, ExternalClientContactPersonCreate>>();
    else yes<Same<typeof value, undefined>>();

    const parsed = Subtenant.parseForm(form, { mode: "update" });
    const email: SubtenantUpdate["invoice_email"] = parsed.value?.invoice_email;
    const message: string | undefined = parsed.issues.find(({ path }) => path[0] === "invoice_email")?.message;
    void [email, message];
    return issues;
}

/** Declared fields of a partial resource are known to be there; others may be. */
export function metadata(name: string): FieldInfo | undefined {
    const { label, input } = Subtenant.fields.invoice_email;
    const operators: readonly string[] = ExternalClientContactPerson.filters.name;
    void [label.sv, input.required, operators];
    return Subtenant.fields[name];
}

export async function mayBeMissing(search: string | undefined, page: number | undefined, signal?: AbortSignal): Promise<void> {
    const pigello = Pigello.fromEnv(env, { locale: env["LOCALE"], timeoutMs: page });
    const persons = pigello.organization.externalClientContactPerson;
    const found = await persons.list(
        { search, filter: { name: search, email: { icontains: search, not: search }, created_at: search ? { gte: search } : undefined } },
        { signal },
    );
    await persons.ids({ page, globalSegments: undefined, tags: undefined });
    for (const { id, external_client } of found) {
        await persons.update(id, { email: search });
        await persons.create({ name: "Anna", title: "Chef", external_client, email: search });
    }
    ExternalClientContactPerson.validate(found, { locale: search });
}

export const proxy = createProxy({
    environment: env["PIGELLO_ENVIRONMENT"],
    credentials: {
        customerId: env["PIGELLO_CUSTOMER_ID"],
        applicationId: env["PIGELLO_APPLICATION_ID"],
        serviceId: env["PIGELLO_SERVICE_ID"],
        serviceVersionId: env["PIGELLO_SERVICE_VERSION_ID"],
        clientCt: env["PIGELLO_CLIENT_CT"],
        clientEntity: env["PIGELLO_CLIENT_ENTITY"],
        clientSecret: env["PIGELLO_CLIENT_SECRET"],
    },
    allow: ["GET organization/company"],
});

// @ts-expect-error one left out is still a mistake that can be seen before it runs
export const without = createProxy({ environment: "dev.api", credentials: { customerId: "x" }, allow: [] });
