// Whether the secret stands in something that is handed out: in whatever way it is looked at. Not a test itself.

import assert from "node:assert/strict";
import { Console } from "node:console";
import { Writable } from "node:stream";
import { format, inspect } from "node:util";

/** Every text that can be reached from a value, by whatever property. */
export function texts(value, seen = new Set()) {
    if (typeof value === "string") return [value];
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return [];
    seen.add(value);
    if (value === globalThis || seen.size > 20_000) return [];
    const found = [];
    for (let object = value; object !== null && object !== Object.prototype; object = Object.getPrototypeOf(object)) {
        for (const key of Reflect.ownKeys(object)) {
            found.push(String(key));
            let entry;
            try {
                entry = value[key];
            } catch {
                continue;
            }
            found.push(...texts(entry, seen));
        }
    }
    return found;
}

const DEEP = { depth: 20, showHidden: true, getters: true, maxArrayLength: null, maxStringLength: null };

/** The ways of looking at a value, each to text; one that throws shows nothing. */
const WAYS = [
    (value) => inspect(value, DEEP),
    (value) => inspect(structuredClone(value), DEEP),
    (value) => format("%o", value),
    (value) => format("%j", value),
    (value) => format("%s", value),
    (value) => JSON.stringify(value),
    (value) => String(value),
    (value) => `${value.message}`,
    (value) => value.stack,
    (value) => inspect(value.cause, DEEP),
    (value) => printed((console) => console.log(value)),
    (value) => printed((console) => console.error("%s %O", value, value)),
    (value) => printed((console) => console.dir(value, DEEP)),
    (value) => printed((console) => console.table(value)),
    (value) => printed((console) => console.trace(value)),
    (value) => texts(value).join("\n"),
];

function printed(act) {
    let text = "";
    const stream = new Writable({ write: (piece, _, done) => ((text += piece), done()) });
    act(new Console(stream));
    return text;
}

/** A check that this secret stands nowhere in a value, in whatever spelling. */
export function hides(secret) {
    const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    return (value, what) => {
        for (const way of WAYS) {
            let text;
            try {
                text = way(value);
            } catch {
                continue;
            }
            for (const spelling of spellings) {
                assert.ok(!String(text ?? "").includes(spelling), `${what}, seen by ${way}: ${String(text).slice(0, 300)}`);
            }
        }
    };
}
