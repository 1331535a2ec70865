// What is to be reached, as ours over another's time. A goal that is missed is said, and fails nothing: machines differ.

/** In a browser a tenth more is allowed. */
const IN_BROWSERS = 1.1;

/** By measure: the most that ours may take of that contender's time. */
const GOALS = {
    form: { ajv: 0.75, zod: 0.33 },
    bad: { zod: 0.3 },
    keystroke: { zod: 0.35 },
    rows: { ajv: 0.75 },
    text: { ajv: 0.4 },
    // With the same rules.
    tenant: { ajv: 1 },
    fresh: { zod: 0.2 },
};

/** The goals of a measure with these ratios: each with its words and whether it is met. */
export function goals(key, ratios, inBrowser) {
    return Object.entries(GOALS[key] ?? {}).map(([name, most]) => {
        const limit = most * (inBrowser ? IN_BROWSERS : 1);
        const isMet = ratios[name] <= limit;
        return { isMet, words: `≤ ${shown(limit)} × ${name}: ${isMet ? "met" : "not met"}` };
    });
}

const shown = (limit) => String(Math.round(limit * 1000) / 1000);
