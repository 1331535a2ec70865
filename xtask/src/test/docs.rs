//! The checks of what people read: every Markdown file (`tests/docs`), and the reference without a warning.

use crate::{docs, place, program, server::Server};
use anyhow::{Context, Result};
use std::{env, path::Path};

/// Links, blocks and commands of all Markdown files. `installed` has the package, and its sandbox server runs beside.
pub fn documents(installed: &Path) -> Result<()> {
    docs::prepare()?;
    let server = Server::start(installed)?;
    let mut node = program::program("node");
    node.args(["--test", "--test-reporter=spec", "tests/docs/checks.test.mjs", "tests/docs/documents.test.mjs"]);
    node.env("PIGELLO_INSTALLED", installed);
    node.env("PIGELLO_XTASK", env::current_exe().context("this program has no name")?);
    server.tell(&mut node);
    program::run(&mut node)
}

/// The reference, of the package in `pkg/`: what would only be a warning is an error.
pub fn reference() -> Result<()> {
    docs::write(&place::work().join("docs"))
}
