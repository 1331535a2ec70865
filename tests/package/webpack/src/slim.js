// The same page with the wasm in a file of its own: loaded once, before the first call, and cached by the browser.
import { ExternalClientContactPerson, init, Pigello } from "pigello-client/slim";

await init();

const show = (id, text) => {
    document.getElementById(id).textContent = text;
};

const form = Object.fromEntries(new FormData(document.querySelector("form")));
const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
show("issues", issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));

const pigello = new Pigello(await (await fetch("/config.json")).json());
const search = new URLSearchParams(location.search).get("search") ?? "";
const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
show("persons", persons.map(({ name }) => name).join(", "));
