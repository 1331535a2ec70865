// What `cargo xtask demo` runs beside the installed package, against the sandbox server that the environment names.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ExternalClientContactPerson, FilterError, NotFoundError, Pigello } from "pigello-client";

const colour = (code) => (text) => (process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text);
const bold = colour(1);
const dim = colour(2);
const green = colour(32);
const headline = (text) => console.log(`\n${bold(text)}`);

/** Runs one step, then says what came of it, how long it took and how many requests it needed. */
async function timed(say, step) {
    const before = requests.length;
    const start = performance.now();
    const result = await step();
    const elapsed = performance.now() - start;
    const made = requests.length - before;
    const count = made === 0 ? "no request" : made === 1 ? "1 request" : `${made} requests`;
    console.log(`  ${green("✓")} ${say(result)} ${dim(`${elapsed.toFixed(1)} ms, ${count}`)}`);
    return result;
}

function table(rows, columns) {
    const width = (column) => Math.max(...rows.map((row) => String(row[column] ?? "–").length));
    const widths = columns.map(width);
    for (const row of rows) {
        console.log(`    ${columns.map((column, i) => String(row[column] ?? "–").padEnd(widths[i])).join("  ")}`.trimEnd());
    }
}

const requests = [];
const pigello = Pigello.fromEnv(process.env, {
    onRequest: ({ method, url }) => {
        requests.push({ method, url });
        console.log(dim(`    → ${method.padEnd(6)} ${url}`));
    },
});
const persons = pigello.organization.externalClientContactPerson;

headline("A form with five mistakes");
const form = {
    name: "",
    external_client: { id: "not-a-uuid" },
    title: "Förvaltare",
    ssn: "19850412-9801",
    email: "anna.lindberg@",
    phone_number: "08-465 004 12",
};
for (const locale of ["en", "sv"]) {
    const { issues } = await timed(
        ({ issues }) => `${issues.length} issues in ${locale === "sv" ? "Swedish" : "English"}`,
        () => ExternalClientContactPerson.validate(form, { mode: "create", locale }),
    );
    assert.equal(issues.length, 5);
    table(
        issues.map(({ path, code, message }) => ({ path: path.join("."), code, message })),
        ["path", "code", "message"],
    );
}
const mended = {
    ...form,
    name: "Anna Lindberg",
    external_client: { id: "e52d4df1-7a49-47f0-bec3-58aa5b0ccf39" },
    ssn: "19850412-9803",
    email: "anna.lindberg@example.com",
    phone_number: "+46846500412",
};
await timed(
    ({ valid }) => `the mended form is ${valid ? "valid" : "still wrong"}`,
    () => {
        const judged = ExternalClientContactPerson.validate(mended);
        assert.deepEqual(judged.issues, []);
        return judged;
    },
);

headline("A thousand contact persons from a file");
const rows = JSON.parse(readFileSync(new URL("contact-persons.json", import.meta.url), "utf8"));
await timed(
    ({ issues }) => `${rows.length} rows checked, ${issues.length} issues`,
    () => ExternalClientContactPerson.validateAll(rows),
);
const progress = ({ written, total }) => {
    const done = Math.round((30 * written) / total);
    console.log(`    ${"█".repeat(done)}${"░".repeat(30 - done)} ${written} of ${total}`);
};
const created = await timed(
    (created) => `${created.length} created by bulkWrite`,
    () => persons.bulkWrite(rows, { chunkSize: 200, onProgress: progress }),
);
assert.equal(created.length, rows.length);

headline("Lists: filters, negation, order, pages");
const managers = await timed(
    (found) => `the first ${found.length} with "anna" in the name, without a temporary number, by name`,
    () =>
        persons.list({
            filter: {
                name: { icontains: "anna" },
                custom_id: { not: { startswith: "tmp-" } },
                email: { isnull: false },
            },
            orderBy: ["name", "-created_at"],
            page: 1,
            pageSize: 5,
        }),
);
const expected = rows.filter(
    ({ name, custom_id, email }) => name.toLowerCase().includes("anna") && !custom_id?.startsWith("tmp-") && email !== null,
);
assert.equal(managers.length, Math.min(5, expected.length));
table(managers, ["name", "title", "custom_id", "email"]);
const second = await timed(
    (found) => `the second page of the same order: ${found.map(({ name }) => name).join(", ")}`,
    () => persons.list({ filter: { title: "Förvaltare" }, orderBy: "-name", page: 2, pageSize: 3 }),
);
assert.equal(second.length, 3);
const clients = [...new Set(rows.map(({ external_client }) => external_client.id))].slice(0, 2);
await timed(
    (found) => `${found.length} at two external clients, not "Jurist"`,
    () => persons.list({ filter: { external_client: { in: clients }, title: { not: "Jurist" } } }),
);
await timed(
    (error) => `a slip is caught before anything is sent: ${error.issues.map(({ message }) => message).join("; ")}`,
    async () => {
        const error = await persons.list({ filter: { emial: "x" } }).catch((error) => error);
        assert.ok(error instanceof FilterError);
        return error;
    },
);

headline("Everybody, page by page and as a stream");
const walked = await timed(
    (count) => `${count} walked in pages of 250`,
    async () => {
        let count = 0;
        for await (const _ of persons.iterate({ pageSize: 250 })) count += 1;
        return count;
    },
);
const streamed = await timed(
    (count) => `${count} streamed, line by line`,
    async () => {
        let count = 0;
        for await (const _ of persons.stream()) count += 1;
        return count;
    },
);
assert.equal(walked, streamed);

headline("One person");
const [{ id }] = created;
await timed(
    (person) => `${person.name} is now ${person.title}`,
    () => persons.update(id, { title: "Chef", phone_number: null }),
);
const read = await timed(
    (person) => `read again: ${person.title}, telephone ${person.phone_number ?? "none"}`,
    () => persons.get(id),
);
assert.deepEqual([read.title, read.phone_number], ["Chef", null]);
await timed(
    () => "deleted",
    () => persons.delete(id),
);
await timed(
    (error) => `gone: ${error.name}, status ${error.status}`,
    async () => {
        const error = await persons.get(id).catch((error) => error);
        assert.ok(error instanceof NotFoundError);
        return error;
    },
);

headline("In all");
const methods = [...new Set(requests.map(({ method }) => method))];
const counts = methods.map((method) => `${requests.filter((request) => request.method === method).length} ${method}`);
console.log(`  ${requests.length} requests (${counts.join(", ")}) in ${(performance.now() / 1000).toFixed(2)} s since the start`);
