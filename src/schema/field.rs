//! One field of a resource: what it holds, and what may be said of it beyond that.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the builders run while compiling: a panic is a compile error"
)]

use super::kind::{Check, Kind, PHONE};
use super::rule::{Rule, RuleKind, same};
use crate::rules::pattern::Pattern;
use crate::rules::url::url;

/// One field of a resource. What every field says of itself stands first: the rest is mostly nothing, and nothing in one
/// stretch compresses well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// The API's name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Must be given when creating; for a read-only field: stands in every answer.
    pub required: bool,
    /// May be `null`.
    pub nullable: bool,
    /// Only the server writes it.
    pub read_only: bool,
    /// No two rows share a value.
    pub unique: bool,
    /// Lists can be filtered and ordered by it.
    pub filterable: bool,
    /// How many of its kind's operators are known, from the first, beside the exact match.
    pub operators_known: u8,
    /// No element of the array stands in it twice.
    pub unique_items: bool,
    /// It is written, and no answer holds it.
    pub write_only: bool,
    /// The fewest characters, in code points.
    pub min_length: Option<u32>,
    /// The most characters, in code points.
    pub max_length: Option<u32>,
    /// Which numbers or texts it takes; of an array, its elements.
    pub limits: Limits,
    /// Rules between it and other fields.
    pub rules: &'static [Rule],
    /// A sentence about it, where its name and label do not say enough.
    pub doc: &'static str,
}

/// Which numbers or texts a field takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limits {
    /// All of its kind: of integers those of 32 bits.
    None,
    /// Those from the first to the second.
    Between(&'static (f64, f64)),
    /// These.
    Numbers(&'static [i32]),
    /// These.
    Texts(&'static [&'static str]),
    /// These and perhaps others, since the page of the API prints no more than ten: shown, not checked (our decision).
    SomeNumbers(&'static [i32]),
    /// The same for texts.
    SomeTexts(&'static [&'static str]),
}

impl Field {
    pub(super) const fn new(name: &'static str, kind: Kind) -> Self {
        if name.is_empty() {
            panic!("a field has a name");
        }
        Self {
            name,
            kind,
            required: false,
            nullable: false,
            read_only: false,
            write_only: false,
            unique: false,
            filterable: false,
            operators_known: u8::MAX,
            unique_items: false,
            min_length: None,
            max_length: None,
            limits: Limits::None,
            rules: &[],
            doc: "",
        }
    }

    /// `id`: a uuid, unique, in every answer, written by the server.
    pub const fn id() -> Self {
        let mut field = Self::new("id", Kind::Uuid).read_only().filterable();
        field.required = true;
        field.unique = true;
        field
    }

    /// `created_at`: when the server made the row.
    pub const fn created_at() -> Self {
        Self::new("created_at", Kind::DateTime).read_only().filterable()
    }

    /// `custom_id`: the customer's own key, at most 128 characters.
    pub const fn custom_id() -> Self {
        Self::text("custom_id").nullable().max_length(128).filterable()
    }

    /// Text of any content.
    pub const fn text(name: &'static str) -> Self {
        Self::new(name, Kind::Text)
    }

    /// An email address.
    pub const fn email(name: &'static str) -> Self {
        Self::new(name, Kind::Email)
    }

    /// A Swedish number with a check digit.
    pub const fn luhn(name: &'static str) -> Self {
        Self::new(name, Kind::Luhn)
    }

    /// Text that matches a pattern.
    pub const fn pattern(name: &'static str, pattern: &'static Pattern<'static>) -> Self {
        Self::new(name, Kind::Pattern(pattern))
    }

    /// A phone number, by the one pattern that the API has for them.
    pub const fn phone(name: &'static str) -> Self {
        Self::pattern(name, &PHONE)
    }

    /// A web address.
    pub const fn url(name: &'static str) -> Self {
        Self::new(name, Kind::Url(Check(url)))
    }

    /// A Global Location Number.
    pub const fn gln13(name: &'static str) -> Self {
        Self::new(name, Kind::Gln13)
    }

    /// A uuid that is no relation.
    pub const fn uuid(name: &'static str) -> Self {
        Self::new(name, Kind::Uuid)
    }

    /// A day.
    pub const fn date(name: &'static str) -> Self {
        Self::new(name, Kind::Date)
    }

    /// A day and a time.
    pub const fn date_time(name: &'static str) -> Self {
        Self::new(name, Kind::DateTime)
    }

    /// `true` or `false`.
    pub const fn boolean(name: &'static str) -> Self {
        Self::new(name, Kind::Boolean)
    }

    /// A whole number of 32 bits.
    pub const fn integer(name: &'static str) -> Self {
        Self::new(name, Kind::Integer)
    }

    /// A number.
    pub const fn number(name: &'static str) -> Self {
        Self::new(name, Kind::Number)
    }

    /// An array of these.
    pub const fn array(name: &'static str, element: &'static Kind) -> Self {
        Self::new(name, Kind::Array(element))
    }

    /// An object of any shape.
    pub const fn object(name: &'static str) -> Self {
        Self::new(name, Kind::Object)
    }

    /// `{ "id": uuid }` of another resource, named as the API names it.
    pub const fn reference(name: &'static str, target: &'static str) -> Self {
        Self::new(name, Kind::Reference(target))
    }

