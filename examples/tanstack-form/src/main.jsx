// A page for contact persons: a form that saves, and the list of those whose name holds `?search=…`.
import { Pigello } from "pigello-client";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { PersonForm } from "./person-form";

const pigello = new Pigello(await (await fetch("/config.json")).json());
const contactPersons = pigello.organization.externalClientContactPerson;
const search = new URLSearchParams(location.search).get("search") ?? "";

function App() {
    const [persons, setPersons] = useState([]);
    const list = () => contactPersons.list({ filter: { name: { icontains: search } }, orderBy: "name" }).then(setPersons);
    useEffect(() => void list(), []);
    return (
        <>
            <PersonForm save={(person) => contactPersons.create(person).then(list)} />
            <output id="persons">{persons.map(({ name }) => name).join(", ")}</output>
        </>
    );
}

createRoot(document.getElementById("app")).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
