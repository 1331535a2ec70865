//! A Python of the judge's own, with the packages that `tests/judge/requirements.txt` names.

use crate::{place, program, toolchain::apt};
use anyhow::{Context, Result};
use std::{fs, path::PathBuf};

/// Django 5 asks for this Python; `ensurepip` is what Debian keeps in a package of its own.
const USABLE: &str = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";

/// Finds it, or makes it where the requirements are not those it was made from; answers the program.
pub fn prepare() -> Result<PathBuf> {
    let requirements = place::root().join("tests/judge/requirements.txt");
    let wanted = place::read(&requirements)?;
    let folder = place::tools()?.join("judge");
    let python = folder.join("bin/python");
    let made_from = folder.join(".made-from");
    let works = || {
        program::works(
            program::program(&python).args(["-c", "import django, hypothesis, psycopg, rest_framework, stdnum"]),
        )
    };
    if fs::read_to_string(&made_from).is_ok_and(|made| made == wanted) && works() {
        return Ok(python);
    }
    if !program::works(program::program("python3").args(["-c", USABLE])) {
        apt::install("the judge needs Python 3.10 or later", &["python3", "python3-venv"])?;
    }
    program::say("installing Django and the other judges into a Python of their own");
    place::empty(&folder)?;
    program::run(program::program("python3").args(["-m", "venv"]).arg(&folder))?;
    let mut pip = program::program(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"]);
    program::run(pip.arg("--requirement").arg(&requirements)).context("cannot install what the judge needs")?;
    place::write(&made_from, wanted)?;
    Ok(python)
}
