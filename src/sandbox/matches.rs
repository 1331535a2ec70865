//! What each operator means, with the meaning that Django gives it on PostgreSQL. How a filter is spelt is read in
//! `parse`.
//!
//! A negated filter is Django's `exclude()`: `NOT (column … AND column IS NOT NULL)`, so that it keeps the rows without
//! a value. As no positive test but `isnull` holds for such a row, negation is simply the opposite of the test.

use super::clock;
use super::store::{Row, uuid};
use crate::schema::Operator;
use crate::value::Value;

/// One filter of a list.
#[derive(Debug)]
pub(super) struct Filter {
    /// What it looks at.
    pub spot: Spot,
    /// What must hold there.
    pub test: Test,
    /// The opposite must hold.
    pub negated: bool,
}

/// Where in a row a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// In the column at this place.
    Column(usize),
    /// Among the fields that nobody declared, under this name.
    Extra(String),
}

impl Spot {
    /// The value there.
    pub fn of<'a>(&self, row: &'a Row) -> &'a Value {
        match self {
            Spot::Column(place) => row.cells.get(*place),
            Spot::Extra(name) => row.extra.iter().find_map(|(known, value)| (known == name).then_some(value)),
        }
        .unwrap_or(&Value::Null)
    }
}

/// What must hold of a value.
#[derive(Debug)]
pub(super) enum Test {
    /// There is none; or there is one.
    IsNull(bool),
    /// Text, an id or a relation is one of these, which are sorted.
    OneOf(Vec<String>),
    /// The text stands there, with these capitals. `%` and `_` mean themselves.
    Holds(Place, String),
    /// The text, here in capitals, stands there in whatever capitals.
    HoldsFolded(Place, String),
    /// The instant is one of these, which are sorted.
    At(Vec<i64>),
    /// The instant lies on this side of that one.
    Side(Side, i64),
    /// Of a field whose kind nobody declared: what the operator means for the JSON type of each value.
    Loose(Loose),
}

/// Where in a text another one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Whole,
    Anywhere,
    Start,
    End,
}

/// A side of a value on the line of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Gt,
    Gte,
    Lt,
    Lte,
}

impl Filter {
    /// Whether the row passes. `scratch` is any bytes, to work in.
    pub fn keeps(&self, row: &Row, scratch: &mut Vec<u8>) -> bool {
        self.test.holds(self.spot.of(row), scratch) != self.negated
    }
}

impl Test {
    fn holds(&self, value: &Value, scratch: &mut Vec<u8>) -> bool {
        match (self, value) {
            (Test::IsNull(wanted), value) => (*value == Value::Null) == *wanted,
            (_, Value::Null) => false,
            (Test::Loose(loose), value) => loose.holds(value, scratch),
            (Test::OneOf(texts), Value::Text(text)) => texts.binary_search(text).is_ok(),
            (Test::Holds(place, part), Value::Text(text)) => place.holds(text, part),
            (Test::HoldsFolded(place, part), Value::Text(text)) => {
                scratch.clear();
                add_folded(scratch, text);
                place.holds_folded(scratch, part)
            }
            (Test::At(instants), Value::Text(text)) => {
                clock::instant(text).is_some_and(|instant| instants.binary_search(&instant).is_ok())
            }
            (Test::Side(side, bound), Value::Text(text)) => {
                clock::instant(text).is_some_and(|instant| side.has(&instant, bound))
            }
            _ => false,
        }
    }
}

impl Place {
    fn holds(self, text: &str, part: &str) -> bool {
        match self {
            Place::Whole => text == part,
            Place::Anywhere => text.contains(part),
            Place::Start => text.starts_with(part),
            Place::End => text.ends_with(part),
        }
    }

    /// The same, of text in capitals as bytes: UTF-8 is compared without being read.
    fn holds_folded(self, text: &[u8], part: &str) -> bool {
        match self {
            Place::Whole => text == part.as_bytes(),
            Place::Anywhere => stands_in(text, part),
            Place::Start => text.starts_with(part.as_bytes()),
            Place::End => text.ends_with(part.as_bytes()),
        }
    }
}

