// What both route handlers do: judge the form that is posted, and list the persons of `?search=`.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

export async function answer(request) {
    const { issues } = ExternalClientContactPerson.validate(await request.json(), { locale: "sv" });
    const search = new URL(request.url).searchParams.get("search") ?? "";
    const pigello = Pigello.fromEnv(process.env);
    const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    return Response.json({ issues, persons });
}
