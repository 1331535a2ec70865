//! One import from the document's text to the files: what is told, and what is written.

use crate::model::{Resource, declared};
use crate::{differ, read, taken, words, write};
use anyhow::{Result, bail};
use pigello_client::messages::labels::label;
use std::collections::BTreeSet;
use std::path::Path;

/// What an import does, before it is done.
#[derive(Debug)]
pub struct Import {
    /// What is to be told, line by line.
    pub told: Vec<String>,
    /// What is to be written.
    pub plan: write::Plan,
}

/// Reads a document for the repository at this root. `only` names resources; empty: all of them.
pub fn import(text: &str, root: &Path, only: &[String]) -> Result<Import> {
    let read::Read { mut resources, complaints } = read::read(text)?;
    for name in only {
        if !resources.iter().any(|resource| resource.name.eq_ignore_ascii_case(name)) {
            bail!("the document has no resource `{name}`");
        }
    }
    let wanted =
        |resource: &Resource| only.is_empty() || only.iter().any(|name| resource.name.eq_ignore_ascii_case(name));
    resources.retain(wanted);
    // What is declared elsewhere is not there in this repository.
    let mut there = declared();
    there.retain(|resource| write::path(root, resource).exists());
    let mut told: Vec<String> = complaints.iter().map(|problem| format!("not read: {problem}")).collect();
    for problem in taken::leave_out(&mut resources, &there) {
        told.push(format!("not read: {problem}"));
    }
    let mut pairs = Vec::new();
    for mut new in resources {
        let old = there.iter().find(|old| old.name.eq_ignore_ascii_case(&new.name)).cloned();
        if let Some(old) = &old {
            if old.base_path != new.base_path {
                bail!(
                    "`{}` is declared at `{}`, and the document has it at `{}`: remove its file first",
                    new.name,
                    old.base_path,
                    new.base_path
                );
            }
            keep(old, &mut new);
        } else if let Some(split) = words::split(&new.name) {
            new.type_name = split;
        } else {
            new.type_name = words::with_one_capital(&new.name);
            told.push(format!("one capital: `{}` is not made of the words in xtask/importer/words.txt", new.name));
        }
        told.extend(differ::resource(old.as_ref(), &new));
        pairs.push((new, old));
    }
    if only.is_empty() {
        let applications: BTreeSet<&str> = pairs.iter().map(|(new, _)| new.application()).collect();
        for old in there.iter().filter(|old| applications.contains(old.application())) {
            if pairs.iter().all(|(new, _)| new.name != old.name) {
                told.push(format!("removed: `{}` is not in the document; its file stays", old.type_name));
            }
        }
    }
    let fields =
        pairs.iter().flat_map(|(new, _)| new.fields.iter().chain(&new.filters)).map(|field| field.name.as_str());
    let unlabelled: BTreeSet<&str> = fields.filter(|name| label(name).is_none()).collect();
    if !unlabelled.is_empty() {
        let names: Vec<&str> = unlabelled.into_iter().collect();
        told.push(format!("no label yet, to be written in src/messages/labels.rs: {}", names.join(", ")));
    }
    Ok(Import { told, plan: write::plan(root, &pairs)? })
}

/// What somebody wrote stays: docs and capitals.
fn keep(old: &Resource, new: &mut Resource) {
    new.type_name.clone_from(&old.type_name);
    if !old.doc.is_empty() {
        new.doc.clone_from(&old.doc);
    }
    for field in &mut new.fields {
        if let Some(old) = old.field(&field.name).filter(|old| !old.doc.is_empty()) {
            field.doc.clone_from(&old.doc);
        }
    }
}
