//! The API's reference pages, as transcribed under `tests/fixtures/pages`: what both other files compare with.

use serde_json::Value;

/// Every transcribed page.
pub fn all() -> Vec<Value> {
    ["externalclientcontactperson", "organizationusersegment"].map(page).into()
}

fn page(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/pages/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The declaration of a page.
pub fn declaration(page: &Value) -> &'static pigello_client::schema::Resource {
    pigello_client::resources::DECLARED.iter().find(|resource| page["name"] == resource.name).unwrap()
}
