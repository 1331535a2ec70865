// The shortest form that judges what is typed: README's. What is saved is said by the page (first.jsx).
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { ExternalClientContactPerson } from "pigello-client";
import { useForm } from "react-hook-form";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });

export function PersonForm({ save }) {
    const { register, handleSubmit, formState } = useForm({
        resolver: standardSchemaResolver(schema),
        defaultValues: { external_client: "497f6eca-6276-4993-bfeb-53cbbbba6f08" },
    });
    return (
        <form onSubmit={handleSubmit(save)} noValidate>
            {["name", "title", "email"].map((name) => (
                <label key={name}>
                    {schema.fields[name].label.sv}{" "}
                    <input {...schema.fields[name].input} {...register(name)} />
                    <em role="alert">{formState.errors[name]?.message}</em>
                </label>
            ))}
            <button>Spara</button>
        </form>
    );
}
