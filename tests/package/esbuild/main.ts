// A user's page: the form is judged at once, then a list is asked of the server that config.json names.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

const show = (id: string, text: string) => {
    document.getElementById(id)!.textContent = text;
};

const form = Object.fromEntries(new FormData(document.querySelector("form")!));
const judged = ExternalClientContactPerson.validate(form, { locale: "sv" });
show("issues", judged.issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));

const pigello = new Pigello(await (await fetch("config.json")).json());
const persons = await pigello.organization.externalClientContactPerson.list({ page: 1, pageSize: 10 });
show("persons", `${persons.length} persons`);
