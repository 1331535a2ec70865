//! Rules between the fields of a row, as the API's pages print them in fixed sentences. When a row keeps one is said in
//! `validate/cross.rs`.
#![allow(clippy::panic, clippy::indexing_slicing, reason = "this runs while compiling: a panic is a compile error")]

use crate::issue::Code;
use crate::rules::text::parts;

/// A rule that a field has together with others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// What it asks.
    pub kind: RuleKind,
    /// The other fields, of those that the page of the API names. The field itself may stand among them, so that rules
    /// that several fields have of each other are written once; [`Rule::others`] leaves it out.
    pub fields: &'static [&'static str],
}

/// What a rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// This value must be set together with the following fields.
    TogetherWith,
    /// This value can't be set when any of the following fields are set.
    Excludes,
    /// This field, or at least one of the following fields must be set.
    AtLeastOneOf,
    /// This value requires that the following fields are also set.
    Requires,
    /// This value must be set in a proper order, in relation to the following fields.
    OrderedWith,
    /// This value must match with the values of these fields.
    MatchesValuesOf,
    /// This value must be set with a proper magnitude, in relation to the following fields.
    Magnitude,
}

/// The words in the names of a pair of which the first is never greater than the second (our decision; other pairs are
/// shown and not checked).
const PAIRS: [(&str, &str); 3] = [("start", "end"), ("from", "to"), ("min", "max")];

impl Rule {
    /// Set when these are, and not set when these are not.
    pub const fn together_with(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::TogetherWith, fields)
    }

    /// Not set when one of these is.
    pub const fn excludes(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::Excludes, fields)
    }

    /// It or one of these is set.
    pub const fn at_least_one_of(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::AtLeastOneOf, fields)
    }

    /// Set only when these are.
    pub const fn requires(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::Requires, fields)
    }

    /// Before or after these days or times.
    pub const fn ordered_with(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::OrderedWith, fields)
    }

    /// All its elements stand in these arrays (our decision).
    pub const fn matches_values_of(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::MatchesValuesOf, fields)
    }

    /// Greater or smaller than these numbers.
    pub const fn magnitude(fields: &'static [&'static str]) -> Self {
        Self::new(RuleKind::Magnitude, fields)
    }

    const fn new(kind: RuleKind, fields: &'static [&'static str]) -> Self {
        if fields.is_empty() {
            panic!("a rule between fields names another field");
        }
        Self { kind, fields }
    }

    /// The fields of the rule beside the one that has it.
    pub fn others(&self, own: &str) -> impl Iterator<Item = &'static str> {
        self.fields.iter().copied().filter(move |name| *name != own)
    }
}

impl RuleKind {
    /// The code of its issues, which is also its name in `schema.fields.x.rules`.
    pub const fn code(self) -> Code {
        match self {
            RuleKind::TogetherWith => Code::TogetherWith,
            RuleKind::Excludes => Code::Excludes,
            RuleKind::AtLeastOneOf => Code::AtLeastOneOf,
            RuleKind::Requires => Code::Requires,
            RuleKind::OrderedWith => Code::OrderedWith,
            RuleKind::MatchesValuesOf => Code::MatchesValuesOf,
            RuleKind::Magnitude => Code::Magnitude,
        }
    }
}

/// Whether two fields are such a pair, as `start_date` and `end_date` are: their names differ in these words alone.
pub fn is_pair(first: &str, second: &str) -> bool {
    let (mut first, mut second) = (parts(first, b'_'), parts(second, b'_'));
    let mut pairs = 0;
    loop {
        match (first.next(), second.next()) {
            (None, None) => return pairs == 1,
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) if PAIRS.contains(&(a, b)) => pairs += 1,
            _ => return false,
        }
    }
}

/// `==`, which is not const for text.
pub const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_two_names_that_differ_in_its_words() {
        for (first, second) in [
            ("start_date", "end_date"),
            ("active_from", "active_to"),
            ("min_rent", "max_rent"),
            ("start", "end"),
            ("contract_start_date", "contract_end_date"),
        ] {
            assert!(is_pair(first, second), "{first} {second}");
            assert!(!is_pair(second, first), "{second} {first}");
        }
        for (first, second) in [
            ("start_date", "start_date"),
            ("start_date", "end_time"),
            ("start_date", "ended_date"),
            ("start", "to"),
            ("start_date", "end"),
            ("bookkeeping_month_start", "locked_to"),
            ("", ""),
        ] {
            assert!(!is_pair(first, second), "{first} {second}");
        }
    }

    #[test]
    fn a_rule_of_a_group_names_the_others() {
        let rule = Rule::excludes(&["a", "b", "c"]);
        assert_eq!(rule.others("b").collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(rule.others("d").count(), 3);
    }
}
