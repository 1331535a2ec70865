// A service worker that judges forms and asks for lists, for all pages under it.
import { ExternalClientContactPerson, Pigello } from "pigello-client";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
    const { pathname, searchParams } = new URL(event.request.url);
    if (pathname === "/check") event.respondWith(check(event.request));
    if (pathname === "/persons") event.respondWith(persons(searchParams.get("search") ?? ""));
});

async function check(request) {
    return Response.json(ExternalClientContactPerson.validate(await request.json(), { locale: "sv" }).issues);
}

async function persons(search) {
    const pigello = new Pigello(await (await fetch("/config.json")).json());
    const filter = { name: { icontains: search } };
    return Response.json(await pigello.organization.externalClientContactPerson.list({ filter, orderBy: "name" }));
}
