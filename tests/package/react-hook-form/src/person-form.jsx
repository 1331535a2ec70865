// The form: judged by the resource itself, which is a Standard Schema, before anything is sent.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { ExternalClientContactPerson } from "pigello-client";
import { useState } from "react";
import { useForm } from "react-hook-form";

const FIELDS = { name: "Namn", title: "Titel", email: "E-post" };
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

export function PersonForm({ save }) {
    const [outcome, setOutcome] = useState("");
    const { register, handleSubmit, reset, formState } = useForm({
        resolver: standardSchemaResolver(ExternalClientContactPerson.with({ locale: "sv" })),
        defaultValues: { name: "", title: "", email: "", external_client: { id: CLIENT } },
    });
    const submit = handleSubmit(async (person) => {
        try {
            await save(person);
            reset();
            setOutcome("Sparad");
        } catch (error) {
            setOutcome(error.message);
        }
    });
    return (
        <form onSubmit={submit} noValidate>
            {Object.entries(FIELDS).map(([name, label]) => (
                <label key={name}>
                    {label} <input {...register(name)} /> <em role="alert">{formState.errors[name]?.message}</em>
                </label>
            ))}
            <button>Spara</button>
            <output>{outcome}</output>
        </form>
    );
}
