// An input for each field of every resource: what the browser itself says of texts in it, and what the schema says.
import * as models from "pigello-client";

window.models = models;

/** Whether the browser takes the text in an input of this field. `undefined`: such an input cannot hold it. */
window.takes = (schema, name, text) => {
    const { input } = schema.fields[name];
    const element = Object.assign(document.createElement("input"), input);
    document.getElementById("app").replaceChildren(element);
    element.value = text;
    return element.value === text ? element.checkValidity() : undefined;
};
