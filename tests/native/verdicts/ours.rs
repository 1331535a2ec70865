//! Our own verdict where a judge gave his: the field that the record describes, built as a declaration builds it, or
//! the rule alone.

use pigello_client::rules::pattern::{Pattern, Piece, count, pieces};
use pigello_client::rules::text::trim;
use pigello_client::rules::{email, gln13, luhn, url};
use pigello_client::schema::{Field, Kind, PHONE, Resource};
use pigello_client::validate::{Mode, Unknown, field};
use pigello_client::value::Value as Given;
use serde_json::Value;

use super::column::Column;
use super::shapes::read;

/// What gives our verdict.
pub enum Ours {
    Field(Resource),
    Rule(fn(&str) -> bool),
}

impl Ours {
    pub fn of(column: &Column) -> Self {
        match (&column.field, column.name.as_str()) {
            (Some(described), _) => Ours::Field(resource(declared(described))),
            (None, "EmailValidator") => Ours::Rule(|text| email::email(trim(text))),
            (None, "URLValidator") => Ours::Rule(|text| url::url(trim(text))),
            (None, "stdnum.ean") => Ours::Rule(|text| gln13::gln13(trim(text))),
            (None, _) => Ours::Rule(|text| luhn::luhn(trim(text))),
        }
    }

    /// Whether we take the value. `None`: it cannot be asked.
    pub fn takes(&self, value: &Given) -> Option<bool> {
        match self {
            Ours::Field(resource) => {
                let name = resource.fields[0].name;
                Some(field(resource, name, Some(value), Mode::Create, Unknown::Reject).is_none())
            }
            Ours::Rule(rule) => value.as_text().map(rule),
        }
    }
}

fn resource(field: Field) -> Resource {
    Resource::new("Judged", "Judged", "/judge/judged/").fields(Box::leak(Box::new([field])))
}

/// The field as a declaration would have it.
fn declared(described: &Value) -> Field {
    const NAME: &str = "judged";
    let mut field = match described["kind"].as_str().unwrap() {
        "text" => Field::text(NAME),
        "email" => Field::email(NAME),
        "luhn" => Field::luhn(NAME),
        "pattern" => Field::pattern(NAME, pattern(described["pattern"].as_str().unwrap())),
        "uuid" => Field { name: NAME, required: false, read_only: false, ..Field::id() },
        "date-time" => Field { name: NAME, read_only: false, ..Field::created_at() },
        "reference" => Field::reference(NAME, "Target"),
        "url" => Field::url(NAME),
        "gln13" => Field::gln13(NAME),
        "date" => Field::date(NAME),
        "boolean" => Field::boolean(NAME),
        "object" => Field::object(NAME),
        "references" => Field::array(NAME, &Kind::Reference("Target")),
        "objects" => Field::array(NAME, &Kind::Object),
        "enum" if described["values"][0].is_string() => Field::text(NAME).texts(texts(described)),
        "enum" => Field::integer(NAME).numbers(numbers(described)),
        kind @ ("integer" | "number") => {
            let field = if kind == "integer" { Field::integer(NAME) } else { Field::number(NAME) };
            match (described["minimum"].as_f64(), described["maximum"].as_f64()) {
                (Some(min), Some(max)) => field.between(Box::leak(Box::new((min, max)))),
                _ => field,
            }
        }
        kind => panic!("{kind} is no kind"),
    };
    let limit = |name: &str| described[name].as_u64().map(|limit| u32::try_from(limit).unwrap());
    (field.min_length, field.max_length) = (limit("min_length"), limit("max_length"));
    field.nullable = described["nullable"] == true;
    field
}

/// The values of an enum that are texts.
fn texts(described: &Value) -> &'static [&'static str] {
    let values = described["values"].as_array().unwrap().iter();
    values.map(|text| &*text.as_str().unwrap().to_owned().leak()).collect::<Vec<_>>().leak()
}

/// The values of an enum that are numbers.
fn numbers(described: &Value) -> &'static [i32] {
    let values = described["values"].as_array().unwrap().iter();
    values.map(|number| i32::try_from(number.as_i64().unwrap()).unwrap()).collect::<Vec<_>>().leak()
}

/// The patterns of the API's pages. They are read while compiling, as in a declaration.
fn pattern(python: &str) -> &'static Pattern<'static> {
    let known: [&'static Pattern; 4] =
        [&PHONE, read!(r"^(0007|0088):\d{10,13}$"), read!(r"^[\w.@+-]+\Z"), read!(r"^(?:[0-9a-fA-F]{3}){1,2}$")];
    known.into_iter().find(|pattern| pattern.python == python).unwrap_or_else(|| panic!("{python} is not known here"))
}

/// The value as it comes from outside.
pub fn given(value: &Value) -> Given {
    match value {
        Value::Null => Given::Null,
        Value::Bool(value) => Given::Bool(*value),
        Value::Number(number) => Given::Number(number.as_f64().unwrap()),
        Value::String(text) => Given::Text(text.clone()),
        Value::Array(items) => Given::Array(items.iter().map(given).collect()),
        Value::Object(entries) => {
            Given::Object(entries.iter().map(|(name, value)| (name.clone(), given(value))).collect())
        }
    }
}
