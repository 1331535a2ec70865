//! What is called for a text, and so often that even a wrapper counts: nothing but numbers crosses. The text itself stands in
//! memory that JavaScript writes to.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;

use crate::packed::text_of;
use crate::resources::ALL;
use crate::validate;
use crate::validate::sure::LONGEST;

thread_local! {
    /// Written from outside, between calls.
    static UNITS: RefCell<[u16; LONGEST]> = const { RefCell::new([0; LONGEST]) };
}

/// Where the UTF-16 units of a text are to be written: there is room for 512.
#[wasm_bindgen]
pub fn units() -> usize {
    UNITS.with(|units| units.as_ptr() as usize)
}

/// What is wrong with the text in a field: 0 if nothing is, else the number of the code, from 1 on. By field and number an
/// issue is always the same.
#[wasm_bindgen]
pub fn fault(resource: usize, field: usize, length: usize) -> u32 {
    let Some(resource) = ALL.get(resource) else { return 0 };
    let Some(field) = resource.fields.get(field) else { return 0 };
    let text = UNITS.with_borrow(|units| text_of(units.get(..length).unwrap_or_default()));
    validate::code(field, &text).map_or(0, |code| code as u32 + 1)
}
