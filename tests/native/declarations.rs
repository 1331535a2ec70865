//! Each declaration says what its page says, and nothing else: both are written out in one form and compared whole, so
//! that a missing and an invented field, limit, mark, filter or operator fail alike.

use std::collections::BTreeSet;

use pigello_client::schema::{Documented, Field, Kind, Operation, Parameter, Resource};
use serde_json::{Map, Value, json};

use crate::pages;

/// A declared field in the words of the page.
fn as_on_the_page(field: &Field) -> Value {
    let mut words = Map::new();
    words.insert("name".into(), json!(field.name));
    let kind = match field.kind {
        Kind::Reference(_) => "object",
        Kind::Any => "any",
        _ => "string",
    };
    words.insert("type".into(), json!(kind));
    if let Kind::Reference(model) = field.kind {
        words.insert("model".into(), json!(model));
    }
    if let Kind::Pattern(pattern) = field.kind {
        words.insert("pattern".into(), json!(pattern.python));
    }
    if let Some(format) = field.kind.format() {
        words.insert("format".into(), json!(format));
    }
    for (name, length) in [("min_length", field.min_length), ("max_length", field.max_length)] {
        if let Some(length) = length {
            words.insert(name.into(), json!(length));
        }
    }
    for (name, set) in [
        ("nullable", field.nullable),
        ("required", field.required),
        ("read_only", field.read_only),
        ("unique", field.unique),
    ] {
        if set {
            words.insert(name.into(), json!(true));
        }
    }
    Value::Object(words)
}

/// The page shows `{ id }` of required relations only: it is the same for all.
fn without_value(fields: &Value) -> Vec<Value> {
    let mut fields = fields.as_array().unwrap().clone();
    for field in &mut fields {
        field.as_object_mut().unwrap().remove("value");
    }
    fields
}

fn each(then: impl Fn(&Value, &'static Resource)) {
    let pages = pages::all();
    let complete =
        pigello_client::resources::DECLARED.iter().filter(|resource| resource.documented == Documented::Complete);
    let declared: BTreeSet<_> = complete.map(|resource| resource.name).collect();
    let known: BTreeSet<_> = pages.iter().map(|page| page["name"].as_str().unwrap()).collect();
    assert_eq!(
        declared, known,
        "every complete resource has its page in tests/fixtures/pages, and every page its resource"
    );
    for page in &pages {
        then(page, pages::declaration(page));
    }
}

#[test]
fn every_field_of_an_answer_is_declared_in_the_pages_order_and_no_other() {
    each(|page, resource| {
        let declared: Vec<_> = resource.fields.iter().map(as_on_the_page).collect();
        assert_eq!(declared, without_value(&page["response_fields"]), "{}", resource.name);
        assert_eq!(resource.base_path, page["base_path"]);
    });
}

#[test]
fn a_body_takes_the_fields_that_are_not_read_only_and_no_other() {
    each(|page, resource| {
        let written = resource.fields.iter().filter(|field| !field.read_only);
        let names: BTreeSet<_> = written.map(|field| field.name).collect();
        let wanted = without_value(&page["request_fields"]);
        assert_eq!(names, wanted.iter().map(|field| field["name"].as_str().unwrap()).collect(), "{}", resource.name);
        for field in wanted {
            assert_eq!(as_on_the_page(resource.field(field["name"].as_str().unwrap()).unwrap()), field);
        }
    });
}

#[test]
fn every_filter_has_the_operators_of_the_page_and_no_other() {
    each(|page, resource| {
        let declared: Map<String, Value> = resource
            .filterable()
            .map(|field| {
                let operators: Vec<_> = field.kind.operators().iter().map(|operator| operator.as_str()).collect();
                (field.name.into(), json!(operators))
            })
            .collect();
        assert_eq!(Value::Object(declared), page["filters"], "{}", resource.name);
    });
}

#[test]
fn every_list_parameter_of_the_page_is_an_option_and_no_other() {
    const ALWAYS: [&str; 7] = ["_jsonl", "_order_by", "_page", "_page_size", "_search", "_slim", "_statistics"];
    each(|page, resource| {
        let global = [Parameter::GLOBAL_REALESTATES, Parameter::GLOBAL_SEGMENTS];
        let own = global.iter().chain(resource.parameters).map(|parameter| parameter.name);
        let declared: BTreeSet<_> = ALWAYS.into_iter().chain(own).collect();
        let wanted = page["parameters"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
        assert_eq!(declared, wanted, "{}", resource.name);
    });
}

#[test]
fn every_operation_is_on_a_page_or_marked_as_following_the_template() {
    each(|page, resource| {
        let on_the_page = |operation: Operation| {
            let name = if operation == Operation::BulkWrite { "bulk write" } else { operation.as_str() };
            page["operations"].as_object().unwrap().keys().any(|known| known.eq_ignore_ascii_case(name))
        };
        assert_eq!(resource.operations, Operation::TEMPLATE, "{}", resource.name);
        for operation in Operation::TEMPLATE {
            // Get and Delete of Organizationusersegment are shown by its tag page.
            let known = on_the_page(*operation) || page["tag_page"].to_string().contains(operation.as_str());
            assert_eq!(!known, resource.by_template.contains(operation), "{} {operation:?}", resource.name);
        }
        assert_eq!(resource.documented, Documented::Complete);
    });
}
