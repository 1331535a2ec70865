//! What is known of a field before anybody fills it in: its metadata, and the attributes of its HTML input. The names
//! are those that users see; their TypeScript stands in `binding/shapes.rs`, and a test holds the two together.

use crate::messages::label;
use crate::rules::pattern::Pattern;
use crate::schema::{Field, Kind, PHONE};
use crate::value::{Object, Value};

/// The metadata of a field, as users see it in `schema.fields`.
pub fn info(field: &Field) -> Value {
    let mut words = Object::default();
    let (en, sv) = label(field.name).map_or((field.name, field.name), |label| (label.en, label.sv));
    words.text("en", en);
    words.text("sv", sv);
    let mut info = Object::default();
    info.text("name", field.name);
    info.put("label", words.into());
    info.text("type", field.kind.type_name());
    info.bool("required", field.required);
    info.bool("nullable", field.nullable);
    info.bool("readOnly", field.read_only);
    info.some_number("maxLength", field.max_length);
    info.some_number("minLength", field.min_length);
    info.some_text("pattern", if let Kind::Pattern(pattern) = field.kind { Some(pattern.python) } else { None });
    info.some_text("format", field.kind.format());
    info.some_text("target", if let Kind::Reference(target) = field.kind { Some(target) } else { None });
    if field.unique {
        let mut rule = Object::default();
        rule.text("rule", "unique");
        info.put("rules", Value::Array(vec![rule.into()]));
    }
    info.some_text("doc", Some(field.doc).filter(|doc| !doc.is_empty()));
    info.put("input", input(field));
    info.into()
}

/// The attributes of its HTML input. White space around a value is no fault in our check, and so is none in the browser's.
fn input(field: &Field) -> Value {
    let mut input = Object::default();
    let kind = match field.kind {
        Kind::Pattern(pattern) if *pattern == PHONE => "tel",
        Kind::DateTime => "datetime-local",
        // Not `email`: browsers refuse addresses with letters beyond ASCII, which the API takes.
        _ => "text",
    };
    input.text("type", kind);
    input.bool("required", field.required && !field.read_only);
    // In UTF-16 units, as browsers count: never more than our code points.
    input.some_number("minLength", field.min_length);
    match field.kind {
        // Left out for numbers and patterns, where a browser would cut off the last digit of what is pasted with white
        // space.
        Kind::Text | Kind::Email => input.some_number("maxLength", field.max_length),
        Kind::Pattern(pattern) => input.text("pattern", &html_pattern(pattern)),
        _ => {}
    }
    match field.kind {
        Kind::Email => input.text("inputMode", "email"),
        Kind::Luhn => input.text("inputMode", "numeric"),
        _ => {}
    }
    input.into()
}

/// A pattern for JavaScript's `v` flag. Browsers compare the whole text, untrimmed: the anchors go, and white space may
/// stand around.
fn html_pattern(pattern: &Pattern) -> String {
    let inner = pattern.js.strip_prefix('^').unwrap_or(pattern.js);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    let mut html = String::from("\\s*(?:");
    html.push_str(inner);
    html.push_str(")\\s*");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(value: &Value) -> Vec<&str> {
        let Value::Object(entries) = value else { panic!("{value:?} is no object") };
        entries.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn a_pattern_loses_its_anchors_and_takes_white_space() {
        assert_eq!(html_pattern(&PHONE), r"\s*(?:\+?1?\d{7,15})\s*");
    }

    #[test]
    fn a_field_is_an_input() {
        let phone = input(&Field::phone("phone_number").nullable().max_length(36));
        assert_eq!(names(&phone), ["type", "required", "pattern"]);
        assert_eq!(phone.get("type"), Some(&Value::Text("tel".into())));
        assert_eq!(phone.get("required"), Some(&Value::Bool(false)));
        let name = input(&Field::text("name").required().max_length(255));
        assert_eq!(name.get("type"), Some(&Value::Text("text".into())));
        assert_eq!(name.get("required"), Some(&Value::Bool(true)));
        assert_eq!(name.get("maxLength"), Some(&Value::Number(255.0)));
        assert_eq!(names(&input(&Field::email("email"))), ["type", "required", "inputMode"]);
    }

    #[test]
    fn what_only_the_server_writes_is_no_required_input() {
        let id = info(&Field::id());
        assert_eq!(id.get("required"), Some(&Value::Bool(true)));
        assert_eq!(id.get("input").unwrap().get("required"), Some(&Value::Bool(false)));
    }
}
