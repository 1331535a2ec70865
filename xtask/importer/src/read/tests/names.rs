//! Names and paths as documents may write them: what is taken, and what is left out and told.

use super::of;
use crate::model::{Field, Kind};
use crate::read::{Read, read};
use pigello_client::schema::{Documented, Operation};
use serde_json::{Value, json};

fn told(read: &Read) -> Vec<String> {
    read.complaints.iter().map(|problem| problem.pointer.clone()).collect()
}

#[test]
fn a_field_by_another_spelling_is_left_out_and_told_and_the_rest_is_read() {
    for name in ["camelCase", "with-hyphen", "_links", "@type", "__proto__", "2nd", "a.b"] {
        let document =
            of("3.1.0", &json!({ "properties": { "a": { "type": "boolean" }, (name): { "type": "string" } } }));
        let read = read(&document.to_string()).unwrap();
        assert_eq!(read.resources[0].fields, [Field::new("a", Kind::Boolean)]);
        assert_eq!(read.resources[0].documented, Documented::Partial);
        assert_eq!(told(&read), [format!("/components/schemas/Row/properties/{name}")]);
    }
}

#[test]
fn an_application_called_as_the_client_calls_something_is_left_out_and_told() {
    for name in ["client", "sandbox", "all", "default", "request", "constructor", "texts", "type", "self"] {
        let text = of("3.1.0", &json!({ "properties": { "a": { "type": "boolean" } } })).to_string();
        let mut document: Value =
            serde_json::from_str(&text.replace("/app/thing/", &format!("/{name}/thing/"))).unwrap();
        document["paths"]["/app/other/"] = json!({ "post": {} });
        let read = read(&document.to_string()).unwrap();
        assert_eq!(told(&read), [format!("/paths/~1{name}~1thing~1")]);
        assert_eq!(read.resources.len(), 1);
    }
}

#[test]
fn parameters_beside_the_operations_of_a_path_count_and_none_counts_twice() {
    let mut document = of("3.1.0", &json!({ "properties": { "a": { "type": "boolean" } } }));
    let filter = |name: &str, operators: &[&str]| json!({ "name": name, "in": "query", "schema": {}, "description": crate::sentences::filter(operators) });
    let flag = json!({ "name": "has_x", "in": "query", "schema": { "type": "boolean" } });
    document["paths"]["/app/thing/list/"] = json!({
        "parameters": [filter("a", &[]), flag, { "$ref": "#/components/parameters/Tags" }],
        "get": { "parameters": [filter("a", &["in", "isnull"]), flag, flag, { "name": "_language", "in": "query" }] },
    });
    document["components"]["parameters"]["Tags"] =
        json!({ "name": "tags", "in": "query", "schema": { "type": "array", "items": {} } });
    let read = read(&document.to_string()).unwrap();
    let thing = &read.resources[0];
    assert_eq!(thing.field("a").unwrap().operators, Some(2));
    let names: Vec<_> = thing.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
    assert_eq!(names, ["tags", "has_x"]);
    let list = "/paths/~1app~1thing~1list~1/get/parameters";
    assert_eq!(told(&read), [format!("{list}/2"), format!("{list}/3/name")]);
}

#[test]
fn any_success_tells_of_a_row_and_what_nobody_writes_needs_no_body() {
    let row =
        json!({ "content": { "application/json": { "schema": { "properties": { "a": { "type": "boolean" } } } } } });
    for status in ["200", "202", "2XX"] {
        let mut document = of("3.0.3", &json!({}));
        document["paths"] = json!({ "/app/log/{pk}/": { "get": { "responses": { "404": {}, (status): row } } } });
        let read = read(&document.to_string()).unwrap();
        let log = &read.resources[0];
        assert_eq!((log.fields.len(), log.documented), (1, Documented::Complete), "{status}");
        assert_eq!(log.operations, [Operation::Get]);
    }
}

#[test]
fn references_are_read_as_they_stand_in_a_url() {
    let mut document = of("3.1.0", &json!({ "properties": { "b": { "$ref": "#/components/schemas/a%7Bb%20c~1d" } } }));
    document["components"]["schemas"]["a{b c/d"] = json!({ "type": "boolean" });
    let read = read(&document.to_string()).unwrap();
    assert_eq!(read.resources[0].fields, [Field::new("b", Kind::Boolean)]);
}
