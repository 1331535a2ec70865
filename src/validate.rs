//! A declaration and a value make issues. Which rules there are is said in `schema`; whether one value keeps one
//! rule is asked in `rules`; what an issue reads like is in `messages`.
//!
//! One issue a field, the first that applies in the order required or null, type, length, characters, content.
//! Declared fields come in the page's order, then unknown ones as given.

use crate::issue::{Code, Fault, Issue, Place};
use crate::rules::pattern::Match;
use crate::rules::{date_time, email, luhn, nearest::Nearest, text, uuid};
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
    let mut judge = Judge::default();
    judge.row(resource, value, mode, unknown, None);
    judge.issues
}

/// One row of a bulk write: with an `id` an update, without one a create (our decision), unless `mode` says.
pub fn row(resource: &Resource, value: &Value, mode: Option<Mode>, unknown: Unknown) -> Vec<Issue> {
    let id = match value.get("id") {
        None | Some(Value::Null) => None,
        Some(Value::Text(id)) if id.is_empty() => None,
        Some(id) => Some(id),
    };
    let mode = mode.unwrap_or(if id.is_some() { Mode::Update } else { Mode::Create });
    let mut judge = Judge::default();
    judge.row(resource, value, mode, unknown, id);
    judge.issues
}

/// One field alone, as a form asks at each keystroke. `None` is a field that is absent.
pub fn field(resource: &Resource, name: &str, value: Option<&Value>, mode: Mode, unknown: Unknown) -> Option<Issue> {
    let mut judge = Judge::default();
    let place = Place::Top.key(name);
    match (resource.field(name), value) {
        (Some(field), _) if field.read_only => judge.report(Fault::new(Code::ReadOnly), &place),
        (Some(field), value) => judge.field(field, value, mode, &place),
        (None, value) if unknown.passes(resource) => {
            if let Some(value) = value {
                judge.unsendable(value, &place);
            }
        }
        (None, _) => judge.unknown_field(resource, name, true, &place),
    }
    judge.issues.pop()
}

/// Whether an answer fits the read model: presence, `null` and types, with the form of uuids and date-times. Lengths,
/// patterns and check digits are the server's own affair (its documented examples would not pass them); fields
/// nobody declared are news, not mistakes.
pub fn answer(resource: &Resource, value: &Value) -> Vec<Issue> {
    let mut judge = Judge { answers: true, ..Judge::default() };
    if judge.is_object(value) {
        for field in resource.fields {
            judge.field(field, value.get(field.name), Mode::Create, &Place::Top.key(field.name));
        }
    }
    judge.issues
}

/// What JSON cannot carry in a body whose rules nobody wants checked: NaN would silently become a `null` that clears
/// a field.
pub fn unchecked(value: &Value) -> Vec<Issue> {
    let mut judge = Judge::default();
    if judge.is_object(value) {
        judge.unsendable(value, &Place::Top);
    }
    judge.issues
}

/// Whether an id is that of an earlier row, in whatever capitals. Only uuids count: anything else is an issue of its own.
pub fn is_same_id(earlier: &str, id: &str) -> bool {
    uuid::uuid(id) && earlier.eq_ignore_ascii_case(id)
}

impl Unknown {
    fn passes(self, resource: &Resource) -> bool {
        self == Unknown::Pass || resource.documented != Documented::Complete
    }
}

/// Walks a value and notes what is wrong with it.
#[derive(Default)]
struct Judge {
    issues: Vec<Issue>,
    /// It is an answer of the server's, and no input.
    answers: bool,
}

impl Judge {
    fn report(&mut self, fault: Fault, place: &Place) {
        self.issues.push(place.issue(fault));
    }

    fn is_object(&mut self, value: &Value) -> bool {
        let is_object = matches!(value, Value::Object(_));
        if !is_object {
            self.report(Fault::wrong_type("object"), &Place::Top);
        }
        is_object
    }

    /// A row that goes out, with the `id` by which a bulk write finds it.
    fn row(&mut self, resource: &Resource, value: &Value, mode: Mode, unknown: Unknown, id: Option<&Value>) {
        let Value::Object(entries) = value else {
            self.is_object(value);
            return;
        };
        let mut id = id;
        for field in resource.fields {
            let place = Place::Top.key(field.name);
            if !field.read_only {
                self.field(field, value.get(field.name), mode, &place);
            } else if field.name == "id"
                && let Some(id) = id.take()
            {
                self.note(judge_uuid(id), &place);
            }
        }
        if let Some(id) = id {
            self.note(judge_uuid(id), &Place::Top.key("id"));
        }
        let mut hints = MOST_HINTS;
        for (name, value) in entries {
            let place = Place::Top.key(name);
            if resource.field(name).is_some() {
                continue;
            }
            if unknown.passes(resource) {
                self.unsendable(value, &place);
            } else {
                hints = hints.saturating_sub(1);
                self.unknown_field(resource, name, hints > 0, &place);
            }
        }
    }

    fn note(&mut self, verdict: Verdict, place: &Place) {
        if let Err(fault) = verdict {
            self.report(fault, place);
        }
    }

