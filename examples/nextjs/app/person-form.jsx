"use client";

// The form. The action judges it on the server; while people type, the same rules judge each field in the page.
import { ExternalClientContactPerson } from "pigello-client";
import { useActionState, useState } from "react";
import { savePerson } from "./actions";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });
const FIELDS = ["name", "title", "email"];
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

export function PersonForm() {
    const [{ issues = [], values = {}, saved }, action, pending] = useActionState(savePerson, {});
    return (
        <form action={action} noValidate>
            {FIELDS.map((name) => (
                <Field key={name} name={name} value={values[name]} said={issues.find(({ path }) => path[0] === name)?.message} />
            ))}
            <input name="external_client" type="hidden" value={CLIENT} readOnly />
            <button disabled={pending}>Spara</button>
            <output>{saved ? "Sparad" : ""}</output>
        </form>
    );
}

/** `said` is what the server says of it; from the next keystroke on the page says it. */
function Field({ name, value, said }) {
    const { label, input } = schema.fields[name];
    const [typed, setTyped] = useState();
    const judge = ({ target }) => setTyped({ said, issues: schema.validateField(name, target.value) });
    const message = typed?.said === said ? typed?.issues[0]?.message : said;
    return (
        <label>
            {label.sv} <input {...input} name={name} defaultValue={value} onChange={judge} />
            <em role="alert">{message}</em>
        </label>
    );
}
