// One contender at one work, for a profile: `node --cpu-prof alone.mjs ours form [SECONDS]`.

import { argv } from "node:process";
import { now } from "./clock.mjs";
import { measures } from "./measure.mjs";

const [, , name, key, seconds = 5] = argv;
const contender = await import(`./contenders/${name}.mjs`);
const { run, of, words } = measures()[key];
const begin = now();
let done = 0;
while (now() - begin < seconds * 1000) {
    run(contender);
    done++;
}
console.log(`${name}, ${words}: ${(((now() - begin) * 1e6) / (done * of)).toFixed(0)} ns`);
