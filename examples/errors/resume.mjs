// Writes twenty rows, whatever happens on the way. Environment: what `npx pigello-client sandbox` prints.

import { Pigello } from "pigello-client";
import { writeAll } from "./write-all.mjs";

const client = { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" };
const rows = Array.from({ length: 20 }, (_, at) => ({
    name: `Person ${at}`,
    title: "Förvaltare",
    external_client: client,
    custom_id: `person-${at}`,
}));

const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
const withoutEmail = (rows, issues, { start }) =>
    rows.map((row, at) => (issues.some(({ path }) => path[0] === start + at) ? { ...row, email: undefined } : row));
const written = await writeAll(persons, rows, withoutEmail, { chunkSize: 4 });
console.log(`${written.length} rows are written`);
