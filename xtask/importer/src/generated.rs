//! A made-up document of as many resources as one asks for, as wide as the known ones are: what `cargo xtask bench --scale`
//! imports. The same number makes the same document.

use crate::model::{Field, Kind, Limits, Parameter, Resource, Rule, declared};
use crate::words::split;
use pigello_client::schema::{Documented, Field as Declared, Operation, RuleKind};

/// The applications that the API is known to have besides the declared ones are not known by name: these are made up.
const APPLICATIONS: [&str; 12] = [
    "billing",
    "bookkeeping",
    "contracts",
    "energy",
    "errands",
    "files",
    "insurance",
    "inventory",
    "keys",
    "maintenance",
    "market",
    "messages",
];
const THINGS: [&str; 14] = [
    "apartment",
    "building",
    "contract",
    "document",
    "elevator",
    "invoice",
    "meter",
    "order",
    "parking",
    "payment",
    "project",
    "room",
    "supplier",
    "vehicle",
];
const PARTS: [&str; 12] = [
    "amount",
    "category",
    "component",
    "deviation",
    "event",
    "instruction",
    "note",
    "period",
    "price",
    "rule",
    "status",
    "type",
];
const NAMES: [&str; 24] = [
    "amount",
    "area",
    "balance",
    "code",
    "comment",
    "contact",
    "cost",
    "deadline",
    "description",
    "discount",
    "email",
    "fee",
    "index",
    "interval",
    "level",
    "manager",
    "number",
    "owner",
    "period",
    "priority",
    "reference",
    "share",
    "state",
    "value",
];
const ADJECTIVES: [&str; 10] =
    ["annual", "current", "default", "external", "final", "internal", "monthly", "net", "planned", "total"];

/// Numbers that look like chance, and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (bound.max(1) as u64)).unwrap_or(0)
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len())).copied().unwrap_or("thing")
    }
}

/// So many resources, of which the first are those that are declared.
pub fn resources(count: usize) -> Vec<Resource> {
    let mut all = declared();
    let names: Vec<String> =
        THINGS.iter().flat_map(|thing| PARTS.iter().map(move |part| [*thing, *part].concat())).collect();
    let mut chance = Chance(0x2026_1122);
    for (place, name) in names.into_iter().enumerate() {
        if all.len() >= count {
            break;
        }
        let application = APPLICATIONS.get(place % APPLICATIONS.len()).copied().unwrap_or("billing");
        let made = resource(&mut chance, application, &name);
        all.push(made);
    }
    all
}

fn resource(chance: &mut Chance, application: &str, name: &str) -> Resource {
    let type_name = split(name).unwrap_or_else(|| crate::words::with_one_capital(name));
    let mut fields = vec![Field::of(&Declared::id())];
    // The two documented pages have 7 and 16 fields, the others up to 36.
    for _ in 0..10 + chance.below(17) {
        let made = field(chance);
        if fields.iter().all(|field| field.name != made.name) {
            fields.push(made);
        }
    }
    if chance.below(3) == 0 {
        let rule = |other: &str| vec![Rule { kind: RuleKind::OrderedWith, fields: vec![other.into()] }];
        let date = |name: &str, other| Field {
            nullable: true,
            operators: Some(6),
            rules: rule(other),
            ..Field::new(name, Kind::Date)
        };
        fields.extend([date("start_date", "end_date"), date("end_date", "start_date")]);
    }
    fields.extend([Field::of(&Declared::custom_id()), Field::of(&Declared::created_at())]);
    fields.push(Field {
        nullable: true,
        operators: Some(2),
        ..Field::new("organization", Kind::Reference("Organization".into()))
    });
    Resource {
        name: crate::words::with_one_capital(name),
        doc: format!("A made-up resource of the application {application}, to measure with."),
        base_path: format!("/{application}/{name}/"),
        type_name,
        documented: Documented::Complete,
        operations: Operation::TEMPLATE.to_vec(),
        by_template: Vec::new(),
        invite: String::new(),
        parameters: vec![Parameter { name: "tags".into(), flag: false }],
        fields,
        filters: Vec::new(),
    }
}

/// A field; of each kind about as many as there are.
fn field(chance: &mut Chance) -> Field {
    let mut name = chance.one(&NAMES).to_owned();
    if chance.below(2) == 0 {
        name = format!("{}_{name}", chance.one(&ADJECTIVES));
    }
    let (kind, name) = match chance.below(20) {
        0..=5 => (Kind::Text, name),
        6 => (Kind::Email, format!("{name}_email")),
        7 => (Kind::Pattern(r"^\d{3,8}$".into()), format!("{name}_code")),
        8..=11 => (Kind::Boolean, format!("is_{name}")),
        12..=14 => (Kind::Reference(crate::words::with_one_capital(chance.one(&THINGS))), format!("{name}_link")),
        15..=16 => (Kind::Integer, name),
        17 => (Kind::Number, name),
        18 => (Kind::Date, format!("{name}_date")),
        _ => (Kind::Array(Box::new(Kind::Object)), format!("{name}_rows")),
    };
    let mut field = Field::new(&name, kind);
    let filters = field.kind.operators().len();
    field.operators = (filters > 0 && chance.below(3) > 0).then_some(filters);
    field.required = chance.below(4) == 0;
    field.nullable = !field.required && field.kind != Kind::Boolean;
    match field.kind {
        Kind::Text => field.max_length = Some(255),
        Kind::Email => field.max_length = Some(254),
        Kind::Integer if chance.below(2) == 0 => field.limits = Limits::Numbers((0..5).collect(), false),
        _ => {}
    }
    field
}

#[cfg(test)]
mod tests {
    use super::resources;
    use crate::{openapi, read};

    #[test]
    fn a_made_up_document_is_as_long_as_asked_and_read_without_a_complaint() {
        let made = resources(150);
        assert_eq!(made.len(), 150);
        assert_eq!(made, resources(150));
        let widths: usize = made.iter().map(|resource| resource.fields.len()).sum();
        assert!((15..30).contains(&(widths / made.len())), "{}", widths / made.len());
        let read = read::read(&openapi::document(&made).to_string()).unwrap();
        assert_eq!((read.complaints, read.resources.len()), (vec![], 150));
    }
}
