// How bodies are judged, as a number; `src/options/terms.rs` has the same.
// It imports nothing; see kinds.ts.

/** How bodies are judged is one number, which Rust makes of options. To a client's a call adds the first of these. */
export const CREATE = 0;
export const UPDATE = 1;
export const BY_ROW = 2;
export const UNCHECKED = 4;
/** These the number has from the options; this side looks at them, too. */
export const PASS_UNKNOWN = 8;
export const SWEDISH = 16;
export const FORM = 32;
