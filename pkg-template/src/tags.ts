// What a value is where it crosses as numbers (pack.ts); `src/packed.rs` has the same. It imports nothing; see kinds.ts.

export const NULL = 0;
export const FALSE = 1;
export const TRUE = 2;
export const NUMBER = 3;
export const TEXT = 4;
export const DATE = 5;
export const ARRAY = 6;
export const OBJECT = 7;
export const FUNCTION = 8;
export const OTHER = 9;
