//! What is called for a text, and so often that even a wrapper counts: nothing but numbers crosses. The text itself stands in
//! memory that JavaScript writes to.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;

use crate::options::Terms;
use crate::packed::text_of;
use crate::resources::ALL;
use crate::rules::luhn::is_luhn;
use crate::validate::sure::LONGEST;
use crate::validate::{self, Mode};
use crate::value::Value;

thread_local! {
    /// Written from outside, between calls.
    static UNITS: RefCell<[u16; LONGEST]> = const { RefCell::new([0; LONGEST]) };
}

/// Where the UTF-16 units of a text are to be written: there is room for 512.
#[wasm_bindgen]
pub fn units() -> usize {
    UNITS.with(|units| units.as_ptr() as usize)
}

/// What is wrong with a value of a field: 0 if nothing is, else the number of the code, from 1 on, and 256 more where it is
/// wrong with the id. By field and number an issue is always the same. `shape` says what the value is;
/// `mistakes.ts` has the same numbers.
#[wasm_bindgen]
pub fn fault(resource: usize, field: usize, terms: u32, shape: u32, length: usize) -> u32 {
    let Some(resource) = ALL.get(resource) else { return 0 };
    let Some(field) = resource.fields.get(field) else { return 0 };
    let value = match shape {
        0 => None,
        1 => Some(Value::Null),
        2 => Some(Value::Bool(true)),
        3 => Some(Value::Number(0.0)),
        4 => Some(Value::Array(Vec::new())),
        _ => UNITS.with_borrow(|units| {
            let text = text_of(units.get(..length).unwrap_or_default());
            Some(if shape == 5 { text } else { Value::Object(vec![("id".into(), text)]) })
        }),
    };
    let mode = Terms(terms).mode().unwrap_or(Mode::Create);
    match validate::code(field, value.as_ref(), mode) {
        Some((code, is_inside)) => code as u32 + 1 + if is_inside { 256 } else { 0 },
        None => 0,
    }
}

/// Whether the check digit of the text is right, which is that long: 1 or 0.
#[wasm_bindgen]
pub fn luhn(length: usize) -> i32 {
    UNITS.with_borrow(|units| i32::from(units.get(..length).is_some_and(is_luhn)))
}
