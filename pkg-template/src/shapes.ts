// What a value is, as far as its mistakes are told by that.
// It imports nothing; see kinds.ts.

/** Where a mistake is told by the value's shape alone, its number is this and the shape's; Rust's are lower. */
export const SHAPES = 512;

/** What a value is. */
export const ABSENT = 0;
export const NULL = 1;
export const BOOLEAN = 2;
export const FIGURE = 3;
export const LIST = 4;
/** Rust is to be asked about it. */
export const TEXT = 5;
/** The id of a relation that is none. */
export const ID = 6;
/** Empty text, and ordinary texts: of each field the same is said of all that are so, as far as `validate/sure.rs` says. */
export const EMPTY = 7;
export const SHORT = 8;
export const LONG = 9;
export const OTHER = 10;
