//! What the JavaScript layer may take for well without asking: which values of a field surely are. It is only ever told
//! less than the whole truth; whatever is not surely well is judged by the rest of `validate`, by the same rules.

use crate::schema::{Field, Kind, Limits, Resource, RuleKind, is_pair};

/// How a value is seen to be well. `kinds.ts` has the same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is not: only here is it known.
    Ask,
    /// A text of such a length that the field's expression matches.
    Text,
    /// A text of such a length that the field's expression matches, and in which no fault is found when it is asked about.
    Content,
    /// An object whose id the field's expression matches.
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
    /// A text of such a length whose check digit is right, as `text.ts` adds it up.
    Luhn,
}

/// How values of a field are seen to be well, and the least and the most of their length or of themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sure {
    /// A regular expression (JavaScript's, for the flag `u`) for all of a text but the empty one. Where it says no, the text
    /// may be well all the same. Nothing: [`PLAIN`].
    pub body: &'static str,
    /// Another one for ordinary texts that surely are not well, and of which the same is said as long as they are of such a
    /// length. Nothing: there is none.
    pub unlike: &'static str,
    /// Whether of all ordinary texts (`mistakes.ts`) that are too short, too long, or neither and not surely well, the same
    /// is said: so it is where text is of the wrong type.
    pub is_exact: bool,
    /// How.
    pub how: How,
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

/// No text longer than this, in UTF-16 units, is asked about by itself.
pub const LONGEST: usize = 512;
/// Nor is one looked at in JavaScript.
const LONGEST_PLAIN: f64 = 1000.0;

/// A text whose first character is no white space, without NUL and without half a pair of surrogates.
pub const PLAIN: &str = r"[^\0- \x7f-\xa0\u1680\u2000-\u3000\ud800-\udfff][^\0\ud800-\udfff]*";
/// Words with one blank between them, in characters of one byte each in Latin-1: so many units are so many characters.
const WORDS: &str = r"[!#-\[\]-~\xa1-\xff]+(?: [!#-\[\]-~\xa1-\xff]+)*";
/// For a class of five ranges V8 looks into a table. For three it compares, and guesses wrong whether a digit or a letter
/// comes: hence `!` and `~`, which what stands before does not take.
const UUID: &str = "(?=[--f]{36})[0-9a-fA-F!~]{8}-[0-9a-fA-F!~]{4}-[0-9a-fA-F!~]{4}-[0-9a-fA-F!~]{4}-[0-9a-fA-F!~]{12}";
/// `name.name@label.label`, all ASCII, the last label of letters alone. How long a label is nobody counts.
const EMAIL: &str = concat!(
    r"[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*@",
    r"(?:[\da-zA-Z]+(?:-+[\da-zA-Z]+)*\.)+[a-zA-Z]{2,}"
);
/// A day of the years from 1000 on, but the 29th of February.
const DATE: &str = concat!(
    r"[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])",
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
);
/// Ordinary texts that surely are no email address: without `@`, with a second one that no `"` allows, or with a host
/// without a dot that is neither `localhost` nor in brackets.
const NO_EMAIL: &str = r#"[^@"]*(?:@(?:[^@]*@.*|(?![l\[])[^.@]*))?"#;
/// In a longer email address a label may be too long: one has 63 characters at most.
const LONGEST_EMAIL: f64 = 64.0;

/// How values of this field are seen to be well. (Of a field that is only read nobody asks.)
pub fn sure(field: &Field) -> Sure {
    let like = |body, how, least, most| Sure { body, ..is(how, least, most) };
    let is_blank_well = field.nullable && field.min_length.is_none();
    let least = if is_blank_well { 0.0 } else { f64::from(field.min_length.unwrap_or(0).max(1)) };
    // Only of a text of any content nothing is well.
    let filled = least.max(1.0);
    let most = |longest: f64| field.max_length.map_or(longest, f64::from).min(longest);
    match field.kind {
        Kind::Text | Kind::Email | Kind::Pattern(_) if matches!(field.limits, Limits::Texts(_)) => {
            is(How::Content, filled, most(LONGEST as f64))
        }
        Kind::Text => {
            let body = if least > 1.0 { WORDS } else { "" };
            exact(like(body, How::Text, least, most(LONGEST_PLAIN)))
        }
        Kind::Email => Sure { unlike: NO_EMAIL, ..like(EMAIL, How::Text, filled, most(LONGEST_EMAIL)) },
        Kind::Pattern(pattern) if let Some(body) = pattern.quick() => {
            exact(like(body, How::Text, filled, most(LONGEST as f64)))
        }
        Kind::Uuid => like(UUID, How::Text, 36.0, 36.0),
        Kind::Date => like(DATE, How::Text, 10.0, 10.0),
        Kind::DateTime => is(How::Content, 16.0, 32.0),
        Kind::Boolean => exact(is(How::Boolean, 0.0, 0.0)),
        Kind::Integer | Kind::Number => exact(number(field)),
        Kind::Reference(_) => exact(like(UUID, How::Reference, 36.0, 36.0)),
        Kind::Array(_) => exact(is(How::Array, 0.0, 0.0)),
        Kind::Any => is(How::Any, 0.0, LONGEST_PLAIN),
        Kind::Object => is(How::Ask, 0.0, 0.0),
        Kind::Luhn => exact(is(How::Luhn, filled, most(LONGEST as f64))),
        _ => is(How::Content, filled, most(LONGEST as f64)),
    }
}

const fn is(how: How, least: f64, most: f64) -> Sure {
    Sure { how, least, most, body: "", unlike: "", is_exact: false }
}

const fn exact(sure: Sure) -> Sure {
    Sure { is_exact: true, ..sure }
}

fn number(field: &Field) -> Sure {
    let how = if field.kind == Kind::Integer { How::Integer } else { How::Number };
    match field.limits {
        Limits::Between((least, most)) => is(how, *least, *most),
        Limits::Numbers(values) => between_all(values),
        _ if how == How::Integer => is(how, i32::MIN.into(), i32::MAX.into()),
        _ => is(how, f64::MIN, f64::MAX),
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
    is(how, least.into(), f64::from(next) - 1.0)
}

/// When a rule between fields surely is kept. `kinds.ts` has the same numbers.
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
