//! A declaration and a value make issues. Which rules there are is said in `schema`; whether one value keeps one
//! rule is asked in `rules`; what an issue reads like is in `messages`.
//!
//! One issue a field, the first that applies in the order required or null, type, length, characters, content.
//! Declared fields come in the page's order, then unknown ones as given.

use crate::issue::{Code, Issue, Param, Segment};
use crate::rules::{date_time, email, luhn, nearest, pattern, text, uuid};
use crate::schema::{Documented, Field, Kind, Resource};
use crate::value::Value;

/// Whether an absent field is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A new row: every required field must be there.
    Create,
    /// A change to a row: what is absent stays as it is.
    Update,
}

/// What becomes of fields that nobody declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// They are issues, with a hint at the nearest name. A partly documented resource passes them all the same.
    Reject,
    /// They go through.
    Pass,
}

/// How many unknown fields of one row are compared with every name: who has more has another problem than a slip.
const MOST_HINTS: u32 = 20;

/// The body of a create or an update. Read-only fields are no issue: they are not sent (our decision).
pub fn body(resource: &Resource, value: &Value, mode: Mode, unknown: Unknown) -> Vec<Issue> {
    let Value::Object(entries) = value else {
        return vec![Issue::new(Code::Type).hint("object")];
    };
    let mut issues = Vec::new();
    for field in resource.fields.iter().filter(|field| !field.read_only) {
        match value.get(field.name) {
            None if field.required && mode == Mode::Create => issues.push(Issue::at(field.name, Code::Required)),
            None => {}
            Some(value) => issues.extend(judge(field, value).map(|issue| at_field(issue, field))),
        }
    }
    let pass = unknown == Unknown::Pass || resource.documented != Documented::Complete;
    let mut hints = MOST_HINTS;
    for (name, value) in entries {
        if resource.field(name).is_some() {
            continue;
        }
        if pass {
            issues.extend(unsendable(value).map(|issue| issue.inside(Segment::Key(name.clone()))));
        } else {
            hints = hints.saturating_sub(1);
            issues.push(if hints > 0 { unknown_field(resource, name) } else { Issue::at(name, Code::UnknownField) });
        }
    }
    issues
}

/// One row of a bulk write: with an `id` an update, without one a create (our decision), unless `mode` says.
pub fn row(resource: &Resource, value: &Value, mode: Option<Mode>, unknown: Unknown) -> Vec<Issue> {
    let id = match value.get("id") {
        None | Some(Value::Null) => None,
        Some(Value::Text(id)) if id.is_empty() => None,
        Some(id) => Some(id),
    };
    let mode = mode.unwrap_or(if id.is_some() { Mode::Update } else { Mode::Create });
    let mut issues = body(resource, value, mode, unknown);
    if let Some(id) = id
        && matches!(value, Value::Object(_))
        && let Some(issue) = judge_uuid(id)
    {
        let place = resource.fields.iter().take_while(|field| field.name != "id");
        let before = issues.iter().take_while(|issue| {
            matches!(issue.path.first(), Some(Segment::Key(name)) if place.clone().any(|field| field.name == name))
        });
        let at = before.count();
        issues.insert(at, issue.inside(Segment::Key("id".into())));
    }
    issues
}

/// One field alone, as a form asks at each keystroke. `None` is a field that is absent.
pub fn field(resource: &Resource, name: &str, value: Option<&Value>, mode: Mode, unknown: Unknown) -> Option<Issue> {
    let Some(field) = resource.field(name) else {
        if unknown == Unknown::Pass || resource.documented != Documented::Complete {
            return value.and_then(unsendable).map(|issue| issue.inside(Segment::Key(name.into())));
        }
        return Some(unknown_field(resource, name));
    };
    if field.read_only {
        return Some(Issue::at(name, Code::ReadOnly));
    }
    match value {
        None => (field.required && mode == Mode::Create).then(|| Issue::at(name, Code::Required)),
        Some(value) => judge(field, value).map(|issue| at_field(issue, field)),
    }
}

/// Whether an answer fits the read model: presence, `null` and types, with the form of uuids and date-times. Lengths,
/// patterns and check digits are the server's own affair (its documented examples would not pass them); fields
/// nobody declared are news, not mistakes.
pub fn answer(resource: &Resource, value: &Value) -> Vec<Issue> {
    if !matches!(value, Value::Object(_)) {
        return vec![Issue::new(Code::Type).hint("object")];
    }
    let mut issues = Vec::new();
    for field in resource.fields {
        match value.get(field.name) {
            None if field.required => issues.push(Issue::at(field.name, Code::Required)),
            None => {}
            Some(value) => issues.extend(judge_answer(field, value).map(|issue| at_field(issue, field))),
        }
    }
    issues
}

/// What JSON cannot carry in a body whose rules nobody wants checked: NaN would silently become a `null` that clears
/// a field.
pub fn unsendable(value: &Value) -> Option<Issue> {
    match value {
        Value::Number(number) if !number.is_finite() => Some(Issue::new(Code::Type).hint("number")),
        Value::Function | Value::Other => Some(Issue::new(Code::Type)),
        Value::Broken(_) => Some(Issue::new(Code::Characters)),
        Value::Text(given) if !text::characters(given) => Some(Issue::new(Code::Characters)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| unsendable(item).map(|issue| issue.inside(Segment::Index(at)))),
        Value::Object(entries) => entries
            .iter()
            .find_map(|(name, value)| unsendable(value).map(|issue| issue.inside(Segment::Key(name.clone())))),
        _ => None,
    }
}

