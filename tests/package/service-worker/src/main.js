// The page asks /check and /persons, which no server has: its service worker answers them.
const show = (id, text) => {
    document.getElementById(id).textContent = text;
};

// The worker takes over the page that registers it, once it is active.
const inCharge = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
await navigator.serviceWorker.register("sw.js");
if (!navigator.serviceWorker.controller) await inCharge;

const form = Object.fromEntries(new FormData(document.querySelector("form")));
const issues = await (await fetch("/check", { method: "POST", body: JSON.stringify(form) })).json();
show("issues", issues.map(({ path, code }) => `${path.join(".")}:${code}`).join(" "));

const persons = await (await fetch(`/persons${location.search}`)).json();
show("persons", persons.map(({ name }) => name).join(", "));
