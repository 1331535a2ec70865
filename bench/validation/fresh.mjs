// How long a fresh process needs to its first verdict: importing the library, making the schema, judging one form, on the
// clock, since somebody waits for it. Node's own start is not counted. `node fresh.mjs NAME` is such a process.

import { execFileSync } from "node:child_process";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

const RUNS = 9;
const DEADLINE = 30_000;
const here = fileURLToPath(import.meta.url);

const FORM = {
    name: "Anna Lind",
    external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" },
    title: "Förvaltare",
    ssn: "189001019802",
    email: "anna.lind@example.com",
    phone_number: "+46701234567",
};

/** The figures of one measure, as measure.mjs has them. */
export function fresh(names) {
    const nanoseconds = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < RUNS; round++) {
        for (const name of names) {
            const took = execFileSync(process.execPath, [here, name], { encoding: "utf8", timeout: DEADLINE });
            nanoseconds[name].push(Number(took) * 1e6);
        }
    }
    return { fresh: { words: "the first verdict of a process", nanoseconds } };
}

if (argv[1] === here) {
    const begin = performance.now();
    const { form } = await import(`./contenders/${argv[2]}.mjs`);
    if (!form(FORM)) throw new Error(`${argv[2]} refuses a good form`);
    console.log(performance.now() - begin);
}
