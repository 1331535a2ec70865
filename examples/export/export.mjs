// An export that goes on where the last one ended: `node --env-file=.env export.mjs persons.jsonl`, by a timer say.
import { argv } from "node:process";
import { Pigello } from "pigello-client";
import { exportNew } from "./export-new.mjs";

const [, , file = "persons.jsonl"] = argv;
const persons = Pigello.fromEnv(process.env).organization.externalClientContactPerson;
console.log(`${await exportNew(persons, file)} new rows in ${file}`);
