//! The wasm-bindgen programs, of the very version that Cargo.lock names for the crate.

use crate::{place, program};
use anyhow::{Context, Result, bail};
use std::{fs, path::PathBuf, process::Command};

/// The folder with the programs.
pub struct Bindgen(PathBuf);

impl Bindgen {
    /// The program that writes the JavaScript beside a wasm.
    pub fn program(&self) -> Command {
        program::program(self.0.join("wasm-bindgen"))
    }

    /// The program that runs tests compiled to wasm.
    pub fn test_runner(&self) -> Command {
        program::program(self.0.join("wasm-bindgen-test-runner"))
    }
}

/// Finds the programs, or builds them.
pub fn prepare() -> Result<Bindgen> {
    let version = locked_version(&place::read(&place::root().join("Cargo.lock"))?)?;
    let folder = place::tools()?.join(format!("wasm-bindgen-{version}"));
    let bindgen = Bindgen(folder.join("bin"));
    if works(&bindgen, &version) {
        return Ok(bindgen);
    }
    program::say(&format!("building wasm-bindgen {version}: two to three minutes, once a machine"));
    // Unoptimised, as it takes a fifth of the time to build and is quick enough. Not `--locked`: its lock file is stale.
    let mut cargo = program::cargo();
    let built = place::work().join("wasm-bindgen");
    cargo.env("CARGO_TARGET_DIR", &built).args(["install", "wasm-bindgen-cli", "--debug"]);
    program::run(cargo.args(["--force", "--version", &version, "--root"]).arg(&folder))?;
    // An interrupted build goes on from here; a finished one leaves a gigabyte of no further use.
    fs::remove_dir_all(&built).with_context(|| format!("cannot remove {}", built.display()))?;
    if !works(&bindgen, &version) {
        bail!("wasm-bindgen {version} was installed into {} but does not run", folder.display());
    }
    Ok(bindgen)
}

fn works(bindgen: &Bindgen, version: &str) -> bool {
    let answer = bindgen.program().arg("--version").output();
    let says = answer.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim().ends_with(version));
    says && program::works(bindgen.test_runner().arg("--version"))
}

/// The version of the crate wasm-bindgen in a Cargo.lock.
fn locked_version(lock: &str) -> Result<String> {
    let mut lines = lock.lines().skip_while(|line| *line != "name = \"wasm-bindgen\"");
    let version =
        lines.nth(1).and_then(|line| line.strip_prefix("version = \"")).and_then(|line| line.strip_suffix('"'));
    Ok(version.context("Cargo.lock names no version of wasm-bindgen")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_of_the_tool_is_the_one_cargo_lock_names_for_the_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"…\"\n";
        assert_eq!(locked_version(lock).ok().as_deref(), Some("0.2.130"));
        assert!(locked_version("[[package]]\nname = \"serde\"\nversion = \"1\"\n").is_err());
    }
}
