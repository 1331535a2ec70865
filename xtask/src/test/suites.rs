//! Users' own test suites, with the sandbox in them: each under its runner, in the version that its lock file has.

use crate::{place, program, toolchain::browser::Browser};
use anyhow::{Context, Result};
use std::{fs, path::Path};

/// Runs `npm test` in a copy of a folder of `tests/package`, the package installed into it from the tarball. The copy
/// outlives the run, with the runner that it holds: a second run fetches nothing.
pub fn run(tarball: &Path, case: &str, browser: Option<&Browser>) -> Result<()> {
    let source = place::root().join("tests/package").join(case);
    let folder = place::work().join("suites").join(case);
    install_runner(&source, &folder)?;
    refresh(&source, &folder)?;
    install_package(tarball, &folder)?;
    let mut npm = program::program("npm");
    npm.current_dir(&folder).args(["test", "--silent"]);
    if let Some(browser) = browser {
        npm.env("PIGELLO_CHROMIUM", &browser.chromium);
    }
    program::run(&mut npm)
}

/// Installs what the lock file names, where it is not what is installed already.
fn install_runner(source: &Path, folder: &Path) -> Result<()> {
    let lock = place::read(&source.join("package-lock.json"))?;
    let installed_from = folder.join("node_modules/.installed-from");
    if fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    place::empty(folder)?;
    for file in ["package.json", "package-lock.json"] {
        place::copy(&source.join(file), &folder.join(file))?;
    }
    program::say("installing the runner and what it needs, as the suite's package-lock.json has them");
    let mut npm = program::program("npm");
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    program::run(&mut npm)?;
    place::write(&installed_from, lock)
}

/// The suite as it is now: nothing of an earlier run stays but the runner.
fn refresh(source: &Path, folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_name() == "node_modules" {
            continue;
        }
        let old = entry.path();
        let removed = if entry.file_type()?.is_dir() { fs::remove_dir_all(&old) } else { fs::remove_file(&old) };
        removed.with_context(|| format!("cannot remove {}", old.display()))?;
    }
    place::copy_folder(source, folder)
}

/// Installs the package of this run; the one of an earlier run has the same version, and npm would keep it.
fn install_package(tarball: &Path, folder: &Path) -> Result<()> {
    let old = folder.join("node_modules/pigello-client");
    if old.exists() {
        fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    let mut npm = program::program("npm");
    npm.current_dir(folder).args(["install", "--no-save", "--offline", "--ignore-scripts"]);
    npm.args(["--no-audit", "--no-fund", "--loglevel=error"]).arg(tarball);
    program::answer(&mut npm).map(drop)
}