    fn unknown_field(&mut self, resource: &Resource, name: &str, with_hint: bool, place: &Place) {
        let mut nearest = Nearest::to(name);
        if with_hint {
            for field in resource.fields.iter().filter(|field| !field.read_only) {
                nearest.look_at(field.name);
            }
        }
        let fault = match nearest.found {
            Some(nearest) => Fault::text(Code::UnknownField, "hint", nearest),
            None => Fault::new(Code::UnknownField),
        };
        self.report(fault, place);
    }

    /// A declared field and its value, if there is one.
    fn field(&mut self, field: &Field, value: Option<&Value>, mode: Mode, place: &Place) {
        let Some(value) = value else {
            if field.required && mode == Mode::Create {
                self.report(Fault::new(Code::Required), place);
            }
            return;
        };
        let verdict = match (field.kind, value) {
            (Kind::Any, _) => {
                if !self.answers {
                    self.unsendable(value, place);
                }
                Ok(())
            }
            (Kind::Reference(_), Value::Object(_)) => {
                let verdict = match value.get("id") {
                    // The pages' own examples answer `{}` for a relation.
                    None if self.answers => Ok(()),
                    None => Err(Fault::new(Code::Required)),
                    Some(id) => judge_uuid(id),
                };
                return self.note(verdict, &place.key("id"));
            }
            (_, Value::Null) if field.nullable => Ok(()),
            (_, Value::Null) => Err(Fault::new(Code::Null)),
            (Kind::Reference(_), _) => Err(Fault::wrong_type("{ id }")),
            (Kind::Uuid, _) => judge_uuid(value),
            (Kind::DateTime, _) => judge_date_time(value),
            (Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_), Value::Text(given) | Value::Broken(given)) => {
                if self.answers {
                    Ok(())
                } else {
                    judge_text(field, given, matches!(value, Value::Broken(_)))
                }
            }
            (Kind::Text | Kind::Email | Kind::Luhn | Kind::Pattern(_), _) => Err(Fault::wrong_type("string")),
        };
        self.note(verdict, place);
    }

    /// The first spot that JSON cannot carry.
    fn unsendable(&mut self, value: &Value, place: &Place) {
        let before = self.issues.len();
        match value {
            Value::Number(number) if !number.is_finite() => self.report(Fault::wrong_type("number"), place),
            Value::Function | Value::Other => self.report(Fault::new(Code::Type), place),
            Value::Broken(_) => self.report(Fault::new(Code::Characters), place),
            Value::Text(given) if !text::characters(given) => self.report(Fault::new(Code::Characters), place),
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.unsendable(item, &place.index(at));
                    if self.issues.len() > before {
                        return;
                    }
                }
            }
            Value::Object(entries) => {
                for (name, value) in entries {
                    self.unsendable(value, &place.key(name));
                    if self.issues.len() > before {
                        return;
                    }
                }
            }
            _ => {}
        }
    }
}

type Verdict = Result<(), Fault>;

/// Text is judged trimmed, as Django REST framework does (our decision), and sent as given.
fn judge_text(field: &Field, given: &str, broken: bool) -> Verdict {
    let trimmed = text::trim(given);
    if trimmed.is_empty() && !field.nullable {
        return Err(Fault::new(Code::Required));
    }
    let length = text::length(trimmed);
    if let Some(min) = field.min_length
        && length < min as usize
    {
        return Err(Fault::number(Code::MinLength, "min", f64::from(min)));
    }
    if let Some(max) = field.max_length
        && length > max as usize
    {
        return Err(Fault::number(Code::MaxLength, "max", f64::from(max)));
    }
    if broken || !text::characters(trimmed) {
        return Err(Fault::new(Code::Characters));
    }
    match field.kind {
        Kind::Email if !email::email(trimmed) => Err(Fault::new(Code::Email)),
        Kind::Luhn if !luhn::luhn(trimmed) => Err(Fault::new(Code::Luhn)),
        Kind::Pattern(wanted) if wanted.search(trimmed) != Match::Yes => {
            Err(Fault::text(Code::Pattern, "pattern", wanted.python))
        }
        _ => Ok(()),
    }
}

fn judge_uuid(value: &Value) -> Verdict {
    match value {
        Value::Null => Err(Fault::new(Code::Null)),
        Value::Text(given) if uuid::uuid(given) => Ok(()),
        Value::Text(_) | Value::Broken(_) => Err(Fault::new(Code::Uuid)),
        _ => Err(Fault::wrong_type("string")),
    }
}

fn judge_date_time(value: &Value) -> Verdict {
    match value {
        // A `Date` may lie beyond the years that four digits write.
        Value::Date(given) | Value::Text(given) if date_time::date_time(given) => Ok(()),
        Value::Date(_) | Value::Text(_) | Value::Broken(_) => Err(Fault::new(Code::DateTime)),
        _ => Err(Fault::wrong_type("date-time")),
    }
}

#[cfg(test)]
mod tests {
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
}
