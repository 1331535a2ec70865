//! `cargo xtask bench`: builds the package and runs each script of `bench/` against it.

use crate::{build, place, program, toolchain::Toolchain};
use anyhow::{Context, Result, bail};
use std::fs;

/// Runs them one after the other; a limit that was passed fails the whole, after all have run.
pub fn run() -> Result<()> {
    build::package(&Toolchain::prepare()?)?;
    let folder = place::root().join("bench");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".mjs"));
    names.sort();
    let mut failed = Vec::new();
    for name in names {
        program::say(&format!("running bench/{name}"));
        if program::run(&mut program::script(&format!("bench/{name}"))).is_err() {
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("these failed, or passed a limit of theirs: {}", failed.join(", "));
    }
    Ok(())
}
