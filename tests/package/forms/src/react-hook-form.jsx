// react-hook-form takes the schema as it is, and holds what the inputs give.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import { byField, fields, save, schema, values } from "./asked";
import { Labelled } from "./input";

const defaultValues = Object.fromEntries(fields.map((name) => [name, values[name] ?? blank(schema.fields[name].type)]));

function blank(type) {
    return type === "boolean" ? false : type === "array" ? [] : "";
}

function Form() {
    const { register, handleSubmit, setError, formState } = useForm({
        mode: "onBlur",
        resolver: standardSchemaResolver(schema),
        defaultValues,
    });
    const submit = handleSubmit(async (body) => {
        try {
            await save(body);
        } catch (error) {
            for (const [name, message] of Object.entries(byField(error.issues))) setError(name, { message });
        }
    });
    return (
        <form onSubmit={submit} noValidate>
            {fields.map((name) => {
                const error = formState.errors[name];
                return <Labelled key={name} {...register(name)} message={error?.message ?? error?.id?.message} />;
            })}
            <button>Spara</button>
        </form>
    );
}

createRoot(document.getElementById("app")).render(<Form />);
