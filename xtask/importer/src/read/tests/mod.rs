//! Documents by hand: what is read of them, and what is told. What is refused is in `bad`, how names and paths may be
//! written in `names`.

mod bad;
mod names;

use super::*;
use crate::model::{Field, Kind, Limits, Parameter, Rule, declared};
use crate::openapi;
use pigello_client::schema::{Documented, Operation, RuleKind};
use serde_json::json;

#[test]
fn what_the_crate_declares_is_read_back_from_its_document() {
    let read = read(&openapi::document(&declared()).to_string()).unwrap();
    assert_eq!(read.complaints, []);
    let mut ours = declared();
    for resource in read.resources {
        let place = ours.iter().position(|own| own.name == resource.name).unwrap();
        let mut own = ours.remove(place);
        // Capitals are ours, and made later.
        own.type_name.clear();
        assert_eq!(resource, own);
    }
    assert!(ours.is_empty(), "{ours:?}");
}

#[test]
fn the_documented_pages_by_hand_are_what_is_declared() {
    for name in ["externalclientcontactperson", "organizationusersegment"] {
        let file = format!("{}/../../tests/fixtures/openapi/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let read = read(&std::fs::read_to_string(file).unwrap()).unwrap();
        assert_eq!(read.complaints, [], "{name}");
        let mut own = declared().into_iter().find(|resource| resource.module() == name).unwrap();
        own.type_name.clear();
        own.doc.clear();
        assert_eq!(read.resources, [own]);
    }
}

/// A document of one resource with this schema of what is answered, and of what is written.
fn of(version: &str, schema: &Value) -> Value {
    let row = json!({ "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Row" } } } });
    json!({
        "openapi": version,
        "paths": { "/app/thing/": { "post": { "tags": ["Thing"], "requestBody": row, "responses": { "201": row } } } },
        "components": { "schemas": { "Row": schema } },
    })
}

fn fields(version: &str, properties: Value) -> (Vec<Field>, Vec<String>) {
    let document = of(version, &json!({ "type": "object", "properties": properties, "required": ["a"] }));
    let read = read(&document.to_string()).unwrap();
    let complaints = read.complaints.iter().map(ToString::to_string).collect();
    (read.resources[0].fields.clone(), complaints)
}

fn field(version: &str, property: Value) -> Field {
    let (fields, complaints) = fields(version, json!({ "b": property }));
    assert_eq!(complaints, [""; 0]);
    fields[0].clone()
}

#[test]
fn null_is_read_in_the_spelling_of_both_versions() {
    let wanted = Field { nullable: true, max_length: Some(9), ..Field::new("b", Kind::Text) };
    assert_eq!(field("3.0.3", json!({ "type": "string", "nullable": true, "maxLength": 9 })), wanted);
    assert_eq!(field("3.1.0", json!({ "type": ["string", "null"], "maxLength": 9 })), wanted);
    let either = json!({ "oneOf": [{ "type": "string", "maxLength": 9 }, { "type": "null" }] });
    assert_eq!(field("3.1.0", either), wanted);
}

#[test]
fn kinds_limits_and_rules_are_read() {
    let relation = json!({ "type": "object", "title": "Other", "properties": { "id": { "type": "string" } } });
    let plain = |kind| Field::new("b", kind);
    for (property, wanted) in [
        (json!({ "type": "string", "format": "luhn" }), plain(Kind::Luhn)),
        (json!({ "type": "string", "format": "uri" }), plain(Kind::Url)),
        (json!({ "type": "string", "pattern": "^a+$" }), plain(Kind::Pattern("^a+$".into()))),
        (relation.clone(), plain(Kind::Reference("Other".into()))),
        (json!({ "type": "array", "items": relation }), plain(Kind::Array(Box::new(Kind::Reference("Other".into()))))),
        (json!({ "type": "object", "properties": { "x": {} } }), plain(Kind::Object)),
        (json!({ "type": "string", "writeOnly": true }), Field { write_only: true, ..plain(Kind::Text) }),
        (json!({ "readOnly": true }), Field { read_only: true, ..plain(Kind::Any) }),
        (
            json!({ "type": "integer", "minimum": 0 }),
            Field { limits: Limits::Between(0.0, 2_147_483_647.0), ..plain(Kind::Integer) },
        ),
        (json!({ "type": "integer", "minimum": -2_147_483_648_i64, "maximum": 2_147_483_647 }), plain(Kind::Integer)),
        (
            json!({ "type": "integer", "exclusiveMinimum": 0, "maximum": 10, "exclusiveMaximum": true }),
            Field { limits: Limits::Between(1.0, 9.0), ..plain(Kind::Integer) },
        ),
        (
            json!({ "type": "number", "minimum": 0.5, "maximum": 2 }),
            Field { limits: Limits::Between(0.5, 2.0), ..plain(Kind::Number) },
        ),
        (json!({ "enum": [2, 1] }), Field { limits: Limits::Numbers(vec![2, 1], false), ..plain(Kind::Integer) }),
        (
            json!({ "type": ["string", "null"], "enum": ["x", null] }),
            Field { limits: Limits::Texts(vec!["x".into()], false), nullable: true, ..plain(Kind::Text) },
        ),
        (
            json!({ "type": "array", "items": { "type": "string" }, "uniqueItems": true }),
            Field { unique_items: true, ..plain(Kind::Array(Box::new(Kind::Text))) },
        ),
        (
            json!({ "type": "string", "description": "Words.\n\nAdditional Validation Information:\n\nMust be unique" }),
            Field { unique: true, doc: "Words.".into(), ..plain(Kind::Text) },
        ),
    ] {
        assert_eq!(field("3.1.0", property.clone()), wanted, "{property}");
    }
    let rule =
        "Additional Validation Information:\n\nThis value can't bet set, when any of the following fields are set: a";
    let (fields, complaints) =
        fields("3.0.0", json!({ "a": { "type": "string" }, "b": { "type": "string", "description": rule } }));
    assert_eq!((fields[0].required, complaints), (true, vec![]));
    assert_eq!(fields[1].rules, [Rule { kind: RuleKind::Excludes, fields: vec!["a".into()] }]);
}

