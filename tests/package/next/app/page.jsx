// A server component: the credentials are the server's own.
import { ExternalClientContactPerson, Pigello } from "pigello-client";
import { FORM, Outcome } from "./outcome";

export default async function Page({ searchParams }) {
    const { search = "" } = await searchParams;
    const { issues } = ExternalClientContactPerson.validate(FORM, { locale: "sv" });
    const pigello = Pigello.fromEnv(process.env);
    const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    return <Outcome issues={issues} persons={persons} />;
}
