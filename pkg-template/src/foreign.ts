// Values from outside, touched with care: what one is, and its properties, of which any may throw. No decision about the API is
// made here.

/** Stands for what could not be read; written as a value that no field takes. */
export const UNREADABLE: unique symbol = Symbol("unreadable");

/** Whether it may have properties to read, and is no function. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null;
}

/** What a value is to us; never throws. */
export function kindOf(value: unknown): "array" | "date" | "object" | "other" {
    if (!isObject(value)) return "other";
    try {
        if (Array.isArray(value)) return "array";
        const tag = tagOf(value);
        if (tag === "Object" || isUsuallyMade(value)) return "object";
        if (tag === "Date") return "date";
        // What the platform has made tells nothing in its properties: it bears the name of a global, as `FormData` does.
        return tag in globalThis || NAMELESS.test(tag) ? "other" : "object";
    } catch {
        return "other";
    }
}

/** Whether it was made as `{}` is, whatever it says of itself. */
export function isUsuallyMade(value: object): boolean {
    return Object.getPrototypeOf(value) === Object.prototype;
}

/** What the language calls it. */
export function tagOf(value: unknown): string {
    return toString.call(value).slice(8, -1);
}

/** Tags of the language's objects that no global has as its name. */
const NAMELESS = /^(?:Arguments|Module|(?:Async)?Generator|(?:Intl|Temporal|WebAssembly)\..*)$| Iterator$/;

/** A property, or {@link UNREADABLE} if asking for it throws. */
export function read(object: object, key: string | number): unknown {
    try {
        return (object as Record<string | number, unknown>)[key];
    } catch {
        return UNREADABLE;
    }
}

/** How long an array is; `undefined`: it is none, or one that does not say. */
export function countOf(value: unknown): number | undefined {
    const length = kindOf(value) === "array" ? read(value as unknown[], "length") : undefined;
    return typeof length === "number" ? length : undefined;
}

/** The own enumerable names of an object, or `undefined` if asking for them throws. */
export function namesOf(object: object): string[] | undefined {
    try {
        return Object.keys(object);
    } catch {
        return undefined;
    }
}

export const { charCodeAt } = /* @__PURE__ */ prototypeOf(String);
const { toString } = /* @__PURE__ */ prototypeOf(Object);

/** In a function of its own, so that bundlers can leave out what is not used. */
function prototypeOf<T>(type: { readonly prototype: T }): T {
    return type.prototype;
}

/** Whether it is listed among the object's own. */
export function hasOwn(object: object, key: string): boolean {
    try {
        return Object.prototype.propertyIsEnumerable.call(object, key);
    } catch {
        return false;
    }
}
