// The page: a form that is judged while people type and saved when it is right, and the list of `?search=…`.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });
const pigello = new Pigello(await (await fetch("/config.json")).json());
const contactPersons = pigello.organization.externalClientContactPerson;
const form = document.querySelector("form");
const outcome = form.querySelector("output");

/** Shows what is wrong with these fields beside them, and nothing beside those that are right. */
function show(names, issues) {
    for (const name of names) {
        const message = form.elements[name]?.closest("label")?.querySelector("em");
        if (message) message.textContent = issues.find(({ path }) => path[0] === name)?.message ?? "";
    }
}

form.addEventListener("input", ({ target }) => show([target.name], schema.validateField(target.name, target.value)));

form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const names = Object.keys(Object.fromEntries(new FormData(form)));
    const { valid, value, issues } = schema.parseForm(form);
    show(names, issues);
    if (!valid) return;
    try {
        await contactPersons.create(value);
    } catch (error) {
        // What the server does not take is told in the same form.
        show(names, error.issues ?? []);
        outcome.textContent = error.message;
        return;
    }
    form.reset();
    outcome.textContent = "Sparad";
    await list();
});

async function list() {
    const search = new URLSearchParams(location.search).get("search") ?? "";
    const found = await contactPersons.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    document.getElementById("persons").textContent = found.map(({ name }) => name).join(", ");
}
await list();
