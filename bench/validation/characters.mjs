// The characters of text, as one checks them for a validator that cannot tell: a database refuses some.

/** NUL, and half a pair of surrogates. */
const REFUSED = /[\0\ud800-\udfff]/u;

/** Whether there is none of them in any text of it. Engines find values in a list whatever shape their object had. */
function isWell(value) {
    if (typeof value === "string") return !REFUSED.test(value);
    return typeof value !== "object" || value === null || areWell(Object.values(value));
}

function areWell(values) {
    for (let at = 0; at < values.length; at++) if (!isWell(values[at])) return false;
    return true;
}

/** Makes what tells whether they are in no text of a row, but for what stands under these names. */
export function areTextsWell(skipped) {
    const isWellOrSkipped = ([name, value]) => skipped.has(name) || isWell(value);
    return (row) => areWell(Object.values(row)) || Object.entries(row).every(isWellOrSkipped);
}
