//! The judges of Swedish numbers that come from npm, installed beside the script that asks them.

use crate::{place, program};
use anyhow::Result;
use std::fs;

/// Installs what `tests/judge/validation/package-lock.json` names, where it is not what was installed.
pub fn prepare() -> Result<()> {
    let folder = place::root().join("tests/judge/validation");
    let lock = place::read(&folder.join("package-lock.json"))?;
    let installed_from = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    program::say("installing the judges of Swedish numbers");
    program::run(
        program::program("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder),
    )?;
    place::write(&installed_from, lock)
}
