//! What a form needs to know of a field before anybody fills it in: the attributes of its HTML input.

use crate::rules::pattern;
use crate::schema::{Field, Kind, PHONE};

/// Attributes of an HTML input. White space around a value is no fault in our check, and so is none in the browser's.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// `type`.
    pub kind: &'static str,
    /// `required`.
    pub required: bool,
    /// `minlength`, in UTF-16 units, as browsers count: never more than our code points.
    pub min_length: Option<u32>,
    /// `maxlength`, in UTF-16 units. Left out for numbers and patterns, where a browser would cut off the last digit of what
    /// is pasted with white space.
    pub max_length: Option<u32>,
    /// `pattern`, rendered for JavaScript's `v` flag.
    pub pattern: Option<String>,
    /// `inputmode`.
    pub mode: Option<&'static str>,
}

/// The attributes for this field.
pub fn input(field: &Field) -> Input {
    Input {
        kind: match field.kind {
            Kind::Pattern(PHONE) => "tel",
            Kind::DateTime => "datetime-local",
            // Not `email`: browsers refuse addresses with letters beyond ASCII, which the API takes.
            _ => "text",
        },
        required: field.required && !field.read_only,
        min_length: field.min_length,
        max_length: field.max_length.filter(|_| matches!(field.kind, Kind::Text | Kind::Email)),
        pattern: if let Kind::Pattern(pattern) = field.kind { Some(html_pattern(pattern)) } else { None },
        mode: match field.kind {
            Kind::Email => Some("email"),
            Kind::Luhn => Some("numeric"),
            _ => None,
        },
    }
}

/// Browsers compare the whole text, untrimmed: the anchors go, and white space may stand around.
fn html_pattern(python: &str) -> String {
    let js = pattern::to_js(python);
    let inner = js.strip_prefix('^').unwrap_or(&js);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    ["\\s*(?:", inner, ")\\s*"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_loses_its_anchors_and_takes_white_space() {
        assert_eq!(html_pattern(PHONE), r"\s*(?:\+?1?\d{7,15})\s*");
    }

    #[test]
    fn a_field_is_an_input() {
        let phone = input(&Field::phone("phone_number").nullable().max_length(36));
        assert_eq!((phone.kind, phone.required, phone.max_length), ("tel", false, None));
        let name = input(&Field::text("name").required().max_length(255));
        assert_eq!((name.kind, name.required, name.max_length), ("text", true, Some(255)));
    }
}
