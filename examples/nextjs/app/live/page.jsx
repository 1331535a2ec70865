"use client";

// A page that asks from the browser: its client has no credentials, the proxy adds them.
import { Pigello } from "pigello-client";
import { useEffect, useState } from "react";

export default function Page() {
    const [persons, setPersons] = useState([]);
    useEffect(() => {
        const pigello = new Pigello({ baseUrl: "/api/pigello" });
        const search = new URLSearchParams(location.search).get("search") ?? "";
        const filter = { name: { icontains: search } };
        pigello.organization.externalClientContactPerson.list({ filter, orderBy: "name" }).then(setPersons);
    }, []);
    return <p id="persons">{persons.map(({ name }) => name).join(", ")}</p>;
}
