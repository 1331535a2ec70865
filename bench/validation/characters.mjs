// The characters of text, as one checks them for a validator that cannot tell: a database refuses some.

/** Whether there is neither NUL nor half a pair of surrogates in any text of it. */
function isWell(value) {
    if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
    return typeof value !== "object" || value === null || Object.values(value).every(isWell);
}

/** Makes what tells whether a row has no such text, but for what stands under these names. */
export function areTextsWell(names) {
    const skipped = new Set(names);
    return (row) => {
        for (const name in row) {
            const value = row[name];
            const isText = typeof value === "string" || (typeof value === "object" && value !== null);
            if (isText && !skipped.has(name) && !isWell(value)) return false;
        }
        return true;
    };
}
