//! `cargo xtask judge`: asks Django on PostgreSQL what generated filters mean, and records the answers under
//! `tests/golden/`, where `cargo test` replays them without either.
//!
//! What is asked, and how PostgreSQL is started and ended, stands in `tests/judge/`; here stands what it needs.

mod python;

use crate::{place, program, toolchain::apt};
use anyhow::Result;

/// Of the record that is kept in the repository.
pub const SEED: u32 = 20_260_131;

/// Makes the record anew.
pub fn run(seed: u32) -> Result<()> {
    let python = python::prepare()?;
    if !has_postgresql() {
        apt::install("the judge needs PostgreSQL's server", &["postgresql"])?;
    }
    program::say("asking Django");
    // -B: no compiled files beside the sources.
    let mut judge = program::program(python);
    program::run(judge.arg("-B").arg(place::root().join("tests/judge")).args(["--seed", &seed.to_string()]))
}

/// Debian keeps the server's programs off the PATH, in a folder for each version.
fn has_postgresql() -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin/initdb")).any(|program| program.is_file())
        || place::which("initdb").is_some()
}
