//! One value and the kind it should be of: type, length, characters, content. `null`, arrays, relations and objects are
//! the walk's (`validate.rs`).
//!
//! Our decisions: nothing is coerced; blank text is `required` where `null` is not allowed, and elsewhere a value like any
//! other; integers have 32 bits; NUL and lone surrogates are refused.

use crate::issue::{Code, Fault};
use crate::rules::pattern::Match;
use crate::rules::{date, date_time, email, gln13, luhn, text, uuid};
use crate::schema::{Field, Kind, Limits};
use crate::value::Value;

/// Whether a value is as it should be, or what is wrong.
pub(super) type Verdict = Result<(), Fault>;

/// A value that is neither `null` nor a container that fits the kind. Of answers no more than the form is judged.
pub(super) fn judge(field: &Field, kind: Kind, nullable: bool, value: &Value, answers: bool) -> Verdict {
    let wanted = match (kind, value) {
        (Kind::Boolean, Value::Bool(_)) => return Ok(()),
        (Kind::Integer | Kind::Number, Value::Number(number)) if number.is_finite() => {
            return judge_number(field, kind, *number, answers);
        }
        (Kind::Uuid, _) => return judge_uuid(value),
        (Kind::Date, Value::Text(given)) if date::date(given) => return Ok(()),
        (Kind::Date, Value::Text(_) | Value::Broken(_)) => return Err(Fault::new(Code::Date)),
        (Kind::DateTime, _) => return judge_date_time(value),
        (_, Value::Text(given) | Value::Broken(given)) if kind.is_text() => {
            if answers {
                return Ok(());
            }
            return judge_text(field, kind, nullable, given, matches!(value, Value::Broken(_)));
        }
        (Kind::Boolean, _) => "boolean",
        (Kind::Integer, _) => "integer",
        (Kind::Number, _) => "number",
        // A `Date` too: it would be a day off where its zone is not UTC.
        (Kind::Date, _) => "YYYY-MM-DD",
        (Kind::Array(_), _) => "array",
        (Kind::Object | Kind::Any, _) => "object",
        (Kind::Reference(_), _) => "{ id }",
        _ => "string",
    };
    Err(Fault::wrong_type(wanted))
}

fn judge_number(field: &Field, kind: Kind, number: f64, answers: bool) -> Verdict {
    let is_integer = matches!(kind, Kind::Integer);
    if is_integer && number.trunc() != number {
        return Err(Fault::new(Code::Integer));
    }
    let (min, max) = match field.limits {
        _ if answers => return Ok(()),
        Limits::Numbers(values) => {
            let is_one = values.iter().any(|value| f64::from(*value) == number);
            return if is_one { Ok(()) } else { Err(Fault::not_among_numbers(values)) };
        }
        Limits::Between(limits) => *limits,
        _ if is_integer => (f64::from(i32::MIN), f64::from(i32::MAX)),
        _ => return Ok(()),
    };
    if number < min {
        return Err(Fault::number(Code::Minimum, "min", min));
    }
    if number > max {
        return Err(Fault::number(Code::Maximum, "max", max));
    }
    Ok(())
}

/// Text is judged trimmed, as Django REST framework does (our decision), and sent as given.
fn judge_text(field: &Field, kind: Kind, nullable: bool, given: &str, broken: bool) -> Verdict {
    let trimmed = text::trim(given);
    if trimmed.is_empty() && !nullable {
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
    judge_form(field, kind, given, trimmed)
}

/// What text must be beyond its length and characters.
pub(super) fn judge_form(field: &Field, kind: Kind, given: &str, trimmed: &str) -> Verdict {
    if let Limits::Texts(values) = field.limits
        // As given: Django REST framework takes no space around one of several.
        && !values.contains(&given)
    {
        return Err(Fault::not_among_texts(values));
    }
    match kind {
        Kind::Url(is) if !(is.0)(trimmed) => Err(Fault::new(Code::Url)),
        Kind::Gln13 if !gln13::gln13(trimmed) => Err(Fault::new(Code::Gln13)),
        Kind::Email if !email::email(trimmed) => Err(Fault::new(Code::Email)),
        Kind::Luhn if !luhn::luhn(trimmed) => Err(Fault::new(Code::Luhn)),
        Kind::Pattern(wanted) if wanted.search(trimmed) != Match::Yes => {
            Err(Fault::text(Code::Pattern, "pattern", wanted.python))
        }
        _ => Ok(()),
    }
}

/// An id, alone or of a relation.
pub(super) fn judge_uuid(value: &Value) -> Verdict {
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
