// The page sends its form and what to look for to a worker, and shows what comes back. The package is in the worker only.
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

worker.addEventListener("message", ({ data: { id, text } }) => {
    document.getElementById(id).textContent = text;
});
// What the worker throws is heard here, too.
worker.addEventListener("error", ({ message }) => console.error(message));

const form = Object.fromEntries(new FormData(document.querySelector("form")));
const settings = await (await fetch("/config.json")).json();
worker.postMessage({ form, settings, search: new URLSearchParams(location.search).get("search") ?? "" });
