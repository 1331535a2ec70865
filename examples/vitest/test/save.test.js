// A sandbox for each test: these run side by side.
import { describe } from "vitest";
import { personsNamed, savePerson } from "../src/persons.js";
import { CLIENT, test } from "./sandbox.js";

const form = { name: "Karin Berg", title: "Ekonom", external_client: { id: CLIENT } };

describe.concurrent("saving a form", () => {
    test("shows what is wrong, and sends nothing", async ({ sandbox, pigello, expect }) => {
        const { person, problems } = await savePerson(pigello, { ...form, name: "", email: "karin" });
        expect(person).toBeUndefined();
        expect(Object.keys(problems)).toEqual(["name", "email"]);
        expect(sandbox.requests).toEqual([]);
    });

    test("creates the person", async ({ sandbox, pigello, expect }) => {
        const { person, problems } = await savePerson(pigello, form);
        expect(problems).toEqual({});
        expect(await pigello.organization.externalClientContactPerson.get(person.id)).toEqual(person);
        expect(sandbox.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
        expect((await personsNamed(pigello, "BERG")).map(({ name }) => name)).toEqual(["Anna Berg", "Karin Berg", "Åsa Öberg"]);
    });

    test("waits and tries again when there are too many requests", async ({ sandbox, pigello, expect }) => {
        sandbox.failNext({ status: 429, headers: { "Retry-After": "0" }, times: 2 });
        const { person } = await savePerson(pigello, form);
        expect(person.name).toBe("Karin Berg");
        expect(sandbox.requests).toHaveLength(3);
    });

    test("shows what the server says is wrong", async ({ sandbox, pigello, expect }) => {
        sandbox.failNext({ status: 400, body: { name: ["Upptaget."] } });
        expect((await savePerson(pigello, form)).problems).toEqual({ name: "Upptaget." });
    });

    test("leaves it to the caller when the server is down", async ({ sandbox, pigello, expect }) => {
        sandbox.failNext({ networkError: true });
        await expect(savePerson(pigello, form)).rejects.toMatchObject({ name: "NetworkError", kind: "network" });
    });
});
