// A sandbox with three persons, and a client of it.
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

export const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const person = (name) => ({ name, title: "Förvaltare", external_client: { id: CLIENT } });

export function begin() {
    const sandbox = new Sandbox({
        seed: { "organization.externalClientContactPerson": [person("Åsa Öberg"), person("Anna Berg"), person("Erik Ek")] },
    });
    const { baseUrl, credentials, fetch } = sandbox;
    return { sandbox, pigello: new Pigello({ baseUrl, credentials, fetch }) };
}
