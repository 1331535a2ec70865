// The page in jsdom, against the sandbox server that the environment names. Vitest leaves Node's fetch in
// place beside jsdom's own AbortController and Blob.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { Pigello } from "pigello-client";
import { mountPage } from "../src/page.js";

const page = mountPage(document.body, Pigello.fromEnv(process.env), randomUUID());
const { form, output } = page;

function type(name, value) {
    form.elements[name].value = value;
    form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
}

/** What the form shows after it was sent. */
function shown() {
    return new Promise((resolve) => {
        new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve(output.textContent);
        }).observe(output, { childList: true });
        form.requestSubmit();
    });
}

test("a keystroke is judged", () => {
    type("email", "anna@");
    expect(output.textContent).toBe("Måste vara en e-postadress");
    type("email", "anna@example.com");
    expect(output.textContent).toBe("");
});

test("a form is judged when it is sent", async () => {
    expect(await shown()).toBe("name: Måste fyllas i; title: Måste fyllas i");
});

test("who was saved is in the list that asks for them", async () => {
    for (const name of ["Åsa Öberg", "Anna Berg", "Erik Ek"]) {
        type("name", name);
        type("title", "Ekonom");
        expect(await shown()).toBe(`Sparad: ${name}`);
    }
    await page.find("BERG");
    expect([...document.querySelectorAll("li")].map(({ textContent }) => textContent)).toEqual(["Anna Berg", "Åsa Öberg"]);
});
