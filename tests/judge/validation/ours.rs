//! Our side of the search for disagreements: reads lines of JSON, each a column of the record, a value and the judge's
//! verdict on it, and answers each with `agree`, `excepted`, `incomparable` or `differ`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, dead_code, reason = "a tool for tests")]

#[path = "../../native/verdicts/column.rs"]
mod column;
#[path = "../../native/verdicts/exceptions.rs"]
mod exceptions;
#[path = "../../native/verdicts/ours.rs"]
mod ours;
#[path = "../../native/verdicts/shapes.rs"]
mod shapes;

use std::io::{Write, stdin, stdout};

use column::Column;
use ours::{Ours, given};
use serde_json::Value;

fn main() {
    for line in stdin().lines() {
        let asked: Value = serde_json::from_str(&line.unwrap()).unwrap();
        println!("{}", verdict(&Column::of(&asked["column"]), &asked["value"], asked["good"] == true));
        stdout().flush().unwrap();
    }
}

fn verdict(column: &Column, value: &Value, theirs: bool) -> &'static str {
    let incomparable =
        || column.field.is_none() && !shapes::is_comparable(&column.name, value.as_str().unwrap_or_default());
    match Ours::of(column).takes(&given(value)) {
        None => "incomparable",
        _ if incomparable() => "incomparable",
        Some(good) if good == theirs => "agree",
        Some(good) => match exceptions::exception(&column.name, value, !good) {
            Some(_) => "excepted",
            None => "differ",
        },
    }
}
