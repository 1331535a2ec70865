// One sandbox for the file, reset before each test.
import { beforeEach, expect, test } from "vitest";
import { personsNamed } from "../src/persons.js";
import { clientOf, newSandbox } from "./sandbox.js";

const sandbox = newSandbox();
const pigello = clientOf(sandbox);
const persons = pigello.organization.externalClientContactPerson;
const names = (rows) => rows.map(({ name }) => name);

beforeEach(() => sandbox.reset());

test("finds names whatever their case, in order", async () => {
    expect(names(await personsNamed(pigello, "berg"))).toEqual(["Anna Berg", "Åsa Öberg"]);
    expect(sandbox.requests.map(({ url }) => new URL(url).search)).toEqual(["?name__icontains=berg&_order_by=name"]);
});

test("a person that was deleted is gone", async () => {
    const [anna] = await personsNamed(pigello, "anna");
    await persons.delete(anna.id);
    expect(await personsNamed(pigello, "anna")).toEqual([]);
});

test("and is back after a reset", async () => {
    expect(names(await personsNamed(pigello, "anna"))).toEqual(["Anna Berg"]);
    expect(sandbox.requests).toHaveLength(1);
});

test("streams its rows", async () => {
    const streamed = [];
    for await (const { name } of persons.stream({ orderBy: "name" })) streamed.push(name);
    expect(streamed).toEqual(["Anna Berg", "Erik Ek", "Åsa Öberg"]);
});
