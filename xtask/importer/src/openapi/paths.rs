//! The paths of the template, with their parameters.

use super::BY_TEMPLATE;
use super::schema::{changed, kind, written};
use crate::model::{Field, Kind, Resource};
use crate::sentences;
use pigello_client::schema::Operation;
use serde_json::{Map, Value, json};

/// The parameters that every list has: name, schema, description.
fn everywhere() -> [(&'static str, Value, &'static str); 9] {
    let boolean = || json!({ "type": "boolean" });
    let ids = || kind(&Kind::Array(Box::new(Kind::Uuid)));
    let page =
        "Additional Validation Information:\n\nThis value must be set together with the following fields: _page_size";
    let size = "Additional Validation Information:\n\nThis value must be set together with the following fields: _page";
    [
        ("_jsonl", boolean(), "One JSON object a line."),
        ("_order_by", json!({ "type": "array", "items": { "type": "string" } }), "Fields; `-` in front is descending."),
        ("_page", json!({ "type": "integer", "format": "int32", "minimum": 1 }), page),
        ("_page_size", json!({ "type": "integer", "format": "int32" }), size),
        ("_search", json!({ "type": "string" }), "Free text."),
        ("_slim", boolean(), "Ids alone."),
        ("_statistics", boolean(), "Statistics over the rows."),
        ("global_realestates", ids(), "Rows of these real estates."),
        ("global_segments", ids(), "Rows of these segments."),
    ]
}

/// The names of these.
pub fn common() -> Vec<&'static str> {
    everywhere().map(|(name, _, _)| name).to_vec()
}

/// The same, to be referred to.
pub fn parameters() -> Map<String, Value> {
    let named =
        everywhere().into_iter().map(|(name, schema, description)| (name.into(), query(name, schema, description)));
    let pk = json!({ "name": "pk", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } });
    named.chain([("pk".into(), pk)]).collect()
}

fn query(name: &str, schema: Value, description: &str) -> Value {
    let is_array = schema.get("type") == Some(&json!("array"));
    let mut parameter = json!({ "name": name, "in": "query", "schema": schema });
    if let Value::Object(parameter) = &mut parameter {
        if is_array {
            parameter.insert("style".into(), json!("form"));
            parameter.insert("explode".into(), json!(false));
        }
        if !description.is_empty() {
            parameter.insert("description".into(), json!(description));
        }
    }
    parameter
}

/// Adds the paths of a resource.
pub fn insert(resource: &Resource, paths: &mut Map<String, Value>) {
    for operation in &resource.operations {
        let (method, path) = match operation {
            Operation::List => ("get", format!("{}list/", resource.base_path)),
            Operation::BulkWrite => ("post", format!("{}list/", resource.base_path)),
            Operation::Create => ("post", resource.base_path.clone()),
            Operation::Get => ("get", format!("{}{{pk}}/", resource.base_path)),
            Operation::Update => ("patch", format!("{}{{pk}}/", resource.base_path)),
            Operation::Delete => ("delete", format!("{}{{pk}}/", resource.base_path)),
        };
        let place = paths.entry(path).or_insert_with(|| json!({}));
        if let Value::Object(place) = place {
            place.insert(method.into(), described(resource, *operation));
        }
    }
    if !resource.invite.is_empty() {
        // Body and answer are of any shape.
        let anything = json!({ "application/json": { "schema": {} } });
        let invite = json!({
            "tags": [resource.name],
            "operationId": format!("{}_invite", resource.module()),
            "summary": format!("invite '{}'", resource.name),
            "requestBody": { "required": true, "content": anything },
            "responses": { "201": { "description": "Successful creation", "content": anything } },
        });
        paths.insert(resource.invite.clone(), json!({ "post": invite }));
    }
}

fn described(resource: &Resource, operation: Operation) -> Value {
    let named = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let list = |schema: Value| json!({ "type": "array", "items": schema });
    let row = || named(&resource.name);
    let (body, status, said, answer) = match operation {
        Operation::List => (None, "200", "A list", Some(list(row()))),
        Operation::BulkWrite => {
            // A row with an id is a change.
            let either = json!({ "anyOf": [named(&written(resource)), named(&changed(resource))] });
            (Some(list(either)), "201", "Successful bulk create/update", Some(list(row())))
        }
        Operation::Create => (Some(named(&written(resource))), "201", "Successful creation", Some(row())),
        Operation::Get => (None, "200", "The object", Some(row())),
        Operation::Update => (Some(named(&changed(resource))), "200", "Successful update", Some(row())),
        Operation::Delete => (None, "204", "No content", None),
    };
    let content = |schema: Value| json!({ "application/json": { "schema": schema } });
    let mut answers = Map::new();
    let mut success = json!({ "description": said });
    if let (Value::Object(success), Some(answer)) = (&mut success, answer) {
        success.insert("content".into(), content(answer));
    }
    answers.insert(status.into(), success);
    for (status, said) in [("401", "Not authenticated"), ("403", "Not permitted"), ("429", "Too many requests")] {
        answers.insert(status.into(), json!({ "description": said }));
    }
    let mut described = Map::new();
    described.insert("tags".into(), json!([resource.name]));
    described.insert("operationId".into(), json!([&resource.module(), "_", operation.as_str()].concat()));
    described.insert("summary".into(), json!(format!("{} '{}'", operation.as_str(), resource.name)));
    let parameters = parameters_of(resource, operation);
    if !parameters.is_empty() {
        described.insert("parameters".into(), json!(parameters));
    }
    if let Some(body) = body {
        described.insert("requestBody".into(), json!({ "required": true, "content": content(body) }));
    }
    described.insert("responses".into(), Value::Object(answers));
    if resource.by_template.contains(&operation) {
        described.insert(BY_TEMPLATE.into(), json!(true));
    }
    Value::Object(described)
}

fn parameters_of(resource: &Resource, operation: Operation) -> Vec<Value> {
    let named = |name: &str| json!({ "$ref": format!("#/components/parameters/{name}") });
    match operation {
        Operation::Get | Operation::Update | Operation::Delete => vec![named("pk")],
        Operation::List => {
            let own = resource.parameters.iter().map(|parameter| {
                let kind = if parameter.flag { Kind::Boolean } else { Kind::Array(Box::new(Kind::Uuid)) };
                query(&parameter.name, self::kind(&kind), "")
            });
            let filters = resource.fields.iter().chain(&resource.filters).filter_map(filter);
            common().into_iter().map(named).chain(own).chain(filters).collect()
        }
        Operation::BulkWrite | Operation::Create => Vec::new(),
    }
}

fn filter(field: &Field) -> Option<Value> {
    let mut operators = field.kind.operators();
    operators.truncate(field.operators?);
    // A relation is filtered by the other row's id, and text by any text.
    let value = match &field.kind {
        Kind::Reference(_) => kind(&Kind::Uuid),
        kind if kind.schema().is_text() => self::kind(&Kind::Text),
        kind => self::kind(kind),
    };
    Some(query(&field.name, value, &sentences::filter(&operators)))
}
