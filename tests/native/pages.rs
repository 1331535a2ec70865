//! The API's reference pages, as transcribed under `tests/fixtures/pages`: what both other files compare with.

use serde_json::Value;

/// Every transcribed page.
pub fn all() -> Vec<Value> {
    let folder = format!("{}/tests/fixtures/pages", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    files.map(|text| serde_json::from_str(&text).unwrap()).collect()
}

/// The declaration of a page.
pub fn declaration(page: &Value) -> &'static pigello_client::schema::Resource {
    let found = pigello_client::resources::DECLARED.iter().find(|resource| page["name"] == resource.name);
    found.unwrap_or_else(|| panic!("no resource is declared for the page of {}", page["name"]))
}
