// What is seen of a text without Rust, in the way that engines are quickest at.

/** A text's length. Of what surely is text, as a sum is, engines read it; else they look `length` up as of any object. */
export function lengthOf(text: string): number {
    return ("" + text).length;
}

/** Whether a text's check digit is right, exactly as `rules/luhn.rs` says: to ask the wasm takes half as long again. */
export function isLuhn(text: string): boolean {
    // Taken here: what stands in a variable of the file, engines do not build in.
    const { charCodeAt } = String.prototype;
    const last = lengthOf(text) - 1;
    let left = 10;
    let sum = 0;
    for (let at = last; at >= 0; at--) {
        const digit = charCodeAt.call(text, at) - 48;
        if (digit >= 0 && digit <= 9) {
            if (left > 0) sum += left-- % 2 === 0 ? digit : 2 * digit - (digit > 4 ? 9 : 0);
        } else if (at !== last - 4 || (digit !== -5 && digit !== -3)) return false; // `+` or `-`.
    }
    return left === 0 && sum % 10 === 0;
}
