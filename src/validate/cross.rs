//! Rules between the fields of one row; what they mean is our decision. *Set* is what is there and neither `null`, `""`,
//! blank nor `[]`. In an update what is absent is unknown: a rule is broken only if it is broken whatever may stand there.
//!
//! A rule is skipped where a field of it has an issue already, of whatever kind: of two fields that exclude each other
//! the first has the issue, and a group of which nothing is set has one.

use super::Mode;
use crate::issue::{Issue, Param, Segment};
use crate::rules::{date, date_time, text, uuid};
use crate::schema::{Field, Resource, Rule, RuleKind, is_pair};
use crate::value::Value;

/// Adds the issues of the rules that a row breaks to those that are there, in the order of the fields.
pub(super) fn rules(resource: &Resource, row: &Value, mode: Mode, issues: &mut Vec<Issue>) {
    for field in resource.fields {
        for rule in field.rules {
            if !is_broken(field, rule, row, mode) {
                continue;
            }
            let names = names(resource, field, rule);
            let has_issue = |name: &str| issues.iter().any(|issue| is_at(issue, name));
            if has_issue(field.name) || names.iter().any(|name| has_issue(name)) {
                continue;
            }
            let at = match names.first() {
                Some(first) if rule.kind == RuleKind::AtLeastOneOf => first,
                _ => field.name,
            };
            let fields = Param::texts(names.into_iter());
            let issue = Issue::at(at, rule.kind.code()).with("fields", fields);
            let place = place(resource, &issue);
            let later = issues.iter().position(|other| self::place(resource, other) > place);
            issues.insert(later.unwrap_or(issues.len()), issue);
        }
    }
}

/// What an issue of this rule names: the other fields, or all where it concerns them alike. In the page's order, and
/// then those that are not declared.
fn names(resource: &Resource, field: &Field, rule: &Rule) -> Vec<&'static str> {
    let mut names = Vec::new();
    for known in resource.fields {
        let is_own = known.name == field.name;
        if if is_own { rule.kind == RuleKind::AtLeastOneOf } else { rule.fields.contains(&known.name) } {
            names.push(known.name);
        }
    }
    for name in rule.fields {
        if resource.field(name).is_none() {
            names.push(name);
        }
    }
    names
}

fn is_at(issue: &Issue, field: &str) -> bool {
    matches!(issue.path.first(), Some(Segment::Key(name)) if name == field)
}

/// The place of the field that an issue is at; what is not declared comes after all others.
fn place(resource: &Resource, issue: &Issue) -> usize {
    resource.fields.iter().position(|field| is_at(issue, field.name)).unwrap_or(usize::MAX)
}

/// What is known of a field.
#[derive(Clone, Copy)]
enum State<'a> {
    Unknown,
    Unset,
    Set(&'a Value),
}

fn state<'a>(row: &'a Value, name: &str, mode: Mode) -> State<'a> {
    match row.get(name) {
        None if mode == Mode::Update => State::Unknown,
        None | Some(Value::Null) => State::Unset,
        Some(Value::Text(given)) if text::trim(given).is_empty() => State::Unset,
        Some(Value::Array(items)) if items.is_empty() => State::Unset,
        Some(value) => State::Set(value),
    }
}

fn is_broken(field: &Field, rule: &Rule, row: &Value, mode: Mode) -> bool {
    let own = state(row, field.name, mode);
    let mut others = rule.others(field.name).map(|name| (name, state(row, name, mode)));
    match (rule.kind, own) {
        (RuleKind::AtLeastOneOf, State::Unset) => others.all(|(_, other)| matches!(other, State::Unset)),
        (RuleKind::TogetherWith | RuleKind::Requires, State::Set(_)) => {
            others.any(|(_, other)| matches!(other, State::Unset))
        }
        (RuleKind::Excludes, State::Set(_)) => others.any(|(_, other)| matches!(other, State::Set(_))),
        (RuleKind::OrderedWith | RuleKind::Magnitude, State::Set(own)) => others.any(|(name, other)| match other {
            State::Set(other) => {
                is_pair(field.name, name) && is_after(own, other) || is_pair(name, field.name) && is_after(other, own)
            }
            _ => false,
        }),
        (RuleKind::MatchesValuesOf, State::Set(Value::Array(items))) => others.any(|(_, other)| match other {
            State::Set(Value::Array(others)) => items.iter().any(|item| !stands_among(item, others)),
            State::Unset => true,
            _ => false,
        }),
        _ => false,
    }
}

/// Whether the first of two days, moments or numbers comes after the second. What cannot be compared does not.
fn is_after(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Number(first), Value::Number(second)) => first > second,
        (Value::Text(first) | Value::Date(first), Value::Text(second) | Value::Date(second)) => {
            match (date::days(first), date::days(second)) {
                (Some(first), Some(second)) => first > second,
                _ => moment(first).zip(moment(second)).is_some_and(|(first, second)| first > second),
            }
        }
        _ => false,
    }
}

/// A moment; of a time without its offset only the server knows which.
fn moment(text: &str) -> Option<i64> {
    let has_offset = text.ends_with('Z')
        || text.len() > 16 && text.as_bytes().iter().rev().nth(5).is_some_and(|sign| b"+-".contains(sign));
    date_time::instant(text).filter(|_| has_offset)
}

/// Whether an array has this element.
pub(super) fn stands_among<'a>(element: &Value, others: impl IntoIterator<Item = &'a Value>) -> bool {
    others.into_iter().any(|other| is_same(element, other))
}

/// Whether two values are the same to the server: the order of an object's names does not count, nor capitals in an id.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(entries), Value::Object(others)) => {
            entries.len() == others.len()
                && entries.iter().all(|(name, value)| other.get(name).is_some_and(|other| is_same(value, other)))
        }
        (Value::Array(items), Value::Array(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| is_same(item, other))
        }
        (Value::Text(text), Value::Text(other)) => {
            text == other || uuid::uuid(text) && text.eq_ignore_ascii_case(other)
        }
        (Value::Number(number), Value::Number(other)) => number == other,
        (Value::Bool(value), Value::Bool(other)) => value == other,
        // Dates become text before they are sent; what else there is has its own issue.
        (Value::Date(text), Value::Date(other)) => text == other,
        _ => matches!((one, other), (Value::Null, Value::Null)),
    }
}
