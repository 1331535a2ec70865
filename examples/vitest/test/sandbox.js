// `test`, with a sandbox and a client of its own for each test that asks for them: tests may run side by side.
import { test as base } from "vitest";
import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

export const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const person = (name) => ({ name, title: "Förvaltare", external_client: { id: CLIENT } });

export function newSandbox() {
    return new Sandbox({
        seed: { "organization.externalClientContactPerson": [person("Åsa Öberg"), person("Anna Berg"), person("Erik Ek")] },
    });
}

export function clientOf({ baseUrl, credentials, fetch }) {
    return new Pigello({ baseUrl, credentials, fetch });
}

export const test = base.extend({
    // eslint-disable-next-line no-empty-pattern -- Vitest reads the pattern
    sandbox: async ({}, use) => use(newSandbox()),
    pigello: async ({ sandbox }, use) => use(clientOf(sandbox)),
});
