// Judges the form at once, then asks for the list.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

self.addEventListener("message", async ({ data: { form, settings, search } }) => {
    const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
    self.postMessage({ id: "issues", text: issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" ") });

    const pigello = new Pigello(settings);
    const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    self.postMessage({ id: "persons", text: persons.map(({ name }) => name).join(", ") });
});
