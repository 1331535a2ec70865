// A user's page: its form is judged at once, then a list is asked of the server that config.json names.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

const show = (id: string, text: string) => {
    document.getElementById(id)!.textContent = text;
};

const form = Object.fromEntries(new FormData(document.querySelector("form")!));
const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
show("issues", issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));

const pigello = new Pigello(await (await fetch("/config.json")).json());
const search = new URLSearchParams(location.search).get("search") ?? "";
const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
show("persons", persons.map(({ name }) => name).join(", "));

// An edit runs this file anew, in the page as it stands.
import.meta.hot?.accept();
