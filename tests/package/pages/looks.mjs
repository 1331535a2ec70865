// How a page is looked at. Each look answers what it saw, to be printed.

import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./until.mjs";

/** The page says by itself what is wrong with its form, and which persons it found. */
export async function shows(page, { names }) {
    const { issues, persons } = await shown(page, ["issues", "persons"]);
    assert.match(issues, /\bemail:email\b/);
    assert.equal(persons, names);
    return `${issues}; ${persons}`;
}

/** The page lists the persons that it found. After a form has saved one, there are three. */
export async function lists(page, { names }) {
    const { persons } = await shown(page, ["persons"]);
    const [first, last] = names.split(", ");
    assert.ok(persons.startsWith(first) && persons.endsWith(last), persons);
    return persons;
}

/** Its source is edited while it is open: the new one runs in the page as it stands, beside what the package did before. */
export async function reloadsHot(page, { folder, ...rows }) {
    const seen = await shows(page, rows);
    await page.read(`document.querySelectorAll("output").forEach((output) => { output.textContent = ""; })`);
    await page.read("window.isStillHere = true");
    appendFileSync(join(folder, "main.ts"), `document.body.dataset.edited = "hot";\n`);
    await until("the edit to reach the page", () => page.read(`document.body.dataset.edited`));
    assert.equal(await shows(page, rows), seen);
    assert.equal(await page.read("window.isStillHere"), true, "the page was not loaded anew");
    return `${seen}; and again after an edit`;
}

/** The page's policy forbids WebAssembly: it was told what to do, and does it. */
export async function isRefused(page, rows) {
    const seen = await shows(page, rows);
    const { refused } = await shown(page, ["refused"]);
    assert.match(refused, /'wasm-unsafe-eval'/);
    assert.match(refused, /pigello-client\/nowasm/);
    return `${refused}; ${seen}`;
}

/** The page's policy forbids nothing that it needs. */
export async function isAllowed(page, rows) {
    const seen = await shows(page, rows);
    assert.equal(await page.read(`document.getElementById("refused").textContent`), "");
    return seen;
}

/** Somebody fills in the form: what is wrong stands beside the fields, and what is right is saved and listed. */
export async function fillsInTheForm({ read, playwright }, { search, names }) {
    const field = (name) => playwright.locator(`input[name=${name}]`);
    const beside = (name) => playwright.locator(`label:has(input[name=${name}]) [role=alert]`);
    const save = () => playwright.getByRole("button").click({ timeout: 10_000 });
    assert.equal((await shown({ read }, ["persons"])).persons, names);

    await field("email").fill("not an address");
    await save();
    const text = async (name) => (await beside(name).textContent()) || undefined;
    const wrong = [];
    for (const name of ["name", "title", "email"]) wrong.push(await until(`a message beside ${name}`, () => text(name), 10_000));
    assert.deepEqual(wrong, ["Måste fyllas i", "Måste fyllas i", "Måste vara en e-postadress"]);

    await field("email").fill("karin@example.com");
    assert.equal(await until("the message to go", async () => ((await text("email")) ? undefined : "gone"), 10_000), "gone");
    await field("name").fill(`Karin Åkerö ${search}`);
    await field("title").fill("Ekonom");
    await save();
    const all = names.replace(",", `, Karin Åkerö ${search},`);
    const saved = `document.querySelector("#persons").textContent === ${JSON.stringify(all)} || undefined`;
    await until("the saved person to be listed", () => read(saved), 10_000);
    const outcome = await until("the form to say how it went", async () => (await playwright.locator("form output").textContent()) || undefined, 10_000);
    assert.equal(outcome, "Sparad");
    return `${wrong.join(", ")}; ${all}`;
}

/** Somebody fills in a form that sends nothing: what is wrong stands beside the fields, and what is right is shown. */
export async function judgesTheForm({ playwright }) {
    const field = (name) => playwright.locator(`input[name=${name}]`);
    const beside = (name) => playwright.locator(`label:has(input[name=${name}]) [role=alert]`);
    const save = () => playwright.getByRole("button").click({ timeout: 10_000 });
    const text = async (locator) => (await locator.textContent()) || undefined;

    await field("email").fill("anna@");
    await save();
    const wrong = [];
    for (const name of ["name", "title", "email"]) wrong.push(await until(`a message beside ${name}`, () => text(beside(name)), 10_000));
    assert.deepEqual(wrong, ["Måste fyllas i", "Måste fyllas i", "Måste vara en e-postadress"]);

    await field("name").fill(" Anna Lind ");
    await field("title").fill("Ekonom");
    await field("email").fill("");
    await save();
    const shown = await until("what would be sent", () => text(playwright.locator("output")), 10_000);
    assert.deepEqual(JSON.parse(shown.replace("Att skicka: ", "")), {
        name: "Anna Lind",
        title: "Ekonom",
        email: null,
        external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" },
    });
    for (const name of ["name", "title", "email"]) assert.equal(await beside(name).textContent(), "");
    return `${wrong.join(", ")}; ${shown}`;
}

/** What stands in the elements of these ids, once all of them say something. What the page complains of ends the waiting. */
async function shown({ read, problems = () => [] }, ids) {
    const texts = `Object.fromEntries(${JSON.stringify(ids)}.map((id) => [id, document.getElementById(id)?.textContent]))`;
    let shown;
    return until(() => `the page to show ${ids.join(" and ")}; it shows ${JSON.stringify(shown)}`, async () => {
        shown = await read(texts);
        if (ids.every((id) => shown[id])) return shown;
        const said = await problems();
        if (said.length > 0) throw new Error(`the page said: ${said.join("\n")}`);
    });
}