/// The rows, by place, whose id stood before, in whatever capitals. A table of places by hash, half of it free: quicker
/// than sorting, and a tenth of its code.
///
/// Only uuids count: anything else is an issue of its own.
pub fn duplicates(ids: &[Option<String>]) -> Vec<usize> {
    let size = (ids.len() * 2).next_power_of_two();
    let mut places: Vec<Option<&str>> = vec![None; size];
    let mut found = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let Some(id) = id.as_deref().filter(|id| uuid::uuid(id)) else { continue };
        let mut slot = hash(id) & (size - 1);
        loop {
            match places.get_mut(slot) {
                Some(Some(before)) if before.eq_ignore_ascii_case(id) => {
                    found.push(at);
                    break;
                }
                Some(Some(_)) => slot = (slot + 1) & (size - 1),
                Some(free) => {
                    *free = Some(id);
                    break;
                }
                None => break,
            }
        }
    }
    found
}

/// FNV-1a over the text in small letters.
fn hash(text: &str) -> usize {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, step) as usize
}

fn at_field(issue: Issue, field: &Field) -> Issue {
    issue.inside(Segment::Key(field.name.into()))
}

fn unknown_field(resource: &Resource, name: &str) -> Issue {
    let issue = Issue::at(name, Code::UnknownField);
    match nearest::nearest(name, resource.fields.iter().filter(|field| !field.read_only).map(|field| field.name)) {
        Some(nearest) => issue.hint(nearest),
        None => issue,
    }
}

/// A value that is there, against what its field may hold.
fn judge(field: &Field, value: &Value) -> Option<Issue> {
    if *value == Value::Null {
        return (!field.nullable).then(|| Issue::new(Code::Null));
    }
    match field.kind {
        Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_) => judge_text(field, value),
        Kind::Uuid => judge_uuid(value),
        Kind::DateTime => judge_date_time(value),
        Kind::Reference(_) => judge_reference(value),
        Kind::Any => unsendable(value),
    }
}

/// Text is judged trimmed, as Django REST framework does (our decision), and sent as given.
fn judge_text(field: &Field, value: &Value) -> Option<Issue> {
    let (given, broken) = match value {
        Value::Text(given) => (given, false),
        Value::Broken(given) => (given, true),
        _ => return Some(Issue::new(Code::Type).hint("string")),
    };
    let trimmed = text::trim(given);
    if trimmed.is_empty() && !field.nullable {
        return Some(Issue::new(Code::Required));
    }
    let length = text::length(trimmed);
    if let Some(min) = field.min_length
        && length < min as usize
    {
        return Some(Issue::new(Code::MinLength).number("min", f64::from(min)));
    }
    if let Some(max) = field.max_length
        && length > max as usize
    {
        return Some(Issue::new(Code::MaxLength).number("max", f64::from(max)));
    }
    if broken || !text::characters(trimmed) {
        return Some(Issue::new(Code::Characters));
    }
    match field.kind {
        Kind::Email if !email::email(trimmed) => Some(Issue::new(Code::Email)),
        Kind::Luhn if !luhn::luhn(trimmed) => Some(Issue::new(Code::Luhn)),
        Kind::Pattern(wanted) if pattern::search(wanted, trimmed) != pattern::Match::Yes => {
            Some(Issue::new(Code::Pattern).with("pattern", Param::Text(wanted.into())))
        }
        _ => None,
    }
}

fn judge_uuid(value: &Value) -> Option<Issue> {
    match value {
        Value::Text(given) if uuid::uuid(given) => None,
        Value::Text(_) | Value::Broken(_) => Some(Issue::new(Code::Uuid)),
        _ => Some(Issue::new(Code::Type).hint("string")),
    }
}

fn judge_date_time(value: &Value) -> Option<Issue> {
    match value {
        // A `Date` may lie beyond the years that four digits write.
        Value::Date(given) | Value::Text(given) if date_time::date_time(given) => None,
        Value::Date(_) | Value::Text(_) | Value::Broken(_) => Some(Issue::new(Code::DateTime)),
        _ => Some(Issue::new(Code::Type).hint("date-time")),
    }
}

fn judge_reference(value: &Value) -> Option<Issue> {
    if !matches!(value, Value::Object(_)) {
        return Some(Issue::new(Code::Type).hint("{ id }"));
    }
    let issue = match value.get("id") {
        None => Some(Issue::new(Code::Required)),
        Some(Value::Null) => Some(Issue::new(Code::Null)),
        Some(id) => judge_uuid(id),
    };
    issue.map(|issue| issue.inside(Segment::Key("id".into())))
}

fn judge_answer(field: &Field, value: &Value) -> Option<Issue> {
    if field.kind == Kind::Any {
        return None;
    }
    if let (Kind::Reference(_), Value::Object(_), None) = (field.kind, value, value.get("id")) {
        // The pages' own examples answer `{}` for a relation.
        return None;
    }
    if field.kind.is_text() {
        return match value {
            Value::Null => (!field.nullable).then(|| Issue::new(Code::Null)),
            Value::Text(_) | Value::Broken(_) => None,
            _ => Some(Issue::new(Code::Type).hint("string")),
        };
    }
    judge(field, value)
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let upper = ID.to_uppercase();
        let ids = [Some(ID), None, Some("x"), Some("x"), Some(&upper)].map(|id| id.map(String::from));
        assert_eq!(duplicates(&ids), [4]);
        assert_eq!(duplicates(&[]), [0; 0]);
        let many: Vec<_> = (0..10_000).map(|n: u32| Some(format!("{:08x}{}", n % 5_000, &ID[8..]))).collect();
        assert_eq!(duplicates(&many), (5_000..10_000).collect::<Vec<_>>());
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
}
