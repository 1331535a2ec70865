//! What is an issue, and where.

mod kinds;
mod rules;

use super::*;
use crate::issue::Segment;
use crate::resources::ALL;

const ID: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

fn person() -> &'static Resource {
    ALL.iter().find(|resource| resource.name == "Externalclientcontactperson").unwrap()
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn object(entries: Vec<(&str, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(name, value)| (name.into(), value)).collect())
}

fn reference(id: &str) -> Value {
    object(vec![("id", text(id))])
}

fn good() -> Vec<(&'static str, Value)> {
    vec![("name", text("Anna")), ("external_client", reference(ID)), ("title", text("Förvaltare"))]
}

fn found(entries: Vec<(&str, Value)>, mode: Mode) -> Vec<String> {
    shown(&body(person(), &object(entries), mode, Unknown::Reject))
}

fn shown(issues: &[Issue]) -> Vec<String> {
    let segment = |segment: &Segment| match segment {
        Segment::Key(name) => name.clone(),
        Segment::Index(at) => at.to_string(),
    };
    issues
        .iter()
        .map(|issue| {
            format!("{}: {}", issue.path.iter().map(segment).collect::<Vec<_>>().join("."), issue.code.as_str())
        })
        .collect()
}

fn with(name: &'static str, value: Value) -> Vec<String> {
    let mut entries: Vec<_> = good().into_iter().filter(|(key, _)| *key != name).collect();
    entries.push((name, value));
    found(entries, Mode::Create)
}

#[test]
fn a_good_row_has_no_issue() {
    assert_eq!(found(good(), Mode::Create), [""; 0]);
}

#[test]
fn required_fields_are_missed_when_creating_and_not_when_changing() {
    assert_eq!(found(vec![], Mode::Create), ["name: required", "external_client: required", "title: required"]);
    assert_eq!(found(vec![], Mode::Update), [""; 0]);
}

#[test]
fn null_clears_only_what_may_be_null() {
    assert_eq!(with("name", Value::Null), ["name: null"]);
    assert_eq!(with("external_client", Value::Null), ["external_client: null"]);
    assert_eq!(with("ssn", Value::Null), [""; 0]);
    assert_eq!(found(vec![("title", Value::Null)], Mode::Update), ["title: null"]);
}

#[test]
fn blank_text_is_missing_where_null_is_not_allowed_and_a_value_elsewhere() {
    assert_eq!(with("name", text(" \u{a0}")), ["name: required"]);
    assert_eq!(found(vec![("name", text(""))], Mode::Update), ["name: required"]);
    assert_eq!(with("first_name", text("")), [""; 0]);
    assert_eq!(with("ssn", text("")), ["ssn: min_length"]);
    assert_eq!(with("email", text("")), ["email: email"]);
    assert_eq!(with("phone_number", text("")), ["phone_number: pattern"]);
}

#[test]
fn length_is_counted_in_code_points_of_the_trimmed_text() {
    assert_eq!(with("custom_id", text(&"å".repeat(128))), [""; 0]);
    assert_eq!(with("custom_id", text(&"😀".repeat(128))), [""; 0]);
    assert_eq!(with("custom_id", text(&format!("  {}  ", "x".repeat(128)))), [""; 0]);
    assert_eq!(with("custom_id", text(&"x".repeat(129))), ["custom_id: max_length"]);
    assert_eq!(with("custom_id", text(&"\0".repeat(129))), ["custom_id: max_length"]);
}

#[test]
fn characters_are_judged_before_content_and_after_length() {
    assert_eq!(with("name", text("a\0b")), ["name: characters"]);
    assert_eq!(with("email", Value::Broken("a\u{fffd}@x.se".into())), ["email: characters"]);
    assert_eq!(with("ssn", text("\0")), ["ssn: min_length"]);
}

#[test]
fn content_is_judged_by_kind() {
    assert_eq!(with("ssn", text("189001019802")), [""; 0]);
    assert_eq!(with("ssn", text("189001019803")), ["ssn: luhn"]);
    assert_eq!(with("email", text(" anna@example.com ")), [""; 0]);
    assert_eq!(with("email", text("anna@")), ["email: email"]);
    assert_eq!(with("phone_number", text("+46701234567")), [""; 0]);
    assert_eq!(with("phone_number", text("070-123 45 67")), ["phone_number: pattern"]);
}

#[test]
fn a_relation_is_an_object_with_an_id() {
    assert_eq!(with("external_client", text(ID)), ["external_client: type"]);
    assert_eq!(with("external_client", object(vec![])), ["external_client.id: required"]);
    assert_eq!(with("external_client", object(vec![("id", Value::Null)])), ["external_client.id: null"]);
    assert_eq!(with("external_client", object(vec![("id", Value::Number(1.0))])), ["external_client.id: type"]);
    assert_eq!(with("external_client", reference("x")), ["external_client.id: uuid"]);
}

