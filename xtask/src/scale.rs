//! `cargo xtask bench --scale`: what the package is like with as many resources as the API has. A made-up document is
//! imported into a copy of the sources, which is built and measured; the figures are kept in bench/scale.md.

use crate::{openapi, place, program, test::openapi::copy_without_declarations};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{fmt::Write as _, fs, path::Path, path::PathBuf, time::Instant};

/// So many resources each time; the first are those that there are.
const COUNTS: [usize; 3] = [13, 50, 150];
/// What a build reads beside the Rust sources.
const FOLDERS: [&str; 3] = ["pkg-template", "tests/js", "bench"];
const FILES: [&str; 4] = ["package.json", "package-lock.json", "LICENSE-APACHE", "LICENSE-MIT"];

/// What was measured with so many resources.
struct Measured {
    count: usize,
    build_seconds: f64,
    /// By name, as bench/scale/measure.mjs prints it.
    figures: Value,
}

impl Measured {
    fn figure(&self, name: &str) -> Result<f64> {
        self.figures.get(name).and_then(Value::as_f64).with_context(|| format!("no `{name}` was measured"))
    }
}

/// Measures, writes the table, and fails where a bound is passed.
pub fn run() -> Result<()> {
    let copy = place::work().join("scale");
    // What is built only once is built before anything is measured.
    if !target().exists() {
        imported(&copy, 13)?;
        build(&copy)?;
    }
    let mut all = Vec::new();
    for count in COUNTS {
        imported(&copy, count)?;
        program::say(&format!("building with {count} resources"));
        let start = Instant::now();
        build(&copy)?;
        let build_seconds = start.elapsed().as_secs_f64();
        let mut measure = program::script("bench/scale/measure.mjs");
        let figures = serde_json::from_str(&program::answer(measure.arg(copy.join("pkg")))?)?;
        all.push(Measured { count, build_seconds, figures });
    }
    program::say("running the tests that go through every resource, with all of these");
    let mut cargo = program::cargo();
    cargo.current_dir(&copy).env("CARGO_TARGET_DIR", target());
    cargo.args(["test", "--package", "pigello-client", "--lib", "--features", "sandbox", "--"]);
    program::run(cargo.args([
        "every_row_of_every",
        "every_field_that",
        "the_same_seed",
        "every_resource",
        "what_is_stored",
    ]))?;
    report(&all)
}

fn target() -> PathBuf {
    place::target().join("scale")
}

/// A copy of the sources with so many resources, all of them imported.
fn imported(copy: &Path, count: usize) -> Result<()> {
    copy_without_declarations(copy)?;
    for folder in FOLDERS {
        place::copy_folder(&place::root().join(folder), &copy.join(folder))?;
    }
    for file in FILES {
        place::copy(&place::root().join(file), &copy.join(file))?;
    }
    // Only asked for where the package is packed; and its tools are those of this folder.
    place::write(&copy.join("README.md"), "")?;
    let modules = fs::canonicalize(place::root().join("node_modules"))?;
    #[cfg(unix)]
    std::os::unix::fs::symlink(modules, copy.join("node_modules"))?;
    #[cfg(not(unix))]
    bail!("{} cannot be linked to on this system", modules.display());
    let document = program::answer(openapi::importer().args(["openapi", "--made-up", &count.to_string()]))?;
    let file = place::work().join("scale.json");
    place::write(&file, document)?;
    program::answer(openapi::importer().arg("import").arg(&file).arg("--root").arg(copy))?;
    Ok(())
}

fn build(copy: &Path) -> Result<()> {
    let mut cargo = program::cargo();
    cargo.current_dir(copy).env("CARGO_TARGET_DIR", target()).env_remove("CARGO_MANIFEST_DIR");
    program::answer(cargo.args(["run", "--quiet", "--package", "xtask", "--", "build"])).map(drop)
}

fn report(all: &[Measured]) -> Result<()> {
    let [small, _, large] = all else { bail!("three sizes are measured") };
    let further = (large.count - small.count) as f64;
    let mut text = String::from(
        "# With more resources\n\nWritten by `cargo xtask bench --scale`: made-up resources of the width of the known ones, \
         imported and built. Each further one costs:\n\n| | each further resource | at most |\n|---|--:|--:|\n",
    );
    let mut passed = Vec::new();
    for (name, what, most) in [
        ("wasmRaw", "bytes of `client.wasm`", 922.0),
        ("wasmBrotli", "bytes of it, brotli", 256.0),
        ("scriptRaw", "bytes of JavaScript", 100.0),
    ] {
        let each = (large.figure(name)? - small.figure(name)?) / further;
        writeln!(text, "| {what} | {each:.0} | {most:.0} |")?;
        if each > most {
            passed.push(format!("{what}: {each:.0}, and at most {most:.0} are allowed"));
        }
    }
    text.push_str("\n| resources | build, s | first call, ms | `tsc` of a small program, s | `client.wasm`, KiB brotli |\n|--:|--:|--:|--:|--:|\n");
    for measured in all {
        let (first, types, brotli) =
            (measured.figure("firstCallMs")?, measured.figure("tscSeconds")?, measured.figure("wasmBrotli")?);
        let Measured { count, build_seconds, .. } = measured;
        writeln!(text, "| {count} | {build_seconds:.0} | {first:.1} | {types:.2} | {:.1} |", brotli / 1024.0)?;
    }
    for (name, what, most) in [("firstCallMs", "the first call", 1.5), ("tscSeconds", "tsc", 2.0)] {
        let times = large.figure(name)? / small.figure(name)?;
        writeln!(
            text,
            "\nAt {} resources {what} takes {times:.2} times what it takes at {}: at most {most}.",
            large.count, small.count
        )?;
        if times > most {
            passed.push(format!("{what}: {times:.2} times as long, and at most {most} is allowed"));
        }
    }
    println!("{text}");
    place::write(&place::root().join("bench/scale.md"), &text)?;
    if passed.is_empty() { Ok(()) } else { bail!("these bounds are passed: {}", passed.join("; ")) }
}
