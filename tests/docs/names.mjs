// What the blocks of the package's README leave open, by words that they have in them: `declared` for the compiler, `defined`
// for the run.

const PERSONS = `
import { Pigello } from "pigello-client";
const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
const anna = await persons.create({ name: "Anna Lind", title: "Ekonom", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } });
`;
const PROCESS = "declare const process: { env: Record<string, string | undefined> };";

export const NAMES = [
    {
        has: "parseForm(form",
        declared: "declare const form: HTMLFormElement;",
        defined: `const form = new URLSearchParams("invoice_email=anna@example.com");`,
    },
    { has: "persons.iterate", declared: PROCESS + PERSONS, defined: PERSONS },
    { has: "organization.company.first", declared: PROCESS },
    { has: "createProxy", declared: PROCESS },
];
