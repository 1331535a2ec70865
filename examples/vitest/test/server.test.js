// Against a server: the sandbox's own, which `npx pigello-client sandbox` starts and the environment names.
import { expect, test } from "vitest";
import { Pigello } from "pigello-client";
import { personsNamed, savePerson } from "../src/persons.js";

test("what a form saves is in the list that asks for it", async () => {
    const pigello = Pigello.fromEnv(process.env);
    const external_client = { id: crypto.randomUUID() };
    expect(Object.keys((await savePerson(pigello, { name: "", title: "Ekonom" })).problems)).toEqual(["name", "external_client"]);

    const surname = external_client.id.slice(0, 8);
    for (const name of ["Åsa", "Anna"]) {
        const { problems } = await savePerson(pigello, { name: `${name} ${surname}`, title: "Ekonom", external_client });
        expect(problems).toEqual({});
    }
    const found = await personsNamed(pigello, surname.toUpperCase());
    expect(found.map(({ name }) => name)).toEqual([`Anna ${surname}`, `Åsa ${surname}`]);
});
