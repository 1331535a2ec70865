// The form on the page: saves when it is sent, and shows what is wrong or who was saved in its `<output>`.
import { savePerson } from "./persons.js";

export function mountForm(form, pigello, clientId) {
    const output = form.querySelector("output");
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const filled = [...new FormData(form)].filter(([, value]) => value !== "");
        const { person, problems } = await savePerson(pigello, { ...Object.fromEntries(filled), external_client: { id: clientId } });
        output.textContent = person ? `Sparad: ${person.name}` : Object.values(problems).join(" ");
    });
}
