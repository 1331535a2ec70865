// The form: TanStack Form takes the schema as it is, since it is a Standard Schema.
import { useForm } from "@tanstack/react-form";
import { ExternalClientContactPerson } from "pigello-client";
import { useState } from "react";

const schema = ExternalClientContactPerson.with({ input: "form", locale: "sv" });
const FIELDS = ["name", "title", "email"];
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

export function PersonForm({ save }) {
    const [outcome, setOutcome] = useState("");
    const form = useForm({
        defaultValues: { name: "", title: "", email: "", external_client: CLIENT },
        validators: {
            onChange: schema,
            // What the server does not take is shown beside the fields, too.
            onSubmitAsync: async ({ value }) => {
                try {
                    await save(schema.parseForm(value).value);
                } catch (error) {
                    const { message, issues = [] } = error;
                    setOutcome(issues.length > 0 ? "" : message);
                    return { form: message, fields: Object.fromEntries(issues.map((issue) => [issue.path[0], issue])) };
                }
            },
        },
        onSubmit: ({ formApi }) => {
            formApi.reset();
            setOutcome("Sparad");
        },
    });
    const submit = (event) => {
        event.preventDefault();
        void form.handleSubmit();
    };
    return (
        <form onSubmit={submit} noValidate>
            {FIELDS.map((name) => (
                <form.Field key={name} name={name}>
                    {({ state, handleBlur, handleChange }) => {
                        const [error] = state.meta.isTouched ? state.meta.errors : [];
                        return (
                            <label>
                                {schema.fields[name].label.sv}{" "}
                                <input
                                    {...schema.fields[name].input}
                                    name={name}
                                    value={state.value}
                                    onBlur={handleBlur}
                                    onChange={({ target }) => handleChange(target.value)}
                                />
                                <em role="alert">{error?.message}</em>
                            </label>
                        );
                    }}
                </form.Field>
            ))}
            <button>Spara</button>
            <output>{outcome}</output>
        </form>
    );
}
