//! A property of a schema as a field of a declaration.

use super::document::{Document, Schema};
use super::names;
use super::pattern;
use super::spot::{Problem, Spot};
use crate::model::{Field, Kind, Limits};
use crate::openapi::KNOWN_VALUES;
use crate::sentences;
use serde_json::Value;

/// Keywords that say nothing of what a value may be, or that are read elsewhere.
const UNDERSTOOD: &[&str] = &[
    "type",
    "format",
    "properties",
    "required",
    "items",
    "title",
    "description",
    "readOnly",
    "writeOnly",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "enum",
    "const",
    "uniqueItems",
    "anyOf",
    "additionalProperties",
    "default",
    "example",
    "examples",
    "deprecated",
    "xml",
    "externalDocs",
    "$comment",
];
/// Numbers beyond these are no longer told apart in JavaScript.
const SAFE: f64 = 9_007_199_254_740_991.0;

/// The field that a property is. `None`: it cannot be declared, which was told.
pub fn field(document: &Document, name: &str, spot: &Spot, required: bool) -> Result<Option<Field>, Problem> {
    if !names::field(name, spot)? {
        document.complain(spot.problem(
            "a field is called by small letters, digits and `_`: this one is left out, and the resource is known in part",
        ));
        return Ok(None);
    }
    let schema = document.schema(spot)?;
    let complain = |keyword: &str, message: &str| {
        let place = schema.get(keyword).map_or(&schema.pointer, |spot| &spot.pointer);
        document.complain(Problem::at(place, message));
    };
    let Some(kind) = kind(document, &schema)? else { return Ok(None) };
    let mut field = Field::new(name, kind);
    field.required = required;
    field.nullable = schema.nullable && field.kind != Kind::Any;
    field.read_only = schema.is("readOnly");
    field.write_only = schema.is("writeOnly");
    if field.read_only && field.write_only {
        complain("writeOnly", "no field is neither read nor written: it is declared as any other");
        (field.read_only, field.write_only) = (false, false);
    }
    let said = sentences::read(schema.get("description").and_then(Spot::text).unwrap_or(""));
    for sentence in said.unread {
        complain("description", &format!("this sentence is not known: `{sentence}`"));
    }
    field.doc = names::in_a_comment(&said.doc);
    field.unique = said.unique;
    field.rules = said.rules;
    let count = |keyword: &str| -> Option<u32> {
        let value = schema.get(keyword)?.value;
        let count = value.as_u64().and_then(|count| u32::try_from(count).ok());
        if count.is_none() || !field.kind.schema().is_text() {
            complain(keyword, "this bound is not kept: only text has a length, and it is a whole number");
            return None;
        }
        count
    };
    field.min_length = count("minLength").filter(|length| *length > 0);
    field.max_length = count("maxLength");
    if field.min_length > field.max_length && field.max_length.is_some() {
        complain("minLength", "no text is both that long and that short: both bounds are left out");
        (field.min_length, field.max_length) = (None, None);
    }
    field.unique_items = schema.is("uniqueItems") && matches!(field.kind, Kind::Array(_));
    field.limits = limits(document, &schema, &field.kind)?;
    for (keyword, spot) in schema.keywords() {
        if !UNDERSTOOD.contains(&keyword) && !keyword.starts_with("x-") {
            document.complain(spot.problem(format!("`{keyword}` is not read")));
        }
    }
    Ok(Some(field))
}

/// What a schema's values are.
pub fn kind(document: &Document, schema: &Schema) -> Result<Option<Kind>, Problem> {
    let several = |spot: &&Spot| spot.elements().iter().filter(|one| one.text() != Some("null")).count() > 1;
    if let Some(spot) = schema.get("anyOf").or(schema.get("type").filter(several)) {
        document.complain(
            spot.problem("several types cannot be declared: the field is left out, and the resource is known in part"),
        );
        return Ok(None);
    }
    Ok(Some(match schema.type_name() {
        None => Kind::Any,
        Some("string") => text(document, schema),
        Some("boolean") => Kind::Boolean,
        Some("integer") => Kind::Integer,
        Some("number") => Kind::Number,
        Some("object") => object(document, schema)?,
        Some("array") => {
            let Some(items) = schema.get("items") else { return Ok(Some(Kind::Array(Box::new(Kind::Any)))) };
            let items = document.schema(items)?;
            let Some(element) = kind(document, &items)? else { return Ok(None) };
            for keyword in ["minLength", "maxLength", "minimum", "maximum"] {
                if let Some(spot) = items.get(keyword) {
                    document.complain(spot.problem("bounds of an array's elements are not kept"));
                }
            }
            Kind::Array(Box::new(match element {
                Kind::Pattern(_) => {
                    document.complain(Problem::at(&items.pointer, "the pattern of an array's elements is not kept"));
                    Kind::Text
                }
                element => element,
            }))
        }
        Some(other) => {
            let spot = schema.get("type").map_or(&schema.pointer, |spot| &spot.pointer);
            document.complain(Problem::at(spot, format!("there is no type `{other}`: the field is left out")));
            return Ok(None);
        }
    }))
}

