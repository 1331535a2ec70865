// A client component: rendered once on the server, where it judges the form already, and then in the browser.
"use client";

import { ExternalClientContactPerson, Pigello } from "pigello-client";
import { useEffect, useState } from "react";
import { FORM, Outcome } from "../outcome";

export default function Page() {
    const [persons, setPersons] = useState([]);
    const { issues } = ExternalClientContactPerson.validate(FORM, { locale: "sv" });
    useEffect(() => {
        list(new URLSearchParams(location.search).get("search") ?? "").then(setPersons);
    }, []);
    return <Outcome issues={issues} persons={persons} />;
}

async function list(search) {
    const pigello = new Pigello(await (await fetch("/config.json")).json());
    return pigello.organization.externalClientContactPerson.list({ filter: { name: { icontains: search } }, orderBy: "name" });
}
