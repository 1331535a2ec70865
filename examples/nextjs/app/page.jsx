// The list, rendered on the server, and the form that adds to it.
import { PersonForm } from "./person-form";
import { pigello } from "./pigello";

export default async function Page({ searchParams }) {
    const { search = "" } = await searchParams;
    const persons = await pigello().organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    return (
        <main>
            <PersonForm />
            <p id="persons">{persons.map(({ name }) => name).join(", ")}</p>
        </main>
    );
}
