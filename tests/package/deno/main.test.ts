// The package in Deno, with no more permissions than the client needs: the environment and the server.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

function assertEquals(actual: unknown, expected: unknown) {
    const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (found !== wanted) throw new Error(`${found} is not ${wanted}`);
}

Deno.test("a form is judged, at once", () => {
    const { issues } = ExternalClientContactPerson.validate({ name: "", title: "Ekonom", email: "not an address" });
    assertEquals(
        issues.map(({ path, code }) => `${path.join(".")}: ${code}`),
        ["name: required", "external_client: required", "email: email"],
    );
});

Deno.test("a list is asked of the server that the environment names", async () => {
    const persons = Pigello.fromEnv(Deno.env.toObject()).organization.externalClientContactPerson;
    const external_client = { id: crypto.randomUUID() };
    await persons.bulkWrite(["Åsa Öberg", "Anna Berg", "Erik Ek"].map((name) => ({ name, title: "Ekonom", external_client })));
    const filter = { external_client: external_client.id, name: { icontains: "BERG" } };
    const found: ExternalClientContactPerson[] = await persons.list({ filter, orderBy: "name" });
    assertEquals(
        found.map(({ name }) => name),
        ["Anna Berg", "Åsa Öberg"],
    );

    const streamed: string[] = [];
    for await (const { name } of persons.stream({ filter: { external_client: external_client.id } })) streamed.push(name);
    assertEquals(streamed.length, 3);
});
