// Brings the contact persons of a CSV file to Pigello: `node --env-file=.env sync.mjs persons.csv [--dry-run]`.
import { readFileSync } from "node:fs";
import { argv, exit } from "node:process";
import { Pigello } from "pigello-client";
import { readPersons } from "./read.mjs";
import { changesFor } from "./changes.mjs";

const [, , file = "persons.csv", dryRun] = argv;
const { rows, mistakes } = readPersons(readFileSync(file, "utf8"));
if (mistakes.length > 0) {
    console.error(mistakes.join("\n"));
    exit(1);
}

const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
const { created, updated, same } = await changesFor(persons, rows);
console.log(`${created.length} new, ${updated.length} changed, ${same} as they are`);
if (dryRun !== "--dry-run") {
    await persons.bulkWrite([...created, ...updated], { onProgress: ({ written, total }) => console.log(`${written} of ${total} written`) });
}
