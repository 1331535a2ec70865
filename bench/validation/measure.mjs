// Measures contenders side by side, in Node as in a browser: verdicts first, then warming up, then rounds in which each
// does the same work in turn. What is compared is always of one round: a machine that is slow for a while is so for all.

import { TENANTS, bad, chance, good, keystrokes, mixed, segments, tenant } from "./rows.mjs";

const FORMS = 256;
const ROWS = 10_000;
/** Rows of many shapes that ours has seen before it is timed. */
const SEEN = 3_000;
/**
 * About as long lasts what one contender does in one round, in milliseconds: longer than clocks are coarse, and shorter than
 * what a busy machine gives at a time, since else the longer of two would seem longer still.
 */
const ROUND = 2;
const WARM = 300;

/**
 * What is measured: how often the unit of work is in `run`, how many of these must be found good, how many rounds.
 * `run` answers how many it found good, so that each round is a check, too.
 */
export function measures() {
    const next = chance(4);
    const forms = read(Array.from({ length: FORMS }, () => good(next)));
    const spoilt = read(Array.from({ length: FORMS }, () => bad(next).row));
    const typed = keystrokes();
    const tenants = read(Array.from({ length: FORMS }, () => tenant(next)));
    const json = JSON.stringify(Array.from({ length: ROWS }, () => good(next)));
    const rows = JSON.parse(json);
    const each = (inputs, by = "form") => ({ [by]: judge }) => {
        let found = 0;
        for (let at = 0; at < inputs.length; at++) if (judge(inputs[at])) found++;
        return found;
    };
    return {
        form: { words: "one form", of: FORMS, good: FORMS, rounds: 101, run: each(forms) },
        bad: { words: "one bad form", of: FORMS, good: 0, rounds: 101, run: each(spoilt) },
        keystroke: {
            words: "one keystroke",
            of: typed.length,
            good: typed.filter(({ good }) => good).length,
            rounds: 101,
            run({ field }) {
                let found = 0;
                for (let at = 0; at < typed.length; at++) if (field(typed[at].name, typed[at].value)) found++;
                return found;
            },
        },
        rows: { words: "10,000 rows as objects", of: 1, good: 1, rounds: 11, run: (one) => Number(one.rows(rows)) },
        // Of those that know one, with all the rules that ours keeps, and with the few that these rows can break.
        tenant: { words: "a sub-tenant's form", of: FORMS, good: FORMS, rounds: 101, by: "tenant", run: each(tenants, "tenant") },
        fewer: { words: "the same beside fewer rules", of: FORMS, good: FORMS, rounds: 101, by: "fewer", run: each(tenants, "fewer") },
        text: { words: "10,000 rows as JSON text", of: 1, good: 1, rounds: 11, run: (one) => Number(one.text(json)) },
    };
}

/** As they come from an answer or a file: flat strings, and objects of few shapes. */
const read = (rows) => JSON.parse(JSON.stringify(rows));

/** Fails where a contender is wrong about what is timed: whoever looks at less is quicker. */
function check(contenders) {
    const next = chance(5);
    const some = read(Array.from({ length: 500 }, () => good(next)));
    const spoilt = read(Array.from({ length: 500 }, () => bad(next)));
    const row = tenant(next);
    for (const one of contenders) {
        const wrong = (what, row, found) => new Error(`${one.name} ${what}: ${JSON.stringify(row)} ${JSON.stringify(found ?? "")}`);
        for (const row of some) if (!one.form(row)) throw wrong("refuses a good form", row, one.faults(row));
        for (const { row, fields } of spoilt) {
            const found = [...new Set(one.faults(row))].sort();
            if (found.join() !== fields.join()) throw wrong(`does not see ${fields}`, row, found);
        }
        for (const { name, value, good } of keystrokes()) {
            if (one.field(name, value) !== good) throw wrong(`is wrong about ${name}`, value);
        }
        for (const [judge, kinds] of [["tenant", ["good", "bad", "strange"]], ["fewer", ["good", "bad"]]]) {
            for (const kind of one[judge] ? kinds : []) {
                for (const changed of read(TENANTS[kind].map((other) => ({ ...row, ...other })))) {
                    if (one[judge](changed) !== (kind === "good")) throw wrong(`is wrong about a ${kind} sub-tenant`, changed);
                }
            }
        }
        for (const list of [[some[0], { ...some[1], email: "a" }], [{ ...some[2], name: 1 }, some[3]]]) {
            if (one.rows(list) || one.text(JSON.stringify(list))) throw wrong("lets bad rows pass", list);
        }
    }
}

/** Once, checked. */
function run(one, { words, run, good }) {
    const found = run(one);
    if (found !== good) throw new Error(`${one.name}, ${words}: ${found} found good, and ${good} are`);
}

/**
 * Shows ours what a page that has been open for a while has shown it: engines make code for what they have seen, and ours is
 * one code for all forms. The others meet only what they are timed on, the kindest case for code compiled from a schema;
 * `everyone` shows them the same.
 */
function meet(contenders, everyone) {
    const rows = mixed(SEEN, 6);
    const others = segments(SEEN / 10, 7);
    for (const one of everyone ? contenders : contenders.filter(({ second }) => second)) {
        for (const row of rows) {
            one.form(row);
            for (const name of ["name", "email", "phone_number", "ssn"]) one.field(name, row[name]);
        }
        one.rows(rows);
        one.text(JSON.stringify(rows));
        for (const row of others) one.second?.(row);
    }
}

/** Nanoseconds for each unit of work, by measure and contender: a list with one figure for each round. */
export function measure(contenders, { everyone = false, now = () => performance.now() } = {}) {
    const all = measures();
    check(contenders);
    meet(contenders, everyone);
    const figures = {};
    for (const [key, measure] of Object.entries(all)) {
        figures[key] = { words: measure.words, nanoseconds: inTurn(contenders.filter((one) => one[measure.by ?? "form"]), measure, now) };
    }
    return figures;
}

/** The times of all of them, round by round. */
function inTurn(contenders, measure, now) {
    const times = contenders.map((one) => repeats(one, measure, now));
    const nanoseconds = Object.fromEntries(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < measure.rounds; round++) {
        for (let turn = 0; turn < contenders.length; turn++) {
            // Each begins a round as often as the others: who comes after whom can matter.
            const place = (round + turn) % contenders.length;
            nanoseconds[contenders[place].name].push(timed(contenders[place], measure, times[place], now));
        }
    }
    return nanoseconds;
}

/** Warms up, and answers how often the work is to be done in one round. */
function repeats(one, measure, now) {
    const begin = now();
    do run(one, measure);
    while (now() - begin < WARM);
    let times = 1;
    while (timed(one, measure, times, now) * times * measure.of < (ROUND / 2) * 1e6) times *= 2;
    return times;
}

function timed(one, measure, times, now) {
    const begin = now();
    for (let i = 0; i < times; i++) run(one, measure);
    return ((now() - begin) * 1e6) / (times * measure.of);
}

/** The middle one. */
export const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** How ours compares with another's, round by round; the middle of it. */
export const ratio = (ours, theirs) => median(ours.map((nanoseconds, round) => nanoseconds / theirs[round]));
