// The form: judged by the resource itself, which is a Standard Schema, before anything is sent.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { ExternalClientContactPerson } from "pigello-client";
import { useState } from "react";
import { useForm } from "react-hook-form";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });
const FIELDS = ["name", "title", "email"];
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

export function PersonForm({ save }) {
    const [outcome, setOutcome] = useState("");
    const { register, handleSubmit, reset, setError, formState } = useForm({
        resolver: standardSchemaResolver(schema),
        defaultValues: { name: "", title: "", email: "", external_client: CLIENT },
    });
    const submit = handleSubmit(async (person) => {
        try {
            await save(person);
        } catch (error) {
            for (const { path, message } of error.issues ?? []) setError(path[0], { message });
            return setOutcome(error.issues?.length ? "" : error.message);
        }
        reset();
        setOutcome("Sparad");
    });
    return (
        <form onSubmit={submit} noValidate>
            {FIELDS.map((name) => (
                <label key={name}>
                    {schema.fields[name].label.sv} <input {...schema.fields[name].input} {...register(name)} />
                    <em role="alert">{formState.errors[name]?.message}</em>
                </label>
            ))}
            <button>Spara</button>
            <output>{outcome}</output>
        </form>
    );
}
