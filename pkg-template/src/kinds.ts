// What is said of values and rows in numbers where they are judged quickly.
//
// This file imports nothing: only then does esbuild write the numbers where they are used. Engines do not know that a
// variable of the bundle never changes, and look it up each time.

/** How a value is seen to be well; as in `validate/sure.rs`. */
export const TEXT = 1;
export const CONTENT = 2;
export const REFERENCE = 3;
export const BOOLEAN = 4;
export const INTEGER = 5;
export const NUMBER = 6;
export const ARRAY = 8;
export const LUHN = 9;

/** When a rule between fields is kept. */
export const ONE_SET = 0;
export const ALL_SET = 1;

/** What is known of a field in a row; 0: nothing. */
export const UNSET = 1;
export const SET = 2;

/** Longer texts that may be anything are not looked at. */
export const LONGEST = 1_000;

/** What is found of a row besides 1, surely well, and 0; see fast.ts. */
export const HOLES = 2;
export const FAULTY = 3;

/** So many units have room where Rust looks for a text. */
export const ROOM = 512;
/** Of longer names nobody keeps what was said of them. */
export const MOST_NAME = 64;
/** Longer ones are not looked at. */
export const LONGEST_NAME = 1_000;
