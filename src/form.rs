//! What a form needs to know of a field before anybody fills it in: the attributes of its HTML input.

use crate::rules::pattern;
use crate::schema::{Field, Kind};

/// Attributes of an HTML input, such that the browser's own check never refuses what ours takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// `type`.
    pub kind: &'static str,
    /// `required`.
    pub required: bool,
    /// `minlength`, in UTF-16 units, as browsers count: never more than our code points.
    pub min_length: Option<u32>,
    /// `maxlength`; left out where our count (code points) and the browser's (UTF-16 units) could differ.
    pub max_length: Option<u32>,
    /// `pattern`, rendered for JavaScript's `v` flag.
    pub pattern: Option<String>,
    /// `inputmode`.
    pub mode: Option<&'static str>,
}

/// The attributes for this field.
pub fn input(field: &Field) -> Input {
    let pattern = match field.kind {
        // White space around is no fault in our check, and so must be none in the browser's.
        Kind::Pattern(pattern) => Some(["\\s*(?:", &pattern::to_js(pattern), ")\\s*"].concat()),
        _ => None,
    };
    Input {
        kind: match field.kind {
            // Not `email`: browsers refuse addresses with letters beyond ASCII, which the API takes.
            Kind::Pattern(_) if field.name.ends_with("phone_number") => "tel",
            Kind::DateTime => "datetime-local",
            _ => "text",
        },
        required: field.required && !field.read_only,
        min_length: field.min_length,
        // Digits and ASCII only: there the two counts are one.
        max_length: field.max_length.filter(|_| matches!(field.kind, Kind::Luhn | Kind::Pattern(_))),
        pattern,
        mode: match field.kind {
            Kind::Email => Some("email"),
            Kind::Luhn => Some("numeric"),
            _ => None,
        },
    }
}
