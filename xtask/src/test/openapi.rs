//! The document of our declarations: a public validator takes it, and imported it makes the same declarations.

use crate::{openapi, place, program};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path, path::PathBuf};

/// Asks the validator of tests/openapi about our document and those of tests/fixtures/openapi.
pub fn validator() -> Result<()> {
    let folder = place::root().join("tests/openapi");
    let lock = place::read(&folder.join("package-lock.json"))?;
    let installed_from = folder.join("node_modules/.installed-from");
    if !fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        let mut npm = program::program("npm");
        npm.current_dir(&folder).args(["ci", "--ignore-scripts", "--loglevel=error"]);
        program::run(&mut npm).context("the validator could not be installed")?;
        place::write(&installed_from, lock)?;
    }
    let ours = place::work().join("openapi.json");
    place::write(&ours, openapi::document()?)?;
    let fixtures = place::root().join("tests/fixtures/openapi");
    let fixtures: Vec<PathBuf> = fs::read_dir(fixtures)?.flatten().map(|entry| entry.path()).collect();
    program::run(program::script("tests/openapi/validate.mjs").arg(ours).args(fixtures))
}

/// Imports our document into a copy of the sources without a declaration, compiles that, and compares its document.
pub fn round_trip() -> Result<()> {
    let ours = openapi::document()?;
    let (copy, target) = round_trip_folders();
    copy_without_declarations(&copy)?;
    let file = place::work().join("round-trip.json");
    place::write(&file, &ours)?;
    let told = program::answer(openapi::importer().arg("import").arg(&file).arg("--root").arg(&copy))?;
    let added = told.lines().filter(|line| line.starts_with("added: ")).count();
    if added == 0 {
        bail!("the import added nothing: {told}");
    }
    let mut importer = openapi::importer();
    importer.current_dir(&copy).env("CARGO_TARGET_DIR", target);
    let theirs = program::answer(importer.arg("openapi")).context("what was imported")?;
    if let Some((line, (ours, theirs))) = ours.lines().zip(theirs.lines()).enumerate().find(|(_, (a, b))| a != b) {
        bail!("imported, the declarations are others: line {line} of the document was `{ours}` and is `{theirs}`");
    }
    if ours.len() != theirs.len() {
        bail!("imported, the declarations are others: their document has another length");
    }
    program::say(&format!("{added} declarations are the same after export, import and compilation"));
    Ok(())
}

/// The copy, and where cargo compiles it: in a common folder it takes what it compiled of the one for what it would of the
/// other.
pub fn round_trip_folders() -> (PathBuf, PathBuf) {
    (place::work().join("round-trip"), place::target().join("round-trip"))
}

/// Copies what cargo compiles, but for the declarations.
pub fn copy_without_declarations(copy: &Path) -> Result<()> {
    place::empty(copy)?;
    let root = place::root();
    for folder in
        ["src", "tests/native", "tests/wasm", "tests/judge", "tests/golden", "tests/fixtures", "pkg-template", "xtask"]
    {
        place::copy_folder(&root.join(folder), &copy.join(folder))?;
    }
    for file in ["Cargo.toml", "Cargo.lock", "rustfmt.toml"] {
        place::copy(&root.join(file), &copy.join(file))?;
    }
    let resources = copy.join("src/resources");
    for entry in fs::read_dir(&resources)?.flatten().filter(|entry| entry.path().is_dir()) {
        fs::remove_dir_all(entry.path())?;
    }
    let list = resources.join("mod.rs");
    let text = place::read(&list)?;
    let (begin, end) = ("        $then! {\n", "\n        }\n    };");
    let (head, rest) = text.split_once(begin).context("the list of resources has no beginning")?;
    let (_, tail) = rest.split_once(end).context("the list of resources has no end")?;
    place::write(&list, [head, begin, end, tail].concat())
}
