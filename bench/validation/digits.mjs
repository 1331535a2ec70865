// Check digits, as one writes them for a validator that has none: in one pass, without a regular expression.

const [PLUS, MINUS, ZERO] = [43, 45, 48];

/** Whether the check digit of a personal or organisation number is right: Luhn over the last ten digits. */
export function luhn(text) {
    let place = 0;
    let sum = 0;
    for (let at = text.length - 1; at >= 0; at--) {
        const unit = text.charCodeAt(at);
        if ((unit === PLUS || unit === MINUS) && place === 4 && text.length - at === 5) continue;
        const digit = unit - ZERO;
        if (digit < 0 || digit > 9) return false;
        if (place < 10) sum += place % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
        place++;
    }
    return place >= 10 && sum % 10 === 0;
}

/** The check digit for nine digits. */
export function checkDigit(nine) {
    for (let digit = 0; ; digit++) if (luhn(`${nine}${digit}`)) return String(digit);
}

/** Whether the check digit of a Global Location Number is right; one sign may stand between two of its thirteen digits. */
export function gln13(text) {
    let digits = 0;
    let sum = 0;
    for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === MINUS && at > 0 && at < 13 && text.length === 14) continue;
        const digit = unit - ZERO;
        if (digit < 0 || digit > 9) return false;
        sum += digits % 2 === 0 ? digit : 3 * digit;
        digits++;
    }
    return digits === 13 && sum % 10 === 0;
}