fn text(document: &Document, schema: &Schema) -> Kind {
    let kind = schema.get("format").and_then(|format| {
        let kind = match format.text().unwrap_or("") {
            "email" => Kind::Email,
            "luhn" => Kind::Luhn,
            "gln13" => Kind::Gln13,
            "url" | "uri" => Kind::Url,
            "uuid" => Kind::Uuid,
            "date" => Kind::Date,
            "date-time" => Kind::DateTime,
            other => {
                document.complain(format.problem(format!("the format `{other}` is not known: any text fits")));
                return None;
            }
        };
        Some(kind)
    });
    let Some(spot) = schema.get("pattern") else { return kind.unwrap_or(Kind::Text) };
    let pattern = spot.text().unwrap_or("");
    match (kind, pattern::problem(pattern)) {
        (None, None) => return Kind::Pattern(pattern.into()),
        (None, Some(problem)) => document.complain(spot.problem(problem)),
        (Some(kind), _) => {
            document.complain(spot.problem("a field has a format or a pattern: the pattern is not kept"));
            return kind;
        }
    }
    Kind::Text
}

/// A relation is an object with an id, titled by its model or referred to by its name.
fn object(document: &Document, schema: &Schema) -> Result<Kind, Problem> {
    let properties = schema.properties();
    let Some((_, id)) = properties.iter().find(|(name, _)| *name == "id") else { return Ok(Kind::Object) };
    if document.schema(id)?.type_name() != Some("string") {
        return Ok(Kind::Object);
    }
    let title = schema.get("title");
    let Some(model) = title.and_then(Spot::text).or(schema.name.as_deref()) else {
        document.complain(Problem::at(
            &schema.pointer,
            "no title says to which model this relation leads: any object fits",
        ));
        return Ok(Kind::Object);
    };
    let here = Spot { value: &Value::Null, pointer: schema.pointer.clone() };
    names::resource(model, title.unwrap_or(&here))?;
    Ok(Kind::Reference(model.into()))
}

fn limits(document: &Document, schema: &Schema, kind: &Kind) -> Result<Limits, Problem> {
    let items = match kind {
        Kind::Array(_) => schema.get("items").map(|items| document.schema(items)).transpose()?,
        _ => None,
    };
    let (schema, kind) = match (&items, kind) {
        (Some(items), Kind::Array(element)) => (items, &**element),
        _ => (schema, kind),
    };
    let listed = schema.get("enum").or(schema.get("const"));
    if let Some((spot, perhaps_more)) =
        listed.map(|spot| (spot, false)).or(schema.get(KNOWN_VALUES).map(|spot| (spot, true)))
    {
        return Ok(listed_values(document, spot, kind, perhaps_more));
    }
    if matches!(kind, Kind::Integer | Kind::Number) && items.is_none() {
        bounds(document, schema, kind)
    } else {
        Ok(Limits::None)
    }
}

fn listed_values(document: &Document, spot: &Spot, kind: &Kind, perhaps_more: bool) -> Limits {
    let values: Vec<&Value> = match spot.value {
        Value::Array(values) => values.iter().filter(|value| !value.is_null()).collect(),
        single => vec![single],
    };
    let numbers = || values.iter().map(|value| i32::try_from(value.as_i64()?).ok()).collect::<Option<Vec<i32>>>();
    let texts = || {
        values
            .iter()
            .map(|value| Some(value.as_str().filter(|text| names::is_plain(text))?.to_owned()))
            .collect::<Option<Vec<String>>>()
    };
    let limits = match kind {
        _ if values.is_empty() => None,
        Kind::Integer => numbers().map(|numbers| Limits::Numbers(numbers, perhaps_more)),
        Kind::Text => texts().map(|texts| Limits::Texts(texts, perhaps_more)),
        _ => None,
    };
    limits.unwrap_or_else(|| {
        document.complain(
            spot.problem("these values are not kept: a declaration lists whole numbers of 32 bits, or plain texts"),
        );
        Limits::None
    })
}

fn bounds(document: &Document, schema: &Schema, kind: &Kind) -> Result<Limits, Problem> {
    let whole = *kind == Kind::Integer;
    let bound = |keyword: &str, beyond: &str, step: f64| {
        let exclusive = schema.get(beyond);
        let number = |spot: &Spot| spot.value.as_f64().filter(|number| number.is_finite());
        // In 3.0 it is a boolean beside the bound, in 3.1 a bound itself.
        let given = match exclusive {
            Some(spot) if !spot.value.is_boolean() => number(spot).map(|bound| (bound, true)),
            _ => schema.get(keyword).and_then(number).map(|bound| (bound, exclusive.is_some_and(Spot::is_true))),
        };
        if let (Some((_, true)), false, Some(spot)) = (given, whole, exclusive) {
            document.complain(spot.problem("a declaration cannot exclude the bound itself: it is let in"));
        }
        given.map(|(bound, excluded)| if excluded && whole { bound + step } else { bound })
    };
    let (least, most) = (bound("minimum", "exclusiveMinimum", 1.0), bound("maximum", "exclusiveMaximum", -1.0));
    let long = schema.get("format").and_then(Spot::text) == Some("int64");
    let (first, last) = match (whole, long) {
        (true, false) => (f64::from(i32::MIN), f64::from(i32::MAX)),
        (true, true) => (-SAFE, SAFE),
        (false, _) => (f64::MIN, f64::MAX),
    };
    let (least, most) = (least.unwrap_or(first).max(first), most.unwrap_or(last).min(last));
    if least > most {
        document.complain(Problem::at(
            &schema.pointer,
            "no number is both that large and that small: the bounds are left out",
        ));
        return Ok(Limits::None);
    }
    let none = (least, most) == (first, last) && !long;
    Ok(if none { Limits::None } else { Limits::Between(least, most) })
}
