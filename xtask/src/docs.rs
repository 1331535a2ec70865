//! `cargo xtask docs`: the reference, made from the package, the crate and the declarations.

use crate::{build, openapi, place, program, toolchain::Toolchain};
use anyhow::Result;
use std::{fs, path::Path};

/// Builds the package, and writes all of the reference into `target/docs`.
pub fn run() -> Result<()> {
    build::package(&Toolchain::prepare()?)?;
    prepare()?;
    let folder = place::target().join("docs");
    write(&folder)?;
    program::say(&format!("the package and its resources: {}", folder.join("package/index.html").display()));
    program::say(&format!("the crate: {}", place::target().join("doc/pigello_client/index.html").display()));
    Ok(())
}

/// The reference of the package in `pkg/`, with a page for each resource, into this folder; that of the crate where cargo
/// puts it. Neither warns of anything.
pub fn write(folder: &Path) -> Result<()> {
    place::empty(folder)?;
    let document = folder.join("openapi.json");
    place::write(&document, openapi::document()?)?;
    let mut resources = program::script("tests/docs/resources.mjs");
    program::run(resources.arg(place::package()).arg(document).arg(folder.join("resources")))?;
    let mut typedoc = program::script("tests/docs/node_modules/typedoc/bin/typedoc");
    typedoc.args(["--options", "tests/docs/typedoc.json", "--out"]).arg(folder.join("package"));
    typedoc.arg("--projectDocuments").arg(folder.join("resources/*.md"));
    program::run(&mut typedoc)?;
    let mut cargo = program::cargo();
    cargo.args(["doc", "--package", "pigello-client", "--no-deps", "--features", "sandbox"]);
    program::run(cargo.env("RUSTDOCFLAGS", "-D warnings"))
}

/// Installs what tests/docs/package-lock.json names, where it is not what is installed already.
pub fn prepare() -> Result<()> {
    let folder = place::root().join("tests/docs");
    let lock = place::read(&folder.join("package-lock.json"))?;
    let installed_from = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    program::say("installing what reads the documents and writes the reference (markdown-it, TypeDoc)");
    let mut npm = program::program("npm");
    npm.current_dir(&folder).args(["ci", "--prefer-offline", "--ignore-scripts", "--loglevel=error"]);
    program::answer(&mut npm)?;
    place::write(&installed_from, lock)
}
