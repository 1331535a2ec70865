//! From the sources to `pkg/`: wasm, glue, the bundled JS layer, types, and the files beside them.

mod bundle;
mod compile;
mod declarations;
mod glue;
mod javascript;
mod lean;
mod linked;
mod made;
mod nowasm;
mod package;
mod shrink;
mod stamp;
mod wasm;

pub use bundle::files;

use crate::{place, program, toolchain::Toolchain};
use anyhow::{Result, bail};
use std::{fs::File, path::PathBuf};

/// One of the two wasm modules of the package.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The client and its validation.
    Client,
    /// A Pigello in memory.
    Sandbox,
}

impl Part {
    /// Its name in files and specifiers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Sandbox => "sandbox",
        }
    }

    /// How cargo is told which one to build: with every application, or those that `PIGELLO_APPLICATIONS` names.
    pub fn features(self) -> [String; 3] {
        let part = if self == Self::Client { "client" } else { "sandbox" };
        let applications = std::env::var("PIGELLO_APPLICATIONS").ok().filter(|names| !names.is_empty());
        let features = [part, ",", applications.as_deref().unwrap_or("all")].concat();
        ["--no-default-features".into(), "--features".into(), features]
    }

    /// What is made of it on the way to the package.
    pub fn folder(self) -> PathBuf {
        place::work().join(self.name())
    }
}

/// `cargo xtask build`.
pub fn run(bless: bool) -> Result<()> {
    let toolchain = Toolchain::prepare()?;
    package(&toolchain)?;
    if bless {
        program::say("taking pkg/index.d.ts as tests/golden/index.d.ts");
        std::fs::create_dir_all(place::root().join("tests/golden"))?;
        place::copy(&place::package().join("index.d.ts"), &golden())?;
    }
    program::say("the package is in pkg/");
    Ok(())
}

/// Makes `pkg/` anew. Two builds at once would write into each other's files: the second waits for the first.
pub fn package(toolchain: &Toolchain) -> Result<()> {
    std::fs::create_dir_all(place::work())?;
    let lock = File::create(place::work().join("build.lock"))?;
    if lock.try_lock().is_err() {
        program::say("waiting for another build of this folder");
        lock.lock()?;
    }
    for part in [Part::Client, Part::Sandbox] {
        wasm::build(toolchain, part)?;
    }
    nowasm::build(toolchain)?;
    let unpacker = wasm::build_unpacker(toolchain)?;
    program::say("writing the JavaScript, the types and the files beside them into pkg/");
    place::empty(&place::package())?;
    for folder in package::FOLDERS {
        place::empty(&place::package().join(folder))?;
    }
    declarations::write()?;
    bundle::write(&unpacker)?;
    package::write()
}

/// Fails where the types differ from those that were last looked at.
pub fn compare_golden() -> Result<()> {
    let written = place::read(&place::package().join("index.d.ts"))?;
    let expected = place::read(&golden())?;
    let Some(line) = first_difference(&expected, &written) else { return Ok(()) };
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    bail!(
        "index.d.ts differs from tests/golden/index.d.ts in line {}:\n  golden: {}\n  now:    {}\n\
         If the new one is right: cargo xtask build --bless",
        line + 1,
        at(&expected),
        at(&written)
    )
}

fn golden() -> PathBuf {
    place::root().join("tests/golden/index.d.ts")
}

/// The first line, counted from 0, in which two texts differ.
fn first_difference(one: &str, other: &str) -> Option<usize> {
    if one == other {
        return None;
    }
    let same = one.lines().zip(other.lines()).take_while(|(a, b)| a == b);
    Some(same.count())
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_differing_line_is_found_also_past_the_end_of_one_text() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(1));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some(1));
    }
}
