//! `cargo xtask bench --scale`: what the package is like with as many resources as the API has. A made-up document is
//! imported into a copy of the sources, which is built and measured, and whose tests that go through every resource are
//! run; `report` holds the figures to their bounds and writes them into bench/scale.md. `every_resource` is what of it
//! `cargo xtask test` does, with fewer resources.

pub mod every_resource;
mod report;

use crate::{openapi, place, program, test::openapi::copy_without_declarations};
use anyhow::{Context, Result, bail};
use nix::sys::resource::{UsageWho, getrusage};
use serde_json::Value;
use std::{fs, path::Path, path::PathBuf};

/// So many resources each time; the first are those that there are.
const COUNTS: [usize; 3] = [13, 50, 150];
/// What a build reads beside the Rust sources.
const FOLDERS: [&str; 1] = ["bench"];
const FILES: [&str; 4] = ["package.json", "package-lock.json", "LICENSE-APACHE", "LICENSE-MIT"];

/// What was measured with so many resources.
struct Measured {
    count: usize,
    /// Processor time, since others may be at work on the machine.
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
    crate::toolchain::Toolchain::prepare()?;
    let copy = folder("copy");
    // What is built only once is built before anything is measured.
    program::say("building once with 13 resources, so that all else is compiled");
    imported(&copy, 13)?;
    build(&copy)?;
    let mut builds = Vec::new();
    for count in COUNTS {
        imported(&copy, count)?;
        program::say(&format!("building with {count} resources, measured"));
        let before = processor_seconds()?;
        build(&copy)?;
        let build_seconds = processor_seconds()? - before;
        program::say(&format!("it took {build_seconds:.0} s of processor time"));
        let package = folder(&format!("package-{count}"));
        place::empty(&package)?;
        place::copy_folder(&copy.join("pkg"), &package)?;
        builds.push((count, build_seconds, package));
    }
    program::say("measuring the three packages, in turn");
    let mut measure = program::script("bench/scale/measure.mjs");
    measure.args(builds.iter().map(|(_, _, package)| package));
    let figures: Vec<Value> = serde_json::from_str(&program::answer(&mut measure)?)?;
    if figures.len() != builds.len() {
        bail!("{} packages were measured, and {} built", figures.len(), builds.len());
    }
    let all: Vec<Measured> = (builds.into_iter().zip(figures))
        .map(|((count, build_seconds, _), figures)| Measured { count, build_seconds, figures })
        .collect();
    let passed = report::write(&all)?;
    // The copy has the most of them now.
    every_resource::native(&copy, &target(), "100000")?;
    every_resource::javascript(&copy, &folder("installed"))?;
    if passed.is_empty() { Ok(()) } else { bail!("these bounds are passed:\n{}", passed.join("\n")) }
}

fn folder(name: &str) -> PathBuf {
    place::work().join("scale").join(name)
}

fn target() -> PathBuf {
    place::target().join("scale")
}

/// A copy of the sources with so many resources, all of them imported.
fn imported(copy: &Path, count: usize) -> Result<()> {
    program::say(&format!("importing {count} resources into a copy of the sources"));
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
    import(copy, count)
}

/// Imports a document of so many resources into a copy of the sources.
fn import(copy: &Path, count: usize) -> Result<()> {
    let document = program::answer(openapi::importer().args(["openapi", "--made-up", &count.to_string()]))?;
    let file = folder(&format!("{count}.json"));
    place::write(&file, document)?;
    let told = program::answer(openapi::importer().arg("import").arg(&file).arg("--root").arg(copy))?;
    let added = told.lines().filter(|line| line.starts_with("added: ")).count();
    if added != count {
        bail!("of {count} resources {added} were imported:\n{}", program::tail::lines(&told));
    }
    Ok(())
}

fn build(copy: &Path) -> Result<()> {
    let mut cargo = program::cargo();
    cargo.current_dir(copy).env("CARGO_TARGET_DIR", target()).env_remove("CARGO_MANIFEST_DIR");
    program::run(cargo.args(["run", "--quiet", "--package", "xtask", "--", "build"]))
}

/// What programs that have ended have taken of the processor.
fn processor_seconds() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("the system does not tell what programs have taken")?;
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}
