//! What is known of a field before anybody fills it in: its metadata, and the attributes of its HTML input. The names
//! are those that users see; their TypeScript stands in `binding/shapes.rs`, and a test holds the two together.

use crate::messages::label;
use crate::resources::WRITE_ONLY;
use crate::rules::pattern::Pattern;
use crate::schema::{Field, Kind, Limits, PHONE};
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
    if WRITE_ONLY && field.write_only {
        info.bool("writeOnly", true);
    }
    info.some_number("maxLength", field.max_length);
    info.some_number("minLength", field.min_length);
    info.some_text("pattern", if let Kind::Pattern(pattern) = field.kind { Some(pattern.python) } else { None });
    info.some_text("format", field.kind.format());
    info.some_text("target", field.kind.target());
    info.some_text("items", if let Kind::Array(element) = field.kind { Some(element.type_name()) } else { None });
    match field.limits {
        Limits::None => {}
        Limits::Between((min, max)) => {
            info.number("minimum", *min);
            info.number("maximum", *max);
        }
        Limits::Numbers(values) | Limits::SomeNumbers(values) => {
            info.put("enum", Value::Array(values.iter().map(|value| Value::Number((*value).into())).collect()));
        }
        Limits::Texts(values) | Limits::SomeTexts(values) => info.put("enum", texts(&mut values.iter().copied())),
    }
    if matches!(field.limits, Limits::SomeNumbers(_) | Limits::SomeTexts(_)) {
        info.bool("enumIsOpen", true);
    }
    let mut rules = Vec::new();
    if field.unique {
        rules.push(rule("unique"));
    }
    if field.unique_items {
        rules.push(rule("unique_items"));
    }
    for between in field.rules {
        let mut rule = Object::default();
        rule.text("rule", between.kind.code().as_str());
        rule.put("fields", texts(&mut between.others(field.name)));
        rules.push(rule.into());
    }
    if !rules.is_empty() {
        info.put("rules", Value::Array(rules));
    }
    info.some_text("doc", Some(field.doc).filter(|doc| !doc.is_empty()));
    info.put("input", input(field));
    info.into()
}

fn rule(name: &str) -> Value {
    let mut rule = Object::default();
    rule.text("rule", name);
    rule.into()
}

fn texts(texts: &mut dyn Iterator<Item = &'static str>) -> Value {
    let mut list = Vec::new();
    for text in texts {
        list.push(Value::Text(text.into()));
    }
    Value::Array(list)
}

/// The attributes of its HTML input. White space around a value is no fault in our check, and so is none in the browser's.
fn input(field: &Field) -> Value {
    let mut input = Object::default();
    let kind = match field.kind {
        Kind::Pattern(pattern) if *pattern == PHONE => "tel",
        Kind::Date => "date",
        Kind::DateTime => "datetime-local",
        Kind::Boolean => "checkbox",
        Kind::Integer | Kind::Number => "number",
        // Not `email` nor `url`: browsers refuse addresses with letters beyond ASCII, and some more, which the API takes.
        _ => "text",
    };
    input.text("type", kind);
    // A box that must be filled in is one that must be ticked, and a list one that must not be empty: `false` and `[]`
    // are values, too.
    let may_be_off = matches!(field.kind, Kind::Boolean | Kind::Array(_));
    input.bool("required", field.required && !field.read_only && !may_be_off);
    if let Limits::Between((min, max)) = field.limits {
        input.number("min", *min);
        input.number("max", *max);
    }
    // Or else a browser takes whole numbers only, and whole minutes.
    if matches!(field.kind, Kind::Number | Kind::DateTime) {
        input.text("step", "any");
    }
    // In UTF-16 units, as browsers count: never more than our code points.
    input.some_number("minLength", field.min_length);
    match field.kind {
        // Left out for numbers and patterns, where a browser would cut off the last digit of what is pasted with white
        // space.
        Kind::Text | Kind::Email | Kind::Url(_) => input.some_number("maxLength", field.max_length),
        Kind::Pattern(pattern) => input.text("pattern", &html_pattern(pattern)),
        _ => {}
    }
    match field.kind {
        Kind::Email => input.text("inputMode", "email"),
        Kind::Url(_) => input.text("inputMode", "url"),
        Kind::Luhn | Kind::Gln13 => input.text("inputMode", "numeric"),
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
    fn no_attribute_asks_for_more_than_the_rules_do() {
        let seconds = input(&Field::date_time("signed_time"));
        assert_eq!(seconds.get("step"), Some(&Value::Text("any".into())));
        for may_be_off in [Field::boolean("is_active"), Field::array("tags", &Kind::Text)] {
            assert_eq!(input(&may_be_off.required()).get("required"), Some(&Value::Bool(false)), "{}", may_be_off.name);
        }
    }

    #[test]
    fn what_is_only_written_is_told_and_of_others_nothing() {
        let told = |field: &Field| info(field).get("writeOnly").cloned();
        assert_eq!(told(&Field::text("code").write_only()), Some(Value::Bool(true)));
        assert_eq!(told(&Field::text("code")), None);
    }

    #[test]
    fn what_only_the_server_writes_is_no_required_input() {
        let id = info(&Field::id());
        assert_eq!(id.get("required"), Some(&Value::Bool(true)));
        assert_eq!(id.get("input").unwrap().get("required"), Some(&Value::Bool(false)));
    }
}
