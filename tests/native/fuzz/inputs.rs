//! What is tried: texts that are nearly right, rows whose fields are nearly right, and anything else.

#![cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "some of it is for the sandbox alone"))]

use pigello_client::options;
use pigello_client::resources::ALL;
use pigello_client::schema::{Field, Kind, Limits, Operator, Resource};
use pigello_client::value::Value;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::Union;

const ID: &str = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/// The texts that others are made of, a line each.
fn texts() -> Vec<String> {
    let lines = include_str!("../../fixtures/fuzz/texts.txt").lines();
    lines.map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// A text of the kept ones, changed in a few places, or any text.
pub fn some_text() -> BoxedStrategy<String> {
    thread_local!(static TEXT: BoxedStrategy<String> = make_text());
    TEXT.with(Clone::clone)
}

fn make_text() -> BoxedStrategy<String> {
    let kept = (select(texts()), vec((any::<Index>(), change()), 0..4)).prop_map(|(text, changes)| {
        let mut text: Vec<char> = text.chars().collect();
        for (place, change) in changes {
            let place = place.index(text.len() + 1);
            match change {
                Change::Put(other) => drop(text.splice(place..place, other.chars())),
                Change::Cut(length) => drop(text.drain(place..(place + length).min(text.len()))),
                Change::Repeat(times) => {
                    let part: Vec<char> = text.iter().skip(place).take(8).copied().collect();
                    drop(text.splice(place..place, part.repeat(times)));
                }
            }
        }
        text.into_iter().collect()
    });
    prop_oneof![6 => kept, 1 => any::<String>(), 1 => "[0-9+-]{0,20}", 1 => "[a-z.@-]{0,300}"].boxed()
}

#[derive(Clone, Debug)]
enum Change {
    Put(String),
    Cut(usize),
    Repeat(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let signs = " \t\n\0.@-+:/_,;%#?&=[]{}()\\'\"09azÅåıİß\u{85}\u{a0}\u{2003}\u{200b}\u{3000}\u{661}\u{ff11}\u{1d7d8}\u{1f600}\u{10ffff}\u{feff}\u{fffd}\u{301}";
    let sign = select(signs.chars().collect::<Vec<_>>()).prop_map(|sign| Change::Put(sign.into()));
    let text = select(texts()).prop_map(Change::Put);
    prop_oneof![6 => sign, 1 => text, 3 => (0..5usize).prop_map(Change::Cut), 1 => (1..40usize).prop_map(Change::Repeat)]
}

fn number() -> impl Strategy<Value = f64> {
    let edges =
        [0.0, -0.0, 1.0, 0.5, -1.0, 2147483647.0, 2147483648.0, -2147483648.0, -2147483649.0, 9007199254740993.0]
            .into_iter()
            .chain([f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MIN_POSITIVE, f64::MAX, 1e21, 1e-7])
            .collect::<Vec<_>>();
    prop_oneof![3 => select(edges), 1 => any::<f64>(), 2 => (-5..15i32).prop_map(f64::from)]
}

/// An object: no name stands in it twice.
fn object(entries: Vec<(String, Value)>) -> Value {
    let mut kept: Vec<(String, Value)> = Vec::new();
    for (name, value) in entries {
        if kept.iter().all(|(known, _)| *known != name) {
            kept.push((name, value));
        }
    }
    Value::Object(kept)
}

/// Names that mean something somewhere, and others.
fn name() -> impl Strategy<Value = String> {
    let mut known: Vec<String> =
        ALL.iter().flat_map(|resource| resource.fields).map(|field| field.name.into()).collect();
    known
        .extend(["id", "__proto__", "constructor", "", "non_field_errors", "detail", "not", "exact"].map(String::from));
    known.extend(Operator::all().map(|operator| operator.as_str().into()));
    for what in ["list", "client", "request", "schema", "rows"] {
        known.extend(options::names(what).map(String::from));
    }
    prop_oneof![5 => select(known), 1 => some_text()]
}

/// Anything.
pub fn any_value() -> BoxedStrategy<Value> {
    thread_local!(static VALUE: BoxedStrategy<Value> = make_value());
    VALUE.with(Clone::clone)
}

fn make_value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        2 => number().prop_map(Value::Number),
        4 => some_text().prop_map(Value::Text),
        1 => some_text().prop_map(Value::Broken),
        1 => some_text().prop_map(Value::Date),
        1 => Just(Value::Function),
        1 => Just(Value::Other),
    ];
    leaf.prop_recursive(5, 30, 6, |inner| {
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Value::Array), vec((name(), inner), 0..6).prop_map(object),]
    })
    .boxed()
}

