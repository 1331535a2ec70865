//! Documents that are refused as a whole, and where they say that the fault is.

use super::of;
use crate::read::read;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

#[test]
fn a_bad_document_is_refused_at_its_spot() {
    let change = |pointer: &str, value: Value| {
        let mut document = of("3.1.0", &json!({ "properties": { "a": { "type": "boolean" } } }));
        document["components"]["schemas"]["B"] = json!({});
        document["paths"]["/app/other/"] = json!({ "post": {} });
        *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        document.to_string()
    };
    let row = "/components/schemas/Row";
    let path = |path: &str| change("/paths", json!({ path: { "post": {} } }));
    for (text, pointer) in [
        ("{".to_owned(), ""),
        ("[]".into(), ""),
        ("{}".into(), ""),
        (json!({ "swagger": "2.0" }).to_string(), ""),
        (change("/openapi", json!("2.0")), "/openapi"),
        (change("/openapi", json!(3)), "/openapi"),
        (change("/paths", json!([])), "/paths"),
        (change("/paths", json!({})), "/paths"),
        (change(row, json!({ "$ref": "#/components/schemas/Nobody" })), "/components/schemas/Row/$ref"),
        (change(row, json!({ "$ref": "https://example.com/x.json" })), "/components/schemas/Row/$ref"),
        (change(row, json!({ "$ref": "#/components/schemas/Row" })), "/components/schemas/Row/$ref"),
        (change(row, json!({ "allOf": [{ "$ref": "#/components/schemas/Row" }] })), row),
        (change(row, json!(3)), row),
        (change(row, json!({ "properties": { "../x": {} } })), "/components/schemas/Row/properties/..~1x"),
        (change(row, json!({ "properties": { "; rm": {} } })), "/components/schemas/Row/properties/; rm"),
        (
            change(
                row,
                json!({ "properties": { "a": { "title": "a\"b", "properties": { "id": { "type": "string" } } } } }),
            ),
            "/components/schemas/Row/properties/a/title",
        ),
        (path("/app/../../x/"), "/paths/~1app~1..~1..~1x~1"),
        (path("/app/; rm -rf/"), "/paths/~1app~1; rm -rf~1"),
        (path("/app/thing\n/"), "/paths/~1app~1thing\n~1"),
        (path("/app/$(reboot)/"), "/paths/~1app~1$(reboot)~1"),
        (change(row, json!({ "properties": { "": {} } })), "/components/schemas/Row/properties/"),
        (change(row, json!({ "properties": { "a\"b": {} } })), "/components/schemas/Row/properties/a\"b"),
        (
            change(row, json!({ "properties": { ("x".repeat(101)): {} } })),
            &format!("/components/schemas/Row/properties/{}", "x".repeat(101)),
        ),
        (
            change("/components/schemas/B", json!({ "properties": { "a": { "$ref": "#/nowhere" } } })),
            "/components/schemas/B/properties/a/$ref",
        ),
        (change("/components/schemas/B", json!({ "$ref": 3 })), "/components/schemas/B/$ref"),
        (change("/paths/~1app~1thing~1/post/tags/0", json!("../x")), "/paths/~1app~1thing~1/post/tags/0"),
        (change("/paths", json!({ "/a/thing/": { "post": {} }, "/b/Thing/": { "post": {} } })), "/paths/~1b~1Thing~1"),
    ] {
        let problem = read(&text).expect_err(&text);
        assert_eq!(problem.pointer, pointer, "{problem}");
        assert!(!problem.message.is_empty());
    }
}

#[test]
fn what_is_not_json_is_told_by_line_and_column() {
    for (text, spot) in [
        ("{\n  \"openapi\": \"3.1.0\",\n  \"paths\": {,}\n}", "line 3 column 13"),
        ("", "line 1 column 0"),
        ("openapi: 3.1.0\n", "line 1 column 1"),
        ("{}\n}", "line 2 column 1"),
    ] {
        let problem = read(text).expect_err(text);
        assert_eq!(problem.pointer, "");
        assert!(problem.message.starts_with("this is not JSON: ") && problem.message.ends_with(spot), "{problem}");
    }
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert!(read(&deep).expect_err("deep").message.contains("recursion limit"));
}

#[test]
fn a_circle_of_references_is_refused_at_a_reference_in_it() {
    let mut document = of("3.1.0", &json!({ "$ref": "#/components/schemas/A" }));
    let reference = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    for (name, next) in [("A", "B"), ("B", "C"), ("C", "A")] {
        document["components"]["schemas"][name] = reference(next);
    }
    let problem = read(&document.to_string()).expect_err("a circle");
    assert!(problem.pointer.ends_with("/$ref") && problem.message.contains("circle"), "{problem}");
    // Through `allOf`, and through the one alternative to `null`.
    for part in ["allOf", "oneOf", "anyOf"] {
        document["components"]["schemas"]["C"] = json!({ (part): [reference("A")] });
        let problem = read(&document.to_string()).expect_err(part);
        assert!(problem.pointer.starts_with("/components/schemas/"), "{problem}");
    }
}

#[test]
fn a_relation_to_a_row_like_it_is_no_circle() {
    let own = json!({ "$ref": "#/components/schemas/Row" });
    let row = json!({ "properties": { "id": { "type": "string", "format": "uuid" }, "parent": own, "children": { "type": "array", "items": own } } });
    let fields = read(&of("3.1.0", &row).to_string()).unwrap().resources.remove(0).fields;
    let kinds: Vec<String> = fields.iter().map(|field| format!("{:?}", field.kind)).collect();
    assert_eq!(kinds, ["Uuid", "Reference(\"Row\")", "Array(Reference(\"Row\"))"]);
}

#[test]
fn schemas_of_which_each_names_the_next_twice_are_read_at_once() {
    let mut document = of("3.1.0", &json!({ "$ref": "#/components/schemas/S0" }));
    for place in 0..60 {
        let next = json!({ "$ref": format!("#/components/schemas/S{}", place + 1) });
        document["components"]["schemas"][format!("S{place}")] = json!({ "allOf": [next, next] });
    }
    document["components"]["schemas"]["S60"] = json!({ "properties": { "a": { "type": "boolean" } } });
    let start = Instant::now();
    let read = read(&document.to_string()).unwrap();
    assert_eq!(read.resources[0].fields.len(), 1);
    assert!(start.elapsed() < Duration::from_secs(10));
}
