//! Node, and the tools that package-lock.json names.

use crate::{place, program};
use anyhow::{Context, Result, bail};
use std::fs;

/// The oldest Node that runs the build's tools (the package itself asks for less).
const OLDEST: (u32, u32) = (20, 19);

/// Checks Node and installs the tools where the lock file is not the one they were installed from.
pub fn prepare() -> Result<()> {
    let answer = program::answer(program::program("node").arg("--version"))
        .context("Node is missing: install Node 20.19 or later, with npm, and put it on the PATH")?;
    let found = version(&answer).with_context(|| format!("`node --version` says `{}`", answer.trim()))?;
    if found < OLDEST {
        bail!("Node {} is too old for the build: install 20.19 or later", answer.trim());
    }
    if !program::works(program::program("npm").arg("--version")) {
        bail!("npm is missing: it comes with Node from nodejs.org; Debian has it as a package of its own, `npm`");
    }
    let root = place::root();
    let lock = place::read(&root.join("package-lock.json"))?;
    let installed_from = root.join("node_modules/.installed-from");
    if fs::read_to_string(&installed_from).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if root.join("node_modules").is_symlink() {
        bail!(
            "node_modules is a link to tools of other versions than package-lock.json names. npm would empty the folder \
             that it leads to: install them there, or remove the link"
        );
    }
    program::say("installing the tools of package-lock.json (esbuild, binaryen, typescript and others)");
    program::run(program::program("npm").args(["ci", "--ignore-scripts"]))?;
    place::write(&installed_from, lock)
}

fn version(answer: &str) -> Option<(u32, u32)> {
    let mut numbers = answer.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn node_versions_compare_as_numbers() {
        assert!(version("v20.20.2\n") > Some(OLDEST));
        assert!(version("v9.11.0") < Some(OLDEST));
        assert_eq!(version("node"), None);
    }
}
