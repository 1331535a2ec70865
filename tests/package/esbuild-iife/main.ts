// A user's page as a classic script: its form is judged at once, then a list is asked of the server that config.json names.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

function show(id: string, text: string) {
    document.getElementById(id)!.textContent = text;
}

const form = Object.fromEntries(new FormData(document.querySelector("form")!));
const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
show("issues", issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));

async function showPersons(search: string) {
    const pigello = new Pigello(await (await fetch("/config.json")).json());
    const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    show("persons", persons.map(({ name }) => name).join(", "));
}

void showPersons(new URLSearchParams(location.search).get("search") ?? "");