fn fitting(kind: Kind) -> BoxedStrategy<Value> {
    let text =
        |texts: &[&str]| select(texts.iter().map(|text| Value::Text((*text).into())).collect::<Vec<_>>()).boxed();
    match kind {
        Kind::Email => text(&["a@b.se", "anna.andersson@xn--malm-8qa.se", "å@b.se", "a@[127.0.0.1]"]),
        Kind::Luhn => text(&["198112189876", "19811218-9876", "5560360793", "556036-0793", "000000-0000"]),
        Kind::Pattern(_) => text(&["+46701740605", "0701740605", "0007:5560360793"]),
        Kind::Url(_) => text(&["https://example.com/a?b#c", "ftp://[::1]:8080/", "http://å.se"]),
        Kind::Gln13 => text(&["7300009000001", "7300009-000001"]),
        Kind::Uuid => text(&[ID, "497F6ECA-6276-4993-BFEB-53CBBBBA6F08"]),
        Kind::Date => text(&["2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31"]),
        Kind::DateTime => text(&["2024-02-29T12:00:00Z", "2024-02-29T24:00:00+01:00", "2024-02-29 12:00"]),
        Kind::Reference(_) => Just(Value::Object(vec![("id".into(), Value::Text(ID.into()))])).boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Integer | Kind::Number | Kind::Ordered => number().prop_map(Value::Number).boxed(),
        Kind::Array(element) => vec(fitting(*element), 0..5).prop_map(Value::Array).boxed(),
        Kind::Object => vec((name(), any_value()), 0..4).prop_map(object).boxed(),
        Kind::Text | Kind::Any => some_text().prop_map(Value::Text).boxed(),
    }
}

/// What a field may be given: mostly something that fits, or nearly.
pub fn for_field(field: &'static Field) -> BoxedStrategy<Value> {
    let fitting = match field.limits {
        Limits::Texts(texts) => select(texts).prop_map(|text| Value::Text(text.into())).boxed(),
        _ => fitting(field.kind),
    };
    prop_oneof![5 => fitting, 2 => some_text().prop_map(Value::Text), 1 => Just(Value::Null), 2 => any_value()].boxed()
}

/// A body: some of the fields, perhaps others, perhaps no object at all.
pub fn body(resource: &'static Resource) -> BoxedStrategy<Value> {
    let fields: Vec<_> = resource
        .fields
        .iter()
        .map(|field| proptest::option::weighted(0.7, for_field(field)).prop_map(|value| (field.name, value)))
        .collect();
    let others = prop_oneof![4 => Just(Vec::new()), 1 => vec((name(), any_value()), 0..3)];
    let row = (fields, others).prop_map(|(fields, others)| {
        let declared = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        object(declared.chain(others).collect())
    });
    prop_oneof![9 => row, 1 => any_value()].boxed()
}

/// List options: filters of real fields with real operators, and anything else.
pub fn list_options(resource: &'static Resource) -> BoxedStrategy<Value> {
    let filterable: Vec<&'static Field> = resource.filterable().collect();
    let real = if filterable.is_empty() {
        (name(), any_value()).boxed()
    } else {
        Union::new(filterable.into_iter().map(|field| {
            let names: Vec<String> =
                field.operators().iter().map(|operator| operator.as_str().into()).chain(["not".into()]).collect();
            let conditions = vec((select(names), for_field(field)), 0..3).prop_map(object);
            (Just(field.name.to_owned()), prop_oneof![conditions, for_field(field)]).boxed()
        }))
        .boxed()
    };
    let filter = vec(prop_oneof![4 => real, 1 => (name(), any_value())], 0..4).prop_map(object);
    let options: Vec<String> = options::names("list").map(String::from).collect();
    let others = vec((prop_oneof![4 => select(options), 1 => name()], any_value()), 0..3);
    let listed = (proptest::option::of(filter), others).prop_map(|(filter, mut others)| {
        others.extend(filter.map(|filter| ("filter".into(), filter)));
        object(others)
    });
    prop_oneof![9 => listed, 1 => any_value()].boxed()
}

