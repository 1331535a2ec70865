// A page: a form that is judged at each keystroke and saved when it is sent, and the list of those who are there.
import { ExternalClientContactPerson } from "pigello-client";

export function mountPage(root, pigello, client) {
    root.innerHTML = `
        <form>
            <input name="name" /><input name="title" /><input name="email" />
            <input name="external_client" type="hidden" value="${client}" />
            <output></output>
        </form>
        <ul></ul>`;
    const form = root.querySelector("form");
    const output = root.querySelector("output");
    const persons = pigello.organization.externalClientContactPerson;

    form.addEventListener("input", ({ target }) => {
        const [issue] = ExternalClientContactPerson.validateField(target.name, target.value, { locale: "sv" });
        output.textContent = issue?.message ?? "";
    });
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const { valid, value, issues } = ExternalClientContactPerson.parseForm(form, { locale: "sv" });
        if (!valid) {
            output.textContent = issues.map(({ path, message }) => `${path[0]}: ${message}`).join("; ");
            return;
        }
        const { name } = await persons.create(value);
        output.textContent = `Sparad: ${name}`;
    });

    /** Shows the client's persons whose name holds the text. */
    async function find(text) {
        const found = await persons.list({ filter: { external_client: client, name: { icontains: text } }, orderBy: "name" });
        root.querySelector("ul").replaceChildren(
            ...found.map(({ name }) => Object.assign(document.createElement("li"), { textContent: name })),
        );
    }
    return { form, output, find };
}
