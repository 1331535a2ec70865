// A form by itself: it is read as it stands.
import { byField, choices, fields, save, schema, values } from "./asked";

const form = document.createElement("form");
form.noValidate = true;
for (const name of fields) {
    const { label, type, input } = schema.fields[name];
    const some = choices(name);
    const element = Object.assign(document.createElement(some ? "select" : "input"), some ? { multiple: type === "array" } : input, { name });
    for (const [value, words] of some ?? []) element.append(new Option(words, value));
    fill(element, values[name]);
    const message = Object.assign(document.createElement("em"), { role: "alert" });
    const labelled = document.createElement("label");
    labelled.append(`${label.sv} `, element, " ", message);
    form.append(labelled);
}
form.append(Object.assign(document.createElement("button"), { textContent: "Spara" }));
document.getElementById("app").append(form);

function fill(element, value = "") {
    if (element.type === "checkbox") element.checked = value === true;
    else if (element.multiple) for (const option of element.options) option.selected = value.includes(option.value);
    else element.value = value;
}

/** Shows what is wrong beside each of these fields. */
function show(names, messages) {
    for (const name of names) form.elements[name].parentElement.querySelector("em").textContent = messages[name] ?? "";
}

form.addEventListener("focusout", ({ target }) => {
    // A box gives `on` or nothing, and nothing of one that is shown is `false`.
    if (target.name && target.type !== "checkbox") show([target.name], byField(schema.validateField(target.name, target.value)));
});
form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { valid, value, issues } = schema.parseForm(form);
    show(fields, byField(issues));
    if (!valid) return;
    try {
        await save(value);
    } catch (error) {
        show(fields, byField(error.issues));
    }
});
