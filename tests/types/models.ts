// What may be written: required fields, `null`, read-only fields, reading and writing back.

import { type ExternalClientContactPersonCreate, Pigello, ExternalClientContactPerson } from "pigello-client";

declare const pigello: Pigello;
const persons = pigello.organization.externalClientContactPerson;
const segments = pigello.accounts.organizationUserSegment;
const client = { id: "5a4db0c5-0000-4000-8000-000000000099" };

export async function right(): Promise<void> {
    const person = await persons.create({ name: "Anna", title: "Förvaltare", external_client: client, email: null });
    const name: string = person.name;
    const customId: string | null = person.custom_id;
    const createdAt: string = person.created_at;
    const tags: unknown = person.tags;
    void [name, customId, createdAt, tags];

    // Read, change, write back: with all its read-only fields.
    person.title = "Chef";
    await persons.update(person.id, person);
    await persons.update(person.id, { ...person, custom_id: null });
    await persons.update(person.id, {});
    await persons.bulkWrite([person, { name: "Bo", title: "Chef", external_client: client }, { id: "…", email: "a@b.se" }]);
    const nothing: void = await persons.delete(person.id);
    void nothing;

    const known: ExternalClientContactPerson = person;
    const body: ExternalClientContactPersonCreate = known;
    void body;
}

// An interface of the user's own needs no index signature.
interface Own {
    name: string;
    title: string;
    external_client: { id: string; label: string };
    unrelated: number;
}

export function interfaces(own: Own): unknown {
    return persons.create(own);
}

export function wrong(): void {
    // @ts-expect-error a required field is missing
    void persons.create({ name: "Anna", title: "Förvaltare" });
    // @ts-expect-error `null` in a field that cannot be cleared
    void persons.create({ name: null, title: "Förvaltare", external_client: client });
    // @ts-expect-error `null` in a field that cannot be cleared, in an update
    void persons.update("…", { external_client: null });
    // @ts-expect-error `id` is not written
    void persons.create({ id: "…", name: "Anna", title: "Förvaltare", external_client: client });
    // @ts-expect-error `id` is not written in an update either
    void persons.update("…", { id: "…" });
    // @ts-expect-error nor is another read-only field
    void persons.update("…", { created_at: "2026-01-01T00:00:00Z" });
    // @ts-expect-error no such field
    void persons.update("…", { titel: "Chef" });
    // @ts-expect-error a number is no text
    void persons.update("…", { title: 5 });
    // @ts-expect-error a relation is `{ id }`
    void persons.update("…", { external_client: "5a4db0c5-0000-4000-8000-000000000099" });
    // @ts-expect-error a row without an id creates, and needs all that is required
    void persons.bulkWrite([{ name: "Bo" }]);
    // @ts-expect-error an id is text
    void persons.get(5);
    // @ts-expect-error a segment has no name
    void segments.create({ name: "x", segment: client, user: client });
    // @ts-expect-error no such operation
    void persons.invite({});
    // @ts-expect-error no such resource
    void pigello.organization.organizationUserSegment;
    // @ts-expect-error what is read is not written to
    pigello.organization = {};
    // @ts-expect-error what is read back may be null
    const id: string = ({} as ExternalClientContactPerson).custom_id;
    void id;
}
