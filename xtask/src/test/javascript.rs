//! The checks of the package as it is installed: its manifest, types and JavaScript tests.

use crate::{place, program, toolchain::browser::Browser};
use anyhow::{Result, bail};
use serde_json::json;
use std::{fs, path::Path, path::PathBuf};

/// Looks at the manifest with a stranger's eyes; suggestions count too.
pub fn publint() -> Result<()> {
    program::run(program::npm_program("publint/src/cli.js").arg(place::package()).arg("--strict"))
}

/// Looks at the types of every entry in every way that TypeScript resolves them.
pub fn types_of_entries(tarball: &Path) -> Result<()> {
    let mut attw = program::npm_program("@arethetypeswrong/cli/dist/index.js");
    // A binary and the manifest have no types.
    attw.args(["--profile", "strict", "--format", "table-flipped", "--no-color"]);
    attw.args(["--exclude-entrypoints", "client.wasm", "package.json", "--"]);
    program::run(attw.arg(tarball))
}

/// The JS layer by itself, as its authors see it.
pub fn layer_types() -> Result<()> {
    program::run(program::npm_program("typescript/bin/tsc").args(["--noEmit", "-p", "pkg-template"]))
}

/// `tests/types` against the installed package. What must not compile stands there under `@ts-expect-error`.
pub fn type_tests(installed: &Path, resolution: &str) -> Result<()> {
    let module = if resolution == "nodenext" { "nodenext" } else { "esnext" };
    // In one of the two as `tsc --init` has it, which is stricter than `strict`.
    let strictest = resolution == "nodenext";
    let config = json!({
        "compilerOptions": {
            "strict": true,
            "noEmit": true,
            "target": "es2022",
            "lib": ["es2022", "dom", "dom.iterable"],
            "module": module,
            "moduleResolution": resolution,
            "types": [],
            "skipLibCheck": false,
            "exactOptionalPropertyTypes": strictest,
            "noUncheckedIndexedAccess": strictest,
        },
        "include": ["tests/types/**/*"],
    });
    let file = installed.join(format!("tsconfig.{resolution}.json"));
    place::write(&file, config.to_string())?;
    program::run(program::npm_program("typescript/bin/tsc").arg("-p").arg(file))
}

/// `tests/js` beside the installed package.
pub fn tests(installed: &Path) -> Result<()> {
    node_tests(installed, &[], test_files(installed)?)
}

/// The quick walk against the whole judgement, with a million rows.
pub fn many_rows(installed: &Path) -> Result<()> {
    let mut node = program::program("node");
    node.env("PIGELLO_ROWS", "1000000").current_dir(installed);
    program::run(node.args(["--test", "--test-reporter=spec", "tests/js/fast.test.mjs"]))
}

/// The same tests where `pigello-client` is its nowasm entry, as React Native takes it.
pub fn tests_without_wasm(installed: &Path) -> Result<()> {
    // These are about the package's other entries, in which there is nothing of it.
    const OTHERS: [&str; 3] = ["cli", "proxy", "sandbox"];
    let mut files = test_files(installed)?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        !OTHERS.iter().any(|other| name.starts_with(other))
    });
    let condition = "--conditions=react-native";
    let mut which = program::program("node");
    which.current_dir(installed).args([condition, "--print", "require.resolve('pigello-client')"]);
    let taken = program::answer(&mut which)?;
    if !taken.trim().ends_with("index.cjs") || !taken.contains("nowasm") {
        bail!("React Native's condition names {taken}");
    }
    node_tests(installed, &[("NODE_OPTIONS", condition)], files)
}

/// The faults of `tests/js/faults`, met by a page in Chromium.
pub fn faults_in_chromium(installed: &Path, browser: &Browser) -> Result<()> {
    let mut node = program::program("node");
    node.current_dir(place::root()).args(["--test", "--test-reporter=spec", "tests/chromium/faults.mjs"]);
    node.env("PIGELLO_INSTALLED", installed);
    browser.tell(&mut node);
    program::run(&mut node)
}

fn test_files(installed: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(installed.join("tests/js"))?.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("there are no tests in tests/js");
    }
    Ok(files)
}

/// Runs these files of tests.
pub fn node_tests(installed: &Path, variables: &[(&str, &str)], files: Vec<PathBuf>) -> Result<()> {
    let mut node = program::program("node");
    // Each file is run by a process of its own, which has them from here.
    node.envs(variables.iter().copied());
    node.current_dir(installed).args(["--test", "--test-reporter=spec"]).args(files);
    program::run(&mut node)
}
