// Rust's function that is asked about one text: nothing but numbers crosses, and the text is written into the wasm's memory
// (`binding/hot.rs`). What it is asked about is decided in fits.ts and mistakes.ts.

import * as raw from "glue:client";
import { rust, started, starts } from "./client";
import { ROOM } from "./kinds";
import type { Hot } from "./raw";
import { lengthOf } from "./text";

let hot: Hot;
let units: Uint16Array;
/** How often Rust had been started when it was asked. */
let known = 0;
let asking = false;

/** Somebody is there to be asked, and so is where texts are written to: memory that grows is another. */
function ready(): void {
    started();
    if (known !== starts) hot = rust(raw.hot);
    else if (units.length !== 0 && !(WITHOUT_ENGINE && units.buffer !== hot[1].buffer)) return;
    units = new Uint16Array(hot[1].buffer, hot[2], ROOM);
    known = starts;
}

/** What Rust finds wrong with a text in this field, as a number; 0 if nothing is. */
export function fault(index: number, place: number, text: string): number {
    // Since it was asked last, a getter may have made the memory grow.
    ready();
    asking = true;
    // Taken here: what stands in a variable of the file, engines do not build in. From the first character to the answer nobody's
    // code runs.
    const { charCodeAt } = String.prototype;
    const to = units;
    const length = lengthOf(text);
    for (let at = 0; at < length; at++) to[at] = charCodeAt.call(text, at);
    // Not called by its name: what V8 11 (Node 20) makes of that dies when the garbage collector comes.
    const found = hot[0].call(undefined, index, place, length);
    asking = false;
    return found;
}

/** Where Rust itself did not come to its end, it is no more. */
export function failed(error: unknown): void {
    if (!asking) return;
    asking = false;
    raw.trapped(error);
}
