// Rows and relations as they are given, read once: whether one is an object like `{}`, and what of it is sent. Anything may
// throw here, since getters and proxies are nobody's; who calls catches it.

import { PLAIN, set } from "./define";
import { isObject, isUsuallyMade, read, tagOf } from "./foreign";
import { READ_ONLY, type Order, type Table } from "./table";

export type Row = Record<string, unknown>;

/** An object that gets more names than these one by one, engines may keep as a table; a copy of it they do not. */
const MANY = 16;

/** Whether something is hung on the prototype of all objects that shows in each of them. */
export function isPolluted(): boolean {
    for (const _ in PLAIN) return true;
    return false;
}

/** Whether it is an object of no kind of its own. What it inherits is not looked at. */
export function isOrdinary(value: unknown): value is Row {
    return isObject(value) && (isUsuallyMade(value) || tagOf(value) === "Object");
}

/** Whether it inherits nothing but what all objects do, or nothing. */
export function isPlain(value: Row): boolean {
    return isUsuallyMade(value) || Object.getPrototypeOf(value) === null;
}

/** Whether an object has its names, with those that it inherits, in this order. */
export function isLike(object: Row, order: Order): boolean {
    const { usual } = order;
    let at = 0;
    for (const name in object) if (name !== usual[at++]?.name) return false;
    if (at !== usual.length - 1) return false;
    order.times++;
    return true;
}

/** The order of names that an object has, from the one at this place on. The one that most rows have becomes the first. */
export function orderOf(object: Row, { orders }: Table, at: number): Order | undefined {
    for (; at < orders.length; at++) {
        const order = orders[at]!;
        if (!isLike(object, order)) continue;
        if (order.times > orders[0].times) {
            orders[at] = orders[0];
            orders[0] = order;
        }
        return order;
    }
    return undefined;
}

/** Whether names that are numbers come first, as they do in an object of ours: engines keep these elsewhere, like a table. */
export function isListed(row: Row): boolean {
    for (const name in row) return name >= "0" && name < ":";
    return false;
}

/** What would be sent of a row that is plain, each property read once. */
export function gathered(given: Row, { byName, id }: Table, bulk: boolean): Row | undefined {
    const row: Row = {};
    let count = 0;
    for (const name in given) {
        const field = byName.get(name);
        const isReadOnly = field !== undefined && (field.flags & READ_ONLY) !== 0;
        if ((isReadOnly && !(bulk && field === id)) || !Object.prototype.hasOwnProperty.call(given, name)) continue;
        const value = read(given, name);
        if (value === undefined || (isReadOnly && (value === null || value === ""))) continue;
        if (field === undefined) set(row, name, value);
        else row[name] = value;
        count++;
    }
    const isMany = count > MANY;
    // Something that is not listed may be hung on the prototype, and have swallowed a value.
    for (const _ in row) count--;
    if (count !== 0) return undefined;
    return isMany ? { ...row } : row;
}

/** What is sent of a relation. */
export function reference(value: unknown): { id?: unknown } | undefined {
    if (!isOrdinary(value)) return undefined;
    for (const name in value) {
        if (name === "id" && Object.prototype.hasOwnProperty.call(value, name)) {
            const id = read(value, name);
            return id === undefined ? {} : { id };
        }
    }
    return {};
}
