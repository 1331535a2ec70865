// The form on a page, in jsdom.
import { vi } from "vitest";
import { mountForm } from "../src/form.js";
import { CLIENT, test } from "./sandbox.js";

function page(pigello) {
    document.body.innerHTML = `
        <form>
            <input name="name" /><input name="title" value="Ekonom" /><input name="email" />
            <button>Spara</button><output></output>
        </form>`;
    const form = document.querySelector("form");
    mountForm(form, pigello, CLIENT);
    return { form, shown: () => form.querySelector("output").textContent };
}

test("shows what is wrong", async ({ sandbox, pigello, expect }) => {
    const { form, shown } = page(pigello);
    form.elements.email.value = "karin";
    form.querySelector("button").click();
    await vi.waitFor(() => expect(shown()).toBe("Måste fyllas i Måste vara en e-postadress"));
    expect(sandbox.requests).toEqual([]);
});

test("saves what was typed", async ({ sandbox, pigello, expect }) => {
    const { form, shown } = page(pigello);
    form.elements.name.value = "Karin Åkerö";
    form.querySelector("button").click();
    await vi.waitFor(() => expect(shown()).toBe("Sparad: Karin Åkerö"));
    expect(JSON.parse(sandbox.requests[0].body)).toEqual({ name: "Karin Åkerö", title: "Ekonom", external_client: { id: CLIENT } });
});
