// Rust's functions that are asked about one text or one mistake: nothing but numbers crosses, and texts are written into
// the wasm's memory (`binding/hot.rs`). What they are asked about is decided in fits.ts and mistakes.ts.

import * as raw from "glue:client";
import { rust, started, starts } from "./client";
import { tagOf } from "./foreign";
import { ROOM } from "./kinds";
import type { Hot } from "./raw";

let hot: Hot;
let units: Uint16Array;
/** Whether the old buffer of memory that has grown does not say so: that of an engine's own does. */
let isQuiet = false;
/** How often Rust had been started when it was asked. */
let known = -1;
let asking = false;

/** Somebody is there to be asked, and so is where texts are written to: memory that grows is another. */
export function ready(): void {
    // Before the first start others may answer; see node.ts.
    if (known > 0) started();
    if (known !== starts) {
        hot = rust(raw.hot);
        isQuiet = tagOf(hot[2]) === "Object";
        known = starts;
    } else if (units.length !== 0 && !(isQuiet && units.buffer !== hot[2].buffer)) return;
    units = new Uint16Array(hot[2].buffer, hot[3], ROOM);
}

/** Lets go of who was asked before the first start; see node.ts. */
export function forget(): void {
    hot = units = undefined!;
    known = -1;
}

/** A text's length. Of what surely is text, as a sum is, engines read it; else they look up what `length` is of such an object. */
export function lengthOf(text: string): number {
    return ("" + text).length;
}

/** Writes a text to where Rust looks for it. Nobody's code runs between the first character and the answer. */
function write(text: string): number {
    asking = true;
    // Taken here: what stands in a variable of the file, engines do not build in.
    const { charCodeAt } = String.prototype;
    const to = units;
    const length = lengthOf(text);
    for (let at = 0; at < length; at++) to[at] = charCodeAt.call(text, at);
    return length;
}

/** Whether a text's check digit is right. */
export function isLuhn(text: string): boolean {
    // Since it was asked last, a getter may have made the memory grow.
    ready();
    // Not called by its name: what V8 11 (Node 20) makes of that dies when the garbage collector comes.
    const found = hot[0].call(undefined, write(text));
    asking = false;
    return found === 1;
}

/** What Rust finds wrong with a text in this field, as a number; 0 if nothing is. */
export function fault(index: number, place: number, text: string): number {
    started();
    ready();
    const found = hot[1].call(undefined, index, place, write(text));
    asking = false;
    return found;
}

/** Where Rust itself did not come to its end, it is no more. */
export function failed(error: unknown): void {
    if (!asking) return;
    asking = false;
    raw.trapped(error);
}
