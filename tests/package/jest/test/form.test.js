// The form on a page, in jsdom.
import { mountForm } from "../src/form";
import { begin, CLIENT } from "./sandbox";

function page() {
    document.body.innerHTML = `
        <form>
            <input name="name" /><input name="title" value="Ekonom" /><input name="email" />
            <button>Spara</button><output></output>
        </form>`;
    const form = document.querySelector("form");
    const { sandbox, pigello } = begin();
    mountForm(form, pigello, CLIENT);
    return { form, sandbox };
}

/** What the form shows after its button was pressed. */
function shownBy(form) {
    const output = form.querySelector("output");
    return new Promise((resolve) => {
        new MutationObserver(() => resolve(output.textContent)).observe(output, { childList: true });
        form.querySelector("button").click();
    });
}

test("there is no fetch here, no Response, no TextDecoder", () => {
    expect([typeof fetch, typeof Response, typeof TextDecoder, typeof TextEncoder, typeof ReadableStream]).toEqual(
        Array(5).fill("undefined"),
    );
});

test("shows what is wrong", async () => {
    const { form, sandbox } = page();
    form.elements.email.value = "karin";
    expect(await shownBy(form)).toBe("Måste fyllas i Måste vara en e-postadress");
    expect(sandbox.requests).toEqual([]);
});

test("saves what was typed", async () => {
    const { form, sandbox } = page();
    form.elements.name.value = "Karin Åkerö";
    expect(await shownBy(form)).toBe("Sparad: Karin Åkerö");
    expect(JSON.parse(sandbox.requests[0].body)).toEqual({ name: "Karin Åkerö", title: "Ekonom", external_client: { id: CLIENT } });
});
