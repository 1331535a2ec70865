// The page: a form that saves, and a list that follows its search field. Its server adds the credentials under /pigello.
import { Pigello } from "pigello-client";
import { mountForm } from "./form.js";
import { personsNamed } from "./persons.js";

// A test may name another server.
const pigello = new Pigello(globalThis.pigelloSettings ?? { baseUrl: "/pigello" });

mountForm(document.querySelector("form"), pigello, "497f6eca-6276-4993-bfeb-53cbbbba6f08");

const search = document.querySelector("input[type=search]");
search.addEventListener("change", async () => {
    const persons = await personsNamed(pigello, search.value);
    document.querySelector("ul").replaceChildren(
        ...persons.map(({ name }) => Object.assign(document.createElement("li"), { textContent: name })),
    );
});
