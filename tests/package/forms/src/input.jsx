// The input of a field, by what is known of it: attributes, and what can be chosen.
import { choices, schema } from "./asked";

export function Input({ name, ...props }) {
    const { type, input } = schema.fields[name];
    const some = choices(name);
    if (some === undefined) return <input {...input} name={name} {...props} />;
    return (
        <select name={name} multiple={type === "array"} {...props}>
            {some.map(([value, words]) => (
                <option key={value} value={value}>
                    {words}
                </option>
            ))}
        </select>
    );
}

/** With its label, and its message beside it. */
export function Labelled({ name, message, ...props }) {
    return (
        <label>
            {schema.fields[name].label.sv} <Input name={name} {...props} /> <em role="alert">{message}</em>
        </label>
    );
}
