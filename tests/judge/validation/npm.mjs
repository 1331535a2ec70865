// The two judges of Swedish numbers that come from npm: reads a JSON array of texts, answers one of verdicts.

import { readFileSync } from "node:fs";
import organisationsnummer from "organisationsnummer";
import personnummer from "personnummer";

// Both are CommonJS with a default export, which Node hands over as it stands.
const judges = {
  personnummer: personnummer.default ?? personnummer,
  organisationsnummer: organisationsnummer.default ?? organisationsnummer,
};
const texts = JSON.parse(readFileSync(0, "utf8"));
const verdicts = Object.entries(judges).map(([name, judge]) => [name, texts.map((text) => judge.valid(text))]);
process.stdout.write(JSON.stringify(Object.fromEntries(verdicts)));
