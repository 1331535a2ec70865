// A client component with the wasm in a file of its own, which only the browser loads.
"use client";

import { ExternalClientContactPerson, init, Pigello } from "pigello-client/slim";
import { useEffect, useState } from "react";
import { FORM, Outcome } from "../outcome";

export default function Page() {
    const [outcome, setOutcome] = useState({});
    useEffect(() => {
        look(new URLSearchParams(location.search).get("search") ?? "").then(setOutcome);
    }, []);
    return <Outcome {...outcome} />;
}

async function look(search) {
    await init();
    const { issues } = ExternalClientContactPerson.validate(FORM, { locale: "sv" });
    const pigello = new Pigello(await (await fetch("/config.json")).json());
    const filter = { name: { icontains: search } };
    return { issues, persons: await pigello.organization.externalClientContactPerson.list({ filter, orderBy: "name" }) };
}