    /// What a filter compares by size, where no field tells of which kind.
    pub const fn ordered(name: &'static str) -> Self {
        Self::new(name, Kind::Ordered)
    }

    /// A column of the answer that may hold anything.
    pub const fn any(name: &'static str) -> Self {
        Self::new(name, Kind::Any).read_only()
    }

    /// Must be given when creating.
    pub const fn required(mut self) -> Self {
        if self.read_only {
            panic!("a read-only field cannot be required in a body");
        }
        self.required = true;
        self
    }

    /// Stands in every answer. (A field that is written does, where it is required.)
    pub const fn always(mut self) -> Self {
        if !self.read_only {
            panic!("only the server is bound to send a field");
        }
        self.required = true;
        self
    }

    /// No two rows share a value.
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// May be `null`.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// Only the server writes it.
    pub const fn read_only(mut self) -> Self {
        if self.required || self.write_only {
            panic!("a required field cannot be read-only, nor one that is only written");
        }
        self.read_only = true;
        self
    }

    /// It is written, and no answer holds it.
    pub const fn write_only(mut self) -> Self {
        if self.read_only {
            panic!("what only the server writes is read");
        }
        self.write_only = true;
        self
    }

    /// Lists can be filtered and ordered by it.
    pub const fn filterable(mut self) -> Self {
        if self.kind.operators().is_empty() {
            panic!("a field of such content cannot be filtered");
        }
        self.filterable = true;
        self
    }

    /// Whether lists can be filtered by it is not known.
    pub const fn filter_unknown(mut self) -> Self {
        self.filterable = false;
        self
    }

    /// Of the operators of its kind no more than the first so many are known, beside the exact match: the page ends there.
    pub const fn operators_cut_after(mut self, known: u8) -> Self {
        if !self.filterable || known as usize >= self.kind.operators().len() {
            panic!("of a filter some operators are not known");
        }
        self.operators_known = known;
        self
    }

    /// The operators of its filters, beside the exact match.
    pub const fn operators(&self) -> &'static [super::Operator] {
        let all = self.kind.operators();
        if self.operators_known as usize >= all.len() {
            return all;
        }
        let (known, _) = all.split_at(self.operators_known as usize);
        known
    }

    /// At least this many characters.
    pub const fn min_length(mut self, min: u32) -> Self {
        if !self.kind.is_text() {
            panic!("only text has a length");
        }
        self.min_length = Some(min);
        self
    }

    /// At most this many characters.
    pub const fn max_length(mut self, max: u32) -> Self {
        if !self.kind.is_text() {
            panic!("only text has a length");
        }
        if let Some(min) = self.min_length
            && min > max
        {
            panic!("no text is both that long and that short");
        }
        self.max_length = Some(max);
        self
    }

    /// A number from the first to the second.
    pub const fn between(mut self, limits: &'static (f64, f64)) -> Self {
        if !matches!(self.kind, Kind::Integer | Kind::Number) || limits.0 > limits.1 {
            panic!("a number lies between two others, of which the first is not greater");
        }
        self.limits = Limits::Between(limits);
        self
    }

    /// One of these numbers.
    pub const fn numbers(mut self, numbers: &'static [i32]) -> Self {
        if !matches!(self.kind, Kind::Integer | Kind::Array(Kind::Integer)) || numbers.is_empty() {
            panic!("an integer, or the elements of an array of such, are among some");
        }
        self.limits = Limits::Numbers(numbers);
        self
    }

    /// One of these texts.
    pub const fn texts(mut self, texts: &'static [&'static str]) -> Self {
        if !matches!(self.kind, Kind::Text | Kind::Array(Kind::Text)) || texts.is_empty() {
            panic!("a text, or the elements of an array of such, are among some");
        }
        self.limits = Limits::Texts(texts);
        self
    }

    /// The numbers or texts that were given are perhaps not all: the page of the API shows ten, and no more.
    pub const fn perhaps_cut(mut self) -> Self {
        self.limits = match self.limits {
            Limits::Numbers(numbers) => Limits::SomeNumbers(numbers),
            Limits::Texts(texts) => Limits::SomeTexts(texts),
            _ => panic!("only a list of values can be cut"),
        };
        self
    }

    /// No element stands in the array twice.
    pub const fn unique_items(mut self) -> Self {
        if !matches!(self.kind, Kind::Array(_)) {
            panic!("only an array has elements");
        }
        self.unique_items = true;
        self
    }

    /// Rules between it and other fields.
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        if self.read_only {
            panic!("what only the server writes keeps no rule of a body");
        }
        let mut i = 0;
        while i < rules.len() {
            let fits = match rules[i].kind {
                RuleKind::OrderedWith => {
                    matches!(self.kind, Kind::Date | Kind::DateTime | Kind::Integer | Kind::Number)
                }
                RuleKind::Magnitude => matches!(self.kind, Kind::Integer | Kind::Number),
                RuleKind::MatchesValuesOf => matches!(self.kind, Kind::Array(_)),
                _ => true,
            };
            if !fits {
                panic!("a field of this kind cannot have such a rule");
            }
            let mut alone = true;
            let mut j = 0;
            while j < rules[i].fields.len() {
                alone = alone && same(rules[i].fields[j], self.name);
                j += 1;
            }
            if alone {
                panic!("a rule between fields names another field");
            }
            i += 1;
        }
        self.rules = rules;
        self
    }

    /// A sentence about it.
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }
}
