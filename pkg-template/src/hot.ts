// Rust's functions that are asked for each text and each mistake: nothing but numbers crosses, and texts are written into
// the wasm's memory (`binding/hot.rs`). What they are asked about is decided in fast.ts and mistakes.ts.

import * as raw from "glue:client";
import { rust, started, starts } from "./client";
import { tagOf } from "./pack";
import type { Hot } from "./raw";

/** So many units have room. */
export const ROOM = 512;

let hot: Hot;
let view: Uint8Array;
let units: Uint16Array;
/** Whether the old buffer of memory that has grown does not say so: that of an engine's own does. */
let isQuiet = false;
let known = 0;
let asking = false;

/** Rust is there, and so is where texts are written to: memory that grows is another. */
export function ready(): void {
    started();
    if (known !== starts) {
        hot = rust(raw.hot);
        isQuiet = tagOf(hot[2]) === "Object";
        known = starts;
    } else if (view.length !== 0 && !(isQuiet && view.buffer !== hot[2].buffer)) return;
    view = new Uint8Array(hot[2].buffer, hot[3], ROOM);
    units = new Uint16Array(hot[2].buffer, hot[4], ROOM);
}

/** Whether Rust finds a text in ASCII well. Nobody's code runs between the first character and the answer. */
export function isContent(index: number, place: number, text: string, length: number): boolean {
    asking = true;
    // Taken here: what stands in a variable of the file, engines do not build in.
    const { charCodeAt } = String.prototype;
    const to = view;
    let bits = 0;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
        const a = charCodeAt.call(text, at);
        const b = charCodeAt.call(text, at + 1);
        const c = charCodeAt.call(text, at + 2);
        const d = charCodeAt.call(text, at + 3);
        to[at] = a;
        to[at + 1] = b;
        to[at + 2] = c;
        to[at + 3] = d;
        bits |= a | b | c | d;
    }
    for (; at < length; at++) bits |= to[at] = charCodeAt.call(text, at);
    // Not called by its name: what V8 11 (Node 20) makes of that dies when the garbage collector comes.
    const well = bits < 128 && hot[0].call(undefined, index, place, length) === 1;
    asking = false;
    return well;
}

/** What Rust finds wrong with a value of this shape, as a number; 0 if nothing is. The text is that of the shape, if any. */
export function fault(index: number, place: number, terms: number, shape: number, text: string): number {
    ready();
    asking = true;
    const { length } = text;
    for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
    const found = hot[1].call(undefined, index, place, terms, shape, length);
    asking = false;
    return found;
}

/** Where Rust itself did not come to its end, it is no more. */
export function failed(error: unknown): void {
    if (!asking) return;
    asking = false;
    raw.trapped(error);
}
