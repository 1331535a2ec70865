// A worker of Cloudflare's: POST judges a form and saves the person, GET lists those of a client whose name holds a text.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

export default {
    async fetch(request: Request, settings: Record<string, string>): Promise<Response> {
        const persons = Pigello.fromEnv(settings).organization.externalClientContactPerson;
        if (request.method === "POST") {
            const judged = ExternalClientContactPerson.validate(await request.json(), { locale: "sv" });
            if (!judged.valid) return Response.json(judged.issues, { status: 400 });
            return Response.json(await persons.create(judged.value), { status: 201 });
        }
        const { searchParams } = new URL(request.url);
        const filter = { external_client: searchParams.get("client") ?? "", name: { icontains: searchParams.get("name") ?? "" } };
        return Response.json(await persons.list({ filter, orderBy: "name" }));
    },
};