#[test]
fn wrong_types_are_refused_and_never_coerced() {
    for value in [Value::Number(1.0), Value::Bool(true), Value::Array(vec![]), Value::Other, Value::Function] {
        assert_eq!(with("name", value), ["name: type"]);
    }
    assert_eq!(with("name", Value::Date("2026-01-01T00:00:00.000Z".into())), ["name: type"]);
    assert_eq!(shown(&body(person(), &Value::Array(vec![]), Mode::Create, Unknown::Reject)), [": type"]);
}

#[test]
fn unknown_fields_come_last_as_given_with_the_nearest_name() {
    let entries = vec![("zzz", text("")), ("nmae", text("")), ("ssn", text("1"))];
    let issues = body(person(), &object(entries), Mode::Update, Unknown::Reject);
    assert_eq!(shown(&issues), ["ssn: min_length", "zzz: unknown_field", "nmae: unknown_field"]);
    assert_eq!(issues[2].text("hint"), Some("name"));
    assert_eq!(issues[1].text("hint"), None);
}

#[test]
fn passed_unknown_fields_must_still_be_json() {
    let nested = object(vec![("a", Value::Array(vec![Value::Number(1.0), Value::Number(f64::NAN)]))]);
    let issues = body(person(), &object(vec![("zzz", nested)]), Mode::Update, Unknown::Pass);
    assert_eq!(shown(&issues), ["zzz.a.1: type"]);
}

#[test]
fn read_only_fields_in_a_body_are_no_issue_and_alone_they_are() {
    let entries = vec![("created_at", Value::Bool(true)), ("id", text("x"))];
    assert_eq!(found(entries, Mode::Update), [""; 0]);
    let issue = field(person(), "created_at", None, Mode::Create, Unknown::Reject).unwrap();
    assert_eq!(issue.code, Code::ReadOnly);
}

#[test]
fn a_row_with_an_id_is_an_update_and_its_id_a_uuid() {
    let judged = |id: Value| shown(&row(person(), &object(vec![("id", id)]), None, Unknown::Reject));
    assert_eq!(judged(text(ID)), [""; 0]);
    assert_eq!(judged(text("x")), ["id: uuid"]);
    assert_eq!(judged(Value::Number(1.0)), ["id: type"]);
    let missing = ["name: required", "external_client: required", "title: required"];
    assert_eq!(judged(text("")), missing);
    assert_eq!(judged(Value::Null), missing);
}

#[test]
fn the_same_id_in_other_capitals_is_a_duplicate() {
    assert!(is_same_id(ID, &ID.to_uppercase()));
    assert!(is_same_id(ID, ID));
    assert!(!is_same_id("x", "x"), "an issue of its own");
    assert!(!is_same_id(ID, "3fa85f64-5717-4562-b3fc-2c963f66afa6"));
}

#[test]
fn an_answer_is_judged_by_presence_null_and_type() {
    let answer = |entries| shown(&answer(person(), &object(entries)));
    let mut full = good();
    full.push(("id", text(ID)));
    assert_eq!(answer(full.clone()), [""; 0]);
    full.extend([("ssn", text("stringstring")), ("news", text("")), ("tags", Value::Null)]);
    assert_eq!(answer(full.clone()), [""; 0]);
    full.extend([("created_at", text("yesterday")), ("email", Value::Number(1.0))]);
    assert_eq!(answer(full), ["created_at: date_time", "email: type"]);
    assert_eq!(answer(good()), ["id: required"]);
    let relation = |id| vec![("id", text(ID)), ("name", text("")), ("title", text("")), ("external_client", id)];
    assert_eq!(answer(relation(object(vec![]))), [""; 0]);
    assert_eq!(answer(relation(object(vec![("id", text("x"))]))), ["external_client.id: uuid"]);
    assert_eq!(answer(relation(Value::Null)), ["external_client: null"]);
}

#[test]
fn what_is_only_written_is_asked_of_a_body_and_not_of_an_answer() {
    static LOCK: Resource = Resource::new("Lock", "Lock", "/keys/lock/").fields(&[
        Field::id(),
        Field::text("code").required().write_only(),
        Field::text("door").required(),
    ]);
    assert_eq!(body(&LOCK, &object(vec![("door", text("a"))]), Mode::Create, Unknown::Reject).len(), 1);
    assert_eq!(answer(&LOCK, &object(vec![("id", text(ID)), ("door", text("a"))])), []);
    assert_eq!(answer(&LOCK, &object(vec![("id", text(ID)), ("door", text("a")), ("code", Value::Null)])), []);
    assert_eq!(answer(&LOCK, &object(vec![("id", text(ID))])).len(), 1);
}
