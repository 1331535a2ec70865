// Properties of objects of ours, put there whatever the prototypes hold: a page may have hung anything on them, or
// frozen them.

/** Makes a property that can be changed; by default one that is not listed. Of what is frozen nothing is changed. */
export function define(object: object, name: PropertyKey, value: unknown, enumerable = false): void {
    Reflect.defineProperty(object, name, { __proto__: null, value, enumerable, configurable: true, writable: true } as PropertyDescriptor);
}

/** An array with places of its own: of others a setter on the prototype of all arrays may swallow what is put there. */
export function slots<T>(length: number): T[] {
    return [...new Array<T>(length)];
}

/** What every object inherits shows in it. */
export const PLAIN = {};

/** Makes a listed property, by assigning where that does the same. */
export function set(object: Record<string, unknown>, key: string, value: unknown): void {
    if (key in PLAIN) define(object, key, value, true);
    else object[key] = value;
}