#[test]
fn all_of_and_references_bring_their_properties_together() {
    let mut document = of(
        "3.0.3",
        &json!({ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "properties": { "c": { "type": "boolean" } } }] }),
    );
    document["components"]["schemas"]["Base"] = json!({
        "type": "object", "required": ["b"],
        "properties": { "b": { "allOf": [{ "$ref": "#/components/schemas/Other" }], "nullable": true } },
    });
    document["components"]["schemas"]["Other"] =
        json!({ "type": "object", "properties": { "id": { "type": "string", "format": "uuid" } } });
    let read = read(&document.to_string()).unwrap();
    let fields = &read.resources[0].fields;
    let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!((names, read.complaints), (vec!["b", "c"], vec![]));
    assert_eq!(
        (&fields[0].kind, fields[0].nullable, fields[0].required),
        (&Kind::Reference("Other".into()), true, true)
    );
}

#[test]
fn what_cannot_be_read_is_told_by_pointer_and_the_rest_is_read() {
    for (property, pointer) in [
        (json!({ "type": "string", "format": "blue" }), "/format"),
        (json!({ "type": "string", "pattern": "(?<=a)b" }), "/pattern"),
        (
            json!({ "type": "string", "description": "Additional Validation Information:\n\nMust be blue" }),
            "/description",
        ),
        (json!({ "type": "integer", "multipleOf": 5 }), "/multipleOf"),
        (json!({ "type": "string", "writeOnly": true, "readOnly": true }), "/writeOnly"),
        (json!({ "type": "string", "enum": ["\"quoted\""] }), "/enum"),
        (json!({ "type": "blue" }), "/type"),
        (json!({ "oneOf": [{ "type": "string" }, { "type": "integer" }] }), "/oneOf"),
        (json!({ "type": ["string", "integer"] }), "/type"),
    ] {
        let (fields, complaints) = fields("3.1.0", json!({ "a": { "type": "boolean" }, "b": property }));
        assert_eq!(fields[0].kind, Kind::Boolean);
        assert_eq!(complaints.len(), 1, "{property}: {complaints:?}");
        assert!(
            complaints[0].starts_with(&format!("#/components/schemas/Row/properties/b{pointer}: ")),
            "{complaints:?}"
        );
    }
}

#[test]
fn lists_have_filters_and_parameters() {
    let parameter = |name: &str, schema: Value, operators: Option<&[&str]>| {
        let description = operators.map(crate::sentences::filter);
        json!({ "name": name, "in": "query", "schema": schema, "description": description.unwrap_or_default() })
    };
    let mut document = of("3.1.0", &json!({ "properties": { "a": { "type": "date" }, "b": { "type": "integer" } } }));
    document["paths"]["/app/thing/list/"]["get"]["parameters"] = json!([
        parameter("_page", json!({ "type": "integer" }), None),
        parameter("b", json!({}), Some(&["gt", "gte", "in", "isnull", "lt", "lte"])),
        parameter("tenants", json!({ "type": "array" }), None),
        parameter("has_x", json!({ "type": "boolean" }), None),
        parameter("from", json!({}), Some(&["gt", "gte"])),
        parameter("blue", json!({}), Some(&["blue"])),
    ]);
    document["paths"]["/app/thing/list/"]["put"] = json!({});
    document["paths"]["/app/"] = json!({});
    document["tags"] = json!([{ "name": "Thing", "description": "Several\n lines */", "x-documented": "partial" }]);
    let read = read(&document.to_string()).unwrap();
    let thing = &read.resources[0];
    assert_eq!((thing.doc.as_str(), thing.documented), ("Several lines * /", Documented::Partial));
    assert_eq!(thing.operations, [Operation::List, Operation::Create]);
    assert_eq!(
        thing.parameters,
        [Parameter { name: "tenants".into(), flag: false }, Parameter { name: "has_x".into(), flag: true }]
    );
    assert_eq!(thing.field("b").unwrap().operators, Some(6));
    assert_eq!(thing.filters, [Field { operators: Some(2), ..Field::new("from", Kind::Ordered) }]);
    let pointers: Vec<_> = read.complaints.iter().map(|problem| problem.pointer.as_str()).collect();
    let list = "/paths/~1app~1thing~1list~1";
    assert_eq!(pointers.len(), 4, "{pointers:?}");
    for wanted in [format!("{list}/put"), "/paths/~1app~1".into(), format!("{list}/get/parameters/5")] {
        assert!(pointers.contains(&wanted.as_str()), "{wanted}: {pointers:?}");
    }
}
