// What the page does with the package, whichever entry it has.

export const show = (id, text) => {
    document.getElementById(id).textContent = text;
};

export function judge({ ExternalClientContactPerson }) {
    const form = Object.fromEntries(new FormData(document.querySelector("form")));
    const { issues } = ExternalClientContactPerson.validate(form, { locale: "sv" });
    show("issues", issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));
}

export async function list({ Pigello }) {
    const pigello = new Pigello(await (await fetch("/config.json")).json());
    const search = new URLSearchParams(location.search).get("search") ?? "";
    const persons = await pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
    show("persons", persons.map(({ name }) => name).join(", "));
}