/// In a text no longer than this a part is looked for byte by byte: getting ready for more would take longer.
const SHORT: usize = 512;

/// Whether the part stands somewhere in this text, which is UTF-8.
pub(super) fn stands_in(text: &[u8], part: &str) -> bool {
    let Some((first, rest)) = part.as_bytes().split_first() else { return true };
    if text.len() > SHORT {
        return std::str::from_utf8(text).is_ok_and(|text| text.contains(part));
    }
    let mut left = text;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = left.get(at + 1..).unwrap_or(&[]);
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

impl Side {
    fn has<T: PartialOrd>(self, value: &T, bound: &T) -> bool {
        match self {
            Side::Gt => value > bound,
            Side::Gte => value >= bound,
            Side::Lt => value < bound,
            Side::Lte => value <= bound,
        }
    }
}

/// What an operator asks of a text: where another stands in it, and whether capitals count.
pub(super) fn place(operator: Operator) -> Option<(Place, bool)> {
    Some(match operator {
        Operator::Contains => (Place::Anywhere, true),
        Operator::StartsWith => (Place::Start, true),
        Operator::EndsWith => (Place::End, true),
        Operator::IExact => (Place::Whole, false),
        Operator::IContains => (Place::Anywhere, false),
        Operator::IStartsWith => (Place::Start, false),
        Operator::IEndsWith => (Place::End, false),
        _ => return None,
    })
}

/// What an operator asks of a value with an order.
pub(super) fn side(operator: Operator) -> Option<Side> {
    Some(match operator {
        Operator::Gt => Side::Gt,
        Operator::Gte => Side::Gte,
        Operator::Lt => Side::Lt,
        Operator::Lte => Side::Lte,
        _ => return None,
    })
}

/// A test of a field that nobody declared. Texts are compared as texts, numbers with a number, `true` and `false` with
/// these words, days and times as instants where both sides are such, an object by its `id`, an array by any of its
/// elements. An operator that a type does not have does not hold.
#[derive(Debug)]
pub(super) struct Loose {
    /// `None`: the exact match.
    operator: Option<Operator>,
    given: String,
    folded: String,
}

impl Loose {
    /// A test by this operator, or by the exact match.
    pub fn new(operator: Option<Operator>, given: &str) -> Self {
        Self { operator, given: given.into(), folded: folded(given) }
    }

    fn holds(&self, value: &Value, scratch: &mut Vec<u8>) -> bool {
        match value {
            Value::Text(text) | Value::Broken(text) | Value::Date(text) => self.text(text, scratch),
            Value::Number(number) => self.number(*number),
            Value::Bool(value) => self.is_given(|given| given == if *value { "true" } else { "false" }),
            Value::Array(items) => items.iter().any(|item| self.holds(item, scratch)),
            Value::Object(_) => value.get("id").is_some_and(|id| self.holds(id, scratch)),
            Value::Null | Value::Function | Value::Other => false,
        }
    }

    /// The exact match, or the match with one of the comma-separated values.
    fn is_given(&self, is: impl Fn(&str) -> bool) -> bool {
        match self.operator {
            None => is(&self.given),
            Some(Operator::In) => self.given.split(',').any(is),
            Some(_) => false,
        }
    }

    fn text(&self, text: &str, scratch: &mut Vec<u8>) -> bool {
        let Some(operator) = self.operator.filter(|operator| *operator != Operator::In) else {
            let (id, instant) = (uuid(text), clock::instant(text));
            return self.is_given(|given| {
                given == text
                    || (id.is_some() && uuid(given) == id)
                    || (instant.is_some() && clock::instant(given) == instant)
            });
        };
        if let Some(side) = side(operator) {
            return match (clock::instant(text), clock::instant(&self.given)) {
                (Some(instant), Some(bound)) => side.has(&instant, &bound),
                _ => side.has(&text, &self.given.as_str()),
            };
        }
        match place(operator) {
            Some((place, true)) => place.holds(text, &self.given),
            Some((place, false)) => {
                scratch.clear();
                add_folded(scratch, text);
                place.holds_folded(scratch, &self.folded)
            }
            None => false,
        }
    }

    fn number(&self, number: f64) -> bool {
        match self.operator.and_then(side) {
            Some(side) => self.given.parse().is_ok_and(|bound| side.has(&number, &bound)),
            None => self.is_given(|given| given.parse() == Ok(number)),
        }
    }
}

/// A text in capitals, as PostgreSQL's `UPPER` makes it under `C.UTF-8`: each character by itself becomes one character,
/// so that `ß` stays as it is.
pub(super) fn folded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    add_folded(&mut bytes, text);
    String::from_utf8(bytes).unwrap_or_default()
}

