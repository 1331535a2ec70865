//! Made-up fields, with what they are called.

use super::Chance;
use crate::model::{Field, Kind, Limits, Rule};
use crate::words::WORDS;
use pigello_client::schema::{PHONE, RuleKind};
use std::collections::BTreeSet;

/// So many names there are; the first are met more often than the last.
const VOCABULARY: usize = 400;

/// What fields are called.
pub struct Names<'a> {
    names: Vec<String>,
    /// The resources that relations lead to.
    targets: &'a [String],
    /// Those of the resource at hand.
    taken: BTreeSet<String>,
}

impl<'a> Names<'a> {
    /// Names of one or two words of the domain.
    pub fn new(chance: &mut Chance, targets: &'a [String]) -> Self {
        let words: Vec<&str> = WORDS.lines().collect();
        let mut names = Vec::new();
        for _ in 0..VOCABULARY {
            let first = chance.one(&words, "name").to_owned();
            let two = chance.below(3) > 0;
            names.push(if two { [first.as_str(), "_", chance.one(&words, "name")].concat() } else { first });
        }
        Self { names, targets, taken: BTreeSet::new() }
    }

    /// Of another resource.
    pub fn begin(&mut self) {
        self.taken = ["id", "custom_id", "created_at", "tags", "customer_columns"].map(String::from).into();
    }

    /// A name that the resource does not have yet, with this before and this after it.
    fn next(&mut self, chance: &mut Chance, before: &str, after: &str) -> String {
        loop {
            let place = 1 + chance.below(self.names.len());
            let name = self.names.get(chance.below(place)).map_or("name", String::as_str);
            let name = [before, name, after].concat();
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }

    fn target(&self, chance: &mut Chance) -> Kind {
        Kind::Reference(self.targets.get(chance.below(self.targets.len())).cloned().unwrap_or_default())
    }
}

/// A field; of each kind about as many as there are.
pub fn field(chance: &mut Chance, names: &mut Names) -> Field {
    let (kind, before, after) = match chance.below(100) {
        0..20 => (Kind::Boolean, "is_", ""),
        20..38 => (names.target(chance), "", ""),
        38..44 => (Kind::Array(Box::new(names.target(chance))), "", "s"),
        44..51 => (Kind::Array(Box::new(Kind::Object)), "", "_instruction"),
        51..70 => (Kind::Text, "", ""),
        70..75 => (Kind::Date, "", "_date"),
        75..81 => (Kind::Integer, "", ""),
        81..83 => (Kind::Number, "", ""),
        83..86 => (Kind::Luhn, "", "_no"),
        86..89 => (Kind::Email, "", "_email"),
        89..91 => (Kind::Pattern(PHONE.python.into()), "", "_phone_number"),
        91 => (Kind::Pattern(r"^\d{3,8}$".into()), "", "_code"),
        92..95 => (Kind::Object, "", "_settings"),
        95..97 => (Kind::Uuid, "", "_id"),
        97 => (Kind::DateTime, "", "_time"),
        98 => (Kind::Gln13, "", "_gln"),
        _ => (Kind::Url, "", "_url"),
    };
    let name = names.next(chance, before, after);
    let mut field = Field::new(&name, kind);
    field.required = chance.once_in(6);
    field.nullable = !field.required && field.kind != Kind::Boolean;
    field.operators = filter(chance, &field.kind);
    match &field.kind {
        Kind::Text if chance.once_in(12) => {
            let texts = ["draft", "sent", "paid", "void"].map(String::from).to_vec();
            field.limits = Limits::Texts(texts, chance.once_in(3));
        }
        Kind::Text => {
            field.max_length = Some(*chance.one(&[&255, &128, &36], &255));
            field.unique = chance.once_in(10);
            if chance.once_in(15) {
                (field.write_only, field.operators) = (true, None);
            }
        }
        Kind::Email => field.max_length = Some(254),
        Kind::Pattern(_) => field.max_length = Some(36),
        Kind::Gln13 => (field.min_length, field.max_length) = (Some(13), Some(14)),
        Kind::Luhn if chance.once_in(2) => (field.min_length, field.max_length) = (Some(12), Some(13)),
        Kind::Luhn => (field.min_length, field.max_length) = (Some(10), Some(11)),
        Kind::Integer if chance.once_in(4) => field.limits = Limits::Between(0.0, 100.0),
        Kind::Integer if chance.below(3) > 0 => {
            let most = i32::try_from(2 + chance.below(9)).unwrap_or(2);
            field.limits = Limits::Numbers((0..most).collect(), most == 10);
        }
        Kind::Number if chance.once_in(2) => field.limits = Limits::Between(0.0, 1.0),
        Kind::Array(_) => field.unique_items = chance.once_in(8),
        _ => {}
    }
    if chance.once_in(15) {
        field.doc = format!("What `{name}` is to the {}.", chance.one(&["tenant", "landlord", "bank"], "bank"));
    }
    field
}

/// A third of the known fields can be filtered by.
fn filter(chance: &mut Chance, kind: &Kind) -> Option<usize> {
    let count = kind.operators().len();
    (count > 0 && chance.once_in(3)).then_some(count)
}

/// Two or three fields that have a rule of each other.
pub fn with_rules(chance: &mut Chance, names: &mut Names) -> Vec<Field> {
    let kind = match chance.below(8) {
        0 => RuleKind::TogetherWith,
        1 => RuleKind::Excludes,
        2 => RuleKind::AtLeastOneOf,
        3 => RuleKind::Requires,
        4 => RuleKind::MatchesValuesOf,
        5 => RuleKind::Magnitude,
        _ => RuleKind::OrderedWith,
    };
    let (befores, of): (&[&str], Kind) = match kind {
        RuleKind::OrderedWith => (&["start_", "end_"], Kind::Date),
        RuleKind::Magnitude => (&["min_", "max_"], Kind::Integer),
        RuleKind::MatchesValuesOf => (&["all_", "main_"], Kind::Array(Box::new(names.target(chance)))),
        RuleKind::Requires | RuleKind::TogetherWith => (&["first_", "second_"], Kind::Text),
        RuleKind::Excludes | RuleKind::AtLeastOneOf => (&["own_", "other_", "no_"], names.target(chance)),
    };
    let common = names.next(chance, "", "");
    let all: Vec<String> = befores.iter().map(|before| [before, common.as_str()].concat()).collect();
    names.taken.extend(all.iter().cloned());
    let mut made = Vec::new();
    for (place, name) in all.iter().enumerate() {
        let others: Vec<String> = all.iter().filter(|other| *other != name).cloned().collect();
        let mut field = Field { nullable: true, operators: filter(chance, &of), ..Field::new(name, of.clone()) };
        if of == Kind::Text {
            field.max_length = Some(255);
        }
        // What a field needs, or takes its values from, does not need it in turn.
        if place == 0 || !matches!(kind, RuleKind::Requires | RuleKind::MatchesValuesOf) {
            field.rules.push(Rule { kind, fields: others });
        }
        made.push(field);
    }
    made
}

/// Filters without a field, as partly known resources have them.
pub fn filters(chance: &mut Chance, names: &mut Names) -> Vec<Field> {
    let mut made = Vec::new();
    for (kind, known) in [(Kind::Date, 6), (Kind::Integer, 6), (Kind::Ordered, 3), (Kind::Date, 0), (Kind::Text, 9)] {
        if chance.once_in(2) {
            let name = names.next(chance, "filter_", "");
            made.push(Field { operators: Some(known), ..Field::new(&name, kind) });
        }
    }
    made
}
