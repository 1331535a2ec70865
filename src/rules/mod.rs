//! The rules for a single value: pure predicates, one file a rule. They know no field and no words; text comes to them
//! trimmed by `text::trim`. What walks the fields is `validate.rs`.

pub mod date;
pub mod date_time;
pub mod email;
pub mod gln13;
pub mod host;
pub mod luhn;
pub mod nearest;
pub mod pattern;
pub mod text;
pub mod url;
pub mod uuid;
