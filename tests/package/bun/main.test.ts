// The package in Bun, as an ES module and by `require`.
import { expect, test } from "bun:test";
import { ExternalClientContactPerson, Pigello } from "pigello-client";

test("a form is judged, at once", () => {
    const { issues } = ExternalClientContactPerson.validate({ name: "", title: "Ekonom", email: "not an address" });
    expect(issues.map(({ path, code }) => `${path.join(".")}: ${code}`)).toEqual([
        "name: required",
        "external_client: required",
        "email: email",
    ]);
});

test("a list is asked of the server that the environment names", async () => {
    const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
    const external_client = { id: crypto.randomUUID() };
    await persons.bulkWrite(["Åsa Öberg", "Anna Berg", "Erik Ek"].map((name) => ({ name, title: "Ekonom", external_client })));
    const filter = { external_client: external_client.id, name: { icontains: "BERG" } };
    const found: ExternalClientContactPerson[] = await persons.list({ filter, orderBy: "name" });
    expect(found.map(({ name }) => name)).toEqual(["Anna Berg", "Åsa Öberg"]);

    const streamed: string[] = [];
    for await (const { name } of persons.stream({ filter: { external_client: external_client.id } })) streamed.push(name);
    expect(streamed).toHaveLength(3);
});

test("and by require, with a sandbox in the process", async () => {
    const required: typeof import("pigello-client") = require("pigello-client");
    const { Sandbox }: typeof import("pigello-client/sandbox") = require("pigello-client/sandbox");
    const { baseUrl, credentials, fetch } = new Sandbox();
    const persons = new required.Pigello({ baseUrl, credentials, fetch }).organization.externalClientContactPerson;
    expect(await persons.list({ filter: { name: "Anna" } })).toEqual([]);
});
