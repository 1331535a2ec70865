// As an ES module, which Jest takes from `import` in the package's exports; the other files take `require`.
import { createRequire } from "node:module";
import { BadRequestError, Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

const required = createRequire(import.meta.url)("pigello-client");

test("a client works on a sandbox", async () => {
    const { baseUrl, credentials, fetch, failNext } = new Sandbox();
    const persons = new Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;
    failNext({ status: 429, headers: { "Retry-After": "0" } });
    const { id } = await persons.create({ name: "Anna", title: "Ekonom", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } });
    expect((await persons.list({ filter: { name: "Anna" } })).map((person) => person.id)).toEqual([id]);
});

test("an error of the other copy is known by its kind", async () => {
    const { baseUrl, credentials, fetch, failNext } = new Sandbox();
    failNext({ status: 400 });
    const asked = new required.Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson.list();
    expect(required.Pigello).not.toBe(Pigello);
    await expect(asked).rejects.toBeInstanceOf(BadRequestError);
});
