// How forms are looked at: somebody fills them in with a keyboard and a mouse, is told what is wrong beside the fields, by
// us or by the server, mends it and saves. Each look answers what it saw, to be printed.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "./until.mjs";

const [ONE, TWO] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const WAIT = 10_000;

/** Creates and changes rows of three resources, that have all kinds of inputs between them. */
export async function savesForms({ playwright }, { folder }) {
    const person = someoneAt(playwright);
    const connections = await connectionsOf(folder);
    const seen = [await createsAnAgent(person), ...(await createsAndChangesAnEngagement(person)), await keepsATime(person, connections)];
    return seen.join("; ");
}

/** Text, a number, a box, a relation and one of several numbers. */
async function createsAnAgent({ open, input, type, save, says, saved }) {
    await open({ resource: "IntegrationUserAgent" });
    await save();
    for (const name of ["clashing_priority", "service_id", "service_version_id", "application_id"]) await says(name, "Måste fyllas i");
    await type("clashing_priority", "1.5");
    await says("clashing_priority", "Måste vara ett heltal");
    await type("clashing_priority", "5");
    await says("clashing_priority", "");
    await type("service_id", "7");
    await says("service_id", "Måste vara ett id (uuid)");
    for (const name of ["service_id", "service_version_id", "application_id"]) await type(name, ` ${ONE} `);
    await says("service_id", "");
    await type("category", "  Nycklar  ");
    await input("personal_information_acceptance_mode").selectOption("2");
    await input("organization").selectOption("Två");
    await input("is_active").check();
    await save();
    const row = await saved();
    const { category, clashing_priority, personal_information_acceptance_mode: mode, organization, is_active, service_id } = row;
    assert.deepEqual([category, clashing_priority, mode, organization, is_active], ["Nycklar", 5, 2, { id: TWO }, true]);
    assert.equal(service_id, ONE);

    await open({ resource: "IntegrationUserAgent", id: row.id });
    assert.equal(await input("clashing_priority").inputValue(), "5");
    assert.equal(await input("personal_information_acceptance_mode").inputValue(), "2");
    assert.equal(await input("organization").inputValue(), TWO);
    assert.equal(await input("is_active").isChecked(), true);
    await input("is_active").uncheck();
    await input("personal_information_acceptance_mode").selectOption("–");
    await type("category", "");
    await type("clashing_priority", "");
    await save();
    const changed = await saved();
    const left = [changed.category, changed.personal_information_acceptance_mode, changed.is_active, changed.organization];
    assert.deepEqual(left, [null, null, false, { id: TWO }]);
    assert.equal(changed.clashing_priority, 5, "what may not be null stays as it is");
    return "an agent was created and changed";
}

/** Days, relations alone and in a list, and what only the server can know: the other field of a rule between two. */
async function createsAndChangesAnEngagement({ open, input, type, save, says, saved, isEmpty }) {
    const resource = "OrganizationUserWorkEngagement";
    await open({ resource });
    await save();
    for (const name of ["user", "work_engagement"]) await says(name, "Måste fyllas i");
    await input("user").selectOption("Ett");
    await input("work_engagement").selectOption("Två");
    await type("start_date", "2026-06-01");
    await type("end_date", "2026-01-31");
    await input("buildings").selectOption(["Ett", "Två"]);
    await type("custom_id", "A 1");
    await save();
    const order = await until("a word about the order", () => says.text("end_date").then((text) => text || says.text("start_date")), WAIT);
    assert.ok(order);
    await type("end_date", "2026-12-31");
    await save();
    const row = await saved();
    const { user, work_engagement, start_date, end_date, buildings, dates_are_blocking, custom_id, id } = row;
    assert.deepEqual([user, work_engagement, buildings], [{ id: ONE }, { id: TWO }, [{ id: ONE }, { id: TWO }]]);
    assert.deepEqual([start_date, end_date, dates_are_blocking, custom_id], ["2026-06-01", "2026-12-31", false, "A 1"]);

    // The form does not show when it starts.
    await open({ resource, id, fields: "end_date,dates_are_blocking,custom_id,buildings" });
    assert.equal(await input("end_date").inputValue(), "2026-12-31");
    assert.equal(await input("dates_are_blocking").isChecked(), false);
    assert.deepEqual(await input("buildings").evaluate(({ selectedOptions }) => Array.from(selectedOptions, ({ value }) => value)), [ONE, TWO]);
    await type("end_date", "2026-01-31");
    await input("dates_are_blocking").check();
    await input("buildings").selectOption([]);
    await type("custom_id", " ");
    await save();
    const told = await until("the server's word", async () => (await says.text("end_date")) || undefined, WAIT);
    assert.equal(await isEmpty(), true, "nothing was saved");
    await type("end_date", "2027-01-31");
    await save();
    const changed = await saved();
    assert.deepEqual([changed.end_date, changed.dates_are_blocking, changed.custom_id, changed.buildings], ["2027-01-31", true, null, []]);
    assert.deepEqual([changed.start_date, changed.user], [start_date, user], "what the form does not show stays");
    return [`of the order: ${order}`, `the server: ${told}`];
}

