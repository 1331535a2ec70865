//! Fields as JSON Schema: one schema for what is read, one for what is written, one for what is changed.

use super::KNOWN_VALUES;
use crate::model::{Field, Kind, Limits, Resource};
use crate::sentences;
use serde_json::{Map, Value, json};

/// The name of the schema of new rows.
pub fn written(resource: &Resource) -> String {
    format!("{}Create", resource.name)
}

/// The name of the schema of changes.
pub fn changed(resource: &Resource) -> String {
    format!("{}Update", resource.name)
}

/// Adds the schemas of a resource.
pub fn insert(resource: &Resource, schemas: &mut Map<String, Value>) {
    let writable = |field: &&Field| !field.read_only;
    // What is only written stands among what is read all the same, as OpenAPI has it: marked, so that it keeps its place.
    let read = object(resource.fields.iter().collect(), |field| field.required && !field.write_only);
    schemas.insert(resource.name.clone(), read);
    let body = |required: fn(&Field) -> bool| object(resource.fields.iter().filter(writable).collect(), required);
    schemas.insert(written(resource), body(|field| field.required));
    schemas.insert(changed(resource), body(|_| false));
}

fn object(fields: Vec<&Field>, required: impl Fn(&Field) -> bool) -> Value {
    let required: Vec<&str> = fields.iter().filter(|field| required(field)).map(|field| field.name.as_str()).collect();
    let properties: Map<String, Value> = fields.iter().map(|field| (field.name.clone(), property(field))).collect();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        put(&mut schema, "required", json!(required));
    }
    schema
}

/// The schema of a field.
fn property(field: &Field) -> Value {
    let mut schema = kind(&field.kind);
    match &field.limits {
        Limits::None => {}
        Limits::Between(least, most) => {
            put(&mut schema, "minimum", number(*least));
            put(&mut schema, "maximum", number(*most));
        }
        Limits::Numbers(values, perhaps_more) => values_of(field, &mut schema, json!(values), *perhaps_more),
        Limits::Texts(values, perhaps_more) => values_of(field, &mut schema, json!(values), *perhaps_more),
    }
    for (name, length) in [("minLength", field.min_length), ("maxLength", field.max_length)] {
        length.into_iter().for_each(|length| put(&mut schema, name, json!(length)));
    }
    if field.unique_items {
        put(&mut schema, "uniqueItems", json!(true));
    }
    if field.nullable {
        let only = schema.get("type").cloned();
        only.into_iter().for_each(|only| put(&mut schema, "type", json!([only, "null"])));
    }
    for (name, only) in [("readOnly", field.read_only), ("writeOnly", field.write_only)] {
        if only {
            put(&mut schema, name, json!(true));
        }
    }
    let description = sentences::description(&field.doc, field.unique, &field.rules);
    if !description.is_empty() {
        put(&mut schema, "description", json!(description));
    }
    schema
}

/// The values that a field, or its elements, may take.
fn values_of(field: &Field, schema: &mut Value, values: Value, perhaps_more: bool) {
    let items = matches!(field.kind, Kind::Array(_));
    let place = if items { schema.get_mut("items") } else { Some(schema) };
    let Some(place) = place else { return };
    let mut values = values;
    if field.nullable
        && !items
        && !perhaps_more
        && let Value::Array(values) = &mut values
    {
        values.push(Value::Null);
    }
    put(place, if perhaps_more { KNOWN_VALUES } else { "enum" }, values);
}

/// A whole number without a fraction.
fn number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 9.1e15 { json!(number as i64) } else { json!(number) }
}

/// The schema of a kind.
pub fn kind(kind: &Kind) -> Value {
    match kind {
        Kind::Text => json!({ "type": "string" }),
        Kind::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
        Kind::Reference(target) => json!({
            "type": "object",
            "title": target,
            "properties": { "id": { "type": "string", "format": "uuid" } },
            "required": ["id"],
        }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Integer => json!({ "type": "integer", "format": "int32" }),
        Kind::Number => json!({ "type": "number" }),
        Kind::Array(element) => json!({ "type": "array", "items": self::kind(element) }),
        Kind::Object => json!({ "type": "object" }),
        Kind::Ordered | Kind::Any => json!({}),
        Kind::Email | Kind::Luhn | Kind::Url | Kind::Gln13 | Kind::Uuid | Kind::Date | Kind::DateTime => {
            json!({ "type": "string", "format": kind.schema().format() })
        }
    }
}

fn put(schema: &mut Value, name: &str, value: Value) {
    if let Value::Object(schema) = schema {
        schema.insert(name.into(), value);
    }
}
