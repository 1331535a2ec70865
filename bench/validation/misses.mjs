// How many good rows are not told so by the quick walk, but judged by Rust: `node misses.mjs` fails if there is any. The walk
// asks the wasm about nothing in these rows: whoever counts how often its functions are called needs nothing of the package.

const calls = new Map();
const { Instance } = WebAssembly;

WebAssembly.Instance = function (...given) {
    const { exports } = new Instance(...given);
    const counted = ([name, exported]) => [name, typeof exported === "function" ? count(name, exported) : exported];
    return { exports: Object.fromEntries(Object.entries(exports).map(counted)) };
};

function count(name, exported) {
    return (...given) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return exported(...given);
    };
}

const { field, form, rows, second, tenant, text } = await import("./contenders/ours.mjs");
const { bad, chance, good, segments, tenant: lodger } = await import("./rows.mjs");

const ROWS = 10_000;
const next = chance(10);
const list = Array.from({ length: ROWS }, () => good(next));
const others = segments(ROWS, 11).map((row) => ({ ...row, user: row.user ?? row.role }));

const lodgers = Array.from({ length: ROWS }, () => lodger(next));

// What is asked once for each resource is asked now, and Rust is started; then it is seen that judging calls functions.
form(list[0]);
second(others[0]);
tenant(lodgers[0]);
const spoilt = () => form({ ...bad(next).row, nickname: "x" });
spoilt();
calls.clear();
spoilt();
if (calls.size === 0) throw new Error("judging calls no function: misses could not be seen");

const works = {
    "forms": () => list.every(form),
    "forms of another resource": () => others.every(second),
    "forms with rules between fields": () => lodgers.every(tenant),
    "fields": () => list.every(({ name, email }) => field("name", name) && field("email", email)),
    "forms with their fields in another order": () => list.every((row) => form(Object.fromEntries(Object.entries(row).reverse()))),
    "forms after a hundred with three fields": () =>
        list.slice(0, 100).every(({ name, external_client, title }) => form({ name, external_client, title })) && list.every(form),
};
for (const [words, work] of Object.entries(works)) {
    calls.clear();
    if (!work()) throw new Error(`${words}: good ones are refused`);
    if (calls.size > 0) throw new Error(`${words}: the quick walk was missed, up to ${Math.max(...calls.values())} times`);
}
// Options are read once a call.
for (const [words, work] of [["rows as objects", () => rows(list)], ["rows as JSON text", () => text(JSON.stringify(list))]]) {
    calls.clear();
    if (!work()) throw new Error(`${words}: good ones are refused`);
    if ([...calls.values()].some((times) => times > 10)) throw new Error(`${words}: the quick walk was missed`);
}
console.log(`of ${ROWS.toLocaleString("en")} good rows, in eight ways, none missed the quick walk`);
