//! The declarations of resources that are known in part, held against what is known of them (`tests/fixtures/partial`):
//! both are written out in one form and compared whole, so that what is missing and what is invented fail alike.

use std::collections::{BTreeMap, BTreeSet};

use pigello_client::resources;
use pigello_client::schema::{Documented, Field, Kind, Limits, Operation, Resource};
use serde_json::{Map, Value, json};

fn known() -> Vec<Value> {
    let folder = format!("{}/tests/fixtures/partial", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    files.map(|text| serde_json::from_str(&text).unwrap()).collect()
}

fn each(then: impl Fn(&Value, &'static Resource)) {
    let known = known();
    let partial: Vec<_> =
        resources::DECLARED.iter().filter(|resource| resource.documented != Documented::Complete).collect();
    let declared: BTreeSet<_> = partial.iter().map(|resource| resource.name).collect();
    let in_files: BTreeSet<_> = known.iter().map(|facts| facts["name"].as_str().unwrap()).collect();
    assert_eq!(declared, in_files, "what is known of every other resource stands in tests/fixtures/partial");
    for facts in &known {
        then(facts, partial.iter().find(|resource| facts["name"] == resource.name).unwrap());
    }
}

fn type_name(kind: Kind) -> String {
    match kind {
        Kind::Reference(_) | Kind::Object => "object".into(),
        Kind::Boolean => "boolean".into(),
        Kind::Integer => "integer".into(),
        Kind::Number => "number".into(),
        Kind::Any => "any".into(),
        Kind::Array(element) => format!("array<{}>", type_name(*element)),
        _ => "string".into(),
    }
}

/// A declared field in the words of the data.
fn in_the_words_of_the_data(field: &Field) -> Value {
    let mut words = Map::new();
    let mut put = |name: &str, value: Value| {
        words.insert(name.into(), value);
    };
    put("name", json!(field.name));
    put("type", json!(type_name(field.kind)));
    if let Some(model) = field.kind.target() {
        put("model", json!(model));
    }
    match field.kind {
        Kind::Integer => put("format", json!("int32")),
        Kind::Pattern(pattern) => put("pattern", json!(pattern.python)),
        kind => kind.format().into_iter().for_each(|format| put("format", json!(format))),
    }
    match field.limits {
        Limits::None => {}
        Limits::Between((min, max)) => {
            put("minimum", json!(min));
            put("maximum", json!(max));
        }
        Limits::Numbers(values) | Limits::SomeNumbers(values) => put("enum", json!(values)),
        Limits::Texts(values) | Limits::SomeTexts(values) => put("enum", json!(values)),
    }
    for (name, length) in [("min_length", field.min_length), ("max_length", field.max_length)] {
        length.into_iter().for_each(|length| put(name, json!(length)));
    }
    for (name, set) in [
        ("enum_may_be_truncated", matches!(field.limits, Limits::SomeNumbers(_) | Limits::SomeTexts(_))),
        ("unique_items", field.unique_items),
        ("nullable", field.nullable),
        ("required", field.required),
        ("read_only", field.read_only),
        ("unique", field.unique),
    ] {
        if set {
            put(name, json!(true));
        }
    }
    if !field.rules.is_empty() {
        let rules = field.rules.iter();
        let rules: Vec<Value> = rules
            .map(|rule| json!({ rule.kind.code().as_str(): rule.others(field.name).collect::<BTreeSet<_>>() }))
            .collect();
        put("rules", json!(rules));
    }
    Value::Object(words)
}

/// The fields of the data. The names in a rule are a set: their order differs from field to field.
fn fields(facts: &Value) -> Vec<Value> {
    let mut fields = facts["fields"].as_array().unwrap().clone();
    for field in &mut fields {
        for rule in field.get_mut("rules").and_then(Value::as_array_mut).into_iter().flatten() {
            for names in rule.as_object_mut().unwrap().values_mut() {
                names.as_array_mut().unwrap().sort_by_key(|name| name.as_str().unwrap().to_owned());
            }
        }
    }
    fields
}

#[test]
fn every_known_field_is_declared_in_its_order_with_its_rules_and_no_other() {
    each(|facts, resource| {
        let declared: Vec<_> = resource.fields.iter().map(in_the_words_of_the_data).collect();
        let known = fields(facts);
        for (declared, known) in declared.iter().zip(&known) {
            assert_eq!(declared, known, "{}", resource.name);
        }
        assert_eq!(declared.len(), known.len(), "{}", resource.name);
        assert_eq!(resource.base_path, facts["base_path"]);
    });
}

#[test]
fn how_much_is_known_of_a_resource_is_said() {
    each(|facts, resource| {
        let nothing = facts["fields"] == json!([]) && facts["filters"] == json!({});
        assert_eq!(resource.documented == Documented::NameOnly, nothing, "{}", resource.name);
    });
    assert_eq!(resources::DECLARED.len(), 13, "one more, or one less: the package's README tells the number, too");
}

#[test]
fn every_known_filter_is_declared_with_its_operators_and_no_other() {
    each(|facts, resource| {
        let mut known: BTreeMap<String, Value> = serde_json::from_value(facts["filters"].clone()).unwrap();
        if resource.field("id").is_some() {
            // The guides of the API ask for `id__in` wherever they meet ids.
            known.insert("id".into(), json!(["in", "isnull"]));
        }
        let declared: BTreeMap<String, Value> = resource
            .filterable()
            .map(|field| {
                let mut operators: Vec<_> = field.operators().iter().map(|operator| operator.as_str()).collect();
                if operators.len() < field.kind.operators().len() {
                    operators.push("(cut)");
                }
                (field.name.into(), json!(operators))
            })
            .collect();
        assert_eq!(declared, known, "{}", resource.name);
    });
}

#[test]
fn every_known_list_parameter_is_an_option_and_no_other() {
    each(|facts, resource| {
        // Where the page of the list is not known, no parameter is beyond those that every list has.
        let everywhere = |name: &str| name.starts_with('_') || name.starts_with("global_");
        let known = facts["parameters"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        let known: BTreeSet<_> = known.filter(|name| !everywhere(name)).collect();
        assert_eq!(resource.parameters.iter().map(|parameter| parameter.name).collect::<BTreeSet<_>>(), known);
    });
}

#[test]
fn every_operation_without_a_page_is_marked_as_following_the_template() {
    each(|facts, resource| {
        assert_eq!(resource.operations, Operation::TEMPLATE, "{}", resource.name);
        assert_eq!(facts["invite"].as_str().unwrap_or_default(), resource.invite, "{}", resource.name);
        for operation in Operation::TEMPLATE {
            let by_template = facts["operations"][operation.as_str()] != "page";
            assert_eq!(by_template, resource.by_template.contains(operation), "{} {operation:?}", resource.name);
        }
    });
}

#[test]
fn what_rules_name_beyond_the_declared_fields_is_mentioned_and_nothing_else() {
    each(|_, resource| {
        let named = resource.fields.iter().flat_map(|field| field.rules).flat_map(|rule| rule.fields);
        let named: BTreeSet<_> = named.filter(|name| resource.field(name).is_none()).collect();
        assert_eq!(resource.mentioned.iter().collect::<BTreeSet<_>>(), named, "{}", resource.name);
    });
}
