//! `cargo xtask resources`: the table of README.md of what is declared of each resource, beside what is known of it, which
//! stands under `tests/fixtures`.

use crate::model::{Resource, declared};
use anyhow::{Context, Result};
use serde_json::Value;
use std::{fs, path::Path};

/// The table of the declared resources of the repository at this root.
pub fn table(root: &Path) -> Result<String> {
    let mut text = String::from(
        "| resource | known of it | fields | rules between fields | filters | list parameters of its own | operations |\n\
         |---|---|--:|--:|--:|--:|---|\n",
    );
    for resource in declared() {
        text.push_str(&line(&resource, &known(root, &resource)?));
    }
    Ok(text)
}

/// What is known of a resource: the transcribed page, or what was seen of it.
fn known(root: &Path, resource: &Resource) -> Result<Value> {
    let fixtures = root.join("tests/fixtures");
    let name = format!("{}.json", resource.module());
    let file = ["pages", "partial"].map(|folder| fixtures.join(folder).join(&name));
    let file = file
        .iter()
        .find(|file| file.exists())
        .with_context(|| format!("{name} stands nowhere in {}", fixtures.display()))?;
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

fn line(resource: &Resource, known: &Value) -> String {
    let list = |name: &str| known.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    // A whole page tells twice of what is both written and answered.
    let mut fields = [list("fields"), list("response_fields")].concat();
    for field in list("request_fields") {
        if fields.iter().all(|other| other.get("name") != field.get("name")) {
            fields.push(field);
        }
    }
    let rules = |field: &Value| field.get("rules").and_then(Value::as_array).map_or(0, Vec::len);
    let known_rules: usize = fields.iter().map(rules).sum();
    let filters = known.get("filters").and_then(Value::as_object).cloned().unwrap_or_default();
    // The guides of the API ask for `id__in` wherever they meet ids, whether or not the page is known.
    let by_guides = usize::from(resource.field("id").is_some() && !filters.contains_key("id"));
    let common = crate::openapi::common();
    let known_parameters =
        list("parameters").iter().filter(|name| !common.iter().any(|common| *name == common)).count();
    let declared_filters =
        resource.fields.iter().chain(&resource.filters).filter(|field| field.operators.is_some()).count();
    let declared_rules: usize = resource.fields.iter().map(|field| field.rules.len()).sum();
    let of = |declared: usize, known: usize| format!("{declared} of {known}");
    let cells = [
        format!("`{}`", resource.type_name),
        resource.documented.as_str().into(),
        of(resource.fields.len(), fields.len()),
        of(declared_rules, known_rules),
        of(declared_filters, filters.len() + by_guides),
        of(resource.parameters.len(), known_parameters),
        operations(resource),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// How many there are, and for how many the template is all that speaks.
fn operations(resource: &Resource) -> String {
    let mut text = resource.operations.len().to_string();
    if !resource.by_template.is_empty() {
        text.push_str(&format!(", {} by the template alone", resource.by_template.len()));
    }
    if !resource.invite.is_empty() {
        text.push_str("; and `invite`");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::table;
    use std::{fs, path::Path};

    #[test]
    fn the_readme_has_the_table_of_what_is_declared() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let readme = fs::read_to_string(root.join("README.md")).unwrap();
        let (_, rest) = readme.split_once("<!-- resources: `cargo xtask resources --write` -->\n\n").unwrap();
        let (there, _) = rest.split_once("\n<!-- end of resources -->").unwrap();
        assert_eq!(there, table(&root).unwrap(), "`cargo xtask resources --write` makes it so");
    }

    #[test]
    fn of_what_is_known_nothing_is_left_out() {
        let table = table(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")).unwrap();
        let counts = table.split('|').filter_map(|cell| cell.trim().split_once(" of "));
        let counts: Vec<_> =
            counts.filter_map(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?))).collect();
        assert_eq!(counts.len(), 13 * 4);
        assert!(counts.iter().all(|(declared, known)| declared == known), "{table}");
    }
}
