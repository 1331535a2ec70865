// `test`, with a sandbox for each test that answers what the page asks of /pigello. Between them stands the very proxy
// that the app's server has, so that the page needs no credentials and the allow-list is tested too.
import { test as base } from "@playwright/test";
import { createProxy } from "pigello-client/proxy";
import { Sandbox } from "pigello-client/sandbox";

const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const person = (name) => ({ name, title: "Förvaltare", external_client: { id: CLIENT } });

export const test = base.extend({
    sandbox: async ({ page }, use) => {
        const sandbox = new Sandbox({
            seed: { "organization.externalClientContactPerson": [person("Åsa Öberg"), person("Anna Berg"), person("Erik Ek")] },
        });
        const { baseUrl, credentials, fetch } = sandbox;
        const persons = "organization/externalclientcontactperson";
        const proxy = createProxy({ baseUrl, credentials, fetch, mount: "/pigello", allow: [`GET ${persons}`, `POST ${persons}`] });
        await page.route("**/pigello/**", async (route) => {
            const asked = route.request();
            const body = asked.postDataBuffer() ?? undefined;
            const answer = await proxy(new Request(asked.url(), { method: asked.method(), headers: asked.headers(), body }));
            await route.fulfill({
                status: answer.status,
                headers: Object.fromEntries(answer.headers),
                body: Buffer.from(await answer.arrayBuffer()),
            });
        });
        await use(sandbox);
    },
});