/** A time, and a choice by its number. */
async function keepsATime({ open, input, type, save, says, saved }, connections) {
    const resource = "SubtenantContractConnection";
    await open({ resource });
    await save();
    for (const name of ["sub_tenant", "stakeholder_type"]) await says(name, "Måste fyllas i");
    await input("sub_tenant").selectOption("Ett");
    await input("stakeholder_type").selectOption("0");
    await input("apartment_contract").selectOption("Ett");
    await type("signed_time", "2026-01-31T10:30");
    await save();
    const { id, signed_time, stakeholder_type } = await saved();
    assert.equal(stakeholder_type, 0);
    await open({ resource, id });
    assert.match(await input("signed_time").inputValue(), /^2026-01-31T10:30/);
    await save();
    assert.equal((await saved()).signed_time, signed_time, "a form that nobody touched changes nothing");

    // Another program wrote a time as no input takes it.
    const body = { sub_tenant: { id: ONE }, stakeholder_type: 1, apartment_contract: { id: TWO } };
    const other = await connections.create({ ...body, signed_time: "2026-03-01T08:15:30.123456+01:00" });
    await open({ resource, id: other.id });
    const shown = await input("signed_time").inputValue();
    assert.equal(shown, "2026-03-01T08:15:30.123");
    await input("stakeholder_type").selectOption("2");
    await save();
    const changed = await saved();
    assert.deepEqual([changed.signed_time, changed.stakeholder_type], [shown, 2]);
    return `signed ${signed_time} and ${shown}`;
}

/** What another program does. */
async function connectionsOf(folder) {
    const { Pigello } = await import(pathToFileURL(join(folder, "node_modules/pigello-client/index.js")));
    return Pigello.fromEnv(process.env).accounts.subtenantContractConnection;
}

/** What somebody does at a page, and sees there. */
function someoneAt(page) {
    const address = page.url();
    const input = (name) => page.locator(`[name="${name}"]`);
    const text = (name) => page.locator(`label:has([name="${name}"]) [role=alert]`).textContent({ timeout: WAIT });
    const shown = () => page.locator("#saved").textContent();
    const says = async (name, expected) => {
        let last;
        const wanted = async () => ((last = await text(name)) === expected ? true : undefined);
        await until(() => `${name} to say "${expected}"; it says "${last}"`, wanted, WAIT);
    };
    return {
        input,
        says: Object.assign(says, { text }),
        open: async (query) => {
            await page.goto(new URL(`?${new URLSearchParams(query)}`, address).href, { timeout: 60_000 });
            await page.getByRole("button", { name: "Spara" }).waitFor({ timeout: WAIT });
        },
        /** Types, and goes on to the next field. */
        type: async (name, value) => {
            await input(name).fill(value, { timeout: WAIT });
            await input(name).blur({ timeout: WAIT });
        },
        save: () => page.getByRole("button", { name: "Spara" }).click({ timeout: WAIT }),
        saved: async () => JSON.parse(await until("it to be saved", async () => (await shown()) || undefined, WAIT)),
        isEmpty: async () => (await shown()) === "",
    };
}

/** Texts that people type, and some that nobody should. */
const TEXTS = [
    "", "0", "5", "-3", "1.5", "1e3", "99999999999", "a", " a ", "åäö 😀", "anna@example.com", "å@åäö.se", "a@b",
    "+46701234567", " 0701234567 ", "070-123 45 67", "070123456", "5566778899", "556677-8899", "19811228-9874",
    "0007:5566778899", "0009:5566778899", "7300009000012", "https://example.com/å", "ftp://x.se", "x".repeat(300),
    "2026-01-31", "2026-02-30", "0001-01-01", "2026-01-31T10:30", "2026-01-31T10:30:15.5", "497f6eca-6276-4993-bfeb-53cbbbba6f08",
];

/** No attribute makes the browser refuse what the schema takes; a pattern refuses what the schema refuses for it. */
export async function agreesWithTheBrowser({ read }) {
    await until("the page", async () => (await read("window.takes !== undefined")) || undefined, WAIT);
    const { wrong, count } = await read(`(${compared})(${JSON.stringify(TEXTS)})`);
    assert.deepEqual(wrong, []);
    assert.ok(count.taken > 500 && count.patterns > 20 && count.refused > 50, JSON.stringify(count));
    return `${JSON.stringify(count)} texts`;
}

/** Runs in the page. */
function compared(texts) {
    const [wrong, count] = [[], { taken: 0, refused: 0, patterns: 0 }];
    for (const [name, schema] of Object.entries(window.models).filter(([, value]) => value.fields)) {
        for (const { name: field, readOnly, enum: values, input } of Object.values(schema.fields)) {
            if (readOnly || values || input.type === "checkbox") continue;
            for (const text of texts) {
                const [issue] = schema.validateField(field, text, { input: "form" });
                const takes = window.takes(schema, field, text);
                if (takes === undefined) continue;
                count[takes ? "taken" : "refused"]++;
                if (issue?.code === "pattern") count.patterns++;
                if (takes ? issue?.code === "pattern" : !issue) wrong.push(`${name}.${field}: ${text}`);
            }
        }
    }
    return { wrong, count };
}
