//! What the JavaScript layer may take for well without asking: which values of a field surely are. It is only ever told
//! less than the whole truth; whatever is not surely well is judged by the rest of `validate`, by the same rules.

use super::content;
use crate::rules::text::trim;
use crate::rules::{date, date_time, email, luhn, uuid};
use crate::schema::{Field, Kind, Limits, Resource, RuleKind, is_pair};

/// How a value is seen to be well. `fast.ts` has the same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is not: only here is it known.
    Ask,
    /// A text of such a length, without NUL, surrogates, and white space at its ends.
    Text,
    /// A text of such a length, in ASCII, of which [`is_content`] says so.
    Content,
    /// An object whose id [`is_content`] finds well.
    Reference,
    /// `true` or `false`.
    Boolean,
    /// A whole number from the least to the most.
    Integer,
    /// A number from the least to the most.
    Number,
    /// Text, a number, `true` or `false`.
    Any,
    /// An array without elements.
    Array,
}

/// How values of a field are seen to be well, and the least and the most of their length or of themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sure {
    /// How.
    pub how: How,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

/// No text longer than this, in UTF-16 units, is asked about in ASCII.
pub const LONGEST: usize = 512;
/// Nor is one looked at in JavaScript.
const LONGEST_PLAIN: f64 = 1000.0;

/// How values of this field are seen to be well. (Of a field that is only read nobody asks.)
pub fn sure(field: &Field) -> Sure {
    let is = |how, least, most| Sure { how, least, most };
    let is_blank_well = field.nullable && field.min_length.is_none();
    let least = if is_blank_well { 0.0 } else { f64::from(field.min_length.unwrap_or(0).max(1)) };
    let most = |longest: f64| field.max_length.map_or(longest, f64::from).min(longest);
    match field.kind {
        Kind::Text if !matches!(field.limits, Limits::Texts(_)) => is(How::Text, least, most(LONGEST_PLAIN)),
        Kind::Uuid => is(How::Content, 36.0, 36.0),
        Kind::Date => is(How::Content, 10.0, 10.0),
        Kind::DateTime => is(How::Content, 16.0, 32.0),
        Kind::Boolean => is(How::Boolean, 0.0, 0.0),
        Kind::Integer | Kind::Number => number(field),
        Kind::Reference(_) => is(How::Reference, 36.0, 36.0),
        Kind::Array(_) => is(How::Array, 0.0, 0.0),
        Kind::Any => is(How::Any, 0.0, LONGEST_PLAIN),
        Kind::Object => is(How::Ask, 0.0, 0.0),
        _ => is(How::Content, least, most(LONGEST as f64)),
    }
}

fn number(field: &Field) -> Sure {
    let how = if field.kind == Kind::Integer { How::Integer } else { How::Number };
    match field.limits {
        Limits::Between((least, most)) => Sure { how, least: *least, most: *most },
        Limits::Numbers(values) => between_all(values),
        _ if how == How::Integer => Sure { how, least: i32::MIN.into(), most: i32::MAX.into() },
        _ => Sure { how, least: f64::MIN, most: f64::MAX },
    }
}

/// Some numbers, if they are all there are from the first to the last.
fn between_all(values: &[i32]) -> Sure {
    let least = values.first().copied().unwrap_or(0);
    let mut next = least;
    let mut how = How::Integer;
    for value in values {
        if *value != next {
            how = How::Ask;
        }
        next = next.wrapping_add(1);
    }
    Sure { how, least: least.into(), most: f64::from(next) - 1.0 }
}

/// Whether such a text, in ASCII and of a length that fits, is surely well in this field, as its value or its id.
pub fn is_content(field: &Field, text: &[u8]) -> bool {
    match field.kind {
        Kind::Uuid | Kind::Reference(_) => uuid::is_uuid(text),
        Kind::Luhn => luhn::is_luhn(text),
        Kind::Email => email::is_plain(text),
        kind => str::from_utf8(text).is_ok_and(|text| match kind {
            Kind::Date => date::date(text),
            Kind::DateTime => date_time::date_time(text),
            kind => trim(text).len() == text.len() && content::judge_form(field, kind, text, text).is_ok(),
        }),
    }
}

/// When a rule between fields surely is kept. `fast.ts` has the same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// When one of these is set.
    OneSet,
    /// When the first is not set, or all others are.
    AllSet,
    /// When the first is not set, or none of the others is.
    NoneSet,
}

/// The rules of a resource: when each is kept, and the places of its fields, that of its own first. Places go by the
/// order of the fields, and then of those that are only mentioned.
pub fn rules(resource: &Resource) -> Vec<(Kept, Vec<usize>)> {
    let mut all = Vec::new();
    for (own, field) in resource.fields.iter().enumerate() {
        for rule in field.rules {
            let kept = match rule.kind {
                RuleKind::AtLeastOneOf => Kept::OneSet,
                RuleKind::TogetherWith | RuleKind::Requires => Kept::AllSet,
                _ => Kept::NoneSet,
            };
            let is_compared = matches!(rule.kind, RuleKind::OrderedWith | RuleKind::Magnitude);
            let mut places = vec![own];
            for name in rule.others(field.name) {
                if is_compared && !is_pair(field.name, name) && !is_pair(name, field.name) {
                    continue;
                }
                let declared = resource.fields.iter().position(|field| field.name == name);
                let mentioned = || resource.mentioned.iter().position(|mentioned| *mentioned == name);
                if let Some(place) = declared.or_else(|| Some(resource.fields.len() + mentioned()?)) {
                    places.push(place);
                }
            }
            // Elements that another array lacks can be told only where both are known.
            if rule.kind == RuleKind::MatchesValuesOf {
                places.push(own);
            }
            all.push((kept, places));
        }
    }
    all
}
