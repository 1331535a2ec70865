//! The checks of the Rust sources: formatting, lints, native tests, tests as wasm.

use crate::{
    build::Part,
    place, program,
    toolchain::{Toolchain, browser},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{fs, path::PathBuf};

pub fn formatting() -> Result<()> {
    program::run(program::cargo().args(["fmt", "--all", "--check"]))?;
    // A macro names these files, and cargo does not look for them there.
    let mut rustfmt = program::program("rustfmt");
    rustfmt.args(["--edition", "2024", "--check"]).args(declarations()?);
    program::run(&mut rustfmt)
}

/// The declaration files.
fn declarations() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for application in
        fs::read_dir(place::root().join("src/resources"))?.flatten().filter(|entry| entry.path().is_dir())
    {
        files.extend(fs::read_dir(application.path())?.flatten().map(|entry| entry.path()));
    }
    if files.is_empty() {
        bail!("there are no declarations in src/resources");
    }
    Ok(files)
}

/// Lints all that compiles natively, the sandbox included.
pub fn clippy() -> Result<()> {
    let mut cargo = program::cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--features", "pigello-client/sandbox"]);
    program::run(cargo.args(["--", "-D", "warnings"]))
}

/// Lints what compiles for wasm32 only.
pub fn clippy_wasm(toolchain: &Toolchain, part: Part) -> Result<()> {
    let mut cargo = toolchain.rust.cargo("clippy");
    cargo.args(["--package", "pigello-client", "--lib"]).args(part.features());
    program::run(cargo.args(["--", "-D", "warnings"]))
}

pub fn native_tests() -> Result<()> {
    program::run(program::cargo().args(["test", "--workspace", "--features", "pigello-client/sandbox"]))
}

/// The tests of `tests/native/fuzz.rs` with a hundred times as many inputs, as released.
pub fn many_inputs() -> Result<()> {
    let mut cargo = program::cargo();
    cargo.env("PIGELLO_FUZZ_INPUTS", "10000000").args(["test", "--release", "--package", "pigello-client"]);
    program::run(cargo.args(["--features", "sandbox", "--test", "native", "fuzz"]))
}

/// Compiles the tests called wasm*, with the port that the JS layer gives to calls, and answers the files.
pub fn compile_wasm_tests(toolchain: &Toolchain) -> Result<Vec<PathBuf>> {
    let mut esbuild = program::npm_program("esbuild/bin/esbuild");
    esbuild.args(["tests/wasm/port.ts", "--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
    program::run(esbuild.arg("--outfile=tests/wasm/port.js"))?;
    let mut cargo = toolchain.rust.cargo("test");
    cargo.args(["--package", "pigello-client", "--features", "sandbox", "--test", "wasm*", "--no-run"]);
    let messages = program::answer(cargo.arg("--message-format=json-render-diagnostics"))?;
    let files: Vec<PathBuf> = messages.lines().filter_map(executable).collect();
    if files.is_empty() {
        bail!("cargo compiled no test called wasm*");
    }
    Ok(files)
}

pub fn wasm_tests_in_node(toolchain: &Toolchain, files: &[PathBuf]) -> Result<()> {
    for file in files {
        program::run(toolchain.bindgen.test_runner().arg(file))?;
    }
    Ok(())
}

pub fn wasm_tests_in_chromium(toolchain: &Toolchain, files: &[PathBuf], browser: &browser::Browser) -> Result<()> {
    // The runner reads webdriver.json in the folder where it runs.
    let folder = place::work().join("webdriver");
    place::empty(&folder)?;
    let options = json!({ "goog:chromeOptions": { "binary": browser.chromium, "args": browser::FLAGS } });
    place::write(&folder.join("webdriver.json"), options.to_string())?;
    for file in files {
        let mut runner = toolchain.bindgen.test_runner();
        runner.current_dir(&folder).env("WASM_BINDGEN_USE_BROWSER", "1").env("CHROMEDRIVER", &browser.driver);
        program::run(runner.arg(file)).with_context(|| format!("in {}", browser.chromium.display()))?;
    }
    Ok(())
}

/// The file of a test that one of cargo's JSON messages tells of.
fn executable(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    Some(message.get("executable")?.as_str()?.into())
}

#[cfg(test)]
mod tests {
    use super::executable;

    #[test]
    fn only_messages_with_an_executable_name_a_test() {
        assert_eq!(executable(r#"{"reason":"compiler-artifact","executable":"a.wasm"}"#), Some("a.wasm".into()));
        assert_eq!(executable(r#"{"reason":"compiler-artifact","executable":null}"#), None);
        assert_eq!(executable("running 3 tests"), None);
    }
}
