// Keeps the client's secret out of what came from outside and is handed on: the causes of errors.

import { kindOf, set } from "./pack";

const MASK = "[secret]";
const MOST_VALUES = 10_000;
const MOST_LEVELS = 8;

/** Answers a value as it is, or a copy with the secret masked if it stands anywhere in it. */
export function hider(secret: unknown): (value: unknown) => unknown {
    if (typeof secret !== "string" || secret === "") return (value) => value;
    const spellings = new Set([secret, JSON.stringify(secret).slice(1, -1)]);
    try {
        spellings.add(encodeURIComponent(secret));
    } catch {
        // Half of a surrogate pair: no URL holds it.
    }
    const mask = (text: string): string => {
        let masked = text;
        for (const spelling of spellings) masked = masked.split(spelling).join(MASK);
        return masked;
    };
    return (value) => {
        if (typeof value === "string") return mask(value);
        if (typeof value !== "object" || value === null) return value;
        return holds(value, mask) ? copy(value, mask, 0) : value;
    };
}

/** Whether the secret stands in it, or might. */
function holds(value: object, mask: (text: string) => string): boolean {
    const seen = new Set<object>([value]);
    try {
        for (const object of seen) {
            // What these hold is not in their properties.
            if (/^\[object (?:Headers|Request|Map|Set)\]$/.test(Object.prototype.toString.call(object))) return true;
            for (const key of Reflect.ownKeys(object)) {
                if (typeof key === "string" && mask(key) !== key) return true;
                const entry: unknown = (object as Record<PropertyKey, unknown>)[key];
                if (typeof entry === "string" && mask(entry) !== entry) return true;
                if (typeof entry === "object" && entry !== null) seen.add(entry);
            }
            if (seen.size > MOST_VALUES) return true;
        }
        return false;
    } catch {
        return true;
    }
}

function copy(value: unknown, mask: (text: string) => string, level: number): unknown {
    if (typeof value === "string") return mask(value);
    if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
    if (level > MOST_LEVELS) return undefined;
    try {
        const tag = Object.prototype.toString.call(value);
        if (value instanceof Error || tag === "[object Error]") return errorCopy(value as Error, mask, level);
        const kind = kindOf(value);
        if (kind === "array") return (value as unknown[]).slice(0, MOST_VALUES).map((e) => copy(e, mask, level + 1));
        if (kind === "object") return entries(value, mask, level, {});
        return tag;
    } catch {
        return undefined;
    }
}

function errorCopy(error: Error, mask: (text: string) => string, level: number): Error {
    const masked = new Error(mask(String(error.message)));
    const hidden = (value: unknown): PropertyDescriptor => ({ value, configurable: true, writable: true });
    Object.defineProperty(masked, "name", hidden(mask(String(error.name))));
    Object.defineProperty(masked, "stack", hidden(mask(String(error.stack))));
    if (error.cause !== undefined) Object.defineProperty(masked, "cause", hidden(copy(error.cause, mask, level + 1)));
    return entries(error, mask, level, masked as unknown as Record<string, unknown>) as Error;
}

function entries(
    value: object,
    mask: (text: string) => string,
    level: number,
    target: Record<string, unknown>,
): object {
    for (const key of Object.keys(value)) {
        set(target, mask(key), copy((value as Record<string, unknown>)[key], mask, level + 1));
    }
    return target;
}
