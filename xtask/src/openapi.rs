//! `cargo xtask openapi`, `cargo xtask resources` and `cargo xtask import`: the importer, a program of its own, since it is compiled with the
//! declarations.

use crate::{place, program, readme::Part};
use anyhow::Result;
use std::{path::Path, path::PathBuf, process::Command};

/// `cargo xtask import`.
#[derive(clap::Args)]
pub struct Import {
    /// The document, OpenAPI 3.0 or 3.1 as JSON
    document: PathBuf,
    /// Import these resources alone
    #[arg(long, value_name = "NAME", num_args = 1..)]
    only: Vec<String>,
    /// Tell what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Where the table of the resources stands in README.md.
const TABLE: Part =
    Part { begin: "<!-- resources: `cargo xtask resources --write` -->\n", end: "<!-- end of resources -->\n" };

/// Prints the table of what is declared, or takes it into README.md.
pub fn resources(write: bool) -> Result<()> {
    let mut table = importer();
    table.arg("resources");
    if write { TABLE.write_in_ours(&format!("\n{}\n", program::answer(&mut table)?)) } else { program::run(&mut table) }
}

/// Prints the declarations as an OpenAPI document, or writes it into a file.
pub fn openapi(file: Option<&Path>) -> Result<()> {
    match file {
        None => program::run(importer().arg("openapi")),
        Some(file) => place::write(file, document()?),
    }
}

/// The declarations as an OpenAPI document.
pub fn document() -> Result<String> {
    program::answer(importer().arg("openapi"))
}

/// Writes declarations from a document.
pub fn import(import: &Import) -> Result<()> {
    let mut importer = importer();
    // Programs run in the repository's root; the file is named from where the user is.
    importer.arg("import").arg(std::path::absolute(&import.document)?);
    if !import.only.is_empty() {
        importer.arg("--only").args(&import.only);
    }
    if import.dry_run {
        importer.arg("--dry-run");
    }
    program::run(&mut importer)
}

/// The importer, built when need be.
pub fn importer() -> Command {
    let mut cargo = program::cargo();
    cargo.args(["run", "--quiet", "--package", "importer", "--"]);
    cargo
}
