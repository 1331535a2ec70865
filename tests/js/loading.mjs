// The package's files, evaluated anew as often as a test asks for it. Not a test itself.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);

/** The folder of the installed package. */
export const PACKAGE = new URL("./", pathToFileURL(require.resolve("pigello-client/package.json")));

export const { version: VERSION } = JSON.parse(readFileSync(new URL("package.json", PACKAGE), "utf8"));

/** What client.wasm holds. */
export const WASM = readFileSync(new URL("client.wasm", PACKAGE));

let evaluations = 0;

/** A file of the package, evaluated anew: as hot reload does it, or as a second copy is. */
export const fresh = (file, folder = PACKAGE) => import(`${new URL(file, folder)}?${++evaluations}`);

/** A file for `require`, evaluated anew. */
export function freshCommonJs(file, folder = PACKAGE) {
    const path = require.resolve(new URL(file, folder).pathname);
    delete require.cache[path];
    return require(path);
}

/** Whether the entry's Rust answers. */
export function works({ ExternalClientContactPerson }) {
    const { valid, issues } = ExternalClientContactPerson.validate({ name: "Anna", title: "" }, { mode: "update" });
    return !valid && issues.length === 1 && issues[0].path[0] === "title";
}

/** Puts things into the engine's `WebAssembly` while `act` runs. */
export async function engineWith(changes, act) {
    const { WebAssembly: engine } = globalThis;
    const changed = changes === undefined ? undefined : Object.assign(Object.create(engine), changes);
    Object.defineProperty(globalThis, "WebAssembly", { value: changed, configurable: true, writable: true });
    try {
        return await act();
    } finally {
        Object.defineProperty(globalThis, "WebAssembly", { value: engine, configurable: true, writable: true });
    }
}

/** A constructor or function that throws this. */
export const throwing = (error) =>
    function () {
        throw error;
    };
