// Text that Excel would make something else of when it opens a file, and how it stays what it is.

/** Formulas; numbers, also with a sign or a currency; days, which may begin with a month; and the two words of a boolean. */
const CHANGED =
    /^(?:[=+\-@\d.,(\p{Sc}]|(?:jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[ck]t|nov|de[cs])\p{L}*[ .\-/]*\d|(?:sant|falskt|true|false)$)/iu;
/** Of these it makes nothing else, or a day that it writes in the same way. */
const KEPT = /^(?:\d{4}-\d\d-\d\d(?:T\S+)?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** With a tab in front it stays text. No text of the API begins with white space: `import` takes the tab off again. */
export function excelText(text: string): string {
    return CHANGED.test(text) && !KEPT.test(text) ? `\t${text}` : text;
}
