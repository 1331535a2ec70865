//! A made-up document of as many resources as one asks for: what `cargo xtask bench --scale` imports, and `cargo xtask
//! test` in small. As wide as the known ones are, with every kind of field about as often as there, with every rule, and
//! over several applications. The same number makes the same document.

mod fields;

use crate::model::{Field, Kind, Parameter, Resource, declared};
use crate::words;
use fields::Names;
use pigello_client::schema::{Documented, Operation};

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

/// Numbers that look like chance, and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (bound.max(1) as u64)).unwrap_or(0)
    }

    /// Once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T], otherwise: &'a T) -> &'a T {
        of.get(self.below(of.len())).copied().unwrap_or(otherwise)
    }
}

/// So many resources, of which the first are those that are declared.
pub fn resources(count: usize) -> Vec<Resource> {
    let mut all = declared();
    let further = count.saturating_sub(all.len());
    let names: Vec<String> = (THINGS.iter())
        .flat_map(|thing| PARTS.iter().map(move |part| words::with_one_capital(&[*thing, *part].concat())))
        .take(further)
        .collect();
    let mut chance = Chance(0x2026_1122);
    let mut vocabulary = Names::new(&mut chance, &names);
    for (place, name) in names.iter().enumerate() {
        let application = APPLICATIONS.get(place % APPLICATIONS.len()).copied().unwrap_or("billing");
        all.push(resource(&mut chance, &mut vocabulary, application, name));
    }
    all
}

fn resource(chance: &mut Chance, names: &mut Names, application: &str, name: &str) -> Resource {
    names.begin();
    let partial = chance.once_in(10);
    let has_tags = chance.once_in(2);
    let mut fields = vec![Field::of(&pigello_client::schema::Field::id())];
    // The two documented pages have 7 and 16 fields, the others up to 36: sixteen on average.
    for _ in 0..3 + chance.below(16) {
        fields.push(fields::field(chance, names));
    }
    if chance.once_in(2) {
        fields.extend(fields::with_rules(chance, names));
    }
    fields.extend([
        Field::of(&pigello_client::schema::Field::custom_id()),
        Field::of(&pigello_client::schema::Field::created_at()),
    ]);
    let column = |name: &str| Field { read_only: true, ..Field::new(name, Kind::Any) };
    let parameter = |name: &str| Parameter { name: name.into(), flag: false };
    if has_tags {
        fields.extend([column("tags"), column("customer_columns")]);
    }
    let name_of_path = name.to_lowercase();
    Resource {
        name: name.into(),
        doc: format!("A made-up resource of the application {application}, to measure with."),
        base_path: format!("/{application}/{name_of_path}/"),
        type_name: words::split(name).unwrap_or_else(|| words::with_one_capital(name)),
        documented: if partial { Documented::Partial } else { Documented::Complete },
        operations: operations(chance),
        by_template: Vec::new(),
        invite: String::new(),
        parameters: if has_tags { vec![parameter("tags"), parameter("customer_columns")] } else { Vec::new() },
        fields,
        filters: if partial { fields::filters(chance, names) } else { Vec::new() },
    }
}

/// Mostly all six; now and then a log that one can only read, or rows that nobody deletes.
fn operations(chance: &mut Chance) -> Vec<Operation> {
    use Operation::{BulkWrite, Create, Get, List, Update};
    match chance.below(20) {
        0 => vec![List, Create, Get],
        1 => vec![List, BulkWrite, Create, Get, Update],
        _ => Operation::TEMPLATE.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::resources;
    use crate::model::{Field, Kind, Limits};
    use crate::{openapi, read};
    use std::collections::BTreeSet;

    #[test]
    fn a_made_up_document_is_as_long_as_asked_and_read_back_without_a_complaint() {
        let made = resources(150);
        assert_eq!(made.len(), 150);
        assert_eq!(made, resources(150));
        let read = read::read(&openapi::document(&made).to_string()).unwrap();
        assert_eq!(read.complaints, []);
        assert_eq!(read.resources.len(), 150);
        for mut resource in made {
            // Capitals are ours, and made later.
            resource.type_name.clear();
            assert!(read.resources.contains(&resource), "{resource:#?}");
        }
    }

    #[test]
    fn it_is_as_wide_as_what_is_known_and_has_everything_that_a_declaration_can_say() {
        let made = resources(150);
        let (known, new) = made.split_at(13);
        let width = |all: &[crate::model::Resource]| {
            all.iter().map(|resource| resource.fields.len()).sum::<usize>() as f64 / all.len() as f64
        };
        assert!((0.95..1.15).contains(&(width(new) / width(known))), "{} and {}", width(new), width(known));
        let applications: BTreeSet<&str> = new.iter().map(crate::model::Resource::application).collect();
        assert_eq!(applications.len(), 12);
        let fields: Vec<&Field> = new.iter().flat_map(|resource| &resource.fields).collect();
        // Names stand in several resources, as they do in the API.
        let names: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert!((fields.len() / 5..fields.len() / 2).contains(&names.len()), "{} of {}", names.len(), fields.len());
        let kinds: BTreeSet<String> = fields.iter().map(|field| format!("{:?}", field.kind)).collect();
        for kind in ["Text", "Email", "Luhn", "Pattern(", "Url", "Gln13", "Uuid", "Date", "DateTime", "Reference("] {
            assert!(kinds.iter().any(|made| made.starts_with(kind)), "{kind}");
        }
        for kind in ["Boolean", "Integer", "Number", "Array(Reference", "Array(Object", "Object", "Any"] {
            assert!(kinds.iter().any(|made| made.starts_with(kind)), "{kind}");
        }
        let rules: BTreeSet<String> =
            fields.iter().flat_map(|field| &field.rules).map(|rule| format!("{:?}", rule.kind)).collect();
        assert_eq!(rules.len(), 7, "{rules:?}");
        for (what, has) in [
            ("required", (|field| field.required) as fn(&Field) -> bool),
            ("nullable", |field| field.nullable),
            ("write-only", |field| field.write_only),
            ("unique", |field| field.unique),
            ("unique items", |field| field.unique_items),
            ("a least length", |field| field.min_length.is_some()),
            ("bounds", |field| matches!(field.limits, Limits::Between(..))),
            ("numbers", |field| matches!(field.limits, Limits::Numbers(_, false))),
            ("perhaps more numbers", |field| matches!(field.limits, Limits::Numbers(_, true))),
            ("texts", |field| matches!(field.limits, Limits::Texts(_, false))),
            ("a doc", |field| !field.doc.is_empty()),
            ("no filter", |field| field.operators.is_none() && field.kind == Kind::Text),
        ] {
            assert!(fields.iter().any(|field| has(field)), "{what}");
        }
        assert!(new.iter().any(|resource| !resource.filters.is_empty()));
    }
}
