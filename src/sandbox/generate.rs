//! Rows that look real, from the declarations: what a body of a create may hold, valid by our own validation, and the
//! same for the same seed. The words stand in `words`; whether the rows are kept is for who asks to say.
//!
//! Numbers and addresses belong to nobody: personal numbers have the serials 980-999, organisation numbers are those
//! of sole traders with such a personal number, phone numbers and mail domains are those kept for examples.

use super::chance::{self, Chance};
use super::store::uuid_text;
use super::words;
use crate::issue::{Code, Segment};
use crate::rules::{gln13::gln13, luhn::luhn, pattern::Match};
use crate::schema::{Field, Kind, Limits, PHONE, Resource, RuleKind};
use crate::validate::{self, Mode, Unknown};
use crate::value::Value;

/// What a text is about, by how its field's name ends. Here names of fields stand outside the declarations, as with
/// labels: the API says of all these no more than that they are text, and a title should not read like a street. A
/// name that is not here gets words, which is not wrong either.
const TOPICS: &[(&str, Topic)] = &[
    ("first_name", Topic::FirstName),
    ("last_name", Topic::LastName),
    ("corporate_name", Topic::Firm),
    ("company_name", Topic::Firm),
    ("popular_name", Topic::Place),
    ("username", Topic::Login),
    ("name", Topic::Name),
    ("title", Topic::Title),
    ("address", Topic::Street),
    ("street", Topic::Street),
    ("city", Topic::Town),
    ("_id", Topic::Key),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Topic {
    FirstName,
    LastName,
    /// Of a person where the resource has such a name's parts, else of a firm, else of a place.
    Name,
    Firm,
    Place,
    Login,
    Title,
    Street,
    Town,
    /// A key of the customer's own.
    Key,
    Words,
}

fn topic(name: &str) -> Topic {
    TOPICS.iter().find_map(|(end, topic)| name.ends_with(end).then_some(*topic)).unwrap_or(Topic::Words)
}

/// So many rows are there of what a relation leads to: some have a row in common.
const TARGETS: u32 = 50;

/// Texts of which one may fit a pattern that is no phone number's.
const SAMPLES: &[&str] = &[
    "#3366CC",
    "3366CC",
    "12345",
    "123456",
    "1234567890",
    "7300009012345",
    "0007:5560360793",
    "12345678",
    "123",
    "1",
    "AB",
    "abc",
    "ABC123",
];

/// The row at that place of all rows that this seed makes. It is the same however many of them are asked for.
pub(super) fn row(resource: &'static Resource, seed: u64, place: u32) -> Value {
    let mut chance = Chance::new(seed);
    chance.stir(chance::number(resource.name));
    chance.stir(u64::from(place) << 32);
    let person = Person::new(&mut chance);
    let mut maker = Maker { resource, seed, place, person, chance };
    let fields = resource.fields.iter().filter(|field| !field.read_only);
    let entries = fields.map(|field| (field.name.to_owned(), maker.value_or_null(field)));
    let mut row = Value::Object(entries.collect());
    // What cannot be made up well enough is left out, or cleared; rules between fields are kept the same way. One
    // that is cleared may bring another rule to light.
    for _ in 0..resource.fields.len() {
        let issues = validate::body(resource, &row, Mode::Create, Unknown::Reject);
        if issues.is_empty() {
            break;
        }
        let Value::Object(entries) = &mut row else { break };
        for issue in issues {
            let Some(Segment::Key(name)) = issue.path.first() else { continue };
            match resource.field(name) {
                Some(field) if field.required => {}
                Some(field) if issue.code == Code::AtLeastOneOf => {
                    let made = maker.value(field);
                    entries.iter_mut().filter(|(known, _)| known == name).for_each(|(_, value)| *value = made.clone());
                }
                Some(field) if field.nullable => {
                    entries.iter_mut().filter(|(known, _)| known == name).for_each(|(_, value)| *value = Value::Null);
                }
                _ => entries.retain(|(known, _)| known != name),
            }
        }
    }
    row
}

/// Who a row is about.
struct Person {
    first_name: &'static str,
    last_name: &'static str,
    /// The day of birth as `YYYYMMDD`.
    born: u32,
    /// The last four digits of the personal number.
    last_four: u32,
    /// What the firm is called, for those who have one.
    firm: Option<String>,
}

impl Person {
    fn new(chance: &mut Chance) -> Self {
        let (first_name, last_name) = (chance.pick(words::FIRST_NAMES), chance.pick(words::LAST_NAMES));
        // Each month has 28 days, and who was born before 1930 has a `+` in the number.
        let born = (1940 + chance.below(66)) * 10_000 + (1 + chance.below(12)) * 100 + 1 + chance.below(28);
        let serial = 980 + chance.below(20);
        let firm = (chance.below(3) == 0).then(|| [last_name, "s ", chance.pick(words::TRADES)].concat());
        let mut person = Self { first_name, last_name, born, last_four: serial * 10, firm };
        // Of ten check digits one is right.
        while !luhn(&person.number(false, false)) {
            person.last_four += 1;
        }
        person
    }

    /// The personal number, which is the organisation number of a sole trader, too.
    fn number(&self, century: bool, sign: bool) -> String {
        let mut text = digits(self.born, 8);
        if !century {
            text.drain(..2);
        }
        if sign {
            text.push('-');
        }
        text + &digits(self.last_four, 4)
    }
}

/// What the fields of one row are made with.
struct Maker {
    resource: &'static Resource,
    seed: u64,
    place: u32,
    person: Person,
    chance: Chance,
}

impl Maker {
    fn value_or_null(&mut self, field: &Field) -> Value {
        // Asked in any case, so that one field's luck is not another's.
        let unlucky = self.chance.below(6) == 0;
        let absent = match (field.kind, topic(field.name)) {
            (Kind::Luhn, _) if is_organisation(field) => self.person.firm.is_none(),
            (Kind::Text, Topic::Firm) => self.person.firm.is_none(),
            (Kind::Text, Topic::FirstName | Topic::LastName) => false,
            _ => unlucky,
        };
        let absent = match self.turn(field) {
            Some(has) => !has,
            None => absent,
        };
        if absent && field.nullable && !field.required { Value::Null } else { self.value(field) }
    }

    /// Of fields that exclude each other each row has one. `None`: the field excludes no other.
    fn turn(&self, field: &Field) -> Option<bool> {
        let rule = field.rules.iter().find(|rule| rule.kind == RuleKind::Excludes)?;
        let names = self.resource.fields.iter().map(|field| field.name);
        let group: Vec<&str> = names.filter(|name| *name == field.name || rule.fields.contains(name)).collect();
        Some(group.get(self.place as usize % group.len().max(1)) == Some(&field.name))
    }

    fn value(&mut self, field: &Field) -> Value {
        self.of_kind(field, field.kind)
    }

    /// A value of this kind: that of the field, or an element of its array.
    fn of_kind(&mut self, field: &Field, kind: Kind) -> Value {
        match (kind, field.limits) {
            (Kind::Text, Limits::Texts(texts) | Limits::SomeTexts(texts)) => {
                return Value::Text(self.chance.pick(texts).into());
            }
            (Kind::Integer, Limits::Numbers(numbers) | Limits::SomeNumbers(numbers)) => {
                return Value::Number(self.chance.pick(numbers).into());
            }
            (Kind::Integer | Kind::Number, Limits::Between((min, max))) => {
                return Value::Number((min + f64::from(self.chance.below(100))).min(*max));
            }
            _ => {}
        }
        match kind {
            Kind::Text => Value::Text(self.text(field)),
            Kind::Email => {
                let domain = self.chance.pick(words::MAIL_DOMAINS);
                Value::Text([&self.login(), "@", domain].concat())
            }
            Kind::Luhn => {
                let sign =
                    field.max_length.is_none_or(|most| if is_organisation(field) { most >= 11 } else { most >= 13 });
                Value::Text(self.person.number(!is_organisation(field), sign))
            }
            Kind::Pattern(pattern) if *pattern == PHONE => {
                let (begin, least) = self.chance.pick(words::PHONES);
                Value::Text([begin, &digits(least + self.chance.below(100 - least), 2)].concat())
            }
            Kind::Pattern(wanted) => {
                let fitting = SAMPLES.iter().find(|sample| wanted.search(sample) == Match::Yes);
                fitting.map_or(Value::Null, |sample| Value::Text((*sample).into()))
            }
            Kind::Uuid => Value::Text(uuid_text(self.chance.uuid())),
            Kind::DateTime => Value::Text(self.time()),
            Kind::Reference(target) => Value::Object(vec![("id".into(), Value::Text(self.target(target)))]),
            Kind::Url(_) => Value::Text(["https://example.com/", &(self.place + 1).to_string()].concat()),
            Kind::Gln13 => {
                let body = ["7300009", &digits(self.chance.below(100_000), 5)].concat();
                // Of ten check digits one is right.
                let numbers = ('0'..='9').map(|check| [body.as_str(), check.encode_utf8(&mut [0; 4])].concat());
                numbers.filter(|number| gln13(number)).map(Value::Text).next().unwrap_or(Value::Null)
            }
            Kind::Date => Value::Text(self.day()),
            Kind::Boolean => Value::Bool(self.chance.below(2) == 0),
            Kind::Integer => Value::Number(self.chance.below(1000).into()),
            Kind::Number => Value::Number(f64::from(self.chance.below(100_000)) / 100.0),
            // No more than one: two might be the same, where no two may be.
            Kind::Array(Kind::Object | Kind::Any) => Value::Array(Vec::new()),
            Kind::Array(element) => {
                let some = self.chance.below(2) == 0;
                Value::Array(some.then(|| self.of_kind(field, *element)).into_iter().collect())
            }
            Kind::Object => Value::Object(Vec::new()),
            // No field is of this kind, but filters.
            Kind::Any | Kind::Ordered => Value::Null,
        }
    }

    fn text(&mut self, field: &Field) -> String {
        let has = |wanted| self.resource.fields.iter().any(|field| topic(field.name) == wanted);
        let about = match topic(field.name) {
            Topic::Name if has(Topic::FirstName) => Topic::Name,
            Topic::Name if has(Topic::Firm) => Topic::Firm,
            Topic::Name => Topic::Place,
            other => other,
        };
        let number = (self.place + 1).to_string();
        let mut text = match about {
            Topic::FirstName => self.person.first_name.into(),
            Topic::LastName => self.person.last_name.into(),
            Topic::Name => [self.person.first_name, " ", self.person.last_name].concat(),
            Topic::Firm => self
                .person
                .firm
                .clone()
                .unwrap_or_else(|| [self.person.last_name, "s ", self.chance.pick(words::TRADES)].concat()),
            Topic::Place => [self.chance.pick(words::PLACES), " ", &number].concat(),
            Topic::Login => self.login(),
            Topic::Title => self.chance.pick(words::TITLES).into(),
            Topic::Street => {
                let house = (1 + self.chance.below(99)).to_string();
                let code = digits(100 + self.chance.below(900), 3);
                let place = digits(self.chance.below(100), 2);
                let (street, town) = (self.chance.pick(words::STREETS), self.chance.pick(words::TOWNS));
                [street, " ", &house, ", ", &code, " ", &place, " ", town].concat()
            }
            Topic::Town => self.chance.pick(words::TOWNS).into(),
            Topic::Key => ["K-", &digits(self.place + 1, 6)].concat(),
            Topic::Words => [self.chance.pick(words::PLACES), ", ", self.chance.pick(words::TOWNS)].concat(),
        };
        if field.unique && about != Topic::Key {
            text.extend([" ", &number]);
        }
        if let Some(most) = field.max_length
            && let Some((end, _)) = text.char_indices().nth(most as usize)
        {
            text.truncate(end);
            text.truncate(text.trim_end().len());
        }
        text
    }

    /// The name in the Latin alphabet's 26 letters, and the row's number: no two rows share it.
    fn login(&self) -> String {
        let mut login = String::new();
        for letter in [self.person.first_name, ".", self.person.last_name].concat().chars() {
            match letter.to_ascii_lowercase() {
                plain @ ('a'..='z' | '.') => login.push(plain),
                'å' | 'ä' | 'Å' | 'Ä' => login.push('a'),
                'ö' | 'Ö' => login.push('o'),
                'é' | 'ë' | 'ễ' => login.push('e'),
                ' ' | '-' => login.push('-'),
                _ => {}
            }
        }
        login + &(self.place + 1).to_string()
    }

    /// One of the ids that rows of this resource have in what this seed makes, whichever resource refers to them.
    fn target(&mut self, resource: &str) -> String {
        let mut chance = Chance::new(self.seed);
        chance.stir(chance::number(resource));
        chance.stir(u64::from(self.chance.below(TARGETS)));
        uuid_text(chance.uuid())
    }

    /// A time of the years 2015 to 2024.
    fn time(&mut self) -> String {
        let day = self.day();
        let time = [self.chance.below(24), self.chance.below(60), self.chance.below(60)];
        [&day, "T", &time.map(|part| digits(part, 2)).join(":"), "Z"].concat()
    }

    /// A day of these years.
    fn day(&mut self) -> String {
        let day = [2015 + self.chance.below(10), 1 + self.chance.below(12), 1 + self.chance.below(28)];
        day.map(|part| digits(part, 2)).join("-")
    }
}

/// Personal numbers have twelve digits at least, organisation numbers ten.
fn is_organisation(field: &Field) -> bool {
    field.min_length.is_none_or(|least| least < 12)
}

/// A number with at least so many digits.
fn digits(number: u32, count: usize) -> String {
    let text = number.to_string();
    "0".repeat(count.saturating_sub(text.len())) + &text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources;
    use crate::rules::email::email;
    use std::collections::BTreeSet;

    fn rows(resource: &'static Resource, seed: u64, count: u32) -> Vec<Value> {
        (0..count).map(|place| row(resource, seed, place)).collect()
    }

    fn person(name: &str) -> Vec<String> {
        let resource = resources::ALL.iter().find(|resource| resource.field("ssn").is_some()).unwrap();
        let texts = rows(resource, 7, 2_000).into_iter().filter_map(|row| row.get(name)?.as_text().map(String::from));
        texts.collect()
    }

    #[test]
    fn where_one_of_some_is_asked_for_one_is_made_up() {
        use crate::schema::Rule;
        const EITHER: &[&str] = &["colour", "shape"];
        static SIGN: Resource = Resource::new("Sign", "Sign", "/signs/sign/").fields(&[
            Field::text("colour").nullable().rules(&[Rule::at_least_one_of(EITHER)]),
            Field::text("shape").nullable().rules(&[Rule::at_least_one_of(EITHER)]),
        ]);
        let rows = rows(&SIGN, 1, 300);
        let valid = |row: &Value| validate::body(&SIGN, row, Mode::Create, Unknown::Reject).is_empty();
        assert!(rows.iter().all(valid));
        assert!(rows.iter().any(|row| matches!(row.get("colour"), Some(Value::Null))));
    }

    #[test]
    fn every_row_of_every_resource_passes_validation() {
        for resource in resources::ALL.iter() {
            for seed in 0..3 {
                for row in rows(resource, seed, 2_000) {
                    let issues = validate::body(resource, &row, Mode::Create, Unknown::Reject);
                    assert!(issues.is_empty(), "{}: {issues:?} in {row:?}", resource.name);
                }
            }
        }
    }

    #[test]
    fn every_field_that_can_be_written_is_filled_and_nullable_ones_not_always() {
        for resource in resources::ALL.iter() {
            let rows = rows(resource, 1, 300);
            // What requires a field that is not declared cannot be filled.
            let can_be = |field: &&Field| {
                let mut required = field.rules.iter().filter(|rule| rule.kind == RuleKind::Requires);
                !required.any(|rule| rule.others(field.name).any(|name| resource.field(name).is_none()))
            };
            for field in resource.fields.iter().filter(|field| !field.read_only).filter(can_be) {
                let filled = rows.iter().filter(|row| !matches!(row.get(field.name), None | Some(Value::Null))).count();
                assert!(filled >= 60, "{}.{}: {filled} of 300", resource.name, field.name);
            }
            let nulls = rows.iter().filter(
                |row| matches!(row, Value::Object(entries) if entries.iter().any(|(_, value)| *value == Value::Null)),
            );
            assert!(nulls.count() > 30 || resource.fields.iter().all(|field| !field.nullable), "{}", resource.name);
        }
    }

    #[test]
    fn the_same_seed_makes_the_same_rows_however_many() {
        for resource in resources::ALL.iter() {
            assert_eq!(rows(resource, 7, 50), rows(resource, 7, 100)[..50]);
            let writable = resource.fields.iter().any(|field| !field.read_only);
            assert_eq!(rows(resource, 7, 50) != rows(resource, 8, 50), writable, "{}", resource.name);
        }
    }

    #[test]
    fn personal_numbers_are_right_and_belong_to_nobody() {
        let numbers = person("ssn");
        assert!(numbers.len() > 1_000);
        for number in &numbers {
            assert!(luhn(number), "{number}");
            let (born, last) = number.split_once('-').unwrap();
            assert!(crate::rules::date::days(&[&born[..4], &born[4..6], &born[6..]].join("-")).is_some(), "{number}");
            assert!(("980".."999\0").contains(&&last[..3]), "{number}");
        }
        for number in person("org_no") {
            assert!(luhn(&number) && number.len() == 11, "{number}");
            assert!(("980".."999\0").contains(&&number[7..10]), "{number}");
        }
    }

    #[test]
    fn mail_and_calls_reach_nobody() {
        let mails = person("email");
        assert_eq!(mails.iter().collect::<BTreeSet<_>>().len(), mails.len());
        for mail in mails {
            assert!(email(&mail) && (mail.ends_with("@example.com") || mail.ends_with("@example.se")), "{mail}");
        }
        for phone in person("phone_number") {
            assert!(
                words::PHONES.iter().any(|(begin, _)| phone.strip_prefix(begin).is_some_and(|rest| rest.len() == 2)),
                "{phone}"
            );
        }
    }

    #[test]
    fn relations_of_one_seed_meet_each_other() {
        let clients: BTreeSet<String> = {
            let resource = resources::ALL.iter().find(|resource| resource.field("external_client").is_some()).unwrap();
            let rows = rows(resource, 7, 1_000);
            rows.iter().filter_map(|row| row.get("external_client")?.get("id")?.as_text().map(String::from)).collect()
        };
        assert!((40..=TARGETS as usize).contains(&clients.len()), "{}", clients.len());
    }
}