/// The same as UTF-8, after what stands there already.
pub(super) fn add_folded(into: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    loop {
        let plain = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (plain, other) = rest.split_at(plain);
        into.extend(plain.iter().map(u8::to_ascii_uppercase));
        rest = match other {
            [] => return,
            // From `à` to `þ`, the letters that most names here are written with; only for speed.
            [0xC3, small @ 0xA0..=0xBE, rest @ ..] if *small != 0xB7 => {
                into.extend([0xC3, small - 0x20]);
                rest
            }
            other => {
                let Some(character) = text.get(text.len() - other.len()..).and_then(|left| left.chars().next()) else {
                    return;
                };
                into.extend(upper(character).encode_utf8(&mut [0; 4]).as_bytes());
                other.get(character.len_utf8()..).unwrap_or(&[])
            }
        };
    }
}

fn upper(character: char) -> char {
    let mut full = character.to_uppercase();
    match (full.next(), full.next()) {
        (Some(upper), None) => upper,
        // Those few whose full capital is several characters and that have a single one besides.
        _ => {
            let ahead = match character {
                '\u{1F80}'..='\u{1F87}' | '\u{1F90}'..='\u{1F97}' | '\u{1FA0}'..='\u{1FA7}' => 8,
                '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => 9,
                _ => 0,
            };
            char::from_u32(u32::from(character) + ahead).unwrap_or(character)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_folded_by_itself() {
        for (given, expected) in [
            ("abc-1", "ABC-1"),
            ("åäö é ÿ", "ÅÄÖ É Ÿ"),
            ("straße", "STRAßE"),
            ("ﬁŉǰ", "ﬁŉǰ"),
            ("ıſµ", "ISΜ"),
            ("ǆǅ", "ǄǄ"),
            ("ᾀᾳῼ", "ᾈᾼῼ"),
            ("жσςა𐐨", "ЖΣΣᲐ𐐀"),
            ("", ""),
        ] {
            assert_eq!(folded(given), expected);
        }
    }

    /// Letters that got a capital with Unicode 16 and 17. Rust's tables know it, and the C library that PostgreSQL's
    /// answers come from not yet; PostgreSQL's own tables will, in their time.
    const YOUNG: [std::ops::RangeInclusive<char>; 10] = [
        '\u{19B}'..='\u{19B}',
        '\u{264}'..='\u{264}',
        '\u{1C8A}'..='\u{1C8A}',
        '\u{A7CD}'..='\u{A7CD}',
        '\u{A7CF}'..='\u{A7CF}',
        '\u{A7D3}'..='\u{A7D3}',
        '\u{A7D5}'..='\u{A7D5}',
        '\u{A7DB}'..='\u{A7DB}',
        '\u{10D70}'..='\u{10D85}',
        '\u{16EBB}'..='\u{16ED3}',
    ];

    /// What PostgreSQL's UPPER changes under C.UTF-8, of all characters that there are: two lines, character above
    /// character. `cargo xtask judge` writes it.
    #[test]
    fn the_capital_of_every_character_is_that_of_postgresql() {
        let mut lines = include_str!("../../tests/golden/filters.capitals.txt").lines();
        let (small, large) = (lines.next().unwrap(), lines.next().unwrap());
        assert_eq!(small.chars().count(), large.chars().count());
        let capitals: std::collections::BTreeMap<char, char> = small.chars().zip(large.chars()).collect();
        assert!(capitals.len() > 1400);
        for character in char::MIN..=char::MAX {
            let same = upper(character) == capitals.get(&character).copied().unwrap_or(character);
            let young = YOUNG.iter().any(|letters| letters.contains(&character));
            assert_eq!(same, !young, "{character} U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn the_short_way_for_common_letters_is_the_same_as_the_long_one() {
        for character in '\0'..='\u{FF}' {
            let mut full = character.to_uppercase();
            let expected = if full.len() == 1 { full.next().unwrap() } else { character };
            assert_eq!(folded(&character.to_string()), expected.to_string());
        }
    }

    #[test]
    fn a_part_is_found_wherever_it_stands_in_short_texts_and_long_ones() {
        for length in [0, 1, 5, SHORT - 1, SHORT, SHORT + 1, 3 * SHORT] {
            for text in ["ab".repeat(length), "å".repeat(length), ["x".repeat(length), "aab".into()].concat()] {
                for part in ["", "a", "ba", "aab", "ååå", "å", "x", "xa", "abb"] {
                    assert_eq!(stands_in(text.as_bytes(), part), text.contains(part), "{part} in {text}");
                }
            }
        }
    }

    #[test]
    fn folding_never_changes_how_many_characters_there_are() {
        for character in char::MIN..=char::MAX {
            assert_eq!(folded(&character.to_string()).chars().count(), 1);
        }
    }

    fn loose(operator: Option<Operator>, given: &str, value: &Value) -> bool {
        Test::Loose(Loose::new(operator, given)).holds(value, &mut Vec::new())
    }

    #[test]
    fn an_undeclared_field_is_judged_by_the_type_of_its_value() {
        use Operator::{Contains, Gt, Gte, IContains, In, Lt};
        let text = |text: &str| Value::Text(text.into());
        let id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
        let object = Value::Object(vec![("id".into(), text(id))]);
        for (operator, given, value) in [
            (None, "a", text("a")),
            (None, &id.to_uppercase(), text(id)),
            (None, "2026-01-01T00:30:00+01:00", text("2025-12-31T23:30:00Z")),
            (None, "1.50", Value::Number(1.5)),
            (None, "true", Value::Bool(true)),
            (None, id, object.clone()),
            (None, id, Value::Array(vec![text("x"), object.clone()])),
            (Some(In), "1,2", Value::Number(2.0)),
            (Some(In), "a,b", text("b")),
            (Some(In), "true,false", Value::Bool(false)),
            (Some(IContains), "ÅS", text("påse")),
            (Some(Contains), "ås", text("påse")),
            (Some(Gt), "9", Value::Number(10.0)),
            (Some(Gt), "10", text("9")),
            (Some(Lt), "2026-01-01T00:00:00Z", text("2026-01-01T00:30:00+01:00")),
            (Some(Gte), "2026-01-01", text("2026-01-01T00:00:00Z")),
        ] {
            assert!(loose(operator, given, &value), "{operator:?} {given} {value:?}");
        }
        for (operator, given, value) in [
            (None, "a", Value::Null),
            (None, "A", text("a")),
            (None, "2026-01-01", text("2026-01-02")),
            (None, "x", Value::Number(1.0)),
            (None, "1", Value::Bool(true)),
            (None, "", Value::Object(vec![])),
            (None, "", Value::Array(vec![])),
            (Some(Contains), "1", Value::Number(1.0)),
            (Some(Gt), "x", Value::Number(1.0)),
            (Some(Gt), "", Value::Bool(true)),
        ] {
            assert!(!loose(operator, given, &value), "{operator:?} {given} {value:?}");
        }
    }
}
