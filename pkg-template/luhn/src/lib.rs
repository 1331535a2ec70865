//! Judges check digits in a Node process whose wasm is not there yet, and may never be needed: the very same rule, as a wasm of
//! its own, of some hundred bytes.

#[path = "../../../src/rules/luhn.rs"]
#[allow(dead_code, reason = "of the rule only what takes UTF-16 is asked here")]
mod luhn;

/// Where the UTF-16 units of a text are to be written: there is room for 512. No stack is there, nor anything else.
const UNITS: usize = 2048;
const LONGEST: usize = 512;

/// That place.
#[unsafe(no_mangle)]
pub extern "C" fn units() -> usize {
    UNITS
}

/// Whether the check digit of the text is right, which is that long: 1 or 0.
#[unsafe(no_mangle)]
#[allow(unsafe_code, reason = "all of memory is ours: nothing stands in it but the text")]
pub extern "C" fn luhn(length: usize) -> i32 {
    if length > LONGEST {
        return 0;
    }
    // SAFETY: see above.
    let units = unsafe { core::slice::from_raw_parts(UNITS as *const u16, length) };
    i32::from(luhn::is_luhn(units))
}
