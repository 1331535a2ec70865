// Keeps the client's secret out of what came from outside and is handed on: texts, answers, the causes of errors.

import { define, set } from "./define";
import { isObject, kindOf, tagOf } from "./foreign";
import { spellings } from "./spellings";

const MOST_VALUES = 10_000;
const MOST_LEVELS = 8;

/** Takes the secret out of what is handed on. */
export interface Hider {
    text(text: string): string;
    /** What JSON gave, which nobody else holds yet: masked where it is. */
    data<T>(value: T): T;
    /** Anything: as it is, or a copy if the secret stands in it or might. */
    foreign(value: unknown): unknown;
}

/** Where there is no secret. */
export const NOTHING_TO_HIDE: Hider = { text: (text) => text, data: (value) => value, foreign: (value) => value };

type Mask = (text: string) => string;

/** What hides this secret. */
export function hider(secret: unknown): Hider {
    if (typeof secret !== "string" || secret === "") return NOTHING_TO_HIDE;
    const known = spellings(secret);
    // The mask must not hold what it stands for.
    const put = "[secret]".includes(secret) ? "[******]" : "[secret]";
    const mask: Mask = (text) => text.replaceAll(known, put);
    return {
        text: mask,
        data: (value) => masked(value, mask),
        foreign: (value) => (isClean(value, mask) ? value : copy(value, mask, 0)),
    };
}

/** Masks data where it is: however large and deep an answer was, so is what is shown of it. */
function masked<T>(value: T, mask: Mask): T {
    const whole = { value };
    const left: object[] = [whole];
    for (let object = left.pop(); object !== undefined; object = left.pop()) {
        const entries = object as Record<string, unknown>;
        const names = Object.keys(entries);
        const renamed = !Array.isArray(object) && names.some((name) => mask(name) !== name);
        for (const name of names) {
            const entry = entries[name];
            if (isObject(entry)) left.push(entry);
            // All of them anew, so that their order stays.
            if (renamed) delete entries[name];
            const clean = typeof entry === "string" ? mask(entry) : entry;
            if (renamed || clean !== entry) set(entries, renamed ? mask(name) : name, clean);
        }
    }
    return whole.value;
}

/** Whether the secret stands nowhere in it: so much is known only of plain data and of errors. */
function isClean(value: unknown, mask: Mask): boolean {
    const seen = new Set<object>();
    const clean = (entry: unknown): boolean => {
        if (typeof entry === "string") return mask(entry) === entry;
        if (typeof entry === "symbol") return clean(entry.description);
        if (isObject(entry)) seen.add(entry);
        return typeof entry !== "function";
    };
    try {
        if (!clean(value)) return false;
        // A set hands out what is added on the way.
        for (const object of seen) {
            if (seen.size > MOST_VALUES || !isTransparent(object, clean)) return false;
            for (const key of Reflect.ownKeys(object)) {
                if (!clean(key) || !clean((object as Record<PropertyKey, unknown>)[key])) return false;
            }
        }
        return true;
    } catch {
        return false;
    }
}

/** What errors compute. */
const OF_ERRORS: readonly unknown[] = ["name", "message", "code", "stack", "cause"];

/** Whether all that an object tells stands in properties that can be looked at. */
function isTransparent(object: object, clean: (entry: unknown) => boolean): boolean {
    if (isError(object)) {
        if (!OF_ERRORS.every((name) => clean((object as Record<string, unknown>)[name as string]))) return false;
    } else if (!isPlain(object)) {
        return false;
    }
    for (let owner: object | null = object; owner !== null && !isRoot(owner); owner = Object.getPrototypeOf(owner)) {
        for (const key of Reflect.ownKeys(owner)) {
            const { get } = Reflect.getOwnPropertyDescriptor(owner, key) ?? {};
            if (get !== undefined && !OF_ERRORS.includes(key)) return false;
        }
    }
    return true;
}

function isError(value: object): boolean {
    return value instanceof Error || /^(?:Error|DOMException)$/.test(tagOf(value));
}

/** An array, or an object without a class. */
function isPlain(object: object): boolean {
    const parent = Object.getPrototypeOf(object) as object | null;
    if (!Array.isArray(object)) return parent === null || isRoot(parent);
    return Array.isArray(parent) && isRoot(Object.getPrototypeOf(parent));
}

/** Whether it is the `Object.prototype` of this realm or another. */
function isRoot(object: object): boolean {
    return Object.getPrototypeOf(object) === null && Object.hasOwn(object, "isPrototypeOf");
}

function copy(value: unknown, mask: Mask, level: number): unknown {
    if (typeof value === "string") return mask(value);
    if (typeof value === "symbol") return Symbol(mask(value.description ?? ""));
    if (!isObject(value)) return typeof value === "function" ? undefined : value;
    if (level > MOST_LEVELS) return undefined;
    try {
        if (isError(value)) return errorCopy(value as unknown as Error, mask, level);
        const kind = kindOf(value);
        if (kind === "array") {
            const array = value as unknown as unknown[];
            // Not by its own methods, which would answer one of its own class.
            return Array.from({ length: Math.min(array.length, MOST_VALUES) }, (_, i) => copy(array[i], mask, level + 1));
        }
        if (kind === "object") return entries(value, mask, level, {});
        return mask(`[object ${tagOf(value)}]`);
    } catch {
        return undefined;
    }
}

function errorCopy(error: Error, mask: Mask, level: number): Error {
    const masked = new Error(mask(String(error.message)));
    for (const name of ["name", "stack"] as const) define(masked, name, mask(String(error[name])));
    if (error.cause !== undefined) define(masked, "cause", copy(error.cause, mask, level + 1));
    return entries(error, mask, level, masked as unknown as Record<string, unknown>) as Error;
}

function entries(value: object, mask: Mask, level: number, target: Record<string, unknown>): object {
    for (const key of Object.keys(value)) {
        set(target, mask(key), copy((value as Record<string, unknown>)[key], mask, level + 1));
    }
    return target;
}