/// Options of a client: such as it takes, and anything else.
pub fn client_options() -> BoxedStrategy<Value> {
    let names: Vec<String> = options::names("client").map(String::from).collect();
    let base =
        select(vec!["http://127.0.0.1:8787", "https://example.com/api/", "/api", "http://user@x/", "//x", "x?y"]);
    let entries = vec((prop_oneof![5 => select(names), 1 => name()], any_value()), 0..4);
    (proptest::option::of(base), entries)
        .prop_map(|(base, mut entries)| {
            entries.extend(base.map(|base| ("baseUrl".into(), Value::Text(base.into()))));
            object(entries)
        })
        .boxed()
}

/// Words as a packed value has them, nearly: small numbers mostly.
pub fn packed_words() -> impl Strategy<Value = Vec<u32>> {
    vec(prop_oneof![6 => 0..12u32, 1 => any::<u32>(), 1 => 0..300u32], 0..60)
}

/// UTF-16 units.
pub fn text_units() -> impl Strategy<Value = Vec<u16>> {
    vec(prop_oneof![3 => 0..128u16, 1 => any::<u16>(), 1 => 0xd7f0..0xe010u16], 0..60)
}

/// JSON text, mostly of a body, sometimes cut or changed.
pub fn json_text(resource: &'static Resource) -> BoxedStrategy<String> {
    let json = prop_oneof![3 => body(resource), 1 => vec(body(resource), 0..3).prop_map(Value::Array)]
        .prop_map(|value| json(&value).to_string());
    let cut = (json.clone(), any::<Index>(), change()).prop_map(|(text, place, change)| {
        let mut text: Vec<char> = text.chars().collect();
        let place = place.index(text.len() + 1);
        match change {
            Change::Put(other) => drop(text.splice(place..place, other.chars())),
            Change::Cut(_) => text.truncate(place),
            Change::Repeat(_) => text.insert(place, '\0'),
        }
        text.into_iter().collect()
    });
    prop_oneof![4 => json, 1 => cut, 1 => some_text()].boxed()
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) | Value::Date(text) | Value::Broken(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(json).collect(),
        Value::Object(entries) => entries.iter().map(|(name, value)| (name.clone(), json(value))).collect(),
        Value::Null | Value::Function | Value::Other => serde_json::Value::Null,
    }
}

/// A path and query: of the resource, with its filters, and anything behind it.
pub fn request_path(resource: &'static Resource) -> BoxedStrategy<String> {
    let spot = prop_oneof![
        4 => Just("list/".to_owned()),
        2 => Just(String::new()),
        2 => Just([ID, "/"].concat()),
        1 => some_text(),
    ];
    let operators: Vec<&str> = Operator::all().map(|operator| operator.as_str()).collect();
    let names: Vec<&str> = ["_page", "_page_size", "_order_by", "_search", "_slim", "_jsonl", "_statistics", "tags"]
        .into_iter()
        .chain(resource.fields.iter().map(|field| field.name))
        .collect();
    let parameter = (select(names), proptest::option::of(select(operators)), any::<bool>(), some_text()).prop_map(
        |(name, operator, negated, value)| {
            let operator = operator.map_or(String::new(), |operator| ["__", operator].concat());
            let mut encoded = String::new();
            pigello_client::query::encode(&value, &mut encoded);
            [name, &operator, if negated { "!=" } else { "=" }, &encoded].concat()
        },
    );
    let raw = some_text();
    (spot, vec(prop_oneof![6 => parameter, 1 => raw], 0..4))
        .prop_map(|(spot, query)| [resource.base_path, &spot, "?", &query.join("&")].concat())
        .boxed()
}
