//! An OpenAPI 3.1 document of declarations: for other languages' generators, and read back by `read`. What OpenAPI has no
//! word for stands in keys that begin with `x-`; the API's own sentences (`sentences`) in descriptions.

mod paths;
mod schema;

pub use paths::common;

use crate::model::Resource;
use pigello_client::options::CREDENTIALS;
use pigello_client::schema::Documented;
use serde_json::{Map, Value, json};

/// How much is known of a resource, at its tag: `partial` or `name only`.
pub const DOCUMENTED: &str = "x-documented";
/// At an operation that no page of the API shows.
pub const BY_TEMPLATE: &str = "x-by-template";
/// The values that are known of a field that may take others.
pub const KNOWN_VALUES: &str = "x-known-values";

/// The document of these resources.
pub fn document(resources: &[Resource]) -> Value {
    let mut schemes = Map::new();
    let mut security = Map::new();
    for (name, header) in CREDENTIALS {
        schemes.insert(name.into(), json!({ "type": "apiKey", "in": "header", "name": header }));
        security.insert(name.into(), json!([]));
    }
    let mut tags = Vec::new();
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for resource in resources {
        tags.push(tag(resource));
        paths::insert(resource, &mut paths);
        schema::insert(resource, &mut schemas);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Pigello Core API",
            "version": "2.0.0",
            "description": "What `pigello-client` declares of the Pigello Core API.",
        },
        "servers": [{
            "url": "https://{environment}.pigello.io",
            "variables": { "environment": { "default": "dev.api" } },
        }],
        "security": [security],
        "tags": tags,
        "paths": paths,
        "components": { "parameters": paths::parameters(), "schemas": schemas, "securitySchemes": schemes },
    })
}

fn tag(resource: &Resource) -> Value {
    let mut tag = Map::new();
    tag.insert("name".into(), json!(resource.name));
    if !resource.doc.is_empty() {
        tag.insert("description".into(), json!(resource.doc));
    }
    if resource.documented != Documented::Complete {
        tag.insert(DOCUMENTED.into(), json!(resource.documented.as_str()));
    }
    Value::Object(tag)
}
