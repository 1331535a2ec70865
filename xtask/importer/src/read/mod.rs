//! An OpenAPI 3.0 or 3.1 document as resources. What cannot be read is told by JSON pointer, and the rest is read all the
//! same; a document that is none, or that no API would have, is refused as a whole.

mod document;
mod field;
mod filters;
mod names;
mod paths;
mod pattern;
mod resource;
mod rules;
mod spot;
#[cfg(test)]
mod tests;

pub use spot::Problem;

use crate::model::Resource;
use document::Document;
use serde_json::Value;
use spot::Spot;

/// What a document says.
#[derive(Debug)]
pub struct Read {
    /// Its resources, by path.
    pub resources: Vec<Resource>,
    /// What of it could not be read.
    pub complaints: Vec<Problem>,
}

/// Reads a document.
pub fn read(text: &str) -> Result<Read, Problem> {
    let root: Value =
        serde_json::from_str(text).map_err(|error| Problem::at("", format!("this is not JSON: {error}")))?;
    let document = Document::new(&root);
    check(&document)?;
    let mut resources: Vec<Resource> = Vec::new();
    let mut places: Vec<Spot> = Vec::new();
    for group in paths::groups(&document)? {
        let spot = group.spot.clone();
        let Some(resource) = resource::resource(&document, group)? else { continue };
        let twin = resources.iter().position(|known| known.name.eq_ignore_ascii_case(&resource.name));
        if let Some(twin) = twin.and_then(|twin| places.get(twin)) {
            let message = format!("`{}` is a resource already, at #{}", resource.name, twin.pointer);
            return Err(spot.problem(message));
        }
        resources.push(resource);
        places.push(spot);
    }
    if resources.is_empty() {
        return Err(Problem::at("/paths", "no path of the API's template is in here"));
    }
    Ok(Read { resources, complaints: document.complaints() })
}

/// Whether it is such a document, and all its references lead somewhere.
fn check(document: &Document) -> Result<(), Problem> {
    let root = document.root();
    match root.get("openapi") {
        None => return Err(root.problem("this is no OpenAPI document: it has no `openapi`")),
        Some(version) if version.text().is_some_and(|text| text.starts_with("3.0") || text.starts_with("3.1")) => {}
        Some(version) => return Err(version.problem("OpenAPI 3.0 and 3.1 are read, and no other version")),
    }
    match root.get("paths") {
        Some(paths) if paths.value.is_object() => {}
        _ => return Err(Problem::at("/paths", "there are no paths")),
    }
    references(document, &root)?;
    for (_, schema) in root.get("components").and_then(|all| all.get("schemas")).iter().flat_map(Spot::members) {
        document.schema(&schema)?;
    }
    Ok(())
}

fn references<'a>(document: &Document<'a>, spot: &Spot<'a>) -> Result<(), Problem> {
    if spot.get("$ref").is_some_and(|reference| reference.value.is_string()) {
        document.resolve(spot.clone())?;
    }
    for (_, below) in spot.members() {
        references(document, &below)?;
    }
    for below in spot.elements() {
        references(document, &below)?;
    }
    Ok(())
}
