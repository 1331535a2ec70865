//! A declaration and a value make issues. Which rules there are is said in `schema`; whether one value keeps one
//! rule is asked in `rules`; what an issue reads like is in `messages`.
//!
//! One issue a field, the first that applies in the order required or null, type, length, characters, content,
//! cross-field.
//! Declared fields come in the page's order, then unknown ones as given. Content is judged in `content`, rules between
//! fields in `cross`. What of this JavaScript is told, so that it need not ask, is in `sure`.

mod content;
mod cross;
pub mod sure;

use crate::issue::{Code, Fault, Issue, Place};
use crate::resources::WRITE_ONLY;
use crate::rules::{nearest::Nearest, text, uuid};
use crate::schema::{Documented, Field, Kind, Resource};
use crate::value::Value;
use content::{Verdict, judge_uuid};

/// Whether an absent field is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A new row: every required field must be there.
    Create,
    /// A change to a row: what is absent stays as it is, and `null` clears (our decision: PATCH is partial).
    Update,
}

/// What becomes of fields that nobody declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// They are issues, with a hint at the nearest name. A partly documented resource passes them all the same (our
    /// decision).
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

/// The code of what is wrong with a text in a field that bodies may have.
pub fn code(field: &Field, text: &Value) -> Option<Code> {
    content::judge(field, field.kind, field.nullable, text, false).err().map(|fault| fault.code())
}

/// Whether an answer fits the read model: presence, `null` and types, with the form of uuids and date-times (our
/// decision). Lengths, patterns and check digits are the server's own affair (its documented examples would not pass
/// them); fields nobody declared are news, not mistakes.
pub fn answer(resource: &Resource, value: &Value) -> Vec<Issue> {
    let mut judge = Judge { answers: true, ..Judge::default() };
    if judge.is_object(value) {
        for field in resource.fields {
            if WRITE_ONLY && field.write_only {
                continue;
            }
            judge.field(field, value.get(field.name), Mode::Create, &Place::Top.key(field.name));
        }
    }
    judge.issues
}

/// The rules between the fields of a whole row, of which each field by itself is well.
pub fn rules(resource: &Resource, row: &Value) -> Vec<Issue> {
    let mut issues = Vec::new();
    cross::rules(resource, row, Mode::Create, &mut issues);
    issues
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
        for (name, given) in entries {
            let place = Place::Top.key(name);
            if resource.field(name).is_some() {
                continue;
            }
            if unknown.passes(resource) {
                self.unsendable(given, &place);
            } else {
                hints = hints.saturating_sub(1);
                self.unknown_field(resource, name, hints > 0, &place);
            }
        }
        cross::rules(resource, value, mode, &mut self.issues);
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
        match value {
            Some(value) => self.value(field, field.kind, field.nullable, value, place),
            None if field.required && mode == Mode::Create => self.report(Fault::new(Code::Required), place),
            None => {}
        }
    }

    /// A value of this kind: that of the field, or an element of its array.
    fn value(&mut self, field: &Field, kind: Kind, nullable: bool, value: &Value, place: &Place) {
        let verdict = match (kind, value) {
            (Kind::Any, _) | (Kind::Object, Value::Object(_)) => {
                if !self.answers {
                    self.unsendable(value, place);
                }
                return;
            }
            (_, Value::Null) if nullable => return,
            (_, Value::Null) => Err(Fault::new(Code::Null)),
            (Kind::Reference(_), Value::Object(_)) => {
                let verdict = match value.get("id") {
                    // The pages' own examples answer `{}` for a relation.
                    None if self.answers => Ok(()),
                    None => Err(Fault::new(Code::Required)),
                    Some(id) => judge_uuid(id),
                };
                return self.note(verdict, &place.key("id"));
            }
            (Kind::Array(element), Value::Array(items)) => return self.elements(field, *element, items, place),
            _ => content::judge(field, kind, nullable, value, self.answers),
        };
        self.note(verdict, place);
    }

    /// The elements of an array; the first that is wrong is the issue. Where the page names a model they are
    /// `{ id }` (our decision).
    fn elements(&mut self, field: &Field, kind: Kind, items: &[Value], place: &Place) {
        let before = self.issues.len();
        for (at, item) in items.iter().enumerate() {
            let place = place.index(at);
            self.value(field, kind, false, item, &place);
            let earlier = items.iter().take(at);
            if self.issues.len() > before {
                return;
            }
            if field.unique_items && !self.answers && cross::stands_among(item, earlier) {
                return self.report(Fault::new(Code::Duplicate), &place);
            }
        }
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

#[cfg(test)]
mod tests;
