//! `cargo xtask judge`: asks others what we decide ourselves, and records their answers under `tests/golden/`, where
//! `cargo test` replays them without any of the others. Django on PostgreSQL says what generated filters mean; Django
//! REST framework, python-stdnum and two npm packages say which generated values are valid.
//!
//! What is asked, and how, stands in `tests/judge/`; here stands what it needs.

mod numbers;
mod python;

use crate::{place, program, toolchain::apt};
use anyhow::{Context, Result};
use std::path::Path;

/// Of the records that are kept in the repository.
pub const SEED: u32 = 20_260_131;

/// Makes the records anew: those of all judges, or of one.
pub fn run(seed: u32, only: Option<Judged>) -> Result<()> {
    let python = python::prepare()?;
    if only != Some(Judged::Validation) {
        if !has_postgresql() {
            apt::install("the judge needs PostgreSQL's server", &["postgresql"])?;
        }
        program::say("asking Django what filters mean");
        ask(&python, "tests/judge", seed)?;
    }
    if only != Some(Judged::Filters) {
        numbers::prepare()?;
        program::say("asking Django REST framework and others what is valid (some minutes)");
        ask(&python, "tests/judge/validation", seed)?;
    }
    Ok(())
}

/// Looks for values on which the judges and we differ, beyond those of the record.
pub fn search(examples: u32) -> Result<()> {
    let python = python::prepare()?;
    let ours = program::answer(program::cargo().args(["build", "--example", "verdicts", "--message-format=json"]))?;
    let ours = ours.lines().filter_map(executable).next_back().context("cargo built no example called verdicts")?;
    program::say("looking for disagreements with Django REST framework and others");
    let mut search = program::program(python);
    search.arg("-B").arg(place::root().join("tests/judge/validation/search.py")).arg("--ours").arg(ours);
    program::run(search.args(["--examples", &examples.to_string()]))
}

/// The program that cargo says it made.
fn executable(message: &str) -> Option<String> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    Some(message.get("executable")?.as_str()?.to_owned())
}

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Judged {
    /// The sandbox's filters, orders and pages.
    Filters,
    /// The rules for fields.
    Validation,
}

fn ask(python: &Path, folder: &str, seed: u32) -> Result<()> {
    // -B: no compiled files beside the sources.
    let mut judge = program::program(python);
    program::run(judge.arg("-B").arg(place::root().join(folder)).args(["--seed", &seed.to_string()]))
}

/// Debian keeps the server's programs off the PATH, in a folder for each version.
fn has_postgresql() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin/initdb")).any(|program| program.is_file())
        || place::which("initdb").is_some()
}
