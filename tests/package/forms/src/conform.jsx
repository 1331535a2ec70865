// conform takes the schema as it is, and hands it the form's own data: what is not ticked is not among it, so that the
// schema has to know what the form shows.
import { useForm } from "@conform-to/react/future";
import { createRoot } from "react-dom/client";
import { byField, fields, save, schema, values } from "./asked";
import { Labelled } from "./input";

function Form() {
    const { form, fields: inputs } = useForm(schema, {
        defaultValue: values,
        shouldValidate: "onBlur",
        async onSubmit(event, { value, update }) {
            event.preventDefault();
            try {
                await save(value);
            } catch (error) {
                const messages = Object.entries(byField(error.issues)).map(([name, message]) => [name, [message]]);
                update({ error: { formErrors: [], fieldErrors: Object.fromEntries(messages) } });
            }
        },
    });
    return (
        <form {...form.props} noValidate>
            {fields.map((name) => {
                const { type } = schema.fields[name];
                const { errors, defaultValue, defaultChecked, defaultOptions } = inputs[name];
                const held =
                    type === "boolean" ? { defaultChecked } : { defaultValue: type === "array" ? defaultOptions : defaultValue };
                return <Labelled key={name} name={name} {...held} message={errors?.[0] ?? form.fieldErrors[`${name}.id`]?.[0]} />;
            })}
            <button>Spara</button>
        </form>
    );
}

createRoot(document.getElementById("app")).render(<Form />);
