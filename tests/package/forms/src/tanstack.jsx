// TanStack Form takes the schema as it is, and holds what the inputs give; what is saved is parsed once more.
import { useForm } from "@tanstack/react-form";
import { createRoot } from "react-dom/client";
import { byField, fields, save, schema, values } from "./asked";
import { Labelled } from "./input";

const defaultValues = Object.fromEntries(fields.map((name) => [name, values[name] ?? blank(schema.fields[name].type)]));

function blank(type) {
    return type === "boolean" ? false : type === "array" ? [] : "";
}

function Form() {
    const form = useForm({
        defaultValues,
        validators: {
            onBlur: schema,
            onSubmit: schema,
            onSubmitAsync: async ({ value }) => {
                try {
                    await save(schema.parseForm(value).value);
                } catch (error) {
                    return { fields: byField(error.issues) };
                }
            },
        },
    });
    const submit = (event) => {
        event.preventDefault();
        void form.handleSubmit();
    };
    return (
        <form onSubmit={submit} noValidate>
            {fields.map((name) => (
                <form.Field key={name} name={name}>
                    {({ state, handleBlur, handleChange }) => {
                        const [error] = state.meta.isTouched ? state.meta.errors : [];
                        const change = ({ target }) => handleChange(given(target));
                        const held = typeof state.value === "boolean" ? { checked: state.value } : { value: state.value };
                        return <Labelled name={name} {...held} onBlur={handleBlur} onChange={change} message={error?.message ?? error} />;
                    }}
                </form.Field>
            ))}
            <button>Spara</button>
        </form>
    );
}

function given({ type, checked, multiple, selectedOptions, value }) {
    if (type === "checkbox") return checked;
    return multiple ? Array.from(selectedOptions, (option) => option.value) : value;
}

createRoot(document.getElementById("app")).render(<Form />);
