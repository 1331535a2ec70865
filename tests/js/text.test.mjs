// Text to and from wasm where the engine has neither TextDecoder nor TextEncoder, as jest's jsdom and Hermes: the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fresh } from "./loading.mjs";

const TEXTS = ["", "Åsa", "Förvaltare €", "日本語", "😀 Anna", "\u0000\u0001\u007f\u0080\u07ff\u0800\uffff", "\ufeffx", "%41%", "a\ud800b", "ö".repeat(20_000)];

/** Runs `act` in an engine that lacks these. */
async function without(names, act) {
    const had = names.map((name) => [name, globalThis[name]]);
    Object.assign(globalThis, Object.fromEntries(names.map((name) => [name, undefined])));
    try {
        return await act();
    } finally {
        Object.assign(globalThis, Object.fromEntries(had));
    }
}

/** Everything that Rust says about a text, in the text's own characters. */
function said({ ExternalClientContactPerson }) {
    return TEXTS.map((text) => {
        const { issues } = ExternalClientContactPerson.validate({ [text]: 1, name: text, email: text }, { mode: "update", locale: "sv" });
        let query;
        try {
            query = ExternalClientContactPerson.query({ search: text, filter: { name: text } });
        } catch (error) {
            query = error.message;
        }
        return [issues, query, ExternalClientContactPerson.validateField(text, 1, { locale: "sv" })];
    });
}

test("a text crosses in the same way without TextDecoder and TextEncoder", async () => {
    const expected = said(await fresh("index.js"));
    await without(["TextDecoder", "TextEncoder"], async () => {
        assert.deepEqual(said(await fresh("index.js")), expected);
    });
    assert.ok(JSON.stringify(expected).includes("😀"));
});

test("a body and an answer cross in the same way without TextDecoder and TextEncoder", async () => {
    const { Pigello } = await fresh("index.js");
    const names = TEXTS.filter((text) => text.length < 255 && text.trim() === text && text !== "" && !/[\0\p{Surrogate}]/u.test(text));
    assert.ok(names.length >= 5);
    const fetch = async (_, { body }) => ({ status: 201, headers: { get: () => "application/json" }, text: async () => body });
    // Node's own Request, Headers and Response need both.
    await without(["TextDecoder", "TextEncoder", "Request", "Headers", "Response"], async () => {
        const persons = new Pigello({ baseUrl: "https://x.se", fetch }).organization.externalClientContactPerson;
        for (const name of names) {
            const body = { name, title: "VD", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
            assert.deepEqual(await persons.create(body), body);
        }
    });
});
