//! The tests that go through every resource, whichever it is, in a copy of the sources that has many: native ones, and those
//! of the installed package.

use crate::{
    place, program,
    test::javascript,
    test::openapi::{copy_without_declarations, round_trip_folders},
};
use anyhow::{Result, bail};
use std::path::Path;

/// So many resources in `cargo xtask test`.
const FEW: usize = 40;
/// The native tests that go through all that is declared, by their beginnings.
const NATIVE: [&str; 4] = ["fuzz::", "resources::", "sandbox::generate::", "sandbox::tests::rules::every_resource"];
/// The tests of the package that loop over what it exports.
const JAVASCRIPT: [&str; 5] = ["exports", "fast", "form-round-trip", "sandbox-rows", "write-only"];

/// Imports some made-up resources into a copy of the sources, compiles that natively and tests it.
pub fn with_a_few() -> Result<()> {
    // Where the round trip was: what it has compiled of other crates is taken again.
    let (copy, target) = round_trip_folders();
    copy_without_declarations(&copy)?;
    super::import(&copy, FEW)?;
    native(&copy, &target, "5000")
}

/// Runs the native tests of a copy; those that make inputs make so many.
pub fn native(copy: &Path, target: &Path, inputs: &str) -> Result<()> {
    let tests = || {
        let mut cargo = program::cargo();
        cargo.current_dir(copy).env("CARGO_TARGET_DIR", target).env("PIGELLO_FUZZ_INPUTS", inputs);
        cargo.args(["test", "--package", "pigello-client", "--features", "sandbox", "--lib", "--test", "native", "--"]);
        cargo.args(NATIVE);
        cargo
    };
    program::say("compiling the native tests that go through every resource");
    let listed = program::answer(tests().arg("--list"))?;
    if let Some(gone) = NATIVE.iter().find(|beginning| !listed.lines().any(|test| test.starts_with(*beginning))) {
        bail!("there are no native tests `{gone}` any more");
    }
    program::say("running them");
    program::run(&mut tests())
}

/// Runs the tests of a copy's package, as it is installed, and its types'.
pub fn javascript(copy: &Path, installed: &Path) -> Result<()> {
    place::empty(installed)?;
    place::write(&installed.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    place::copy_folder(&copy.join("pkg"), &installed.join("node_modules/pigello-client"))?;
    for folder in ["js", "types", "fixtures"] {
        place::copy_folder(&place::root().join("tests").join(folder), &installed.join("tests").join(folder))?;
    }
    program::say("compiling the tests of its types");
    javascript::type_tests(installed, "bundler")?;
    program::say("running the tests of the package that go through every resource");
    let files = JAVASCRIPT.map(|name| installed.join("tests/js").join(name).with_extension("test.mjs"));
    javascript::node_tests(installed, &[("PIGELLO_MADE_UP", "1")], files.to_vec())
}
