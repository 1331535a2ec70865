// The same package from CommonJS, by TypeScript's `import … = require(…)`, with a sandbox in the process.
import assert = require("node:assert/strict");
import pigelloClient = require("pigello-client");
import { Sandbox } from "pigello-client/sandbox";

async function main(): Promise<void> {
    const { baseUrl, credentials, fetch } = new Sandbox();
    const persons = new pigelloClient.Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;
    const external_client = { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" };
    await persons.create({ name: "Anna Berg", title: "Ekonom", external_client });
    const [anna]: pigelloClient.ExternalClientContactPerson[] = await persons.list({ filter: { name: { startswith: "Anna" } } });
    assert.equal(anna?.title, "Ekonom");
    await assert.rejects(persons.get("nobody"), (error) => error instanceof pigelloClient.ValidationError);
}

main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
