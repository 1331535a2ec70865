//! The messages in English.

use crate::issue::Code;

/// The sentence for a code; braces are explained in `messages`. Some have a second form that passes on a hint.
pub(super) const fn sentence(code: Code, has_hint: bool) -> &'static str {
    match code {
        Code::Required => "Must be filled in",
        Code::Null if has_hint => "Cannot be null; use `{hint}`",
        Code::Null => "Cannot be empty",
        Code::Type if has_hint => "Must be {kind}",
        Code::Type => "Is of the wrong type",
        Code::MinLength => "Must be at least {min} {min:character|characters}",
        Code::MaxLength => "Must be at most {max} {max:character|characters}",
        Code::Characters => "Contains a character that cannot be stored",
        Code::Pattern => "Must match the pattern {pattern}",
        Code::Email => "Must be an email address",
        Code::Uuid => "Must be an id (uuid)",
        Code::Url => "Must be a web address, such as https://example.com",
        Code::Date => "Must be a date that exists, as YYYY-MM-DD",
        Code::DateTime => "Must be a date and a time that exist, as YYYY-MM-DD HH:MM",
        Code::Luhn => "The check digit is not right",
        Code::Gln13 => "The check digit of the GLN is not right",
        Code::Integer => "Must be a whole number",
        Code::Minimum => "Must be at least {min}",
        Code::Maximum => "Must be at most {max}",
        Code::Enum => "Must be one of: {values}",
        Code::UnknownField if has_hint => "No such field; did you mean `{hint}`?",
        Code::UnknownField => "No such field",
        Code::ReadOnly => "Cannot be changed",
        Code::TogetherWith => "Must be set together with: {fields}",
        Code::Excludes => "Cannot be set together with: {fields}",
        Code::AtLeastOneOf => "Fill in at least one of: {fields}",
        Code::Requires => "Requires that this is filled in too: {fields}",
        Code::OrderedWith => "Is in the wrong order with: {fields}",
        Code::MatchesValuesOf => "Has values that are missing in: {fields}",
        Code::Magnitude => "Is too great or too small beside: {fields}",
        Code::Duplicate => "Is there twice",
        Code::Server => "The server refused it ({status})",
        Code::Json => "Is not valid JSON",
        Code::UnknownFilter if has_hint => "Cannot be filtered on; did you mean `{hint}`?",
        Code::UnknownFilter => "Cannot be filtered on",
        Code::UnknownOperator if has_hint => "No such operator here; did you mean `{hint}`?",
        Code::UnknownOperator => "No such operator here",
        Code::UnknownOrder if has_hint => "Cannot be ordered by; did you mean `{hint}`?",
        Code::UnknownOrder => "Cannot be ordered by",
        Code::UnknownOption if has_hint => "No such option; did you mean `{hint}`?",
        Code::UnknownOption => "No such option",
        Code::Empty => "Must hold at least one value",
        Code::Comma => "Must not contain a comma",
        Code::UrlLength => "Makes the URL longer than {max} characters",
    }
}

/// What to call the kind of value that a `type` issue's hint names. Other hints stand as they are.
pub(super) fn kind(hint: &str) -> Option<&'static str> {
    KINDS.iter().find_map(|(name, words)| (*name == hint).then_some(*words))
}

pub(super) static KINDS: &[(&str, &str)] = &[
    ("string", "text"),
    ("number", "a number"),
    ("integer", "a whole number"),
    ("boolean", "true or false"),
    ("array", "a list"),
    ("object", "an object"),
    ("function", "a function"),
    ("{ id }", "a reference with an id"),
    ("YYYY-MM-DD", "a date as text, YYYY-MM-DD"),
    ("date-time", "a date and a time"),
    ("in", "one value; for several use `in`"),
];
