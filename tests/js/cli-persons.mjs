// A sandbox's server with contact persons, and imports of made-up files into it. Not a test itself.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { Pigello } from "pigello-client";
import { command, serve } from "./cli-server.mjs";
import { all, GOOD } from "./scripted.mjs";

export const PERSON = "externalclientcontactperson";
export const CLIENT = GOOD.external_client.id;

/** The server, and the resource there, once the tests run. */
export let server;
export let persons;
before(async () => {
    server = await serve();
    persons = Pigello.fromEnv(server.env).organization.externalClientContactPerson;
});
after(() => server.end());

let number = 0;

/** A file of rows with these titles in a folder of its own, and the prefix of their keys, which count from 1. An empty title is not valid. */
export function fresh(titles) {
    const folder = mkdtempSync(join(tmpdir(), "cli-persons-"));
    const prefix = `p${++number}-`;
    const file = join(folder, "rows.csv");
    writeFileSync(file, textOf(titles, prefix));
    return { file, prefix, folder, failed: join(folder, "rows.failed.csv"), journal: `${file}.journal` };
}

/** What stands in such a file. */
export function textOf(titles, prefix) {
    return `namn;extern kund;titel;eget id\n${titles.map((title, at) => `A;${CLIENT};${title};${prefix}${at + 1}\n`).join("")}`;
}

/** Imports, to its end. */
export const run = (args, env = {}, nodeArgs = []) => command(["import", PERSON, ...args], { env: { ...server.env, ...env }, nodeArgs });

/** What the server has with this prefix, without it. */
export async function there(prefix) {
    const rows = await all(persons.iterate({ filter: { custom_id: { startswith: prefix } }, orderBy: "custom_id" }));
    return rows.map(({ custom_id }) => custom_id.slice(prefix.length));
}
