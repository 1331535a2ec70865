//! Where a judge and we do not agree, and why it stays so. Each is as narrow as its reason, and must be met: one that
//! nobody meets any more is taken out.

use pigello_client::rules::date_time::instant;
use pigello_client::rules::text::trim;
use serde_json::Value;

use super::shapes::{has_day, has_long_offset, has_serial_zero, is_coordination, is_day, is_moment, is_uuid_to_python};

/// A class of disagreements.
pub struct Exception {
    pub why: &'static str,
    /// Whose verdicts it is about; those of serializers by the kind of field.
    pub judges: &'static [&'static str],
    /// Whether it is we who refuse.
    pub we_refuse: bool,
    pub is_met: fn(&Value) -> bool,
}

pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        why: "a uuid is the 36-character form (our decision); Python reads others",
        judges: &["uuid"],
        we_refuse: true,
        is_met: |value| is_uuid_to_python(text(value)),
    },
    Exception {
        why: "the id of a relation is such a uuid too; of another JSON type Python takes numbers, and `true`",
        judges: &["reference", "references"],
        we_refuse: true,
        is_met: |value| {
            ids(value).any(|id| id.is_u64() || id.is_boolean() || id.as_str().is_some_and(is_uuid_to_python))
        },
    },
    Exception {
        why: "an element of an array is `{id}` (our decision); Django REST framework lets elements be null where the array may be",
        judges: &["references", "objects"],
        we_refuse: true,
        is_met: |value| value.as_array().is_some_and(|elements| elements.iter().any(Value::is_null)),
    },
    Exception {
        why: "what a free object holds is stored as well: PostgreSQL has no NUL in JSON either",
        judges: &["object", "objects"],
        we_refuse: true,
        is_met: |value| value.to_string().contains("\\u0000"),
    },
    Exception {
        why: "a day is YYYY-MM-DD (our decision); Python reads more of ISO 8601, single digits, digits of other scripts",
        judges: &["date"],
        we_refuse: true,
        is_met: |value| !is_day(text(value)),
    },
    Exception {
        why: "a day and a time are of one form (our decision); Python reads more of ISO 8601, and a day alone",
        judges: &["date-time"],
        we_refuse: true,
        is_met: |value| !is_moment(text(value)),
    },
    Exception {
        why: "an offset has less than 60 minutes, as a time has; Python counts on",
        judges: &["date-time"],
        we_refuse: true,
        is_met: |value| has_long_offset(text(value)),
    },
    Exception {
        why: "a moment that the server's time zone moves out of the years 1 to 9999: which zone is its, nobody knows",
        judges: &["date-time"],
        we_refuse: false,
        is_met: |value| {
            let years = instant("0001-01-01T00:00Z")..=instant("9999-12-31T23:59:59.999999Z");
            !years.contains(&instant(text(value)))
        },
    },
    Exception {
        why: r"`\d` is ASCII (our decision); to Python it is a digit of any script",
        judges: &["pattern"],
        we_refuse: true,
        is_met: |value| text(value).chars().any(|letter| letter.is_numeric() && !letter.is_ascii()),
    },
    Exception {
        why: "an IPv6 address has at most 39 characters; behind a user Django forgets to count",
        judges: &["URLValidator", "url"],
        we_refuse: true,
        is_met: |value| text(value).split_once("@[").is_some_and(|(_, rest)| rest.find(']') > Some(39)),
    },
    Exception {
        why: "the day in a number is not judged (our decision): it is unknown in some, and may have run out of numbers",
        judges: &["personnummer", "stdnum.se.personnummer", "organisationsnummer"],
        we_refuse: false,
        is_met: |value| !has_day(text(value)),
    },
    Exception {
        why: "a coordination number has the day plus 60; python-stdnum does not know of them",
        judges: &["stdnum.se.personnummer"],
        we_refuse: false,
        is_met: |value| is_coordination(text(value)),
    },
    Exception {
        why: "the century is not judged (our decision); JavaScript takes the years before 100 for those from 1900 on",
        judges: &["personnummer"],
        we_refuse: false,
        is_met: |value| trim(text(value)).len() > 11 && trim(text(value)).starts_with("00"),
    },
    Exception {
        why: "which numbers are given out is not judged (our decision); 000 is not",
        judges: &["personnummer", "organisationsnummer"],
        we_refuse: false,
        is_met: |value| has_serial_zero(text(value)),
    },
];

/// The place of the exception that covers a disagreement, if there is one.
pub fn exception(judge: &str, value: &Value, we_refuse: bool) -> Option<usize> {
    let covers = |one: &Exception| one.judges.contains(&judge) && one.we_refuse == we_refuse && (one.is_met)(value);
    EXCEPTIONS.iter().position(covers)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

/// The ids of a relation, or of several.
fn ids(value: &Value) -> impl Iterator<Item = &Value> {
    let several = value.as_array().into_iter().flatten();
    several.chain([value]).filter_map(|relation| relation.get("id"))
}
