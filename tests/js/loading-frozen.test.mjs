// Frozen globals, as SES lockdown leaves them: whoever assigns to a property that a frozen prototype has, fails.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { PACKAGE } from "./loading.mjs";

/** Freezes everything that the language itself has, however it is reached; what belongs to the runtime alone stays. */
const FREEZE = `
    const seen = new Set();
    const freeze = (value) => {
        if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
        seen.add(value);
        Object.freeze(value);
        freeze(Object.getPrototypeOf(value));
        for (const { value: own, get, set } of Object.values(Object.getOwnPropertyDescriptors(value))) [own, get, set].forEach(freeze);
    };
    const language =
        "Object Function Array String Number Boolean Symbol BigInt Error AggregateError EvalError RangeError ReferenceError SyntaxError " +
        "TypeError URIError Promise Map Set WeakMap WeakSet WeakRef FinalizationRegistry Proxy Reflect JSON Math Date RegExp " +
        "ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array " +
        "Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Atomics Intl WebAssembly escape unescape " +
        "parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent eval";
    for (const name of language.split(" ")) freeze(globalThis[name]);
    for (const hidden of [function* () {}, async () => {}, async function* () {}, [][Symbol.iterator](), new Map().entries(), "".matchAll(/x/g)]) {
        freeze(Object.getPrototypeOf(hidden));
    }
    for (const name of language.split(" ")) Object.defineProperty(globalThis, name, { writable: false, configurable: false });
    if (!Object.isFrozen(Object.prototype) || !Object.isFrozen(Error.prototype)) throw new Error("it is not frozen");
`;

const USE = `
    async function use({ Pigello, ExternalClientContactPerson, ConfigError, NotFoundError, init }, { Sandbox }, { createProxy }) {
        await init();
        const person = { name: "Anna", title: "VD", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" } };
        const { valid, issues } = ExternalClientContactPerson.validate({ toString: 1, constructor: 2, name: "" });
        const { baseUrl, credentials, fetch } = new Sandbox();
        const pigello = new Pigello({ baseUrl, credentials, fetch });
        const persons = pigello.organization.externalClientContactPerson;
        const { id } = await persons.create(person);
        const found = await persons.list({ filter: { name: { icontains: "ann" } } });
        const walked = [];
        for await (const row of persons.iterate()) walked.push(row.id);
        for await (const row of persons.stream()) walked.push(row.id);
        const missing = await persons.get("497f6eca-6276-4993-bfeb-53cbbbba6f08").catch((error) => error);
        let wrong;
        try { new Pigello({}); } catch (error) { wrong = error; }
        const proxy = createProxy({ baseUrl, credentials, fetch, mount: "/api", allow: ["GET organization/externalclientcontactperson"] });
        const answer = await proxy(new Request("https://app.example/api/organization/externalclientcontactperson/list/"));
        return [
            valid, issues.map(({ path }) => path[0]).includes("name"), found.length, walked.every((each) => each === id) && walked.length,
            missing instanceof NotFoundError && missing.name, wrong instanceof ConfigError && wrong.toString().startsWith("ConfigError: "),
            answer.status, (await answer.json()).length,
        ];
    }
`;

/** Runs a script in a process of its own and answers what it printed. */
function run(script) {
    return JSON.parse(String(execFileSync(process.execPath, ["--input-type=module", "-e", script], { timeout: 60_000 })));
}

const EXPECTED = [false, true, 1, 2, "NotFoundError", true, 200, 1];
const file = (name) => JSON.stringify(new URL(name, PACKAGE).href);

for (const entry of ["index.js", "slim/index.js", "nowasm/index.js"]) {
    const load = `await use(await import(${file(entry)}), await import(${file("sandbox/index.js")}), await import(${file("proxy/index.js")}))`;

    test(`${entry} is imported, loaded and used where the language is frozen`, () => {
        assert.deepEqual(run(`${USE}${FREEZE} console.log(JSON.stringify(${load}));`), EXPECTED);
    });
}

test("for require, too", () => {
    const paths = ["index.cjs", "sandbox/index.cjs", "proxy/index.cjs"].map((name) => JSON.stringify(new URL(name, PACKAGE).pathname));
    const script = `import { createRequire } from "node:module";
        const require = createRequire(${file("index.js")});
        ${USE}${FREEZE} console.log(JSON.stringify(await use(${paths.map((path) => `require(${path})`).join(", ")})));`;
    assert.deepEqual(run(script), EXPECTED);
});

test("what was imported before is used where the language is frozen since", () => {
    const script = `${USE}
        const modules = [await import(${file("index.js")}), await import(${file("sandbox/index.js")}), await import(${file("proxy/index.js")})];
        ${FREEZE} console.log(JSON.stringify(await use(...modules)));`;
    assert.deepEqual(run(script), EXPECTED);
});
